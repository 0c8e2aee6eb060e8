package org.yinhang.model.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.yinhang.core.binning.Bins;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.glassbox.Curve;
import org.yinhang.core.glassbox.CurveEdit;
import org.yinhang.core.glassbox.GlassBox;
import org.yinhang.core.learning.ResponseModel;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.model.ModelVersion;
import org.yinhang.shared.chart.Chart;
import org.yinhang.shared.web.PageFrame;

/**
 * What the page shows on which a person draws curves anew.
 *
 * @param definition the model's declaration
 * @param version the version whose curves are drawn
 * @param columns the columns that have a curve, those that count most first
 * @param column the one that is looked at
 * @param bins its bins
 * @param chart its curve as it is and as it is drawn
 * @param edits the changes so far, over all columns
 * @param faults what is wrong with the change last asked for
 */
public record RedrawPage(
        ModelDefinition definition,
        ModelVersion version,
        List<Named> columns,
        String column,
        List<Bin> bins,
        Chart chart,
        List<Change> edits,
        List<Fault> faults) {

    public RedrawPage {
        columns = List.copyOf(columns);
        bins = List.copyOf(bins);
        edits = List.copyOf(edits);
        faults = List.copyOf(faults);
    }

    /** Something with a name in the viewer's language. */
    public record Named(String id, String name) {}

    /**
     * A bin of the curve.
     *
     * @param share of the rows learned from, 0 to 1
     * @param now what it adds, in log odds
     * @param drawn what it adds with the changes
     */
    public record Bin(int position, String label, double share, double now, double drawn) {

        /** Whether the changes move it. */
        public boolean isMoved() {
            return Math.abs(now - drawn) > 1e-9;
        }
    }

    /** A change, as it stands in an address and in words. */
    public record Change(String text, String words) {}

    static RedrawPage of(
            ModelDefinition definition,
            ModelVersion version,
            ResponseModel.WeightedBox weighted,
            String wanted,
            List<CurveEdit> edits,
            List<Fault> faults,
            ModelWords words,
            PageFrame page) {
        GlassBox box = weighted.box();
        List<Curve> counting = box.curves().stream()
                .filter(curve -> curve.bins().count() > 1)
                .sorted(Comparator.comparingDouble(Curve::weight).reversed())
                .toList();
        Curve curve = counting.stream()
                .filter(one -> one.bins().column().equals(wanted))
                .findFirst()
                .orElse(counting.getFirst());
        List<Bin> bins = bins(weighted, curve, edits, words);
        List<String> told = tell(edits, box, words, page);
        List<Change> changes = IntStream.range(0, edits.size())
                .mapToObj(i -> new Change(EditForm.text(edits.get(i)), told.get(i)))
                .toList();
        return new RedrawPage(
                definition,
                version,
                counting.stream()
                        .map(one -> new Named(
                                one.bins().column(), words.feature(one.bins().column())))
                        .toList(),
                curve.bins().column(),
                bins,
                chart(bins, words.feature(curve.bins().column()), page),
                changes,
                faults);
    }

    private static List<Bin> bins(
            ResponseModel.WeightedBox weighted, Curve curve, List<CurveEdit> edits, ModelWords words) {
        double weight = weighted.weight();
        List<CurveEdit> scaled =
                edits.stream().map(edit -> edit.weighing(weight)).toList();
        List<Double> drawn = weighted.box().values(weighted.box().curves().indexOf(curve), scaled);
        Bins of = curve.bins();
        return IntStream.range(0, of.count())
                .mapToObj(bin -> new Bin(
                        bin,
                        words.bin(of.column(), of.label(bin)),
                        curve.shares().get(bin),
                        weight * curve.values().get(bin),
                        weight * drawn.get(bin)))
                .toList();
    }

    private static Chart chart(List<Bin> bins, String name, PageFrame page) {
        List<Bin> shown = bins.stream()
                .sorted(Comparator.comparing(bin -> bin.position == Bins.MISSING))
                .toList();
        return new Chart(
                Chart.Kind.STEPS,
                Chart.Size.USUAL,
                page.t("model.redraw.chart", name),
                "",
                name,
                shown.stream().map(Bin::label).toList(),
                List.of(
                        new Chart.Series(
                                page.t("model.redraw.drawn"),
                                shown.stream()
                                        .map(bin -> ModelPictures.rounded(bin.drawn))
                                        .toList()),
                        new Chart.Series(
                                page.t("model.redraw.now"),
                                shown.stream()
                                        .map(bin -> ModelPictures.rounded(bin.now))
                                        .toList())),
                null);
    }

    /** A figure to four places. */
    public static String four(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    /** Changes in words, one line each: {@code 年龄 [18, 25) – [30, 35)：拉平}. */
    static List<String> tell(List<CurveEdit> edits, GlassBox box, ModelWords words, PageFrame page) {
        List<String> told = new ArrayList<>();
        for (CurveEdit edit : edits) {
            Bins bins = box.bins().stream()
                    .filter(one -> one.column().equals(edit.column()))
                    .findFirst()
                    .orElseThrow();
            String from = words.bin(edit.column(), bins.label(edit.from()));
            String range =
                    edit.from() == edit.to() ? from : from + " – " + words.bin(edit.column(), bins.label(edit.to()));
            String action = page.t(
                    "model.redraw." + edit.action().name().toLowerCase(Locale.ROOT),
                    String.format(Locale.ROOT, "%+.3f", edit.value()));
            told.add(page.t("model.redraw.told", words.feature(edit.column()), range, action));
        }
        return told;
    }
}
