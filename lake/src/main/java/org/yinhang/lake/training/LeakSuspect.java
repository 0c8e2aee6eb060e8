package org.yinhang.lake.training;

import java.util.ArrayList;
import java.util.List;
import org.yinhang.core.evaluation.Ranking;
import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.Column;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.Table;

/**
 * A feature that alone tells successes from failures almost perfectly, which in credit and marketing usually means that it
 * became known together with the outcome. It is reported, not removed: somebody who knows the column must look.
 *
 * @param feature the column
 * @param auc how often it alone ranks a success before a failure, 0.5 to 1
 */
public record LeakSuspect(String feature, double auc) {

    /** Above this a single column is too good; the best honest single features of credit data stay below 0.85. */
    static final double SUSPICIOUS = 0.95;

    /** The suspects among some columns; words are ranked by the success rates of the other half of the rows. */
    static List<LeakSuspect> among(Table features, boolean[] outcomes) {
        List<LeakSuspect> suspects = new ArrayList<>();
        for (Column column : features.columns()) {
            double auc = auc(scores(column, outcomes), outcomes);
            if (auc >= SUSPICIOUS) {
                suspects.add(new LeakSuspect(column.name(), auc));
            }
        }
        return suspects;
    }

    private static double auc(double[] scores, boolean[] outcomes) {
        double auc = Ranking.of(scores, outcomes).auc();
        return Math.max(auc, 1 - auc);
    }

    private static double[] scores(Column column, boolean[] outcomes) {
        return switch (column) {
            case NumericColumn numbers -> numbers(numbers);
            case CategoryColumn words -> words(words, outcomes);
        };
    }

    private static double[] numbers(NumericColumn column) {
        double[] scores = new double[column.size()];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = column.isMissing(row) ? -Double.MAX_VALUE : column.value(row);
        }
        return scores;
    }

    private static double[] words(CategoryColumn column, boolean[] outcomes) {
        int words = column.labels().size() + 1;
        double[][] rows = new double[2][words];
        double[][] successes = new double[2][words];
        for (int row = 0; row < outcomes.length; row++) {
            rows[row & 1][column.code(row) + 1]++;
            successes[row & 1][column.code(row) + 1] += outcomes[row] ? 1 : 0;
        }
        double[] scores = new double[outcomes.length];
        for (int row = 0; row < scores.length; row++) {
            int other = 1 - (row & 1);
            int word = column.code(row) + 1;
            scores[row] = (successes[other][word] + 0.5) / (rows[other][word] + 1);
        }
        return scores;
    }
}
