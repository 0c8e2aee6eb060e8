package org.yinhang.decision;

import java.util.List;
import java.util.Locale;
import org.yinhang.core.evaluation.Evaluation;
import org.yinhang.core.evaluation.GainsCurve;
import org.yinhang.core.evaluation.Reliability;
import org.yinhang.shared.svg.Document;
import org.yinhang.shared.svg.LineChart;

/** The pictures of how well a model ranks and how true its probabilities are: gains, lift and calibration. */
final class ModelPictures {

    private final Evaluation evaluation;
    private final double depth;

    /**
     * @param depth share of the candidates on the list, marked in the curves, 0 to 1
     */
    ModelPictures(Evaluation evaluation, double depth) {
        this.evaluation = evaluation;
        this.depth = depth;
    }

    void addTo(Document page) {
        gains(page);
        calibration(page);
    }

    private void gains(Document page) {
        List<GainsCurve.Point> points = evaluation.gains().points();
        LineChart gains = new LineChart(
                "增益曲线 Gains",
                "触达比例 share approached",
                "找到的成功 share of successes found",
                List.of(
                        new LineChart.Line("模型 model", flat(points, GainsCurve.Point::found), "main"),
                        new LineChart.Line("随机 random", new double[] {0, 0, 1, 1}, "plain")),
                List.of(new LineChart.Mark(depth, "名单 list")),
                ModelPictures::percent,
                ModelPictures::percent);
        page.chart(
                String.format(
                        Locale.ROOT,
                        "排在前一半的客户含全部成功的 %s · The better half holds %s of all successes",
                        percent(evaluation.topHalfShare()),
                        percent(evaluation.topHalfShare())),
                gains.svg(),
                List.of("触达比例 depth", "找到 found", "提升 lift"),
                points.stream()
                        .filter(p -> p.depth() > 0 && Math.round(p.depth() * 100) % 10 == 0)
                        .map(p -> List.of(
                                percent(p.depth()), percent(p.found()), String.format(Locale.ROOT, "%.2f", p.lift())))
                        .toList());
        LineChart lift = new LineChart(
                "提升曲线 Lift",
                "触达比例 share approached",
                "相对随机的倍数 times a random list",
                List.of(
                        new LineChart.Line(
                                "模型 model",
                                flat(
                                        points.stream()
                                                .filter(p -> p.depth() >= 0.02)
                                                .toList(),
                                        GainsCurve.Point::lift),
                                "main"),
                        new LineChart.Line("随机 random", new double[] {0, 1, 1, 1}, "plain")),
                List.of(new LineChart.Mark(depth, "名单 list")),
                ModelPictures::percent,
                v -> String.format(Locale.ROOT, "%.1f", v));
        page.chart("提升 Lift", lift.svg(), List.of(), List.of());
    }

    private static double[] flat(
            List<GainsCurve.Point> points, java.util.function.ToDoubleFunction<GainsCurve.Point> value) {
        return points.stream()
                .flatMapToDouble(p -> java.util.stream.DoubleStream.of(p.depth(), value.applyAsDouble(p)))
                .toArray();
    }

    private void calibration(Document page) {
        List<Reliability.Bin> bins = evaluation.reliability().bins();
        double most = bins.stream()
                .mapToDouble(b -> Math.max(b.stated(), b.observed()))
                .max()
                .orElse(1);
        LineChart chart = new LineChart(
                "校准 Calibration",
                "预测概率 stated probability",
                "实际成功率 observed",
                List.of(
                        new LineChart.Line(
                                "各分组 bins",
                                bins.stream()
                                        .flatMapToDouble(
                                                b -> java.util.stream.DoubleStream.of(b.stated(), b.observed()))
                                        .toArray(),
                                "dots"),
                        new LineChart.Line("完全吻合 perfect", new double[] {0, 0, most, most}, "plain")),
                List.of(),
                ModelPictures::percent,
                ModelPictures::percent);
        page.chart(
                String.format(
                        Locale.ROOT,
                        "预测与实际平均相差 %s · Stated and observed differ by %s on average",
                        percent(evaluation.calibrationError()),
                        percent(evaluation.calibrationError())),
                chart.svg(),
                List.of("人数 customers", "预测 stated", "实际 observed"),
                bins.stream()
                        .map(b -> List.of(
                                String.format(Locale.ROOT, "%,d", b.rows()),
                                percent(b.stated()),
                                percent(b.observed())))
                        .toList());
    }

    /** A share in percent with one decimal. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }
}
