package org.yinhang.decision.rehearsal;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.core.progress.Progress;
import org.yinhang.decision.offer.ValueTerms;
import org.yinhang.decision.offer.Valuer;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.tag.Tag;
import org.yinhang.lake.tag.TagCatalogue;
import org.yinhang.lake.tag.TagFile;
import org.yinhang.lake.training.DefinitionFile;
import org.yinhang.lake.training.ModelFolder;
import org.yinhang.lake.training.ScoredTags;
import org.yinhang.product.Offers;
import org.yinhang.product.PolicyBook;
import org.yinhang.product.PolicyFields;
import org.yinhang.product.PolicyFile;
import org.yinhang.shared.ConsoleProgress;
import org.yinhang.tag.TagSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays changed policies, tags or models on the applications of the past months, from a data folder. */
@Command(
        name = "rehearse",
        description = "Plays a change of policies, tags or models on the applications of the past months.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  yinhang rehearse samples/policy/employers-and-income.yaml",
            "  yinhang rehearse change.yaml --months 18 --json",
            "  yinhang rehearse --changed-tags income.yaml",
            "  yinhang rehearse --models other/models"
        })
public final class RehearseCommand implements Callable<Integer> {

    @Mixin
    private TagSource source = new TagSource();

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "Products, tables and caps that take the place of those of the same names (docs/policy.md).")
    private @Nullable Path change;

    @Option(
            names = "--changed-tags",
            paramLabel = "FILE",
            description =
                    "Tags that take the place of those of the same names, a file or a folder of them (docs/tags.md).")
    private @Nullable Path changedTags;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description = "The models in force with the change: the folder models/ of another data folder.")
    private @Nullable Path models;

    @Option(
            names = "--policies",
            paramLabel = "FILE",
            description = "The policies in force, a file or a folder of them, instead of those that ship.")
    private @Nullable Path policies;

    @Option(
            names = "--months",
            paramLabel = "N",
            description = "Whole months before today to play (default: ${DEFAULT-VALUE}).",
            defaultValue = "12")
    private int months = Playing.MONTHS;

    @Option(names = "--as-of", paramLabel = "DAY", description = "The business day (default: that of the newest load).")
    private @Nullable LocalDate asOf;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (change == null && changedTags == null && models == null) {
            throw new FaultException(Fault.of(
                    "DEC-4004",
                    "Nothing is said to change.",
                    "FILE, --changed-tags, --models",
                    "Give a file of policies or tags, or a folder of models."));
        }
        Lake lake = source.lake();
        Snapshot snapshot = lake.current();
        AsOf today = source.asOf(Optional.ofNullable(asOf), snapshot);
        PolicyBook before = policies == null ? PolicyFile.bundled() : PolicyFile.read(policies);
        PolicyBook changed = change == null ? PolicyBook.EMPTY : PolicyFile.read(change);
        Catalogue catalogue = PolicyFields.catalogue(source.tags());
        TagCatalogue tags = TagCatalogue.compile(source.tags(), snapshot);
        ScoredTags seen = source.scores().of(tags, snapshot);
        LocalDate day = changed.begun(today.day());
        Change played = new Change(
                new Change.Side(Offers.of(before, catalogue, TagSource.ZONE), seen),
                new Change.Side(
                        Offers.of(before.with(changed), catalogue, TagSource.ZONE), seenAfter(tags, seen, snapshot)),
                day,
                Valuer.of(ValueTerms.bundled(), catalogue, new AsOf(day, TagSource.ZONE)),
                null);
        ConsoleProgress progress = ConsoleProgress.onStandardError();
        Rehearsal rehearsal = Playing.rehearse(
                lake,
                snapshot,
                today,
                played,
                months,
                Runtime.getRuntime().availableProcessors(),
                json ? Progress.SILENT : progress);
        progress.finish();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(json ? RehearsalText.json(rehearsal) : RehearsalText.plain(rehearsal));
        out.flush();
        return 0;
    }

    /** What the changed side sees; the same object where neither tags nor models change. */
    private ScoredTags seenAfter(TagCatalogue tags, ScoredTags seen, Snapshot snapshot) {
        if (changedTags == null && models == null) {
            return seen;
        }
        Map<String, Tag> after = new LinkedHashMap<>();
        source.tags().forEach(tag -> after.put(tag.id(), tag));
        if (changedTags != null) {
            TagFile.read(changedTags).forEach(tag -> after.put(tag.id(), tag));
        }
        TagCatalogue changed = changedTags == null ? tags : TagCatalogue.compile(after.values(), snapshot);
        ScoredTags scored = models == null
                ? source.scores().of(changed, snapshot)
                : new ModelFolder(models).scored(DefinitionFile.bundled(), changed, snapshot);
        List<Fault> unasked =
                scored.leftOut().values().stream().flatMap(List::stream).toList();
        if (models != null && !unasked.isEmpty()) {
            throw new FaultException(unasked);
        }
        return scored;
    }
}
