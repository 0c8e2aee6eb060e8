package org.yinhang.lake.attribution;

import java.util.List;
import org.yinhang.core.predicate.vector.Vector;

/**
 * A loan that was paid out.
 *
 * @param day on which, days since 1970
 * @param product its code
 * @param principal yuan
 * @param margin what it earns in its first year above the funds transfer price of that day, yuan
 * @param lateOn the first day on which it was known to be 30 days past due, {@link Vector#MISSING} where it never was
 * @param badOn the same of 90 days
 * @param states how it stood, in order of time; none unless read whole
 */
record PaidOut(
        long day, String product, double principal, double margin, long lateOn, long badOn, List<LoanState> states) {

    /** The first day on which it was known to be as late. */
    long since(Lateness lateness) {
        return switch (lateness) {
            case DAYS_30 -> lateOn;
            case DAYS_90 -> badOn;
        };
    }
}
