package org.yinhang.model.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.foreign.ForeignFaults;
import org.yinhang.core.foreign.PmmlModel;
import org.yinhang.core.learning.ModelFile;
import org.yinhang.core.table.Table;

/** A model made elsewhere that scores rows by the names of its fields. Safe to share by threads. */
public interface ForeignModel extends AutoCloseable {

    /**
     * Scores rows.
     *
     * @return a number a row: the probability of the event where the model classifies, otherwise what it predicts; NaN where it
     *     says nothing about a row
     * @throws FaultException FOR-1002 with every field the table lacks
     */
    double[] scores(Table table);

    @Override
    default void close() {
        // Most hold nothing outside memory.
    }

    /**
     * Opens a file by its ending: {@code .pmml}, {@code .xml}, {@code .json} (XGBoost's) or {@code .onnx}.
     *
     * @throws FaultException FOR-1001 when it cannot be read or holds what is not supported, FOR-1003 when ONNX cannot run here
     */
    static ForeignModel open(Path file) {
        String name = String.valueOf(file.getFileName());
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        try {
            return switch (ending) {
                case "pmml", "xml" -> new PmmlRows(name, PmmlModel.read(Files.readString(file), name));
                case "json" -> new TreeRows(new ModelFile(name, Files.readAllBytes(file)));
                case "onnx" -> OnnxModel.read(Files.readAllBytes(file), name);
                default ->
                    throw ForeignFaults.unreadable("The ending '.%s' is none of a model's.".formatted(ending), name);
            };
        } catch (IOException e) {
            throw new FaultException(
                    Fault.of("FOR-1001", "The file cannot be read.", name, "Check path, rights and encoding (UTF-8)."),
                    e);
        }
    }

    /** PMML over the rows of a table. */
    record PmmlRows(String name, PmmlModel model) implements ForeignModel {

        @Override
        public double[] scores(Table table) {
            ForeignFaults.requireFields(model.fields(), table, name);
            PmmlModel.Scores scores = model.bind(table);
            return IntStream.range(0, table.size()).mapToDouble(scores::at).toArray();
        }
    }

    /** Boosted trees over the rows of a table. */
    record TreeRows(ModelFile file) implements ForeignModel {

        @Override
        public double[] scores(Table table) {
            return file.asItIs(table).probabilities(table);
        }
    }
}
