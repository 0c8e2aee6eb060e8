package org.yinhang.core.uplift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.yinhang.core.learning.Predictions;
import org.yinhang.core.learning.ResponseModel;
import org.yinhang.core.learning.ValueModel;
import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.Column;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.Table;

/** A fitted learner of effects, before it is blended with others. */
sealed interface EffectPart {

    /** What an S-learner reads beside the columns, and what it credits to the approach whoever the customer is. */
    String FLAG = "the approach itself";

    /** What it is made of. */
    String describe();

    /** The effect on each row. */
    double[] effects(Table table);

    /**
     * Adds {@code weight} times the contributions.
     *
     * @param columns what they may be credited to
     * @param into by row and column, added to
     * @return {@code weight} times the effect on an average row
     */
    double explain(Table table, double weight, List<String> columns, double[][] into);

    /** How a model of the outcome learns who was treated. */
    enum Reading {
        /** Not at all: it has seen one arm only. */
        ONE_ARM,
        /** By a flag, which is enough where the model finds interactions by itself. */
        FLAG,
        /** By a flag, and by every column a second time, missing for the untreated (Lo 2002, doi 10.1145/772862.772872). */
        TWICE;

        Table of(Table table, boolean treated) {
            boolean[] all = new boolean[table.size()];
            Arrays.fill(all, treated);
            return of(table, all);
        }

        Table of(Table table, boolean[] treated) {
            if (this == ONE_ARM) {
                return table;
            }
            List<Column> columns = new ArrayList<>(table.columns());
            columns.add(flag(treated));
            if (this == TWICE) {
                table.columns().forEach(column -> columns.add(whenTreated(column, treated)));
            }
            return Table.of(table.name(), columns);
        }
    }

    /** One model's view of two worlds, or two models' views of one row: the effect is the difference. */
    record Gap(ResponseModel treated, ResponseModel control, Reading reading) implements EffectPart {

        @Override
        public String describe() {
            return reading != Reading.ONE_ARM
                    ? treated.choice()
                    : "Treated: " + treated.choice() + " Untreated: " + control.choice();
        }

        @Override
        public double[] effects(Table table) {
            double[] with = treated.probabilities(reading.of(table, true));
            double[] without = control.probabilities(reading.of(table, false));
            return IntStream.range(0, with.length)
                    .mapToDouble(row -> with[row] - without[row])
                    .toArray();
        }

        @Override
        public double explain(Table table, double weight, List<String> columns, double[][] into) {
            double with = addShares(treated.score(reading.of(table, true)), weight, columns, into);
            double without = addShares(control.score(reading.of(table, false)), -weight, columns, into);
            return with + without;
        }
    }

    /** The chance of "treated and succeeded, or neither", doubled, less 1. */
    record Transformed(ResponseModel model) implements EffectPart {

        @Override
        public String describe() {
            return model.choice();
        }

        @Override
        public double[] effects(Table table) {
            return Arrays.stream(model.probabilities(table))
                    .map(probability -> 2 * probability - 1)
                    .toArray();
        }

        @Override
        public double explain(Table table, double weight, List<String> columns, double[][] into) {
            return addShares(model.score(table), 2 * weight, columns, into) - weight;
        }
    }

    /** A model of the effect itself. */
    record Direct(ValueModel model) implements EffectPart {

        @Override
        public String describe() {
            return model.choice();
        }

        @Override
        public double[] effects(Table table) {
            return model.values(table);
        }

        @Override
        public double explain(Table table, double weight, List<String> columns, double[][] into) {
            ValueModel.Explained explained = model.explain(table);
            int[] places = places(model.columns(), columns);
            for (int row = 0; row < into.length; row++) {
                for (int column = 0; column < places.length; column++) {
                    into[row][places[column]] += weight * explained.contributions()[row][column];
                }
            }
            return weight * explained.baseline();
        }
    }

    /**
     * Two models of the effect, weighed.
     *
     * @param share of the first, 0 to 1
     */
    record Weighed(ValueModel first, ValueModel second, double share) implements EffectPart {

        @Override
        public String describe() {
            return "Seen from the untreated: " + second.choice() + " Seen from the treated: " + first.choice();
        }

        @Override
        public double[] effects(Table table) {
            double[] one = first.values(table);
            double[] other = second.values(table);
            return IntStream.range(0, one.length)
                    .mapToDouble(row -> share * one[row] + (1 - share) * other[row])
                    .toArray();
        }

        @Override
        public double explain(Table table, double weight, List<String> columns, double[][] into) {
            return new Direct(first).explain(table, weight * share, columns, into)
                    + new Direct(second).explain(table, weight * (1 - share), columns, into);
        }
    }

    /** What a column is called when only treated rows have it. */
    private static String whenTreated(String column) {
        return column + " when approached";
    }

    private static Column whenTreated(Column column, boolean[] treated) {
        String name = whenTreated(column.name());
        IntStream rows = IntStream.range(0, treated.length);
        return switch (column) {
            case NumericColumn numbers ->
                NumericColumn.of(
                        name,
                        rows.mapToDouble(row -> treated[row] ? numbers.value(row) : Double.NaN)
                                .toArray());
            case CategoryColumn words ->
                CategoryColumn.of(
                        name,
                        rows.mapToObj(row -> treated[row] ? words.text(row) : "")
                                .toList());
        };
    }

    private static Column flag(boolean[] treated) {
        return CategoryColumn.of(
                FLAG,
                IntStream.range(0, treated.length)
                        .mapToObj(row -> treated[row] ? "yes" : "no")
                        .toList());
    }

    /**
     * Shares a probability's distance from that of an average row among the columns in proportion to their log odds: along the
     * straight path from one to the other every column earns the same price a unit of log odds (Aumann and Shapley 1974).
     *
     * @return the weighted probability of the average row
     */
    private static double addShares(Predictions predictions, double weight, List<String> columns, double[][] into) {
        int[] places = places(predictions.columns(), columns);
        double base = predictions.baselineProbability();
        for (int row = 0; row < into.length; row++) {
            double logOdds = 0;
            for (int column = 0; column < places.length; column++) {
                logOdds += places[column] < 0 ? 0 : predictions.contribution(row, column);
            }
            double moved = predictions.probability(row).value() - base;
            double price = Math.abs(logOdds) > 1e-9 ? moved / logOdds : 0;
            for (int column = 0; column < places.length; column++) {
                if (places[column] >= 0) {
                    into[row][places[column]] += weight * price * predictions.contribution(row, column);
                }
            }
        }
        return weight * base;
    }

    private static int[] places(List<String> names, List<String> columns) {
        List<String> whenTreated = columns.stream().map(EffectPart::whenTreated).toList();
        return names.stream()
                .mapToInt(name -> Math.max(columns.indexOf(name), whenTreated.indexOf(name)))
                .toArray();
    }
}
