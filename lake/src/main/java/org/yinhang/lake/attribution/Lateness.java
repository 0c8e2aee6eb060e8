package org.yinhang.lake.attribution;

import java.util.Arrays;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;

/** How late a repayment makes a loan count as late. */
public enum Lateness {
    DAYS_30(30),
    DAYS_90(90);

    private final int days;

    Lateness(int days) {
        this.days = days;
    }

    /** Days past due. */
    public int days() {
        return days;
    }

    /**
     * The one of so many days.
     *
     * @throws FaultException {@code INS-1010} where there is none
     */
    public static Lateness of(int days) {
        return Arrays.stream(values())
                .filter(one -> one.days == days)
                .findFirst()
                .orElseThrow(() -> new FaultException(Fault.of(
                        "INS-1010",
                        "Loans late by %d days are not counted.".formatted(days),
                        "late",
                        "Give 30 or 90.")));
    }
}
