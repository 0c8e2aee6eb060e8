package org.yinhang.core.learning;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.table.Spelling;

/** The family of models to train. */
public enum ModelKind {
    /** Whatever proves itself inside the training rows: one family, or a blend. */
    AUTO,
    /** Gradient-boosted trees. */
    BOOSTED,
    /** An additive model of curves over single columns and maps over a few pairs. */
    GLASSBOX,
    /** Regularised logistic regression. */
    LOGISTIC,
    /** Points for each bin of a few columns. */
    SCORECARD;

    /**
     * The kind of that name.
     *
     * @throws FaultException LRN-1001 when there is none
     */
    public static ModelKind named(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        List<String> names = Arrays.stream(values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .toList();
        int position = names.indexOf(wanted);
        if (position < 0) {
            throw new FaultException(Fault.of(
                    "LRN-1001",
                    "There is no model '%s'.".formatted(name),
                    "--model",
                    Spelling.nearest(wanted, names)
                            .map("Did you mean '%s'?"::formatted)
                            .orElse("Use auto, boosted, glassbox, logistic or scorecard.")));
        }
        return values()[position];
    }

    /** Whether it can run here; trees need a native library. */
    public boolean isAvailable() {
        return this != BOOSTED || BoostedLearner.isAvailable();
    }

    /** What this family lacks here to be at work in full, with the command that helps; empty where it lacks nothing. */
    public Optional<Fault> lacking() {
        boolean wantsTrees = this == AUTO || this == BOOSTED;
        return wantsTrees && !BoostedLearner.isAvailable()
                ? Optional.of(BoostedLearner.unavailable())
                : Optional.empty();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
