package org.yinhang.core.uplift;

import java.util.ArrayList;
import java.util.List;
import org.yinhang.core.table.Table;

/**
 * Says what one treatment would change for a customer, against being left alone, with reasons; a weighted sum of learners. A
 * row's answer is the same bits alone as among others. Safe to share by threads.
 */
public final class EffectModel {

    /** What a learner credits to the approach itself, whoever the customer is. */
    public static final String APPROACH = EffectPart.FLAG;

    private final List<EffectPart> parts;
    private final List<String> columns;
    private final String choice;

    EffectModel(List<EffectPart> parts, List<String> features, String choice) {
        this.parts = List.copyOf(parts);
        List<String> all = new ArrayList<>(features);
        all.add(APPROACH);
        this.columns = List.copyOf(all);
        this.choice = choice;
    }

    List<EffectPart> parts() {
        return parts;
    }

    /** Which learners make up the model and why. */
    public String choice() {
        return choice;
    }

    /** What contributions are credited to: the columns learned from, and {@value #APPROACH}. */
    public List<String> columns() {
        return columns;
    }

    /**
     * The effect on each row, −1 to 1 but for a regression's excess.
     *
     * @throws org.yinhang.core.fault.FaultException LRN-1003 when a column is missing
     */
    public double[] effects(Table table) {
        double[] effects = new double[table.size()];
        for (EffectPart part : parts) {
            double[] each = part.effects(table);
            for (int row = 0; row < effects.length; row++) {
                effects[row] += each[row] / parts.size();
            }
        }
        return effects;
    }

    /** The effect on each row, to the same bits, with its contributions. */
    public Effects explain(Table table) {
        double[][] contributions = new double[table.size()][columns.size()];
        double baseline = 0;
        for (EffectPart part : parts) {
            baseline += part.explain(table, 1.0 / parts.size(), columns, contributions);
        }
        return new Effects(columns, effects(table), baseline, contributions);
    }
}
