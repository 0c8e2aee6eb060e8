package org.yinhang.tag;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LoadRecord;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.tag.Tag;
import org.yinhang.lake.tag.TagFile;
import org.yinhang.lake.tag.TagRuns;
import picocli.CommandLine.Option;

/** Where tags come from and go to, as the options of every tag command say. */
public final class TagSource {

    /** The zone days are reckoned in on the command line. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data folder, with the lake in lake/ and finished runs in tags/ (default: ${DEFAULT-VALUE}).",
            defaultValue = "data")
    private Path data = Path.of("data");

    @Option(
            names = "--tags",
            paramLabel = "FILE",
            description =
                    "The bank's own catalogue, a file or a folder of them (docs/tags.md), instead of the one that ships.")
    private @Nullable Path file;

    /** The lake of the data folder. */
    public Lake lake() {
        return Lake.open(data.resolve("lake"), Clock.systemUTC());
    }

    /** Its finished runs. */
    public TagRuns runs() {
        return new TagRuns(data.resolve("tags"));
    }

    /** The models in force of the data folder. */
    public ModelScores scores() {
        return new ModelScores(data);
    }

    /** The data folder itself. */
    public Path data() {
        return data;
    }

    /** The tags of the given file, else those that ship. */
    public List<Tag> tags() {
        return file == null ? TagFile.bundled() : TagFile.read(file);
    }

    /**
     * The as-of day: the one asked for, else today, but no later than the day of the newest load, after which nothing is
     * known.
     */
    public AsOf asOf(Optional<LocalDate> asked, Snapshot snapshot) {
        LocalDate today = LocalDate.now(Clock.system(ZONE));
        LocalDate loaded = snapshot.loads().stream()
                .map(LoadRecord::at)
                .max(Comparator.naturalOrder())
                .map(at -> at.atZone(ZONE).toLocalDate())
                .filter(day -> day.isBefore(today))
                .orElse(today);
        return new AsOf(asked.orElse(loaded), ZONE);
    }
}
