package org.yinhang.core.uplift;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.table.Spelling;

/** A way to learn effects (a meta-learner), over any family of models. */
public enum UpliftKind {
    /** What proves itself inside the training rows by Qini, or the mean of what cannot be told apart. */
    AUTO,
    /**
     * One model of the outcome that knows who was treated; the effect is what that changes (Künzel et al. 2019). Models without
     * interactions of their own read every column twice (Lo 2002).
     */
    S,
    /** Two models of the outcome, of the treated and of the others; the effect is their difference (Künzel et al. 2019). */
    T,
    /** Each group's outcomes less what the other group's model expects, learned in turn (Künzel et al. 2019). */
    X,
    /** A regression on a doubly robust pseudo-outcome, cross-fitted (Kennedy 2020, arXiv 2004.14497). */
    DR,
    /** One model of "treated and succeeded, or neither" (Jaskowski and Jaroszewicz 2012). */
    CLASS;

    /**
     * The learner of that name.
     *
     * @throws FaultException UPL-1003 when there is none
     */
    public static UpliftKind named(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        List<String> names = Arrays.stream(values()).map(UpliftKind::toString).toList();
        int position = names.indexOf(wanted);
        if (position < 0) {
            throw new FaultException(Fault.of(
                    "UPL-1003",
                    "There is no uplift learner '%s'.".formatted(name),
                    "--uplift-model",
                    Spelling.nearest(wanted, names)
                            .map("Did you mean '%s'?"::formatted)
                            .orElse("Use auto, s, t, x, dr or class.")));
        }
        return values()[position];
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
