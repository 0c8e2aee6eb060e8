package org.yinhang.core.uplift;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.table.Table;

/** Learns the effect of each treatment from customers in several arms. */
public final class UpliftTrainer {

    private UpliftTrainer() {}

    /**
     * Trains a model of each treatment against the one control group.
     *
     * @param features the columns to learn from, without outcome and treatment
     * @param outcomes one a row, true for a success
     * @param arms one a row: {@link Treatments#CONTROL} or a treatment
     * @throws FaultException UPL-1004 when an arm has too few of either outcome, UPL-1005 when class transformation is asked for
     *     where treatment was not by lot
     */
    public static UpliftModel train(
            Table features, boolean[] outcomes, int[] arms, Treatments treatments, UpliftSettings settings) {
        if (settings.kind() == UpliftKind.CLASS && settings.propensity() == UpliftSettings.Propensity.LEARNED) {
            throw new FaultException(Fault.of(
                    "UPL-1005",
                    "Class transformation needs a treatment given by lot.",
                    "--uplift-model",
                    "Use dr, which corrects for how customers were chosen."));
        }
        List<EffectModel> models = new ArrayList<>();
        for (int arm = 1; arm < treatments.arms(); arm++) {
            int wanted = arm;
            int[] rows = IntStream.range(0, arms.length)
                    .filter(row -> arms[row] == wanted || arms[row] == Treatments.CONTROL)
                    .toArray();
            boolean[] treated = new boolean[rows.length];
            for (int i = 0; i < rows.length; i++) {
                treated[i] = arms[rows[i]] == wanted;
            }
            Trial trial = new Trial(features.select(rows), Trial.chosen(outcomes, rows), treated);
            models.add(fit(trial.checked(treatments.name(arm)), settings));
        }
        return new UpliftModel(treatments, models);
    }

    private static EffectModel fit(Trial trial, UpliftSettings settings) {
        if (settings.kind() == UpliftKind.AUTO) {
            return new UpliftChoice(trial, settings).choose();
        }
        EffectPart part = new MetaLearners(trial, settings, settings.base(), settings.base()).fit(settings.kind());
        return new EffectModel(
                List.of(part),
                trial.features().columnNames(),
                settings.kind() + " on " + settings.base() + ". " + part.describe());
    }
}
