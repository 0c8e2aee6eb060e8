package org.yinhang.insight;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.progress.Progress;
import org.yinhang.core.unit.Money;
import org.yinhang.lake.attribution.AttributionReport;
import org.yinhang.lake.attribution.AttributionRun;
import org.yinhang.lake.attribution.Breakdown;
import org.yinhang.shared.ConsoleProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What touches cost and what they are credited with. */
@Command(
        name = "returns",
        description =
                "What touches cost and which loans they are credited with: by channel, campaign, product, branch or"
                        + " person, by three rules. What they truly added is told by: yinhang increments.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  yinhang returns --data data --by campaign --from 2026-01-01 --until 2026-07-01",
            "  yinhang returns --by staff --only channel=call --json",
            "",
            "Exit code: 0 counted, 1 stopped by a fault, 2 wrong option."
        })
public final class ReturnsCommand implements Callable<Integer> {

    private static final int LONGEST = 365;

    @Mixin
    private LakeOptions source = new LakeOptions();

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            description = "channel, campaign, product, branch or staff (default: ${DEFAULT-VALUE}).",
            defaultValue = "channel")
    private Breakdown by = Breakdown.CHANNEL;

    @Option(names = "--only", paramLabel = "WHAT=CODE", description = "Only touches of this value; may be repeated.")
    private Map<Breakdown, String> only = Map.of();

    @Option(
            names = "--from",
            paramLabel = "DAY",
            description = "First day on which journeys begin (default: 180 days before --until).")
    private @Nullable LocalDate from;

    @Option(
            names = "--until",
            paramLabel = "DAY",
            description = "The day after the last (default: the last whose journeys all have passed).")
    private @Nullable LocalDate until;

    @Option(
            names = "--window",
            paramLabel = "DAYS",
            description = "How long a touch can lead to a loan, 1 to 365 (default: ${DEFAULT-VALUE}).",
            defaultValue = "60")
    private int window = 60;

    @Option(
            names = "--cost",
            paramLabel = "CHANNEL=YUAN",
            description = "What one touch costs, in the place of what plans reckon with; may be repeated.")
    private Map<String, BigDecimal> costs = Map.of();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        LakeOptions.Pinned pinned = source.open();
        LocalDate last = until == null ? pinned.day().day().minusDays(window) : until;
        LocalDate first = from == null ? last.minusDays(ReturnsPeriod.USUAL_DAYS) : from;
        ReturnsPeriod period = new ReturnsPeriod(first, last);
        if (window < 1 || window > LONGEST) {
            throw new FaultException(Fault.of(
                    "INS-1009",
                    "A window of %d days cannot be counted.".formatted(window),
                    "--window",
                    "Give 1 to %d days.".formatted(LONGEST)));
        }
        ConsoleProgress console = ConsoleProgress.onStandardError();
        AttributionReport report = AttributionRun.count(
                pinned.lake(),
                pinned.snapshot(),
                new AttributionRun.Settings(
                        pinned.day(), period.from(), period.until(), window, by, only, Optional.empty()),
                json ? Progress.SILENT : console);
        console.finish();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Map<String, Money> own = new HashMap<>();
        costs.forEach((channel, yuan) -> own.put(channel, Money.ofYuan(yuan)));
        ContactCosts each = ContactCosts.bundled().with(own);
        out.println(json ? ReturnsText.json(report, each) : ReturnsText.plain(report, each));
        out.flush();
        return 0;
    }
}
