package org.yinhang.core.learning;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.yinhang.core.table.Table;

/**
 * Predicts a number for each row, with the part each column has in it; made by a {@link ValueTrainer}. A row's answer is the
 * same bits alone as among others. Safe to share by threads.
 */
public final class ValueModel {

    private static final int CHUNK = 4_096;

    /** A fitted learner, what it reads and how much it counts. */
    record Part(Encoding encoding, AdditiveModel model, double weight) {}

    /**
     * What a model predicts.
     *
     * @param values one a row
     * @param baseline the value of an average training row
     * @param contributions by row, then by the columns learned from; baseline and contributions add up to the value, up to
     *     rounding
     */
    public record Explained(double[] values, double baseline, double[][] contributions) {}

    private final List<Part> parts;
    private final List<String> columns;
    private final String choice;

    ValueModel(List<Part> parts, List<String> columns, String choice) {
        this.parts = List.copyOf(parts);
        this.columns = List.copyOf(columns);
        this.choice = choice;
    }

    /** The columns learned from. */
    public List<String> columns() {
        return columns;
    }

    /** What makes up the model and why. */
    public String choice() {
        return choice;
    }

    /**
     * The value of each row.
     *
     * @throws org.yinhang.core.fault.FaultException LRN-1003 when a column is missing
     */
    public double[] values(Table table) {
        double[] values = new double[table.size()];
        run(table, values, new double[0][]);
        return values;
    }

    /** The value of each row with its contributions. */
    public Explained explain(Table table) {
        double[] values = new double[table.size()];
        double[][] contributions = new double[table.size()][columns.size()];
        run(table, values, contributions);
        double baseline = parts.stream()
                .mapToDouble(part -> part.weight * part.model.baseline())
                .sum();
        return new Explained(values, baseline, contributions);
    }

    private void run(Table table, double[] values, double[][] contributions) {
        List<Encoding.RowWriter> writers =
                parts.stream().map(part -> part.encoding.bind(table)).toList();
        int chunks = (table.size() + CHUNK - 1) / CHUNK;
        IntStream.range(0, chunks).parallel().forEach(chunk -> {
            for (int i = 0; i < parts.size(); i++) {
                Part part = parts.get(i);
                float[] encoded = new float[part.encoding.features().size()];
                int end = Math.min(table.size(), (chunk + 1) * CHUNK);
                for (int row = chunk * CHUNK; row < end; row++) {
                    Arrays.fill(encoded, 0);
                    writers.get(i).write(row, encoded, 0);
                    values[row] += part.weight * part.model.logOdds(encoded, 0);
                    if (contributions.length > 0) {
                        part.model.explain(encoded, 0, part.weight, contributions[row]);
                    }
                }
            }
        });
    }
}
