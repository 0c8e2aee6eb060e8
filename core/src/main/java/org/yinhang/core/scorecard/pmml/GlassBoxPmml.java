package org.yinhang.core.scorecard.pmml;

import static org.yinhang.core.scorecard.pmml.PmmlXml.number;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamException;
import org.yinhang.core.binning.Bins;
import org.yinhang.core.binning.NumberBins;
import org.yinhang.core.binning.WordBins;
import org.yinhang.core.glassbox.Curve;
import org.yinhang.core.glassbox.GlassBox;
import org.yinhang.core.glassbox.PairMap;

/**
 * Writes a glass box as PMML 4.4: a chain of a {@code Scorecard}, whose characteristics are the curves and then the pairs with
 * log odds as partial scores, and a {@code RegressionModel} that makes a probability of their sum. Partial scores are written in
 * full and added in the order of the model, and exactly one predicate of a characteristic holds of any row, so another engine
 * comes to the same bits. Equal models give equal bytes.
 */
public final class GlassBoxPmml {

    private static final String LOG_ODDS = "logOdds";

    private final PmmlXml xml;
    private final GlassBox box;

    private GlassBoxPmml(GlassBox box) throws XMLStreamException {
        this.box = box;
        this.xml = new PmmlXml("Glass box made by Yinhang");
    }

    /**
     * The document.
     *
     * @param slope what the sum is multiplied by before it becomes a probability
     * @param intercept what is added then, in log odds
     * @param name what the model is called there
     */
    public static String write(GlassBox box, double slope, double intercept, String name) {
        try {
            return new GlassBoxPmml(box).document(slope, intercept, name);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
    }

    private String document(double slope, double intercept, String name) throws XMLStreamException {
        List<Bins> read = read();
        xml.open("DataDictionary");
        for (Bins bins : read) {
            boolean isNumber = bins instanceof NumberBins;
            xml.leaf(
                    "DataField",
                    "name",
                    bins.column(),
                    "optype",
                    isNumber ? "continuous" : "categorical",
                    "dataType",
                    isNumber ? "double" : "string");
        }
        xml.close();
        xml.open("MiningModel", "modelName", name, "functionName", "regression");
        schema(read);
        xml.open("Output");
        output("probability");
        xml.close();
        xml.open("Segmentation", "multipleModelMethod", "modelChain");
        xml.open("Segment", "id", "sum");
        xml.leaf("True");
        xml.open(
                "Scorecard",
                "functionName",
                "regression",
                "initialScore",
                number(box.intercept()),
                "useReasonCodes",
                "false");
        schema(read);
        xml.open("Output");
        output(LOG_ODDS);
        xml.close();
        xml.open("Characteristics");
        for (Curve curve : box.curves()) {
            if (adds(curve.values())) {
                curve(curve);
            }
        }
        for (int pair = 0; pair < box.pairs().size(); pair++) {
            pair(box.pairs().get(pair), box.name(box.curves().size() + pair));
        }
        xml.close();
        xml.close();
        xml.close();
        xml.open("Segment", "id", "probability");
        xml.leaf("True");
        xml.open("RegressionModel", "functionName", "regression", "normalizationMethod", "logit");
        xml.open("MiningSchema");
        xml.leaf("MiningField", "name", LOG_ODDS);
        xml.close();
        xml.open("RegressionTable", "intercept", number(intercept));
        xml.leaf("NumericPredictor", "name", LOG_ODDS, "coefficient", number(slope));
        xml.close();
        xml.close();
        xml.close();
        xml.close();
        xml.close();
        return xml.end();
    }

    /** The columns that add anything, in their order. */
    private List<Bins> read() {
        SortedSet<Integer> columns = new TreeSet<>();
        for (int column = 0; column < box.curves().size(); column++) {
            if (adds(box.curves().get(column).values())) {
                columns.add(column);
            }
        }
        box.pairs().forEach(pair -> columns.addAll(List.of(pair.first(), pair.second())));
        return columns.stream().map(column -> box.bins().get(column)).toList();
    }

    private static boolean adds(List<Double> values) {
        return values.stream().anyMatch(value -> value != 0);
    }

    private void schema(List<Bins> read) throws XMLStreamException {
        xml.open("MiningSchema");
        for (Bins bins : read) {
            xml.leaf("MiningField", "name", bins.column(), "usageType", "active", "invalidValueTreatment", "asIs");
        }
        xml.close();
    }

    private void output(String name) throws XMLStreamException {
        xml.leaf(
                "OutputField", "name", name, "optype", "continuous", "dataType", "double", "feature", "predictedValue");
    }

    /** Bins that add the same share an attribute. */
    private void curve(Curve curve) throws XMLStreamException {
        Map<Double, List<Integer>> byValue = new LinkedHashMap<>();
        for (int bin = 0; bin < curve.values().size(); bin++) {
            byValue.computeIfAbsent(curve.values().get(bin), value -> new ArrayList<>())
                    .add(bin);
        }
        xml.open("Characteristic", "name", curve.bins().column());
        for (Map.Entry<Double, List<Integer>> attribute : byValue.entrySet()) {
            xml.open("Attribute", "partialScore", number(attribute.getKey()));
            predicate(curve.bins(), attribute.getValue());
            xml.close();
        }
        xml.close();
    }

    private void pair(PairMap pair, String name) throws XMLStreamException {
        Bins first = box.bins().get(pair.first());
        Bins second = box.bins().get(pair.second());
        xml.open("Characteristic", "name", name);
        for (int cell = 0; cell < pair.values().size(); cell++) {
            List<Integer> across = bins(pair.firstGroups(), cell / pair.width());
            List<Integer> down = bins(pair.secondGroups(), cell % pair.width());
            if (!across.isEmpty() && !down.isEmpty()) {
                xml.open("Attribute", "partialScore", number(pair.values().get(cell)));
                xml.open("CompoundPredicate", "booleanOperator", "and");
                predicate(first, across);
                predicate(second, down);
                xml.close();
                xml.close();
            }
        }
        xml.close();
    }

    private static List<Integer> bins(List<Integer> groups, int wanted) {
        return IntStream.range(0, groups.size())
                .filter(bin -> groups.get(bin) == wanted)
                .boxed()
                .toList();
    }

    /** One piece of a predicate, written when it is its turn. */
    @FunctionalInterface
    private interface Piece {
        void write() throws XMLStreamException;
    }

    /** Holds of exactly the values that fall into one of these bins. */
    private void predicate(Bins bins, List<Integer> chosen) throws XMLStreamException {
        if (chosen.size() == bins.count()) {
            xml.leaf("True");
            return;
        }
        List<Piece> pieces = new ArrayList<>();
        if (chosen.contains(Bins.MISSING)) {
            pieces.add(() -> xml.predicate(bins.column(), "isMissing"));
        }
        switch (bins) {
            case NumberBins numbers -> numbers(numbers, chosen, pieces);
            case WordBins words -> words(words, chosen, pieces);
        }
        joined("or", pieces);
    }

    private void joined(String operator, List<Piece> pieces) throws XMLStreamException {
        if (pieces.size() > 1) {
            xml.open("CompoundPredicate", "booleanOperator", operator);
        }
        for (Piece piece : pieces) {
            piece.write();
        }
        if (pieces.size() > 1) {
            xml.close();
        }
    }

    private void numbers(NumberBins numbers, List<Integer> chosen, List<Piece> pieces) {
        for (int bin : chosen) {
            if (bin != Bins.MISSING && bin < numbers.firstInterval()) {
                String special = number(numbers.specials()[bin - 1]);
                pieces.add(() -> xml.predicate(numbers.column(), "equal", special));
            }
        }
        int bin = numbers.firstInterval();
        while (bin < numbers.count()) {
            int end = bin;
            while (end < numbers.count() && chosen.contains(end)) {
                end++;
            }
            if (end > bin) {
                int from = bin;
                int to = end;
                pieces.add(() -> interval(numbers, from, to));
            }
            bin = end + 1;
        }
    }

    /** Neighbouring intervals as one; a special value inside has a bin of its own. */
    private void interval(NumberBins numbers, int from, int end) throws XMLStreamException {
        double[] cuts = numbers.cuts();
        int first = from - numbers.firstInterval();
        int last = end - 1 - numbers.firstInterval();
        double low = first == 0 ? Double.NEGATIVE_INFINITY : cuts[first - 1];
        double high = last == cuts.length ? Double.POSITIVE_INFINITY : cuts[last];
        List<Piece> pieces = new ArrayList<>();
        if (first > 0) {
            pieces.add(() -> xml.predicate(numbers.column(), "greaterOrEqual", number(low)));
        }
        if (last < cuts.length) {
            pieces.add(() -> xml.predicate(numbers.column(), "lessThan", number(high)));
        }
        for (double special : numbers.specials()) {
            if (special >= low && special < high) {
                pieces.add(() -> xml.predicate(numbers.column(), "notEqual", number(special)));
            }
        }
        if (pieces.isEmpty()) {
            pieces.add(() -> xml.predicate(numbers.column(), "isNotMissing"));
        }
        joined("and", pieces);
    }

    private void words(WordBins words, List<Integer> chosen, List<Piece> pieces) {
        List<String> named = chosen.stream()
                .filter(bin -> bin != Bins.MISSING && bin != words.others())
                .map(bin -> words.words().get(bin - 1))
                .toList();
        if (!named.isEmpty()) {
            pieces.add(() -> xml.words(words.column(), named, true));
        }
        if (chosen.contains(words.others())) {
            pieces.add(
                    words.words().isEmpty()
                            ? () -> xml.predicate(words.column(), "isNotMissing")
                            : () -> xml.words(words.column(), words.words(), false));
        }
    }
}
