package org.yinhang.insight;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.attribution.Breakdown;
import org.yinhang.lake.attribution.Lateness;
import org.yinhang.lake.attribution.VintageReport;
import org.yinhang.lake.attribution.VintageRun;
import org.yinhang.shared.ConsoleProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How loans age, by where they came from. */
@Command(
        name = "vintage",
        description =
                "How loans age: the share ever late within so many months of payout, by quarter or by where they came"
                        + " from.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  yinhang vintage --data data --by campaign --late 90",
            "  yinhang vintage --by quarter --from 2025-01-01 --json",
            "",
            "Exit code: 0 counted, 1 stopped by a fault, 2 wrong option."
        })
public final class VintageCommand implements Callable<Integer> {

    /** How many months of payout are looked at where nobody says. */
    static final int USUAL_MONTHS = 24;

    /** How many months on book are told. */
    static final int ON_BOOK = 12;

    private enum By {
        QUARTER,
        CHANNEL,
        CAMPAIGN,
        PRODUCT,
        BRANCH,
        STAFF
    }

    @Mixin
    private LakeOptions source = new LakeOptions();

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            description =
                    "quarter (of payout), channel, campaign, product, branch or staff (default: ${DEFAULT-VALUE}).",
            defaultValue = "quarter")
    private By by = By.QUARTER;

    @Option(
            names = "--late",
            paramLabel = "DAYS",
            description = "30 or 90 days past due (default: ${DEFAULT-VALUE}).",
            defaultValue = "30")
    private int late = 30;

    @Option(names = "--from", paramLabel = "DAY", description = "First day of payout (default: 24 months back).")
    private @Nullable LocalDate from;

    @Option(names = "--until", paramLabel = "DAY", description = "The day after the last (default: the as-of day).")
    private @Nullable LocalDate until;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        LakeOptions.Pinned pinned = source.open();
        LocalDate last = until == null ? pinned.day().day() : until;
        ReturnsPeriod period = new ReturnsPeriod(from == null ? last.minusMonths(USUAL_MONTHS) : from, last);
        ConsoleProgress console = ConsoleProgress.onStandardError();
        VintageReport report = VintageRun.count(
                pinned.lake(),
                pinned.snapshot(),
                new VintageRun.Settings(
                        pinned.day(),
                        period.from(),
                        period.until(),
                        Returns.SOURCE_DAYS,
                        Lateness.of(late),
                        ON_BOOK,
                        by(),
                        Optional.empty()),
                json ? Progress.SILENT : console);
        console.finish();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(json ? ReturnsText.json(report) : ReturnsText.plain(report));
        out.flush();
        return 0;
    }

    private VintageRun.By by() {
        return by == By.QUARTER ? new VintageRun.By.Quarter() : new VintageRun.By.Source(Breakdown.valueOf(by.name()));
    }
}
