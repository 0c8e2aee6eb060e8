package org.yinhang.core.scorecard;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.yinhang.core.binning.BinnedTable;

/** Makes a card of accepted and refused rows together; see {@link RejectInference}. */
public final class RejectTrainer {

    private static final double NEARLY_NONE = 1e-6;

    private final BinnedTable table;
    private final boolean[] outcomes;
    private final int[] accepted;
    private final int[] refused;
    private final double[] weights;
    private final ScorecardSettings settings;

    private RejectTrainer(
            BinnedTable table, boolean[] outcomes, boolean[] isAccepted, double[] weights, ScorecardSettings settings) {
        this.table = table;
        this.outcomes = outcomes;
        this.weights = weights;
        this.settings = settings;
        this.accepted =
                IntStream.range(0, table.size()).filter(row -> isAccepted[row]).toArray();
        this.refused =
                IntStream.range(0, table.size()).filter(row -> !isAccepted[row]).toArray();
    }

    /**
     * Makes a card.
     *
     * @param outcomes which rows are events; what it says of refused rows is not looked at
     * @param isAccepted which rows have a known outcome
     * @throws org.yinhang.core.fault.FaultException SCR-1001 when all accepted rows have the same outcome
     */
    public static Scorecard train(
            BinnedTable table,
            boolean[] outcomes,
            boolean[] isAccepted,
            double[] weights,
            RejectInference inference,
            ScorecardSettings settings) {
        RejectTrainer trainer = new RejectTrainer(table, outcomes, isAccepted, weights, settings);
        return switch (inference) {
            case RejectInference.FuzzyAugmentation fuzzy -> trainer.augmented(fuzzy);
            case RejectInference.Parcelling parcelling -> trainer.parcelled(parcelling);
        };
    }

    private Scorecard ofAccepted() {
        return ScorecardTrainer.train(
                table.select(accepted),
                outcomesOf(accepted),
                Arrays.stream(accepted).mapToDouble(row -> weights[row]).toArray(),
                settings);
    }

    private boolean[] outcomesOf(int[] rows) {
        boolean[] chosen = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = outcomes[rows[i]];
        }
        return chosen;
    }

    private double[] scores(Scorecard card) {
        Scorecard.Rows rows = card.open(table);
        return IntStream.range(0, table.size()).mapToDouble(rows::score).toArray();
    }

    private Scorecard augmented(RejectInference.FuzzyAugmentation fuzzy) {
        Scorecard first = ofAccepted();
        double[] scores = scores(first);
        int[] rows = IntStream.concat(
                        Arrays.stream(accepted), Arrays.stream(refused).flatMap(row -> IntStream.of(row, row)))
                .toArray();
        boolean[] guessed = Arrays.copyOf(outcomesOf(accepted), rows.length);
        double[] counted = new double[rows.length];
        for (int i = 0; i < accepted.length; i++) {
            counted[i] = weights[rows[i]];
        }
        for (int i = accepted.length; i < rows.length; i += 2) {
            double odds = fuzzy.oddsFactor() * Math.exp(first.scale().logOdds(scores[rows[i]]));
            double share = Math.clamp(odds / (1 + odds), NEARLY_NONE, 1 - NEARLY_NONE);
            guessed[i] = true;
            counted[i] = weights[rows[i]] * share;
            counted[i + 1] = weights[rows[i]] * (1 - share);
        }
        return ScorecardTrainer.train(table.select(rows), guessed, counted, settings);
    }

    private Scorecard parcelled(RejectInference.Parcelling parcelling) {
        Scorecard first = ofAccepted();
        double[] scores = scores(first);
        double[] cuts = cuts(scores, parcelling.parcels());
        double[] rows = new double[cuts.length + 1];
        double[] events = new double[cuts.length + 1];
        for (int row : accepted) {
            int parcel = parcel(cuts, scores[row]);
            rows[parcel] += weights[row];
            events[parcel] += outcomes[row] ? weights[row] : 0;
        }
        Random random = new Random(parcelling.seed());
        boolean[] guessed = outcomes.clone();
        for (int row : refused) {
            int parcel = parcel(cuts, scores[row]);
            double rate = rows[parcel] > 0
                    ? events[parcel] / rows[parcel]
                    : first.scale().probability(scores[row]);
            guessed[row] = random.nextDouble() < rate * parcelling.rateFactor();
        }
        return ScorecardTrainer.train(table, guessed, weights, settings);
    }

    /** Scores that divide the accepted rows into parcels of about equal number, rising. */
    private double[] cuts(double[] scores, int parcels) {
        double[] sorted =
                Arrays.stream(accepted).mapToDouble(row -> scores[row]).sorted().toArray();
        return IntStream.range(1, parcels)
                .mapToDouble(parcel -> sorted[(int) ((long) sorted.length * parcel / parcels)])
                .distinct()
                .toArray();
    }

    private static int parcel(double[] cuts, double score) {
        int found = Arrays.binarySearch(cuts, score);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
