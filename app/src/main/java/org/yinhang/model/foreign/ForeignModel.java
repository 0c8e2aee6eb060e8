package org.yinhang.model.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.table.Table;

/** A model made elsewhere that scores rows by the names of its fields. Safe to share by threads. */
public interface ForeignModel extends AutoCloseable {

    /** The columns it needs. */
    List<String> fields();

    /**
     * Scores rows.
     *
     * @return a number a row: the probability of the event where the model classifies, otherwise what it predicts; NaN where it
     *     says nothing about a row
     * @throws FaultException FOR-1002 with every field the table lacks
     */
    double[] scores(Table table);

    @Override
    void close();

    /**
     * Opens a file by its ending: {@code .pmml}, {@code .xml} or {@code .onnx}.
     *
     * @throws FaultException FOR-1001 when it cannot be read or holds what is not supported, FOR-1003 when ONNX cannot run here
     */
    static ForeignModel open(Path file) {
        String name = String.valueOf(file.getFileName());
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        try {
            return switch (ending) {
                case "pmml", "xml" -> PmmlModel.read(Files.readString(file), name);
                case "onnx" -> OnnxModel.read(Files.readAllBytes(file), name);
                default -> throw unreadable("The ending '.%s' is none of a model's.".formatted(ending), name);
            };
        } catch (IOException e) {
            throw new FaultException(
                    Fault.of("FOR-1001", "The file cannot be read.", name, "Check path, rights and encoding (UTF-8)."),
                    e);
        }
    }

    /** What to say of a model that cannot be used. */
    static FaultException unreadable(String what, String where) {
        return new FaultException(
                Fault.of(
                        "FOR-1001",
                        what,
                        where,
                        "Give PMML 4 with a Scorecard, RegressionModel, TreeModel or a sum or average of them, or an ONNX file."));
    }

    /** Checks that a table has every field. */
    static void requireFields(List<String> fields, Table table, String model) {
        List<Fault> missing = fields.stream()
                .filter(field -> table.find(field).isEmpty())
                .map(field -> Fault.of(
                        "FOR-1002",
                        "The model needs the field '%s', which is not here.".formatted(field),
                        table.name(),
                        "Add the column, or use another model than %s.".formatted(model)))
                .toList();
        if (!missing.isEmpty()) {
            throw new FaultException(missing);
        }
    }
}
