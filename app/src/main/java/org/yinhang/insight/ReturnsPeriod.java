package org.yinhang.insight;

import java.time.LocalDate;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;

/**
 * The days that are looked at.
 *
 * @param from the first
 * @param until the day after the last
 */
public record ReturnsPeriod(LocalDate from, LocalDate until) {

    /** How many days are looked at where nobody says. */
    public static final int USUAL_DAYS = 180;

    /** @throws FaultException {@code INS-1008} where no day is left */
    public ReturnsPeriod {
        if (!from.isBefore(until)) {
            throw new FaultException(Fault.of(
                    "INS-1008",
                    "The period %s to %s has no day.".formatted(from, until),
                    "from, until",
                    "Let it begin before it ends."));
        }
    }
}
