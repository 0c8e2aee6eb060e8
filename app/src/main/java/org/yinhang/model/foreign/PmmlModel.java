package org.yinhang.model.foreign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.w3c.dom.Element;
import org.yinhang.core.table.Column;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.RowSource;
import org.yinhang.core.table.Table;

/**
 * A PMML document scored by our own reading of the standard (dmg.org/pmml/v4-4-1). It supports what score makers export most:
 * scorecards, regressions, trees, sums and averages of them; whatever else a document asks for is refused by its name rather
 * than left out.
 */
final class PmmlModel implements ForeignModel {

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

    static PmmlModel read(String text, String name) {
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

    @Override
    public List<String> fields() {
        return List.copyOf(replacements.keySet());
    }

    @Override
    public double[] scores(Table table) {
        ForeignModel.requireFields(fields(), table, document.name());
        Map<String, PmmlRow.Values> fields = new LinkedHashMap<>();
        replacements.forEach((field, replacement) -> fields.put(
                field,
                document.isNumber(field)
                        ? new NumberValues(table.numbers(field), replacement)
                        : new TextValues(table.column(field), replacement)));
        return IntStream.range(0, table.size())
                .mapToDouble(row -> part.score(new PmmlRow(fields, row)))
                .toArray();
    }

    @Override
    public void close() {
        // Nothing is held outside memory.
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

    private record TextValues(Column column, String replacement) implements PmmlRow.Values {

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
            return column.isMissing(row) ? replacement : column.text(row);
        }
    }
}
