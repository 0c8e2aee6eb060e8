package org.yinhang.decision;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.yinhang.compliance.GuardFactsRepository;
import org.yinhang.compliance.GuardSubject;
import org.yinhang.compliance.Guards;
import org.yinhang.core.evaluation.Evaluation;
import org.yinhang.core.evaluation.Split;
import org.yinhang.core.learning.Backtest;
import org.yinhang.core.learning.ModelKind;
import org.yinhang.core.learning.ResponseModel;
import org.yinhang.core.learning.ResponseTrainer;
import org.yinhang.core.learning.TrainingSettings;
import org.yinhang.core.progress.Progress;
import org.yinhang.core.table.Target;
import org.yinhang.core.unit.Probability;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.feature.FeatureReader;
import org.yinhang.lake.feature.FeatureSet;
import org.yinhang.lake.feature.FeatureTable;

/**
 * Makes a contact plan out of the lake: features as they stood before each contact, a response model trained in the
 * order of time, grades, guards, and the list that brings most under the campaign's capacities.
 */
final class Planner {

    /** Into how many blocks the history is cut at least, so that the model sees how the rate of success moves. */
    private static final int FEWEST_BLOCKS = 6;

    private static final Target OUTCOME = new Target(FeatureTable.SUCCESS, "1");

    private final LakeSession session;
    private final ZoneId zone;
    private final Progress progress;

    Planner(LakeSession session, ZoneId zone, Progress progress) {
        this.session = session;
        this.zone = zone;
        this.progress = progress;
    }

    /**
     * Plans a campaign.
     *
     * @param at the instant the plan is for; in a replay the newest contact's own instants are used instead
     */
    Plan plan(Campaign campaign, Instant at) {
        FeatureSet features = FeatureSet.parse(campaign.features(), session.snapshot());
        FeatureTable rows = new FeatureReader(session, zone).read(features, campaign.observations(at), progress);
        int history = rows.history();
        // Candidates are scored together, so the model learns as if outcomes came back that many contacts later.
        int lag = Math.clamp(rows.candidates(), 1, Math.max(1, history / FEWEST_BLOCKS));
        ResponseModel model = ResponseTrainer.train(
                rows.training(),
                OUTCOME,
                List.of(),
                TrainingSettings.inTime(ModelKind.AUTO, lag, campaign.seed()),
                progress);
        progress.report("scoring", 0, rows.candidates());
        Scores scores = Scores.of(model, rows.candidateRows(), features);
        List<GuardSubject> subjects = new GuardFactsRepository(session).subjects(rows);
        progress.report("allocating", 0, rows.candidates());
        ChannelChoice choice = ChannelChoice.of(
                campaign, new Guards(campaign.guards()), subjects, scores.probabilities(), rows.customers(), history);
        progress.report("allocating", rows.candidates(), rows.candidates());
        long snapshot = session.snapshot().dataVersion();
        String id = campaign.code() + "-"
                + Fingerprints.of(String.join(
                                        "|",
                                        campaign.version(),
                                        model.provenance().dataHash(),
                                        model.provenance().codeVersion(),
                                        Long.toString(snapshot),
                                        at.toString())
                                .getBytes(StandardCharsets.UTF_8))
                        .substring(0, 10);
        return new Plan(
                id,
                campaign,
                at,
                customers(campaign, rows, scores, choice),
                choice.allocation(),
                history,
                (int) IntStream.range(0, history).filter(i -> rows.success()[i]).count(),
                campaign.isReplay() ? replayed(rows, scores, choice) : backtested(rows),
                model.provenance(),
                snapshot);
    }

    private static Evaluation replayed(FeatureTable rows, Scores scores, ChannelChoice choice) {
        boolean[] outcomes = Arrays.copyOfRange(rows.success(), rows.history(), rows.success().length);
        int chosen = (int) IntStream.of(choice.ranks()).filter(rank -> rank > 0).count();
        return Evaluation.of(scores.probabilities(), outcomes, new int[outcomes.length], chosen);
    }

    private Evaluation backtested(FeatureTable rows) {
        int newest = rows.history() / 4;
        return Backtest.run(
                        rows.training(),
                        OUTCOME,
                        List.of(),
                        new Split.AtTime(0.75),
                        ModelKind.AUTO,
                        Map.of(),
                        newest / 10,
                        progress)
                .evaluation();
    }

    private List<PlannedCustomer> customers(Campaign campaign, FeatureTable rows, Scores scores, ChannelChoice choice) {
        List<PlannedCustomer> customers = new ArrayList<>();
        int[] ranks = choice.ranks();
        for (int i = 0; i < rows.candidates(); i++) {
            int row = rows.history() + i;
            List<Contribution> contributions = scores.contributions(i);
            int candidate = i;
            Optional<PlannedCustomer.Chosen> chosen = choice.channel(i)
                    .map(channel -> new PlannedCustomer.Chosen(
                            ranks[candidate],
                            channel,
                            choice.probability(candidate, channel),
                            choice.expectedValue(candidate, channel),
                            Scripts.choose(campaign, channel, contributions)));
            customers.add(new PlannedCustomer(
                    rows.customers()[row],
                    choice.grade(i),
                    Probability.of(scores.probabilities()[i]),
                    contributions,
                    chosen,
                    choice.refusals(i),
                    rows.outcomeKnown()[row] ? Optional.of(rows.success()[row]) : Optional.empty()));
        }
        return customers;
    }
}
