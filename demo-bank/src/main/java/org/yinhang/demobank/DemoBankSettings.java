package org.yinhang.demobank;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;

/**
 * Which simulated bank.
 *
 * @param seed everything follows from it
 * @param customers how many customers, 1 to 20,000,000
 * @param firstDay first day of the history
 * @param lastDay last day of the history: the business date on which the bank stands
 * @param detail how much is simulated
 * @param threads processor threads; the rows do not depend on them
 * @param state folder of the bank's own memory and of the known truth, outside the lake
 */
public record DemoBankSettings(
        long seed, int customers, LocalDate firstDay, LocalDate lastDay, Detail detail, int threads, Path state) {

    private static final int MOST_CUSTOMERS = 20_000_000;

    /** Checks every value. */
    public DemoBankSettings {
        List<Fault> faults = new ArrayList<>();
        if (customers < 1 || customers > MOST_CUSTOMERS) {
            faults.add(fault("customers", String.valueOf(customers), "Give a number from 1 to 20000000."));
        }
        if (lastDay.isBefore(firstDay)) {
            faults.add(fault("lastDay", lastDay.toString(), "Give a day that is not before %s.".formatted(firstDay)));
        }
        if (firstDay.getYear() < 2012 || lastDay.getYear() > 2055) {
            faults.add(fault("firstDay", firstDay.toString(), "Give a history between 2012 and 2055."));
        }
        if (threads < 1) {
            faults.add(fault("threads", String.valueOf(threads), "Give at least 1."));
        }
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
    }

    /** A full bank with 24 months of history up to a business date, on all processors. */
    public static DemoBankSettings of(long seed, int customers, LocalDate businessDate, Path state) {
        return new DemoBankSettings(
                seed,
                customers,
                businessDate.minusMonths(24).plusDays(1),
                businessDate,
                Detail.FULL,
                Runtime.getRuntime().availableProcessors(),
                state);
    }

    /** The same bank in another detail. */
    public DemoBankSettings with(Detail other) {
        return new DemoBankSettings(seed, customers, firstDay, lastDay, other, threads, state);
    }

    /** The same bank on another number of threads. */
    public DemoBankSettings withThreads(int other) {
        return new DemoBankSettings(seed, customers, firstDay, lastDay, detail, other, state);
    }

    private static Fault fault(String field, String value, String next) {
        return Fault.of("DMB-1001", "The demo bank cannot be made with this value: %s.".formatted(value), field, next);
    }
}
