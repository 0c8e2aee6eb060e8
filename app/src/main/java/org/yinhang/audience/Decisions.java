package org.yinhang.audience;

import java.util.List;
import org.yinhang.core.evaluation.Interval;

/**
 * What became of the applications of some customers in the twelve months before a day. Reasons of fewer than
 * {@value #FEWEST} customers are told together under {@link #OTHER}, and nothing is told of fewer altogether.
 *
 * @param approved applications whose last decision was to approve
 * @param refused applications whose last decision was to reject
 * @param reasons why, the most frequent first; empty where too few were refused
 */
public record Decisions(long approved, long refused, List<Reason> reasons) {

    /** Customers a figure is at least about. */
    public static final int FEWEST = 10;

    /** In the place of reasons that too few customers share. */
    public static final String OTHER = "other_reasons";

    /** Nobody, or too few to say anything about. */
    public static final Decisions UNTOLD = new Decisions(0, 0, List.of());

    public Decisions {
        reasons = List.copyOf(reasons);
    }

    /**
     * A reason applications were refused for.
     *
     * @param code of the reason; empty where none was stated
     * @param applications refused for it
     */
    public record Reason(String code, long applications) {}

    public long decided() {
        return approved + refused;
    }

    /** Approved of those decided, 0 to 1; NaN where nothing is told. */
    public double rate() {
        return decided() == 0 ? Double.NaN : (double) approved / decided();
    }

    /** Where that rate lies with 95 % confidence (Wilson). */
    public Interval interval() {
        return Interval.wilson(approved, decided());
    }

    /**
     * The share of refusals that had a reason, in the eyes of an audience.
     *
     * @param others the audience's reasons: {@link #OTHER} means none of these
     */
    double share(Reason reason, List<Reason> others) {
        long applications = reason.code().equals(OTHER)
                ? refused
                        - others.stream()
                                .filter(other -> !other.code().equals(OTHER))
                                .mapToLong(other -> of(other.code()))
                                .sum()
                : of(reason.code());
        return refused == 0 ? Double.NaN : (double) applications / refused;
    }

    private long of(String code) {
        return reasons.stream()
                .filter(reason -> reason.code().equals(code))
                .mapToLong(Reason::applications)
                .sum();
    }
}
