package org.yinhang.core.uplift;

import java.util.ArrayList;
import java.util.List;
import org.yinhang.core.table.Table;

/**
 * Says for each treatment what it would change for a customer; made by an {@link UpliftTrainer}.
 *
 * @param treatments conditions the model was trained by
 * @param effects one model a treatment, in their order
 */
public record UpliftModel(Treatments treatments, List<EffectModel> effects) {

    public UpliftModel {
        effects = List.copyOf(effects);
    }

    /** The effect of every treatment on every row, by treatment and row. */
    public double[][] score(Table table) {
        return effects.stream().map(model -> model.effects(table)).toArray(double[][]::new);
    }

    /**
     * The arm that is best for each row: the treatment with the highest effect, or {@link Treatments#CONTROL} where none has one
     * above {@code cost}.
     *
     * @param effects by treatment and row, as {@link #score} gives them
     * @param cost what a treatment must bring, in points of probability
     */
    public static int[] best(double[][] effects, double cost) {
        int[] best = new int[effects[0].length];
        for (int row = 0; row < best.length; row++) {
            double most = cost;
            for (int treatment = 0; treatment < effects.length; treatment++) {
                if (effects[treatment][row] > most) {
                    most = effects[treatment][row];
                    best[row] = treatment + 1;
                }
            }
        }
        return best;
    }

    /** Which learners make up each treatment's model and why. */
    public List<String> choices() {
        List<String> choices = new ArrayList<>();
        for (int treatment = 0; treatment < effects.size(); treatment++) {
            String name = effects.size() == 1 ? "" : treatments.name(treatment + 1) + ": ";
            choices.add(name + effects.get(treatment).choice());
        }
        return choices;
    }
}
