package org.yinhang.core.foreign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.RowSource;

/**
 * A PMML document scored by our own reading of the standard (dmg.org/pmml/v4-4-1). It supports what score makers export most:
 * scorecards, regressions, trees, sums and averages of them; whatever else a document asks for is refused by its name rather
 * than left out.
 */
public final class PmmlModel {

    private static final Set<String> NO_INPUT = Set.of("target", "predicted", "supplementary");
    private static final Set<String> MODELS = Set.of("Scorecard", "RegressionModel", "TreeModel", "MiningModel");

    /** Elements beside a model. */
    private static final Set<String> BESIDE =
            Set.of("Header", "MiningBuildTask", "DataDictionary", "TransformationDictionary", "Extension");

    private final PmmlDocument document;
    private final PmmlPart part;

    /** What stands for a missing value, by field; empty for none. */
    private final Map<String, String> replacements;

    private PmmlModel(PmmlDocument document, PmmlPart part, Map<String, String> replacements) {
        this.document = document;
        this.part = part;
        this.replacements = replacements;
    }

    /**
     * Reads a document.
     *
     * @param name what it is called in messages
     * @throws org.yinhang.core.fault.FaultException FOR-1001 when it is none, or asks for what is not supported
     */
    public static PmmlModel read(String text, String name) {
        PmmlDocument document = PmmlDocument.parse(text, name);
        Element model = PmmlDocument.elements(document.root()).stream()
                .filter(element -> !BESIDE.contains(element.getTagName()))
                .findFirst()
                .orElseThrow(() -> document.fault("It holds no model."));
        if (!MODELS.contains(model.getTagName())) {
            throw document.fault("A %s is not supported.".formatted(model.getTagName()));
        }
        Map<String, String> replacements = new LinkedHashMap<>();
        for (Element field : PmmlDocument.children(document.child(model, "MiningSchema"), "MiningField")) {
            if (!NO_INPUT.contains(field.getAttribute("usageType"))) {
                document.isNumber(field.getAttribute("name"));
                replacements.put(field.getAttribute("name"), field.getAttribute("missingValueReplacement"));
            }
        }
        return new PmmlModel(document, new PmmlParts(document).of(model), replacements);
    }

    /** The columns it reads. */
    public List<String> fields() {
        return List.copyOf(replacements.keySet());
    }

    /** Whether a column is read as numbers; others are compared as words. */
    public boolean isNumber(String field) {
        return document.isNumber(field);
    }

    /** The score of a row: the probability of the event where the model classifies, else what it predicts; NaN for nothing. */
    @FunctionalInterface
    public interface Scores {

        double at(int row);
    }

    /** Scores of the rows of a table, or of a record that is filled anew. Safe to share by threads where the rows are. */
    public Scores bind(RowSource rows) {
        Map<String, PmmlRow.Values> fields = new LinkedHashMap<>();
        replacements.forEach((field, replacement) -> fields.put(
                field,
                document.isNumber(field)
                        ? new NumberValues(rows.numbers(field), replacement)
                        : new TextValues(rows.texts(field), replacement)));
        return row -> part.score(new PmmlRow(fields, row));
    }

    private record NumberValues(RowSource.Numbers numbers, String replacement) implements PmmlRow.Values {

        @Override
        public double number(int row) {
            double value = numbers.at(row);
            return Double.isNaN(value) && !replacement.isEmpty() ? Double.parseDouble(replacement) : value;
        }

        @Override
        public String text(int row) {
            double value = number(row);
            return Double.isNaN(value) ? "" : NumericColumn.plainText(value);
        }
    }

    private record TextValues(RowSource.Texts texts, String replacement) implements PmmlRow.Values {

        @Override
        public double number(int row) {
            try {
                return Double.parseDouble(text(row));
            } catch (NumberFormatException e) {
                return Double.NaN;
            }
        }

        @Override
        public String text(int row) {
            String text = texts.at(row);
            return text.isEmpty() ? replacement : text;
        }
    }
}
