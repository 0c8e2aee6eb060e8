package org.yinhang.insight;

import java.util.Locale;

/**
 * A length of time in the unit a person would say it in.
 *
 * @param amount how many
 * @param unit of what
 */
public record Elapsed(double amount, Unit unit) {

    /** Units from a second to a day. */
    public enum Unit {
        SECONDS(1e6, "s"),
        MINUTES(6e7, "min"),
        HOURS(3.6e9, "h"),
        DAYS(8.64e10, "d");

        private final double micros;
        private final String symbol;

        Unit(double micros, String symbol) {
            this.micros = micros;
            this.symbol = symbol;
        }
    }

    /** Of microseconds: seconds below two minutes, minutes below two hours, hours below two days, then days. */
    public static Elapsed of(long micros) {
        Unit unit = Unit.SECONDS;
        for (Unit larger : Unit.values()) {
            if (micros >= 2 * larger.micros) {
                unit = larger;
            }
        }
        return new Elapsed(micros / unit.micros, unit);
    }

    /** Such as {@code 3.5 d}. */
    public String text() {
        return String.format(Locale.ROOT, "%.1f %s", amount, unit.symbol);
    }
}
