package org.yinhang.core.uplift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.Table;
import org.yinhang.core.table.Target;

/**
 * An invented campaign with known effects: a call helps customers with need, by up to 20 points, harms the young a little, and
 * a letter helps everybody by 5 points; who succeeds anyhow depends on income.
 */
record SimulatedTrial(Table table, double[] effectOfCall) {

    static final Treatments CALL =
            new Treatments(List.of(new Target("group", "call")), Optional.of(new Target("group", "none")));
    static final Treatments BOTH = new Treatments(
            List.of(new Target("group", "call"), new Target("group", "letter")),
            Optional.of(new Target("group", "none")));
    static final Target SUCCESS = new Target("y", "1");

    /** Columns need, age, income, town, group (call, letter or none by lot) and y. */
    static SimulatedTrial of(int rows, long seed) {
        Random random = new Random(seed);
        double[] need = new double[rows];
        double[] age = new double[rows];
        double[] income = new double[rows];
        double[] effect = new double[rows];
        double[] outcome = new double[rows];
        List<String> town = new ArrayList<>();
        List<String> group = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            need[row] = random.nextDouble();
            age[row] = 20 + random.nextInt(50);
            income[row] = Math.round(Math.exp(9 + random.nextGaussian() / 2));
            town.add("town " + random.nextInt(5));
            String arm = List.of("call", "letter", "none").get(random.nextInt(3));
            group.add(arm);
            effect[row] = 0.2 * need[row] - (age[row] < 30 ? 0.05 : 0);
            double chance = 0.15 + (income[row] > 8_000 ? 0.2 : 0);
            chance += arm.equals("call") ? effect[row] : arm.equals("letter") ? 0.05 : 0;
            outcome[row] = random.nextDouble() < chance ? 1 : 0;
        }
        Table table = Table.of(
                "trial",
                List.of(
                        NumericColumn.of("need", need),
                        NumericColumn.of("age", age),
                        NumericColumn.of("income", income),
                        CategoryColumn.of("town", town),
                        CategoryColumn.of("group", group),
                        NumericColumn.of("y", outcome)));
        return new SimulatedTrial(table, effect);
    }

    Table features() {
        return table.without(List.of("group", "y"));
    }

    boolean[] outcomes() {
        return SUCCESS.matches(table);
    }

    /** Rows called or left alone. */
    int[] called() {
        int[] arms = CALL.arms(table);
        return IntStream.range(0, arms.length)
                .filter(row -> arms[row] != Treatments.NONE)
                .toArray();
    }

    static double[] chosen(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
    }

    /** Pearson's correlation. */
    static double correlation(double[] one, double[] other) {
        double n = one.length;
        double meanOne = IntStream.range(0, one.length).mapToDouble(i -> one[i]).sum() / n;
        double meanOther =
                IntStream.range(0, one.length).mapToDouble(i -> other[i]).sum() / n;
        double products = 0;
        double squares = 0;
        double otherSquares = 0;
        for (int i = 0; i < one.length; i++) {
            products += (one[i] - meanOne) * (other[i] - meanOther);
            squares += (one[i] - meanOne) * (one[i] - meanOne);
            otherSquares += (other[i] - meanOther) * (other[i] - meanOther);
        }
        return products / Math.sqrt(squares * otherSquares);
    }
}
