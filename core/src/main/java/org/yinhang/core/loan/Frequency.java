package org.yinhang.core.loan;

/**
 * How often something is due: every so many months, or every so many days.
 *
 * @param months months from one due date to the next; 0 when counted in days
 * @param days days from one due date to the next; 0 when counted in months
 */
public record Frequency(int months, int days) {

    public static final Frequency MONTHLY = new Frequency(1, 0);
    public static final Frequency QUARTERLY = new Frequency(3, 0);
    public static final Frequency HALF_YEARLY = new Frequency(6, 0);
    public static final Frequency YEARLY = new Frequency(12, 0);
    public static final Frequency WEEKLY = new Frequency(0, 7);

    public Frequency {
        if (months < 0 || days < 0 || (months == 0) == (days == 0)) {
            throw new IllegalArgumentException(
                    "frequency: %d months, %d days (expected: one of them above 0)".formatted(months, days));
        }
    }

    public static Frequency ofMonths(int months) {
        return new Frequency(months, 0);
    }

    public static Frequency ofDays(int days) {
        return new Frequency(0, days);
    }
}
