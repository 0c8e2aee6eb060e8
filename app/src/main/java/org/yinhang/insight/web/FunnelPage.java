package org.yinhang.insight.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.yinhang.insight.Elapsed;
import org.yinhang.lake.funnel.Funnel;
import org.yinhang.lake.funnel.FunnelResult;
import org.yinhang.lake.funnel.PathMoment;
import org.yinhang.shared.chart.Chart;
import org.yinhang.shared.web.PageFrame;

/**
 * A counted funnel in the viewer's language.
 *
 * @param open what is counted
 * @param result the figures
 * @param lastBegin the last day on which a journey that counts began
 * @param finding the sentence that matters most
 * @param picture reached step by step
 * @param steps one row a step
 * @param split the breakdown shown; null where the funnel has none
 * @param step whose path is shown, from 1
 * @param path that path, step by step
 */
public record FunnelPage(
        OpenFunnel open,
        FunnelResult result,
        LocalDate lastBegin,
        String finding,
        Chart picture,
        List<StepRow> steps,
        FunnelResult.@Nullable Split split,
        int step,
        List<PathMoment> path) {

    private static final int REASONS_SHOWN = 4;
    private static final int GROUPS_SHOWN = 30;

    /**
     * A step.
     *
     * @param reasons what became of those who stopped there
     */
    public record StepRow(
            String name,
            long reached,
            double share,
            double conversion,
            String median,
            String slow,
            long lost,
            String reasons) {}

    static FunnelPage of(
            OpenFunnel open,
            FunnelResult result,
            LocalDate lastBegin,
            String split,
            int step,
            List<PathMoment> path,
            PageFrame page) {
        List<StepRow> steps = new ArrayList<>();
        for (int i = 0; i < result.steps().size(); i++) {
            FunnelResult.Step counted = result.steps().get(i);
            steps.add(new StepRow(
                    step(result, i, page),
                    counted.reached(),
                    result.share(i),
                    i == 0 ? Double.NaN : result.conversion(i),
                    time(counted.median(), page),
                    time(counted.slow(), page),
                    result.losses().get(i).lost(),
                    reasons(result.losses().get(i), page)));
        }
        return new FunnelPage(
                open,
                result,
                lastBegin,
                finding(result, page),
                picture(result, page),
                steps,
                result.splits().stream()
                        .filter(one -> one.name().equals(split))
                        .findFirst()
                        .orElse(
                                result.splits().isEmpty()
                                        ? null
                                        : result.splits().getFirst()),
                step,
                path);
    }

    static String title(FunnelResult result, PageFrame page) {
        return page.texts().isChinese() ? result.funnel().zh() : result.funnel().en();
    }

    static String step(FunnelResult result, int step, PageFrame page) {
        Funnel.Step declared = result.funnel().steps().get(step);
        return page.texts().isChinese() ? declared.zh() : declared.en();
    }

    private static String finding(FunnelResult result, PageFrame page) {
        int worst = 1;
        for (int step = 1; step < result.steps().size(); step++) {
            if (result.conversion(step) < result.conversion(worst)) {
                worst = step;
            }
        }
        if (result.entered() == 0) {
            return page.t("insight.funnel.nobody");
        }
        return page.t(
                "insight.funnel.finding",
                step(result, worst - 1, page),
                step(result, worst, page),
                page.formats().percent(1 - result.conversion(worst)),
                page.formats().count(result.losses().get(worst - 1).lost()));
    }

    private static Chart picture(FunnelResult result, PageFrame page) {
        List<String> labels = new ArrayList<>();
        double[] reached = new double[result.steps().size()];
        for (int step = 0; step < reached.length; step++) {
            labels.add(step(result, step, page));
            reached[step] = result.steps().get(step).reached();
        }
        return Chart.of(
                Chart.Kind.ROWS,
                page.t("insight.funnel.picture", percent(result.share(reached.length - 1), page)),
                page.t("insight.customers"),
                page.t("insight.funnel.step"),
                labels,
                page.t("insight.funnel.reached"),
                reached);
    }

    private static String reasons(FunnelResult.Loss loss, PageFrame page) {
        List<String> words = new ArrayList<>();
        loss.reasons().stream()
                .limit(REASONS_SHOWN)
                .forEach(reason -> words.add("%s %s %s"
                        .formatted(
                                page.texts().isChinese()
                                        ? reason.declared().zh()
                                        : reason.declared().en(),
                                page.texts().isChinese() ? reason.zh().orElse(reason.value()) : reason.value(),
                                page.formats().count(reason.customers()))));
        if (loss.silent() > 0) {
            words.add(page.t("insight.funnel.silent", page.formats().count(loss.silent())));
        }
        return String.join(" · ", words);
    }

    /** A share, or a dash where there is none. */
    public static String percent(double share, PageFrame page) {
        return Double.isNaN(share) ? "–" : page.formats().percent(share);
    }

    private static String time(OptionalLong micros, PageFrame page) {
        return micros.isPresent() ? elapsed(micros.getAsLong(), page) : "–";
    }

    /** A length of time in the viewer's words. */
    public static String elapsed(long micros, PageFrame page) {
        Elapsed elapsed = Elapsed.of(micros);
        return page.t(
                "insight.elapsed." + elapsed.unit().name().toLowerCase(Locale.ROOT),
                String.format(Locale.ROOT, "%.1f", elapsed.amount()));
    }

    /** The median from first to last step. */
    public String whole(PageFrame page) {
        return time(result.whole(), page);
    }

    /** The largest groups of the breakdown. */
    public List<FunnelResult.Group> groups() {
        return split == null
                ? List.of()
                : split.groups().stream().limit(GROUPS_SHOWN).toList();
    }

    /** How many groups are not shown. */
    public int hidden() {
        return split == null ? 0 : Math.max(0, split.groups().size() - GROUPS_SHOWN);
    }

    /** A group's name. */
    public static String group(FunnelResult.Group group, PageFrame page) {
        String value = group.value().orElse(page.t("insight.funnel.unknown"));
        return page.texts().isChinese() ? group.zh().orElse(value) : value;
    }

    /** A breakdown's name. */
    public static String breakdown(String name, PageFrame page) {
        return page.texts().orElse("insight.split." + name, name);
    }

    /** What a moment of a path says. */
    public static String said(PathMoment moment) {
        return String.join(
                " · ",
                moment.values().stream()
                        .map(value -> value.column() + " " + value.code())
                        .toList());
    }
}
