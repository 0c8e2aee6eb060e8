package org.yinhang.insight;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.experiment.Power;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** How many units an experiment needs. */
@Command(
        name = "power",
        description = "How many units an experiment needs to find a lift, and how long that takes.",
        mixinStandardHelpOptions = true)
final class PowerCommand implements Callable<Integer> {

    @Option(names = "--baseline", paramLabel = "SHARE", description = "Share of successes in control, such as 0.05.")
    private double baseline;

    @Option(names = "--mean", paramLabel = "M", description = "Mean of a number in control, instead of --baseline.")
    private double mean;

    @Option(names = "--deviation", paramLabel = "S", description = "Standard deviation of that number.")
    private double deviation;

    @Option(
            names = "--lift",
            required = true,
            paramLabel = "SHARE",
            description = "Smallest lift worth finding, of the control's: 0.10 for 5 %% to 5.5 %%.")
    private double lift;

    @Option(
            names = "--alpha",
            paramLabel = "A",
            description = "Chance of a false find (default: ${DEFAULT-VALUE}).",
            defaultValue = "0.05")
    private double alpha = 0.05;

    @Option(
            names = "--power",
            paramLabel = "P",
            description = "Chance of finding it (default: ${DEFAULT-VALUE}).",
            defaultValue = "0.8")
    private double power = 0.8;

    @Option(
            names = "--arms",
            paramLabel = "N",
            description = "Arms beside control (default: ${DEFAULT-VALUE}); alpha is shared by them.",
            defaultValue = "1")
    private int arms = 1;

    @Option(
            names = "--variance-reduction",
            paramLabel = "SHARE",
            description = "Share of the variance a covariate takes out (CUPED), from an earlier experiment.",
            defaultValue = "0")
    private double reduction;

    @Option(names = "--per-day", paramLabel = "N", description = "Units that come in each day, for the number of days.")
    private long perDay;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        check(arms >= 1, "--arms is at least 1.");
        check(alpha > 0 && power > alpha && power < 1, "Expected: 0 < alpha < power < 1.");
        check(lift != 0 && lift > -1, "--lift is not 0, and above -1.");
        check(reduction >= 0 && reduction < 1, "--variance-reduction lies between 0 and 1.");
        boolean isShare = baseline != 0;
        check(isShare != (mean != 0), "Give --baseline, or --mean and --deviation.");
        if (isShare) {
            check(baseline > 0 && baseline < 1 && baseline * (1 + lift) < 1, "Shares lie between 0 and 1.");
        } else {
            check(deviation > 0, "--deviation is above 0.");
        }
        Power plan = new Power(alpha / arms, power);
        double exact = isShare
                ? plan.unitsForShares(baseline, baseline * (1 + lift))
                : plan.unitsForMeans(mean * lift, deviation);
        long each = (long) Math.ceil(exact * (1 - reduction));
        long any = (long) Math.ceil(exact * (1 - reduction) * plan.anyTimeFactor());
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("perArm", each);
        found.put("total", each * (arms + 1));
        found.put("perArmAnyTime", any);
        found.put("totalAnyTime", any * (arms + 1));
        if (perDay > 0) {
            found.put("days", days(each));
            found.put("daysAnyTime", days(any));
        }
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(json ? JsonMapper.shared().writeValueAsString(found) : plain(each, any));
        out.flush();
        return 0;
    }

    private String plain(long each, long any) {
        String text = String.format(
                Locale.ROOT,
                "one look at the end 只在结束时看: %,d per arm 每组, %,d in all 合计%s%n",
                each,
                each * (arms + 1),
                inDays(each));
        return text
                + String.format(
                        Locale.ROOT,
                        "looks at any time 随时可看: at most 至多 %,d per arm 每组, %,d in all 合计%s; --planned %d",
                        any,
                        any * (arms + 1),
                        inDays(any),
                        2 * any);
    }

    private String inDays(long each) {
        return perDay > 0 ? String.format(Locale.ROOT, ", %,d days 天", days(each)) : "";
    }

    private long days(long each) {
        return Math.ceilDiv(each * (arms + 1), perDay);
    }

    private void check(boolean holds, String message) {
        if (!holds) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
        }
    }
}
