package org.yinhang.core.scorecard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.yinhang.core.algebra.Cholesky;
import org.yinhang.core.scorecard.DroppedColumn.Why;
import org.yinhang.core.scorecard.merging.MergedBins;

/**
 * Chooses the columns of a card: enough information, not too alike, then step by step. A column enters when its score test
 * (Rao 1948, doi 10.1017/S0305004100023987) promises the greatest rise of the likelihood, above the rule's threshold and in the
 * right direction; whenever the coefficient of one on the card turns against it, or its Wald statistic falls below the
 * threshold, it leaves for good. So every coefficient of the card is above 0: a bin that is worse alone is never better on
 * the card.
 */
final class ColumnSelection {

    private final EvidenceRows rows;
    private final List<MergedBins> columns;
    private final SelectionSettings settings;
    private final double ridge;
    private final double threshold;
    private final List<DroppedColumn> dropped = new ArrayList<>();

    ColumnSelection(EvidenceRows rows, List<MergedBins> columns, SelectionSettings settings, double ridge) {
        this.rows = rows;
        this.columns = columns;
        this.settings = settings;
        this.ridge = ridge;
        this.threshold = settings.rule().threshold(rows.allWeight());
    }

    /** The fit over the columns chosen, in the order they entered. */
    LogisticFit choose() {
        SortedSet<Integer> waiting = new TreeSet<>(notTooAlike(informative()));
        LogisticFit fit = LogisticFit.of(rows, new int[0], ridge);
        while (!waiting.isEmpty()) {
            double[] rises = rises(fit, waiting);
            int best = waiting.stream()
                    .max(Comparator.comparingDouble((Integer column) -> rises[column])
                            .thenComparing(Comparator.reverseOrder()))
                    .orElseThrow();
            if (rises[best] < threshold) {
                waiting.forEach(
                        column -> drop(column, rises[column] < 0 ? Why.WRONG_SIGN : Why.ADDS_LITTLE, rises[column]));
                break;
            }
            if (fit.columns().length == settings.mostColumns()) {
                waiting.forEach(column -> drop(column, Why.CARD_IS_FULL, rises[column]));
                break;
            }
            waiting.remove(best);
            fit = withoutTheWeak(fit.with(rows, best, ridge));
        }
        return fit;
    }

    /** Columns left out, in the order of the table. */
    List<DroppedColumn> dropped() {
        List<String> order = columns.stream().map(MergedBins::column).toList();
        return dropped.stream()
                .sorted(Comparator.comparingInt(column -> order.indexOf(column.column())))
                .toList();
    }

    /** Columns with enough information that left for what they are beside the others, in the order of the table. */
    List<Integer> overruled() {
        List<String> left = dropped.stream()
                .filter(column -> column.why() == Why.ADDS_LITTLE || column.why() == Why.WRONG_SIGN)
                .map(DroppedColumn::column)
                .toList();
        return IntStream.range(0, columns.size())
                .filter(column -> left.contains(columns.get(column).column()))
                .boxed()
                .toList();
    }

    private void drop(int column, Why why, double figure) {
        dropped.add(new DroppedColumn(columns.get(column).column(), why, figure, ""));
    }

    /** Columns with enough information, those with most first. */
    private List<Integer> informative() {
        List<Integer> kept = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            double value = columns.get(column).informationValue();
            if (value >= settings.smallestInformationValue() && value > 0) {
                kept.add(column);
            } else {
                drop(column, Why.LITTLE_INFORMATION, value);
            }
        }
        kept.sort(Comparator.comparingDouble(
                        (Integer column) -> -columns.get(column).informationValue())
                .thenComparing(Comparator.naturalOrder()));
        return kept;
    }

    private List<Integer> notTooAlike(List<Integer> informative) {
        int[] order = informative.stream().mapToInt(Integer::intValue).toArray();
        double[][] correlations = rows.correlations(order);
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < order.length; i++) {
            int at = i;
            int alike = kept.stream()
                    .filter(k -> correlations[at][k] > settings.largestCorrelation())
                    .findFirst()
                    .orElse(-1);
            if (alike < 0) {
                kept.add(i);
            } else {
                dropped.add(new DroppedColumn(
                        columns.get(order[i]).column(),
                        Why.TOO_ALIKE,
                        correlations[i][alike],
                        columns.get(order[alike]).column()));
            }
        }
        return kept.stream().map(i -> order[i]).toList();
    }

    /**
     * How much twice the log likelihood is about to rise with each waiting column, below 0 where its coefficient would be: the
     * score statistic, signed.
     */
    private double[] rises(LogisticFit fit, Set<Integer> waiting) {
        int[] candidates = waiting.stream().mapToInt(Integer::intValue).toArray();
        int[] chosen = fit.columns();
        int width = chosen.length + 1;
        double[] scores = new double[candidates.length];
        double[] own = new double[candidates.length];
        double[][] shared = new double[candidates.length][width];
        double[] values = new double[width];
        values[chosen.length] = 1;
        for (int row = 0; row < rows.size(); row++) {
            double probability = 1 / (1 + Math.exp(-fit.logOdds(rows, row)));
            double gap = rows.weight(row) * ((rows.outcome(row) ? 1 : 0) - probability);
            double curvature = rows.weight(row) * probability * (1 - probability);
            for (int j = 0; j < chosen.length; j++) {
                values[j] = rows.at(chosen[j], row);
            }
            for (int c = 0; c < candidates.length; c++) {
                double value = rows.at(candidates[c], row);
                double factor = curvature * value;
                scores[c] += gap * value;
                own[c] += factor * value;
                double[] line = shared[c];
                for (int j = 0; j < width; j++) {
                    line[j] += factor * values[j];
                }
            }
        }
        double[] rises = new double[columns.size()];
        for (int c = 0; c < candidates.length; c++) {
            double[] explained = Cholesky.solve(LogisticFit.copy(fit.information()), shared[c].clone());
            double left = own[c];
            for (int j = 0; j < width; j++) {
                left -= explained[j] * shared[c][j];
            }
            double statistic = left > 1e-9 * own[c] ? scores[c] * scores[c] / left : 0;
            rises[candidates[c]] = Math.copySign(statistic, scores[c]);
        }
        return rises;
    }

    /** Lets columns leave whose coefficient is not above 0 or, weighed against its error, too near to it. */
    private LogisticFit withoutTheWeak(LogisticFit grown) {
        LogisticFit fit = grown;
        while (fit.columns().length > 0) {
            double[] errors = fit.standardErrors();
            double[] coefficients = fit.coefficients();
            double[] signed = IntStream.range(0, fit.columns().length)
                    .mapToDouble(j -> Math.copySign(Math.pow(coefficients[j] / errors[j], 2), coefficients[j]))
                    .toArray();
            double weakest = Arrays.stream(signed).min().orElseThrow();
            if (weakest >= threshold) {
                return fit;
            }
            int position = IntStream.range(0, signed.length)
                    .filter(j -> signed[j] == weakest)
                    .findFirst()
                    .orElseThrow();
            boolean isWrong = coefficients[position] <= 0;
            drop(fit.columns()[position], isWrong ? Why.WRONG_SIGN : Why.ADDS_LITTLE, weakest);
            fit = fit.without(rows, position, ridge);
        }
        return fit;
    }
}
