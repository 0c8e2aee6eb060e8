package org.yinhang.decision.rehearsal;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.core.progress.Progress;
import org.yinhang.decision.offer.ValueTerms;
import org.yinhang.decision.offer.Valuer;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.tag.TagCatalogue;
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

/** Plays changed policies on the applications of the past months, from a data folder. */
@Command(
        name = "rehearse",
        description = "Plays a change of policy on the applications of the past months.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  yinhang rehearse samples/policy/employers-and-income.yaml",
            "  yinhang rehearse change.yaml --months 18 --json"
        })
public final class RehearseCommand implements Callable<Integer> {

    @Mixin
    private TagSource source = new TagSource();

    @Parameters(
            paramLabel = "FILE",
            description = "Products, tables and caps that take the place of those of the same names (docs/policy.md).")
    private Path change = Path.of("");

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
        Lake lake = source.lake();
        Snapshot snapshot = lake.current();
        AsOf today = source.asOf(Optional.ofNullable(asOf), snapshot);
        PolicyBook before = policies == null ? PolicyFile.bundled() : PolicyFile.read(policies);
        PolicyBook changed = PolicyFile.read(change);
        PolicyBook after = before.with(changed);
        Catalogue catalogue = PolicyFields.catalogue(source.tags());
        ScoredTags scored = source.scores().of(TagCatalogue.compile(source.tags(), snapshot), snapshot);
        LocalDate day = changed.begun(today.day());
        Rehearser.Change played = new Rehearser.Change(
                Offers.of(before, catalogue, TagSource.ZONE),
                Offers.of(after, catalogue, TagSource.ZONE),
                day,
                Valuer.of(ValueTerms.bundled(), catalogue, new AsOf(day, TagSource.ZONE)));
        ConsoleProgress progress = ConsoleProgress.onStandardError();
        Rehearsal rehearsal = Playing.rehearse(
                lake,
                snapshot,
                scored,
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
}
