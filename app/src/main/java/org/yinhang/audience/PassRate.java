package org.yinhang.audience;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.yinhang.core.audience.NumberBands;

/**
 * How many of some customers would be approved if they applied, and why the bank refused those who did.
 *
 * @param members how many they are
 * @param score name of the tag that says how likely an application would be approved
 * @param scores that tag over them
 * @param past what became of their own applications
 * @param bank of everybody's applications
 */
public record PassRate(long members, String score, NumberBands scores, Decisions past, Decisions bank) {

    /** Where leaving customers out by their score is offered. */
    private static final double[] BOUNDS = {0.2, 0.4, 0.6, 0.8};

    /** What the rate rests on. */
    public enum Basis {
        /** The mean of the model's score over those who have one. */
        SCORE,
        /** What really happened, as nobody has a score. */
        PAST,
        /** Nothing: no score, and too few applications. */
        UNKNOWN;

        /** The key of its words. */
        public String key() {
            return switch (this) {
                case SCORE -> "score";
                case PAST -> "past";
                case UNKNOWN -> "unknown";
            };
        }
    }

    /**
     * What leaving out some of them comes to.
     *
     * @param below whose expected approval is below this is left out; customers without a score stay
     * @param condition what to add to the audience's text
     * @param fewer how many customers fewer are touched
     * @param spared of these touches, how many are expected to be wasted
     * @param rate the expected pass rate of those who stay
     */
    public record LeaveOut(double below, String condition, long fewer, long spared, double rate) {}

    /**
     * A reason beside the bank.
     *
     * @param code of the reason, {@link Decisions#OTHER} for those of too few; empty where none was stated
     * @param applications refused for it
     * @param share of all refusals of these customers
     * @param bankShare of all refusals of the bank
     */
    public record Reason(String code, long applications, double share, double bankShare) {

        /** Over-representation, 100 where it is as frequent as in the bank; NaN where the bank has none. */
        public double tgi() {
            return bankShare > 0 ? 100 * share / bankShare : Double.NaN;
        }
    }

    static double[] bounds() {
        return BOUNDS.clone();
    }

    public Basis basis() {
        return scores.known() > 0 ? Basis.SCORE : past.decided() > 0 ? Basis.PAST : Basis.UNKNOWN;
    }

    /** The expected share of approvals, 0 to 1; NaN while it is unknown. */
    public double rate() {
        return switch (basis()) {
            case SCORE -> scores.mean();
            case PAST -> past.rate();
            case UNKNOWN -> Double.NaN;
        };
    }

    /** Touches that would reach somebody the bank would refuse, if everybody were touched once; 0 while the rate is unknown. */
    public long wasted() {
        return wastedOf(members);
    }

    /** The same of so many touches. */
    public long wastedOf(long touches) {
        return basis() == Basis.UNKNOWN ? 0 : Math.round(touches * (1 - rate()));
    }

    /** What could be left out by the score, from little to much, each more than the one before; empty without scores. */
    public List<LeaveOut> leaveOuts() {
        List<LeaveOut> offers = new ArrayList<>();
        long least = 1;
        for (double bound : BOUNDS) {
            long staying = scores.knownFrom(bound);
            long fewer = scores.known() - staying;
            if (fewer >= least && staying > 0) {
                least = fewer + 1;
                double approved = scores.known() * scores.mean() - staying * scores.meanFrom(bound);
                offers.add(new LeaveOut(
                        bound, condition(bound), fewer, Math.round(fewer - approved), scores.meanFrom(bound)));
            }
        }
        return offers;
    }

    private String condition(double bound) {
        String least = BigDecimal.valueOf(bound).round(MathContext.DECIMAL32).toPlainString();
        return "(%1$s is null or %1$s >= %2$s)".formatted(score, least);
    }

    /** Why their applications were refused, the most frequent reason first. */
    public List<Reason> reasons() {
        return past.reasons().stream()
                .map(reason -> new Reason(
                        reason.code(),
                        reason.applications(),
                        (double) reason.applications() / past.refused(),
                        bank.share(reason, past.reasons())))
                .toList();
    }
}
