package org.yinhang.model.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.yinhang.core.binning.Bins;
import org.yinhang.core.evaluation.Interval;
import org.yinhang.core.glassbox.Curve;
import org.yinhang.core.glassbox.GlassBox;
import org.yinhang.core.glassbox.PairMap;
import org.yinhang.core.learning.ResponseModel;
import org.yinhang.core.scorecard.Scorecard;
import org.yinhang.core.scorecard.ScorecardTerm;
import org.yinhang.core.scorecard.merging.MergedBin;
import org.yinhang.shared.chart.Chart;
import org.yinhang.shared.web.PageFrame;

/** What a model is made of, as pictures: the curves and maps of a glass box, the bins of a card. */
final class ShapePictures {

    /** Curves and maps beyond these add little; the rest stands in the table of weights. */
    private static final int MOST_CURVES = 12;

    private static final int MOST_MAPS = 6;

    /** Bins with less of the rows are left out of a finding: too few to speak of. */
    private static final double LEAST_SHARE = 0.01;

    private final ModelWords words;
    private final PageFrame page;

    ShapePictures(ModelWords words, PageFrame page) {
        this.words = words;
        this.page = page;
    }

    /** The curves that count most, in log odds. */
    List<Chart> curves(ResponseModel.WeightedBox weighted) {
        return weighted.box().curves().stream()
                .filter(curve -> curve.weight() > 0)
                .sorted(Comparator.comparingDouble(Curve::weight).reversed())
                .limit(MOST_CURVES)
                .map(curve -> curve(curve, weighted.weight()))
                .toList();
    }

    private Chart curve(Curve curve, double weight) {
        List<Integer> shown = IntStream.range(0, curve.values().size())
                .filter(bin -> curve.shares().get(bin) > 0)
                .boxed()
                .sorted(Comparator.comparing(bin -> bin == Bins.MISSING))
                .toList();
        List<Double> values = new ArrayList<>();
        List<Double> low = new ArrayList<>();
        List<Double> high = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (int bin : shown) {
            double value = weight * curve.values().get(bin);
            double reach = weight * Interval.Z * curve.errors().get(bin);
            values.add(ModelPictures.rounded(value));
            low.add(ModelPictures.rounded(value - reach));
            high.add(ModelPictures.rounded(value + reach));
            shares.add(ModelPictures.rounded(100 * curve.shares().get(bin)));
        }
        return new Chart(
                Chart.Kind.SHAPE,
                Chart.Size.USUAL,
                finding(curve),
                "",
                words.feature(curve.bins().column()),
                shown.stream().map(bin -> label(curve.bins(), bin)).toList(),
                List.of(
                        new Chart.Series(page.t("model.shape.adds"), values),
                        new Chart.Series(page.t("model.low"), low),
                        new Chart.Series(page.t("model.high"), high),
                        new Chart.Series(page.t("model.shape.share"), shares)),
                null);
    }

    private String finding(Curve curve) {
        Comparator<Integer> byValue =
                Comparator.comparingDouble(bin -> curve.values().get(bin));
        List<Integer> spoken = IntStream.range(0, curve.values().size())
                .filter(bin -> curve.shares().get(bin) >= LEAST_SHARE)
                .boxed()
                .sorted(byValue)
                .toList();
        String name = words.feature(curve.bins().column());
        return spoken.size() < 2
                ? name
                : page.t(
                        "model.shape.finding",
                        name,
                        label(curve.bins(), spoken.getLast()),
                        label(curve.bins(), spoken.getFirst()));
    }

    private String label(Bins bins, int bin) {
        return words.bin(bins.column(), bins.label(bin));
    }

    /** The maps that count most, in log odds. */
    List<Chart> maps(ResponseModel.WeightedBox weighted) {
        return weighted.box().pairs().stream()
                .sorted(Comparator.comparingDouble(PairMap::weight).reversed())
                .limit(MOST_MAPS)
                .map(map -> map(weighted.box(), map, weighted.weight()))
                .toList();
    }

    private Chart map(GlassBox box, PairMap map, double weight) {
        Bins first = box.bins().get(map.first());
        Bins second = box.bins().get(map.second());
        List<Chart.Series> rows = new ArrayList<>();
        for (int row = 0; row < map.values().size() / map.width(); row++) {
            List<Double> cells = map.values().subList(row * map.width(), (row + 1) * map.width()).stream()
                    .map(value -> ModelPictures.rounded(weight * value))
                    .toList();
            rows.add(new Chart.Series(group(first, map.firstGroups()::get, row), cells));
        }
        return new Chart(
                Chart.Kind.HEAT,
                Chart.Size.USUAL,
                page.t("model.shape.together", words.feature(first.column()), words.feature(second.column())),
                words.feature(first.column()),
                words.feature(second.column()),
                IntStream.range(0, map.width())
                        .mapToObj(group -> group(second, map.secondGroups()::get, group))
                        .toList(),
                rows,
                null);
    }

    /** The bins of a group in words: an interval from its first to its last, or its words. */
    private String group(Bins bins, IntUnaryOperator groupOf, int wanted) {
        List<String> labels = IntStream.range(0, bins.count())
                .filter(bin -> groupOf.applyAsInt(bin) == wanted)
                .mapToObj(bins::label)
                .toList();
        List<String> intervals = labels.stream()
                .filter(label -> label.startsWith("[") || label.startsWith("("))
                .toList();
        List<String> told = new ArrayList<>();
        if (!intervals.isEmpty()) {
            told.add(intervals.getFirst().replaceFirst(", .*", "") + ", "
                    + intervals.getLast().replaceFirst(".*, ", ""));
        }
        labels.stream()
                .filter(label -> !intervals.contains(label))
                .map(label -> words.bin(bins.column(), label))
                .forEach(told::add);
        return String.join(page.t("model.and"), told);
    }

    /** The columns of a card: weight of evidence as bars, the event rate as a line. */
    List<Chart> bins(Scorecard card) {
        return card.terms().stream().map(this::bins).toList();
    }

    private Chart bins(ScorecardTerm term) {
        List<MergedBin> bins = term.bins().bins();
        return new Chart(
                Chart.Kind.BINS,
                Chart.Size.USUAL,
                page.t(
                        "model.card.term",
                        words.feature(term.column()),
                        String.format(Locale.ROOT, "%.3f", term.bins().informationValue())),
                "",
                words.feature(term.column()),
                bins.stream().map(bin -> words.bin(term.column(), bin.label())).toList(),
                List.of(
                        new Chart.Series(
                                "WOE",
                                bins.stream()
                                        .map(bin -> ModelPictures.rounded(bin.weightOfEvidence()))
                                        .toList()),
                        new Chart.Series(
                                page.t("model.card.rate"),
                                bins.stream()
                                        .map(bin -> ModelPictures.rounded(100 * bin.rate()))
                                        .toList())),
                null);
    }
}
