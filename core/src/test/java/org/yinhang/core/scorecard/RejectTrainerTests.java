package org.yinhang.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yinhang.core.binning.BinnedTable;

class RejectTrainerTests {

    private final SampleLoans loans = SampleLoans.of(8_000, 3);
    private final BinnedTable table = loans.binned();
    private final boolean[] accepted = accepted();

    /** A bank that refused every second of those a card puts in the worst third. */
    private boolean[] accepted() {
        double[] scores = loans.card(ScorecardSettings.USUAL).scores(loans.table());
        double cut = Arrays.stream(scores).sorted().toArray()[scores.length / 3];
        boolean[] in = new boolean[scores.length];
        for (int row = 0; row < in.length; row++) {
            in[row] = scores[row] >= cut || row % 2 == 0;
        }
        return in;
    }

    private Scorecard with(RejectInference inference) {
        return RejectTrainer.train(
                table, loans.defaults(), accepted, loans.weights(), inference, ScorecardSettings.USUAL);
    }

    private double expectedRate(Scorecard card) {
        return Arrays.stream(card.scores(loans.table()))
                .map(card.scale()::probability)
                .average()
                .orElseThrow();
    }

    private double trueRate() {
        return IntStream.range(0, accepted.length)
                        .filter(row -> loans.defaults()[row])
                        .count()
                / (double) accepted.length;
    }

    @Test
    void guessedOutcomesBringTheRateOfAllApplicants() {
        assertThat(expectedRate(with(new RejectInference.FuzzyAugmentation(1)))).isCloseTo(trueRate(), within(0.01));
        assertThat(expectedRate(with(new RejectInference.Parcelling(10, 1, 5)))).isCloseTo(trueRate(), within(0.01));
    }

    @Test
    void refusedRowsWorseThanTheyLookRaiseTheRate() {
        double plain = expectedRate(with(new RejectInference.FuzzyAugmentation(1)));
        assertThat(expectedRate(with(new RejectInference.FuzzyAugmentation(2)))).isGreaterThan(plain + 0.01);
        double parcelled = expectedRate(with(new RejectInference.Parcelling(10, 1, 5)));
        assertThat(expectedRate(with(new RejectInference.Parcelling(10, 1.5, 5))))
                .isGreaterThan(parcelled + 0.01);
    }

    @Test
    void outcomesOfTheRefusedAreNeverLookedAt() {
        boolean[] others = loans.defaults().clone();
        for (int row = 0; row < others.length; row++) {
            others[row] = accepted[row] ? others[row] : !others[row];
        }
        for (RejectInference inference : new RejectInference[] {
            new RejectInference.FuzzyAugmentation(1.5), new RejectInference.Parcelling(5, 1.2, 9)
        }) {
            Scorecard changed =
                    RejectTrainer.train(table, others, accepted, loans.weights(), inference, ScorecardSettings.USUAL);
            assertThat(ScorecardTable.of(changed)).isEqualTo(ScorecardTable.of(with(inference)));
        }
    }
}
