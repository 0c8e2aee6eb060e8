package org.yinhang.lake.attribution;

import java.util.EnumMap;
import java.util.Map;

/**
 * The key figures of a part of the bank over one span.
 *
 * @param sums numbers and amounts in fen; those that are not there are 0
 */
public record KeyFigures(Map<KeyFigure, Long> sums) {

    /** Of nobody. */
    public static final KeyFigures NONE = new KeyFigures(Map.of());

    public KeyFigures {
        sums = Map.copyOf(sums);
    }

    /** A number or an amount in fen. */
    public long of(KeyFigure figure) {
        return sums.getOrDefault(figure, 0L);
    }

    /** Both parts together. */
    public KeyFigures plus(KeyFigures other) {
        Map<KeyFigure, Long> both = new EnumMap<>(KeyFigure.class);
        both.putAll(sums);
        other.sums.forEach((figure, sum) -> both.merge(figure, sum, Long::sum));
        return new KeyFigures(both);
    }

    /** The share of touches that were answered; not-a-number without touches. */
    public double replyRate() {
        return share(of(KeyFigure.REPLIES), of(KeyFigure.CONTACTS));
    }

    /** The share of decided applications that were approved; not-a-number where none was decided. */
    public double approvalRate() {
        return share(of(KeyFigure.APPROVALS), of(KeyFigure.APPROVALS) + of(KeyFigure.REJECTIONS));
    }

    /** The share of the balance that is 90 days past due or more; not-a-number where nothing is owed. */
    public double badRate() {
        return share(of(KeyFigure.BAD_BALANCE), of(KeyFigure.BALANCE));
    }

    private static double share(long part, long whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
