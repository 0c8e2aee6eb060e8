package org.yinhang.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.yinhang.core.evaluation.Split;
import org.yinhang.core.learning.ModelKind;
import org.yinhang.core.progress.Progress;
import org.yinhang.core.table.Table;
import org.yinhang.core.table.Target;
import org.yinhang.core.uplift.BestTreatment;
import org.yinhang.core.uplift.Treatments;
import org.yinhang.core.uplift.UpliftBacktest;
import org.yinhang.core.uplift.UpliftEvaluation;
import org.yinhang.core.uplift.UpliftKind;
import org.yinhang.core.uplift.UpliftReport;
import org.yinhang.core.uplift.UpliftSettings;

/**
 * Everything there is to say about learners of effects on a table.
 *
 * @param name of the table
 * @param evaluations one a treatment
 * @param comparison a second learner on the same rows, where one was asked for
 * @param best what the best treatment for each would bring, where there are several
 */
record UpliftStudy(
        String name,
        Target target,
        Split split,
        UpliftReport report,
        List<UpliftEvaluation> evaluations,
        Optional<Comparison> comparison,
        Optional<BestTreatment> best) {

    private static final long SEED = 7;

    /**
     * A learner of effects over a family of models, written {@code dr} or {@code t:logistic}.
     *
     * @param base AUTO where none is written
     */
    record Learner(UpliftKind kind, ModelKind base) {

        static Learner parse(String text) {
            String[] parts = text.split(":", 2);
            return new Learner(
                    UpliftKind.named(parts[0]), parts.length > 1 ? ModelKind.named(parts[1]) : ModelKind.AUTO);
        }

        @Override
        public String toString() {
            return kind + ":" + base;
        }
    }

    /**
     * A second learner.
     *
     * @param gaps how much more Qini the learner evaluated has, one a treatment
     */
    record Comparison(Learner learner, List<UpliftEvaluation> evaluations, List<UpliftEvaluation.Estimate> gaps) {}

    /**
     * What to learn and how.
     *
     * @param second a learner to compare with
     */
    record Wishes(
            Treatments treatments, Learner learner, UpliftSettings.Propensity propensity, Optional<Learner> second) {}

    static UpliftStudy of(
            Table table, Target target, Collection<String> excluded, Split split, Wishes wishes, Progress progress) {
        UpliftReport report = run(table, target, excluded, split, wishes, wishes.learner, progress);
        List<UpliftEvaluation> evaluations = evaluations(report);
        Optional<Comparison> comparison = wishes.second.map(second -> {
            UpliftReport other = run(table, target, excluded, split, wishes, second, progress);
            List<UpliftEvaluation.Estimate> gaps = new ArrayList<>();
            for (int treatment = 1; treatment < wishes.treatments.arms(); treatment++) {
                gaps.add(report.qiniGap(other, treatment));
            }
            return new Comparison(second, evaluations(other), gaps);
        });
        Optional<BestTreatment> best = evaluations.size() > 1 ? Optional.of(report.best()) : Optional.empty();
        return new UpliftStudy(table.name(), target, split, report, evaluations, comparison, best);
    }

    private static UpliftReport run(
            Table table,
            Target target,
            Collection<String> excluded,
            Split split,
            Wishes wishes,
            Learner learner,
            Progress progress) {
        UpliftSettings settings = new UpliftSettings(
                learner.kind,
                learner.base,
                wishes.propensity,
                SEED,
                Runtime.getRuntime().availableProcessors());
        return UpliftBacktest.run(table, target, wishes.treatments, excluded, split, settings, progress);
    }

    private static List<UpliftEvaluation> evaluations(UpliftReport report) {
        List<UpliftEvaluation> evaluations = new ArrayList<>();
        for (int treatment = 1; treatment < report.treatments().arms(); treatment++) {
            evaluations.add(report.evaluation(treatment, UpliftEvaluation.USUAL_SHARE));
        }
        return evaluations;
    }

    /** The learner evaluated. */
    Learner learner() {
        return new Learner(report.settings().kind(), report.settings().base());
    }
}
