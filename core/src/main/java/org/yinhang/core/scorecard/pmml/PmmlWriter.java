package org.yinhang.core.scorecard.pmml;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
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

    static final String NAMESPACE = "http://www.dmg.org/PMML-4_4";
    static final String EXTENDER = "yinhang";

    /** How many reasons an engine gives. */
    private static final int REASONS = 4;

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private final Scorecard card;
    private int depth;

    private PmmlWriter(Scorecard card) throws XMLStreamException {
        this.card = card;
        this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    /**
     * The card as a PMML document.
     *
     * @param name what the model is called there
     */
    public static String write(Scorecard card, String name) {
        try {
            PmmlWriter writer = new PmmlWriter(card);
            writer.document(name);
            return writer.text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
    }

    private void document(String name) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        open("PMML", "version", "4.4", "xmlns", NAMESPACE);
        open("Header", "description", "Scorecard made by Yinhang");
        leaf("Application", "name", "Yinhang");
        close();
        open("DataDictionary");
        for (ScorecardTerm term : card.terms()) {
            switch (term.bins().fine()) {
                case NumberBins numbers ->
                    leaf("DataField", "name", numbers.column(), "optype", "continuous", "dataType", "double");
                case WordBins words ->
                    leaf("DataField", "name", words.column(), "optype", "categorical", "dataType", "string");
            }
        }
        close();
        open(
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
        open("MiningSchema");
        for (ScorecardTerm term : card.terms()) {
            leaf("MiningField", "name", term.column(), "usageType", "active", "invalidValueTreatment", "asIs");
        }
        close();
        output();
        open("Characteristics");
        for (ScorecardTerm term : card.terms()) {
            characteristic(term);
        }
        close();
        close();
        close();
        xml.writeEndDocument();
        xml.writeCharacters("\n");
    }

    private void output() throws XMLStreamException {
        open("Output");
        leaf("OutputField", "name", "score", "optype", "continuous", "dataType", "double", "feature", "predictedValue");
        open(
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
        open("Apply", "function", "/");
        constant(1);
        open("Apply", "function", "+");
        constant(1);
        open("Apply", "function", "exp");
        open("Apply", "function", "*");
        constant(-sign);
        open("Apply", "function", "+");
        open("Apply", "function", "/");
        open("Apply", "function", "-");
        leaf("FieldRef", "field", "score");
        constant(scale.base());
        close();
        constant(scale.pointsToDouble() / Math.log(2));
        close();
        constant(Math.log(scale.oddsAtBase()));
        close();
        close();
        close();
        close();
        close();
        close();
        for (int rank = 1; rank <= Math.min(REASONS, card.terms().size()); rank++) {
            leaf(
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
        close();
    }

    private void constant(double value) throws XMLStreamException {
        indent();
        xml.writeStartElement("Constant");
        xml.writeAttribute("dataType", "double");
        xml.writeCharacters(number(value));
        xml.writeEndElement();
    }

    private void characteristic(ScorecardTerm term) throws XMLStreamException {
        open(
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
        close();
    }

    private void attribute(ScorecardTerm term, int position) throws XMLStreamException {
        MergedBin bin = term.bins().bins().get(position);
        open("Attribute", "partialScore", number(term.points().get(position)));
        extension("kind", bin.kind().name());
        extension("rows", number(bin.rows()));
        extension("share", number(bin.share()));
        extension("events", number(bin.events()));
        extension("isNeutral", Boolean.toString(bin.isNeutral()));
        extension("weightOfEvidence", number(bin.weightOfEvidence()));
        extension("informationValue", number(bin.informationValue()));
        switch (bin.kind()) {
            case MISSING -> leaf("SimplePredicate", "field", term.column(), "operator", "isMissing");
            case OTHER_WORDS -> leaf("True");
            case SPECIAL -> {
                NumberBins numbers = (NumberBins) term.bins().fine();
                double special = numbers.specials()[bin.fine().getFirst() - 1];
                equal(term.column(), number(special));
            }
            case ORDINARY -> ordinary(term.bins().fine(), bin);
        }
        close();
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
                    leaf("True");
                    return;
                }
                if (hasLow && hasHigh) {
                    open("CompoundPredicate", "booleanOperator", "and");
                }
                if (hasLow) {
                    leaf(
                            "SimplePredicate",
                            "field",
                            fine.column(),
                            "operator",
                            "greaterOrEqual",
                            "value",
                            number(cuts[first - 1]));
                }
                if (hasHigh) {
                    leaf(
                            "SimplePredicate",
                            "field",
                            fine.column(),
                            "operator",
                            "lessThan",
                            "value",
                            number(cuts[last]));
                }
                if (hasLow && hasHigh) {
                    close();
                }
            }
            case WordBins words ->
                words(
                        fine.column(),
                        bin.fine().stream()
                                .map(code -> words.words().get(code - 1))
                                .toList());
        }
    }

    /** A set where its words need no escaping, about which engines differ; otherwise one comparison a word. */
    private void words(String column, List<String> words) throws XMLStreamException {
        if (words.size() == 1) {
            equal(column, words.getFirst());
        } else if (words.stream().anyMatch(word -> word.indexOf('"') >= 0 || word.indexOf('\\') >= 0)) {
            open("CompoundPredicate", "booleanOperator", "or");
            for (String word : words) {
                equal(column, word);
            }
            close();
        } else {
            open("SimpleSetPredicate", "field", column, "booleanOperator", "isIn");
            indent();
            xml.writeStartElement("Array");
            xml.writeAttribute("type", "string");
            xml.writeAttribute("n", Integer.toString(words.size()));
            xml.writeCharacters(words.stream().map(word -> '"' + word + '"').collect(Collectors.joining(" ")));
            xml.writeEndElement();
            close();
        }
    }

    private void equal(String column, String value) throws XMLStreamException {
        leaf("SimplePredicate", "field", column, "operator", "equal", "value", value);
    }

    private static String number(double value) {
        return Double.toString(value);
    }

    private void extension(String name, String value) throws XMLStreamException {
        leaf("Extension", "extender", EXTENDER, "name", name, "value", value);
    }

    private void open(String element, String... attributes) throws XMLStreamException {
        indent();
        xml.writeStartElement(element);
        attributes(attributes);
        depth++;
    }

    private void leaf(String element, String... attributes) throws XMLStreamException {
        indent();
        xml.writeEmptyElement(element);
        attributes(attributes);
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i].equals("xmlns")) {
                xml.writeDefaultNamespace(attributes[i + 1]);
            } else {
                xml.writeAttribute(attributes[i], attributes[i + 1]);
            }
        }
    }

    private void close() throws XMLStreamException {
        depth--;
        indent();
        xml.writeEndElement();
    }

    private void indent() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
