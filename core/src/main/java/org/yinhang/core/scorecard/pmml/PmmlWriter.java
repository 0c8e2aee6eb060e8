package org.yinhang.core.scorecard.pmml;

import static org.yinhang.core.scorecard.pmml.PmmlXml.number;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import org.yinhang.core.binning.Bins;
import org.yinhang.core.binning.NumberBins;
import org.yinhang.core.binning.WordBins;
import org.yinhang.core.scorecard.ScoreScale;
import org.yinhang.core.scorecard.Scorecard;
import org.yinhang.core.scorecard.ScorecardTerm;
import org.yinhang.core.scorecard.merging.MergedBin;

/**
 * Writes a card as a PMML 4.4 {@code Scorecard}. Another engine comes to the same score, probability and reasons: partial scores
 * are written in full and added in the same order, the first predicate that holds decides, so missing and special values come
 * before intervals and other words last. What PMML has no place for (counts, WOE, scale) stands in extensions, from which
 * {@link PmmlReader} makes the same card again. Equal cards give equal bytes.
 */
public final class PmmlWriter {

    static final String EXTENDER = "yinhang";

    /** How many reasons an engine gives. */
    private static final int REASONS = 4;

    private final PmmlXml xml;
    private final Scorecard card;

    private PmmlWriter(Scorecard card) throws XMLStreamException {
        this.card = card;
        this.xml = new PmmlXml("Scorecard made by Yinhang");
    }

    /**
     * The card as a PMML document.
     *
     * @param name what the model is called there
     */
    public static String write(Scorecard card, String name) {
        try {
            return new PmmlWriter(card).document(name);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
    }

    private String document(String name) throws XMLStreamException {
        xml.open("DataDictionary");
        for (ScorecardTerm term : card.terms()) {
            switch (term.bins().fine()) {
                case NumberBins numbers ->
                    xml.leaf("DataField", "name", numbers.column(), "optype", "continuous", "dataType", "double");
                case WordBins words ->
                    xml.leaf("DataField", "name", words.column(), "optype", "categorical", "dataType", "string");
            }
        }
        xml.close();
        xml.open(
                "Scorecard",
                "modelName",
                name,
                "functionName",
                "regression",
                "initialScore",
                number(card.start()),
                "useReasonCodes",
                "true",
                "reasonCodeAlgorithm",
                "pointsBelow",
                "baselineMethod",
                "mean");
        ScoreScale scale = card.scale();
        extension("base", number(scale.base()));
        extension("oddsAtBase", number(scale.oddsAtBase()));
        extension("pointsToDouble", number(scale.pointsToDouble()));
        extension("event", scale.event().name().toLowerCase(Locale.ROOT));
        extension("isWhole", Boolean.toString(scale.isWhole()));
        xml.open("MiningSchema");
        for (ScorecardTerm term : card.terms()) {
            xml.leaf("MiningField", "name", term.column(), "usageType", "active", "invalidValueTreatment", "asIs");
        }
        xml.close();
        output();
        xml.open("Characteristics");
        for (ScorecardTerm term : card.terms()) {
            characteristic(term);
        }
        xml.close();
        xml.close();
        return xml.end();
    }

    private void output() throws XMLStreamException {
        xml.open("Output");
        xml.leaf(
                "OutputField",
                "name",
                "score",
                "optype",
                "continuous",
                "dataType",
                "double",
                "feature",
                "predictedValue");
        xml.open(
                "OutputField",
                "name",
                "probability",
                "optype",
                "continuous",
                "dataType",
                "double",
                "feature",
                "transformedValue");
        ScoreScale scale = card.scale();
        double sign = scale.event() == ScoreScale.Event.WANTED ? 1 : -1;
        xml.open("Apply", "function", "/");
        xml.constant(1);
        xml.open("Apply", "function", "+");
        xml.constant(1);
        xml.open("Apply", "function", "exp");
        xml.open("Apply", "function", "*");
        xml.constant(-sign);
        xml.open("Apply", "function", "+");
        xml.open("Apply", "function", "/");
        xml.open("Apply", "function", "-");
        xml.leaf("FieldRef", "field", "score");
        xml.constant(scale.base());
        xml.close();
        xml.constant(scale.pointsToDouble() / Math.log(2));
        xml.close();
        xml.constant(Math.log(scale.oddsAtBase()));
        xml.close();
        xml.close();
        xml.close();
        xml.close();
        xml.close();
        xml.close();
        for (int rank = 1; rank <= Math.min(REASONS, card.terms().size()); rank++) {
            xml.leaf(
                    "OutputField",
                    "name",
                    "reason" + rank,
                    "optype",
                    "categorical",
                    "dataType",
                    "string",
                    "feature",
                    "reasonCode",
                    "rank",
                    Integer.toString(rank));
        }
        xml.close();
    }

    private void characteristic(ScorecardTerm term) throws XMLStreamException {
        xml.open(
                "Characteristic",
                "name",
                term.column(),
                "reasonCode",
                term.column(),
                "baselineScore",
                number(term.averagePoints()));
        extension("trend", term.bins().trend().name());
        extension("coefficient", number(term.coefficient()));
        if (term.statistics().isPresent()) {
            ScorecardTerm.Statistics known = term.statistics().get();
            extension("standardError", number(known.standardError()));
            extension("pValue", number(known.pValue()));
            extension("varianceInflation", number(known.varianceInflation()));
        }
        List<Integer> order = new ArrayList<>();
        for (int bin = 0; bin < term.points().size(); bin++) {
            order.add(bin);
        }
        // Missing first, special codes before intervals, other words last: the first predicate that holds decides.
        List<MergedBin.Kind> kinds = List.of(
                MergedBin.Kind.MISSING, MergedBin.Kind.SPECIAL, MergedBin.Kind.ORDINARY, MergedBin.Kind.OTHER_WORDS);
        order.sort(Comparator.comparingInt(
                bin -> kinds.indexOf(term.bins().bins().get(bin).kind())));
        for (int bin : order) {
            attribute(term, bin);
        }
        xml.close();
    }

    private void attribute(ScorecardTerm term, int position) throws XMLStreamException {
        MergedBin bin = term.bins().bins().get(position);
        xml.open("Attribute", "partialScore", number(term.points().get(position)));
        extension("kind", bin.kind().name());
        extension("rows", number(bin.rows()));
        extension("share", number(bin.share()));
        extension("events", number(bin.events()));
        extension("isNeutral", Boolean.toString(bin.isNeutral()));
        extension("weightOfEvidence", number(bin.weightOfEvidence()));
        extension("informationValue", number(bin.informationValue()));
        switch (bin.kind()) {
            case MISSING -> xml.leaf("SimplePredicate", "field", term.column(), "operator", "isMissing");
            case OTHER_WORDS -> xml.leaf("True");
            case SPECIAL -> {
                NumberBins numbers = (NumberBins) term.bins().fine();
                double special = numbers.specials()[bin.fine().getFirst() - 1];
                equal(term.column(), number(special));
            }
            case ORDINARY -> ordinary(term.bins().fine(), bin);
        }
        xml.close();
    }

    private void ordinary(Bins fine, MergedBin bin) throws XMLStreamException {
        switch (fine) {
            case NumberBins numbers -> {
                double[] cuts = numbers.cuts();
                int first = bin.fine().getFirst() - numbers.firstInterval();
                int last = bin.fine().getLast() - numbers.firstInterval();
                boolean hasLow = first > 0;
                boolean hasHigh = last < cuts.length;
                if (!hasLow && !hasHigh) {
                    xml.leaf("True");
                    return;
                }
                if (hasLow && hasHigh) {
                    xml.open("CompoundPredicate", "booleanOperator", "and");
                }
                if (hasLow) {
                    xml.leaf(
                            "SimplePredicate",
                            "field",
                            fine.column(),
                            "operator",
                            "greaterOrEqual",
                            "value",
                            number(cuts[first - 1]));
                }
                if (hasHigh) {
                    xml.leaf(
                            "SimplePredicate",
                            "field",
                            fine.column(),
                            "operator",
                            "lessThan",
                            "value",
                            number(cuts[last]));
                }
                if (hasLow && hasHigh) {
                    xml.close();
                }
            }
            case WordBins words ->
                xml.words(
                        fine.column(),
                        bin.fine().stream()
                                .map(code -> words.words().get(code - 1))
                                .toList(),
                        true);
        }
    }

    private void equal(String column, String value) throws XMLStreamException {
        xml.predicate(column, "equal", value);
    }

    private void extension(String name, String value) throws XMLStreamException {
        xml.leaf("Extension", "extender", EXTENDER, "name", name, "value", value);
    }
}
