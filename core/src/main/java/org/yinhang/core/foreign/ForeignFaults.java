package org.yinhang.core.foreign;

import java.util.List;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.table.Table;

/** What to say of a model from elsewhere that cannot be used. */
public final class ForeignFaults {

    private ForeignFaults() {}

    /** FOR-1001: its file cannot be read, or asks for what is not supported. */
    public static FaultException unreadable(String what, String where) {
        return new FaultException(Fault.of(
                "FOR-1001",
                what,
                where,
                "Give PMML 4 with a Scorecard, RegressionModel, TreeModel or a sum or average of them, boosted trees as XGBoost's"
                        + " JSON, or an ONNX file."));
    }

    /**
     * Checks that a table has every field.
     *
     * @throws FaultException FOR-1002 with every field the table lacks
     */
    public static void requireFields(List<String> fields, Table table, String model) {
        List<Fault> missing = fields.stream()
                .filter(field -> table.find(field).isEmpty())
                .map(field -> Fault.of(
                        "FOR-1002",
                        "The model needs the field '%s', which is not here.".formatted(field),
                        "%s: %s".formatted(table.name(), field),
                        "Add the column, or use another model than %s.".formatted(model)))
                .toList();
        if (!missing.isEmpty()) {
            throw new FaultException(missing);
        }
    }
}
