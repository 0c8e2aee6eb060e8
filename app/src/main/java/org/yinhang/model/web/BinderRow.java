package org.yinhang.model.web;

import java.util.ArrayList;
import java.util.List;
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
 * @param rows rows learned from; negative where unknown
 * @param share of the rows learned from, 0 to 1; negative where it is not about rows
 * @param events events among them; negative where unknown
 * @param adds points of a card, or log odds of a glass box
 * @param rate event rate in the bin, 0 to 1; negative where unknown
 * @param evidence weight of evidence; NaN where there is none
 * @param value what the bin adds to the information value of its feature; NaN where there is none
 * @param note what a reader should know about the bin; may be empty
 */
record BinderRow(
        String feature,
        String bin,
        double rows,
        double share,
        double events,
        double rate,
        double evidence,
        double value,
        double adds,
        String note) {

    private static BinderRow start(double adds, ModelWords words) {
        return new BinderRow("", words.start(), -1, -1, -1, -1, Double.NaN, Double.NaN, adds, "");
    }

    static List<BinderRow> of(ResponseModel model, ModelWords words) {
        List<BinderRow> rows = new ArrayList<>();
        model.scorecard().ifPresent(card -> {
            rows.add(start(card.start(), words));
            card.terms().forEach(term -> add(rows, term, words));
        });
        for (ResponseModel.WeightedBox weighted : model.glassBoxes()) {
            rows.add(start(weighted.weight() * weighted.box().intercept(), words));
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
                    bin.rows(),
                    bin.share(),
                    bin.events(),
                    bin.rate(),
                    bin.weightOfEvidence(),
                    bin.informationValue(),
                    term.points().get(i),
                    words.note(bin)));
        }
    }

    private static void add(List<BinderRow> rows, Curve curve, double weight, ModelWords words) {
        Bins bins = curve.bins();
        for (int bin = 0; bin < bins.count(); bin++) {
            rows.add(new BinderRow(
                    words.feature(bins.column()),
                    words.bin(bins.column(), bins.label(bin)),
                    -1,
                    curve.shares().get(bin),
                    -1,
                    -1,
                    Double.NaN,
                    Double.NaN,
                    weight * curve.values().get(bin),
                    ""));
        }
    }

    static ListDefinition<BinderRow> list() {
        return ListDefinition.of(
                "model-binder",
                List.of(
                        Column.<BinderRow>of("feature", "model.feature", r -> new Cell.Words(r.feature)),
                        Column.<BinderRow>of("bin", "model.bin", r -> new Cell.Words(r.bin)),
                        Column.<BinderRow>number("rows", "model.binder.rows", r -> count(r.rows)),
                        Column.<BinderRow>number("share", "model.shape.share", r -> share(r.share)),
                        Column.<BinderRow>number("events", "model.binder.events", r -> count(r.events)),
                        Column.<BinderRow>number("rate", "model.card.rate", r -> share(r.rate)),
                        Column.<BinderRow>number("evidence", "model.evidence", r -> figure(r.evidence)),
                        Column.<BinderRow>number("value", "model.binder.value", r -> figure(r.value)),
                        Column.<BinderRow>number("adds", "model.adds", r -> figure(r.adds)),
                        Column.<BinderRow>of("note", "model.binder.note", r -> new Cell.Words(r.note))),
                List.of(),
                false);
    }

    private static Cell share(double share) {
        return share < 0 ? new Cell.Nothing() : new Cell.Share(share);
    }

    private static Cell count(double rows) {
        return rows < 0 ? new Cell.Nothing() : new Cell.Count(Math.round(rows));
    }

    private static Cell figure(double value) {
        return Double.isNaN(value) ? new Cell.Nothing() : new Cell.Figure(value);
    }
}
