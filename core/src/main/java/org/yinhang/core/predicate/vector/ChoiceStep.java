package org.yinhang.core.predicate.vector;

import java.util.List;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.vector.VectorProgram.Step;

/** Each row's value from one of several columns of one type. */
final class ChoiceStep implements Step {

    private final ValueType type;
    private final TruthSteps.Choice choice;
    private final List<Step> values;
    private final Dictionary dictionary = new Dictionary();
    private final List<CodeMap> maps;

    ChoiceStep(ValueType type, TruthSteps.Choice choice, List<Step> values) {
        this.type = type;
        this.choice = choice;
        this.values = values;
        this.maps =
                values.stream().map(v -> new CodeMap(dictionary, text -> text)).toList();
    }

    @Override
    public Vector of(Batch batch) {
        int[] chosen = choice.of(batch);
        List<Vector> columns = values.stream().map(v -> v.of(batch)).toList();
        return switch (type) {
            case INTEGER, MONEY, RATE, DATE, MOMENT -> wholes(chosen, columns);
            case NUMBER -> reals(chosen, columns);
            case TEXT -> codes(chosen, columns);
            case TRUTH, NOTHING -> truths(chosen, columns);
            case SET -> throw new IllegalStateException("Sets are not chosen between.");
        };
    }

    private static Vector wholes(int[] chosen, List<Vector> columns) {
        long[][] from = columns.stream().map(Columns::wholes).toArray(long[][]::new);
        long[] values = new long[chosen.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = from[chosen[i]][i];
        }
        return new Vector.Wholes(values);
    }

    private static Vector reals(int[] chosen, List<Vector> columns) {
        double[][] from = columns.stream().map(Columns::reals).toArray(double[][]::new);
        double[] values = new double[chosen.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = from[chosen[i]][i];
        }
        return new Vector.Reals(values);
    }

    private static Vector truths(int[] chosen, List<Vector> columns) {
        byte[][] from = columns.stream().map(Columns::truths).toArray(byte[][]::new);
        byte[] values = new byte[chosen.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = from[chosen[i]][i];
        }
        return new Vector.Truths(values);
    }

    private Vector codes(int[] chosen, List<Vector> columns) {
        int[][] from = new int[columns.size()][];
        int[][] to = new int[columns.size()][];
        for (int c = 0; c < from.length; c++) {
            Vector.Codes column = Columns.codes(columns.get(c));
            from[c] = column.codes();
            to[c] = maps.get(c).of(column.dictionary());
        }
        int[] values = new int[chosen.length];
        for (int i = 0; i < values.length; i++) {
            int code = from[chosen[i]][i];
            values[i] = code < 0 ? Vector.NO_CODE : to[chosen[i]][code];
        }
        return new Vector.Codes(values, dictionary);
    }
}
