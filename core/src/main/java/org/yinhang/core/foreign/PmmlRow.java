package org.yinhang.core.foreign;

import java.util.HashMap;
import java.util.Map;
import org.yinhang.core.table.NumericColumn;

/** The values of one row under the names a model knows them by, missing ones already replaced where the model says so. */
final class PmmlRow {

    /** How a field is read. */
    interface Values {

        /** The number, NaN when missing. */
        double number(int row);

        /** The text, empty when missing. */
        String text(int row);
    }

    private final Map<String, Values> fields;
    private final int row;

    PmmlRow(Map<String, Values> fields, int row) {
        this.fields = fields;
        this.row = row;
    }

    /** The same row with what a model of a chain predicts for it. */
    PmmlRow with(String field, double predicted) {
        Map<String, Values> more = new HashMap<>(fields);
        more.put(field, new Predicted(predicted));
        return new PmmlRow(more, row);
    }

    private record Predicted(double value) implements Values {

        @Override
        public double number(int row) {
            return value;
        }

        @Override
        public String text(int row) {
            return Double.isNaN(value) ? "" : NumericColumn.plainText(value);
        }
    }

    double number(String field) {
        return values(field).number(row);
    }

    String text(String field) {
        return values(field).text(row);
    }

    boolean isMissing(String field) {
        return values(field).text(row).isEmpty();
    }

    private Values values(String field) {
        Values values = fields.get(field);
        if (values == null) {
            throw new IllegalStateException("field %s: asked for but not declared".formatted(field));
        }
        return values;
    }
}
