package org.yinhang.lake.increment;

import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import org.yinhang.core.predicate.FactTable;
import org.yinhang.core.predicate.vector.Dictionary;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.lake.fold.FactRows;

/** What became of one customer after an assignment, from the rows of a block. One thread at a time. */
final class AssignedCustomer {

    private static final long MICROS_PER_DAY = 86_400_000_000L;
    private static final long FEN = 100;
    private static final double PPM = 1e6;
    private static final long NON_PERFORMING = 90;

    private final long end;
    private final long offset;
    private final NavigableMap<Long, Long> transferPrices;
    private final Side applications;
    private final Side loans;

    /** The rows of one table, and the part that is the customer's. */
    private static final class Side {
        private final FactRows rows;
        private final long[] instants;
        private int from;
        private int until;

        Side(FactRows rows) {
            this.rows = rows;
            this.instants = rows.wholes(FactTable.OCCURRED_AT);
        }

        void turnTo(int customer) {
            int[] customers = rows.customers();
            while (until < rows.size() && customers[until] < customer) {
                until++;
            }
            from = until;
            while (until < rows.size() && customers[until] == customer) {
                until++;
            }
        }

        String text(String column, int row) {
            Vector.Codes values = (Vector.Codes) rows.column(column);
            int code = values.codes()[row];
            Dictionary dictionary = values.dictionary();
            return code == Vector.NO_CODE ? "" : dictionary.text(code);
        }

        long whole(String column, int row) {
            return rows.wholes(column)[row];
        }
    }

    /**
     * @param end the first instant that is not seen
     * @param offset of the bank's zone, microseconds
     * @param transferPrices yearly funds transfer price in millionths by the day from which it holds
     */
    AssignedCustomer(
            FactRows applications, FactRows loans, long end, long offset, NavigableMap<Long, Long> transferPrices) {
        this.applications = new Side(applications);
        this.loans = new Side(loans);
        this.end = end;
        this.offset = offset;
        this.transferPrices = transferPrices;
    }

    /** Stands at a customer; they come in ascending order. */
    void turnTo(int customer) {
        applications.turnTo(customer);
        loans.turnTo(customer);
    }

    /** Every outcome after an assignment for an offer. */
    Map<Outcome, Double> after(long instant, String product) {
        Map<Outcome, Double> found = new EnumMap<>(Outcome.class);
        found.put(Outcome.RESPONSE, truth(responds(instant, product)));
        found.put(Outcome.APPLICATION, truth(applies(instant)));
        long day = day(instant);
        boolean isPaidOut = false;
        boolean isBad = false;
        double balance = 0;
        double margin = 0;
        for (int row = loans.from; row < loans.until && loans.instants[row] < end; row++) {
            long after = loans.whole("disbursed_on", row) - day;
            if (after < 0 || after > Outcome.BALANCE.days()) {
                continue;
            }
            boolean isEarly = after <= Outcome.LOAN.days();
            isPaidOut |= isEarly;
            isBad |= isEarly
                    && loans.instants[row] <= instant + Outcome.BAD.days() * MICROS_PER_DAY
                    && loans.whole("worst_dpd", row) >= NON_PERFORMING;
            if (isNewest(row, instant + Outcome.BALANCE.days() * MICROS_PER_DAY)) {
                double owed = (double) loans.whole("balance", row) / FEN;
                balance += owed;
                margin += owed * (loans.whole("rate", row) - transferPrice(day + Outcome.BALANCE.days())) / PPM;
            }
        }
        found.put(Outcome.LOAN, truth(isPaidOut));
        found.put(Outcome.BAD, truth(isBad));
        found.put(Outcome.BALANCE, balance);
        if (!transferPrices.isEmpty()) {
            found.put(Outcome.MARGIN, margin);
        }
        return found;
    }

    private static double truth(boolean value) {
        return value ? 1 : 0;
    }

    private long day(long instant) {
        return Math.floorDiv(instant + offset, MICROS_PER_DAY);
    }

    private long transferPrice(long day) {
        Map.Entry<Long, Long> known = transferPrices.floorEntry(day);
        return known == null ? 0 : known.getValue();
    }

    /** Whether a row is the newest of its loan up to an instant. */
    private boolean isNewest(int row, long latest) {
        if (loans.instants[row] > latest) {
            return false;
        }
        long loan = loans.whole("loan", row);
        for (int later = row + 1; later < loans.until && loans.instants[later] <= latest; later++) {
            if (loans.whole("loan", later) == loan && loans.instants[later] < end) {
                return false;
            }
        }
        return true;
    }

    /** Whether an application for the product, or any where none is named, began, or a line there already was drawn on. */
    private boolean responds(long instant, String product) {
        long latest = Math.min(end - 1, instant + Outcome.RESPONSE.days() * MICROS_PER_DAY);
        for (int row = applications.from; row < applications.until; row++) {
            long at = applications.instants[row];
            if (at >= instant
                    && at <= latest
                    && (product.isEmpty() || applications.text("product", row).equals(product))) {
                String stage = applications.text("stage", row);
                if (stage.equals("started") || (stage.equals("used") && !began(row))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the application of a row had begun as an application, rather than as a draw on a line. */
    private boolean began(int row) {
        long application = applications.whole("application", row);
        for (int earlier = applications.from; earlier < row; earlier++) {
            if (applications.whole("application", earlier) == application
                    && applications.text("stage", earlier).equals("started")) {
                return true;
            }
        }
        return false;
    }

    private boolean applies(long instant) {
        long latest = Math.min(end - 1, instant + Outcome.APPLICATION.days() * MICROS_PER_DAY);
        for (int row = applications.from; row < applications.until; row++) {
            long at = applications.instants[row];
            if (at >= instant && at <= latest && applications.text("stage", row).equals("submitted")) {
                return true;
            }
        }
        return false;
    }
}
