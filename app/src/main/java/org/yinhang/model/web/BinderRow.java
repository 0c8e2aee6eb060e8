package org.yinhang.model.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.yinhang.core.binning.Bins;
import org.yinhang.core.glassbox.Curve;
import org.yinhang.core.learning.ResponseModel;
import org.yinhang.core.scorecard.ScorecardTerm;
import org.yinhang.core.scorecard.merging.MergedBin;
import org.yinhang.shared.list.Cell;
import org.yinhang.shared.list.Column;
import org.yinhang.shared.list.ListDefinition;

/**
 * A line of the policy binder: what a bin of a feature adds to a score.
 *
 * @param feature the feature in the reader's language
 * @param bin what the bin holds
 * @param share of the rows learned from, 0 to 1; negative where it is not about rows
 * @param adds points of a card, or log odds of a glass box
 * @param rate event rate in the bin, 0 to 1; negative where unknown
 * @param evidence weight of evidence; NaN where there is none
 */
record BinderRow(String feature, String bin, double share, double adds, double rate, double evidence) {

    static List<BinderRow> of(ResponseModel model, ModelWords words) {
        List<BinderRow> rows = new ArrayList<>();
        model.scorecard().ifPresent(card -> {
            rows.add(new BinderRow("", words.start(), -1, card.start(), -1, Double.NaN));
            card.terms().forEach(term -> add(rows, term, words));
        });
        for (ResponseModel.WeightedBox weighted : model.glassBoxes()) {
            rows.add(new BinderRow(
                    "", words.start(), -1, weighted.weight() * weighted.box().intercept(), -1, Double.NaN));
            weighted.box().curves().forEach(curve -> add(rows, curve, weighted.weight(), words));
        }
        return rows;
    }

    private static void add(List<BinderRow> rows, ScorecardTerm term, ModelWords words) {
        for (int i = 0; i < term.points().size(); i++) {
            MergedBin bin = term.bins().bins().get(i);
            rows.add(new BinderRow(
                    words.feature(term.column()),
                    words.bin(term.column(), bin.label()),
                    bin.share(),
                    term.points().get(i),
                    bin.rate(),
                    bin.weightOfEvidence()));
        }
    }

    private static void add(List<BinderRow> rows, Curve curve, double weight, ModelWords words) {
        Bins bins = curve.bins();
        for (int bin = 0; bin < bins.count(); bin++) {
            rows.add(new BinderRow(
                    words.feature(bins.column()),
                    words.bin(bins.column(), bins.label(bin)),
                    curve.shares().get(bin),
                    weight * curve.values().get(bin),
                    -1,
                    Double.NaN));
        }
    }

    static ListDefinition<BinderRow> list() {
        return ListDefinition.of(
                "model-binder",
                List.of(
                        Column.<BinderRow>of("feature", "model.feature", r -> new Cell.Words(r.feature)),
                        Column.<BinderRow>of("bin", "model.bin", r -> new Cell.Words(r.bin)),
                        Column.<BinderRow>number("adds", "model.adds", r -> new Cell.Words(figure(r.adds))),
                        Column.<BinderRow>number("share", "model.shape.share", r -> share(r.share)),
                        Column.<BinderRow>number("rate", "model.card.rate", r -> share(r.rate)),
                        Column.<BinderRow>number(
                                "evidence",
                                "model.evidence",
                                r -> Double.isNaN(r.evidence)
                                        ? new Cell.Nothing()
                                        : new Cell.Words(figure(r.evidence)))),
                List.of(),
                false);
    }

    private static Cell share(double share) {
        return share < 0 ? new Cell.Nothing() : new Cell.Share(share);
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
