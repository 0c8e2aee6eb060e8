package org.yinhang.campaign.past;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.yinhang.core.evaluation.OffPolicy;
import org.yinhang.core.learning.CrossFitting;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.table.Target;
import org.yinhang.decision.rehearsal.ValueTable;

/**
 * What contacting adds, judged by random assignments of the past: whom chance contacted through a channel stands for all who
 * might have been, whom it left alone for all who might have been left alone ({@link OffPolicy#minus}).
 */
final class TrialStudy {

    /** So many answers of an arm make a model of them worth having; below, everybody of the arm counts alike. */
    private static final int LEAST_ANSWERS = 20;

    private static final Target ANSWER = new Target("answer", "yes");

    private final List<String> fields;
    private final List<Trial> trials;

    /**
     * Over assignments of customers the audience meant.
     *
     * @param fields in the order of what is known of each
     */
    TrialStudy(List<String> fields, List<Trial> trials) {
        this.fields = fields;
        this.trials = trials;
    }

    /**
     * An assignment by chance.
     *
     * @param row what came of it
     * @param agreed channels the customer had agreed to
     * @param known values of the fields on the first day of the month
     */
    record Trial(PastFactsRepository.TrialRow row, Set<String> agreed, Value[] known) {

        boolean mightBeContacted(String channel) {
            return agreed.contains(channel) || row.channel().equals(channel);
        }
    }

    /** What one channel would have added; unknown where chance put nobody into either arm. */
    PastCampaign.ByChannel of(String channel, double reached, double costFen) {
        List<Trial> rows =
                trials.stream().filter(trial -> trial.mightBeContacted(channel)).toList();
        Arm contacted = new Arm(rows, channel);
        Arm left = new Arm(rows, "");
        boolean[] everybody = new boolean[rows.size()];
        Arrays.fill(everybody, true);
        PastCampaign.Estimate weighed = PastCampaign.Estimate.UNKNOWN;
        PastCampaign.Estimate robust = PastCampaign.Estimate.UNKNOWN;
        if (contacted.size > 0 && left.size > 0) {
            OffPolicy.Mean added = contacted.study().minus(left.study(), everybody);
            weighed = estimate(added.inversePropensity());
            robust = estimate(added.doublyRobust());
        }
        return new PastCampaign.ByChannel(
                channel, reached, costFen, contacted.size, left.size, contacted.answers, left.answers, weighed, robust);
    }

    private static PastCampaign.Estimate estimate(OffPolicy.Estimate of) {
        return new PastCampaign.Estimate(
                of.value(), of.interval().low(), of.interval().high());
    }

    /** The rows as one arm sees them: those chance put elsewhere are not known. */
    private final class Arm {

        private final List<Trial> rows;
        private final boolean[] known;
        private final boolean[] answered;
        private final double[] propensities;
        private final int size;
        private final int answers;

        Arm(List<Trial> rows, String channel) {
            this.rows = rows;
            this.known = new boolean[rows.size()];
            this.answered = new boolean[rows.size()];
            this.propensities = new double[rows.size()];
            int members = 0;
            int answering = 0;
            for (int row = 0; row < known.length; row++) {
                PastFactsRepository.TrialRow trial = rows.get(row).row();
                known[row] = trial.channel().equals(channel);
                answered[row] = known[row] && trial.hasAnswered();
                propensities[row] = known[row] ? trial.propensity() : 1;
                members += known[row] ? 1 : 0;
                answering += answered[row] ? 1 : 0;
            }
            this.size = members;
            this.answers = answering;
        }

        OffPolicy study() {
            double[] outcomes = new double[known.length];
            for (int row = 0; row < known.length; row++) {
                outcomes[row] = answered[row] ? 1 : 0;
            }
            return new OffPolicy(known, outcomes, propensities, expected());
        }

        private double[] expected() {
            if (answers < LEAST_ANSWERS || answers == size) {
                double[] alike = new double[known.length];
                Arrays.fill(alike, (double) answers / size);
                return alike;
            }
            return CrossFitting.chances(
                    ValueTable.of(
                            "trials",
                            "channels",
                            rows.stream()
                                    .map(trial ->
                                            Integer.toString(trial.agreed().size()))
                                    .toList(),
                            fields,
                            rows.stream().map(Trial::known).toList()),
                    answered,
                    known,
                    rows.stream().mapToInt(trial -> trial.row().customer()).toArray(),
                    ANSWER);
        }
    }
}
