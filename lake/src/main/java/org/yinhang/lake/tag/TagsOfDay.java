package org.yinhang.lake.tag;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.yinhang.core.audience.index.Index;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;

/**
 * Some tags as they would have been on a day: today's definitions over what had happened before that day. Only these and
 * what they stand on are computed, for one question, and kept nowhere.
 */
public final class TagsOfDay {

    /** What such an index and its report call their run, for it is none. */
    public static final long NUMBER = 0;

    private TagsOfDay() {}

    /**
     * Computes the tags and asks.
     *
     * @param ids the tags the question reads; those it does not know are left out
     * @param asOf the day; nothing that happened on it or later is seen
     * @param work where the index stands meanwhile; made if missing
     * @param question gets the index and how its values lie, as run {@value #NUMBER}
     */
    public static <T> T ask(
            Lake lake,
            Snapshot snapshot,
            TagCatalogue catalogue,
            Set<String> ids,
            AsOf asOf,
            GivenTags given,
            Path work,
            BiFunction<Index, TagReport, T> question) {
        try {
            Files.createDirectories(work);
            Path folder = Files.createTempDirectory(work, "of-" + asOf.day() + "-");
            try {
                TagReport report = TagRun.compute(
                        lake,
                        snapshot,
                        catalogue.only(catalogue.behind(ids)),
                        asOf,
                        given,
                        NUMBER,
                        folder.resolve("index"),
                        Optional.empty(),
                        Runtime.getRuntime().availableProcessors(),
                        Progress.SILENT);
                try (Index index = Index.open(folder.resolve("index"))) {
                    return question.apply(index, report);
                }
            } finally {
                TagRuns.deleteTree(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
