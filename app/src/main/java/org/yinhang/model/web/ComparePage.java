package org.yinhang.model.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.evaluation.AucComparison;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.model.ModelVersion;
import org.yinhang.model.VersionComparison;
import org.yinhang.shared.chart.Chart;
import org.yinhang.shared.web.PageFrame;

/**
 * Two versions of a model side by side.
 *
 * @param definition the model's declaration
 * @param versions all its versions, to choose from
 * @param first one of them
 * @param second another
 * @param comparison both on the same rows; null where those are too few
 * @param finding what it comes to, in a sentence
 * @param scores how the scores of both lie on the same rows; null without a comparison
 */
public record ComparePage(
        ModelDefinition definition,
        List<ModelVersion> versions,
        ModelVersion first,
        ModelVersion second,
        @Nullable VersionComparison comparison,
        String finding,
        @Nullable Chart scores) {

    private static final double SIGNIFICANT = 0.05;
    private static final int BARS = 20;

    static ComparePage of(
            ModelDefinition definition,
            List<ModelVersion> versions,
            ModelVersion first,
            ModelVersion second,
            @Nullable VersionComparison comparison,
            PageFrame page) {
        return new ComparePage(
                definition,
                versions,
                first,
                second,
                comparison,
                comparison == null ? page.t("model.compare.none") : finding(first, second, comparison.auc(), page),
                comparison == null ? null : scores(first, second, comparison, page));
    }

    private static String finding(ModelVersion first, ModelVersion second, AucComparison auc, PageFrame page) {
        String p = String.format(Locale.ROOT, "%.3f", auc.pValue());
        if (!(auc.pValue() < SIGNIFICANT)) {
            return page.t("model.compare.equal", first.version(), second.version(), p);
        }
        ModelVersion better = auc.difference() > 0 ? first : second;
        return page.t("model.compare.better", better.version(), ModelPictures.three(Math.abs(auc.difference())), p);
    }

    private static Chart scores(ModelVersion first, ModelVersion second, VersionComparison both, PageFrame page) {
        double low = DoubleStream.concat(Arrays.stream(both.first()), Arrays.stream(both.second()))
                .min()
                .orElse(0);
        double high = DoubleStream.concat(Arrays.stream(both.first()), Arrays.stream(both.second()))
                .max()
                .orElse(1);
        double width = Math.max(1e-9, (high - low) / BARS);
        List<String> labels = new ArrayList<>();
        for (int bar = 0; bar < BARS; bar++) {
            labels.add(String.format(Locale.ROOT, "%.1f%%", 100 * (low + bar * width)));
        }
        return new Chart(
                Chart.Kind.STEPS,
                Chart.Size.USUAL,
                page.t("model.compare.shift", ModelPictures.three(both.shift())),
                "%",
                page.t("model.stated"),
                labels,
                List.of(
                        new Chart.Series("v" + first.version(), shares(both.first(), low, width)),
                        new Chart.Series("v" + second.version(), shares(both.second(), low, width))),
                null);
    }

    private static List<Double> shares(double[] scores, double low, double width) {
        int[] counts = new int[BARS];
        for (double score : scores) {
            counts[Math.clamp((long) ((score - low) / width), 0, BARS - 1)]++;
        }
        return Arrays.stream(counts)
                .mapToObj(count -> ModelPictures.rounded(100.0 * count / scores.length))
                .toList();
    }
}
