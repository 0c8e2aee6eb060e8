package org.yinhang.lake.increment;

import java.util.EnumMap;
import java.util.Map;
import org.yinhang.lake.TransferPrices;
import org.yinhang.lake.fold.CustomerRows;
import org.yinhang.lake.fold.FactRows;

/** What became of one customer after an assignment, from the rows of a block. One thread at a time. */
final class AssignedCustomer {

    private static final long MICROS_PER_DAY = 86_400_000_000L;
    private static final long FEN = 100;
    private static final double PPM = 1e6;
    private static final long NON_PERFORMING = 90;

    private final long end;
    private final long offset;
    private final TransferPrices transferPrices;
    private final CustomerRows applications;
    private final CustomerRows loans;

    /**
     * @param end the first instant that is not seen
     * @param offset of the bank's zone, microseconds
     * @param transferPrices what money costs the bank
     */
    AssignedCustomer(FactRows applications, FactRows loans, long end, long offset, TransferPrices transferPrices) {
        this.applications = new CustomerRows(applications);
        this.loans = new CustomerRows(loans);
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
        found.put(Outcome.RESPONSE, truth(responds(instant, product, Outcome.RESPONSE.days())));
        found.put(Outcome.APPLICATION, truth(applies(instant)));
        long day = day(instant);
        boolean isPaidOut = false;
        boolean isBad = false;
        double balance = 0;
        double margin = 0;
        for (int row = loans.from(); row < loans.until() && loans.at(row) < end; row++) {
            long after = loans.whole("disbursed_on", row) - day;
            if (after < 0 || after > Outcome.BALANCE.days()) {
                continue;
            }
            boolean isEarly = after <= Outcome.LOAN.days();
            isPaidOut |= isEarly;
            isBad |= isEarly
                    && loans.at(row) <= instant + Outcome.BAD.days() * MICROS_PER_DAY
                    && loans.whole("worst_dpd", row) >= NON_PERFORMING;
            if (isNewest(row, instant + Outcome.BALANCE.days() * MICROS_PER_DAY)) {
                double owed = (double) loans.whole("balance", row) / FEN;
                balance += owed;
                margin += owed * (loans.whole("rate", row) - transferPrices.on(day + Outcome.BALANCE.days())) / PPM;
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

    /** Whether a row is the newest of its loan up to an instant. */
    private boolean isNewest(int row, long latest) {
        if (loans.at(row) > latest) {
            return false;
        }
        long loan = loans.whole("loan", row);
        for (int later = row + 1; later < loans.until() && loans.at(later) <= latest; later++) {
            if (loans.whole("loan", later) == loan && loans.at(later) < end) {
                return false;
            }
        }
        return true;
    }

    /** Whether an application for the product, or any where none is named, began, or a line there already was drawn on. */
    boolean responds(long instant, String product, int days) {
        long latest = Math.min(end - 1, instant + days * MICROS_PER_DAY);
        for (int row = applications.from(); row < applications.until(); row++) {
            long at = applications.at(row);
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
        for (int earlier = applications.from(); earlier < row; earlier++) {
            if (applications.whole("application", earlier) == application
                    && applications.text("stage", earlier).equals("started")) {
                return true;
            }
        }
        return false;
    }

    /** Whether any application began, or any line was drawn on, in so many days before an instant. */
    boolean wasActive(long instant, int days) {
        long earliest = instant - days * MICROS_PER_DAY;
        for (int row = applications.from(); row < applications.until(); row++) {
            long at = applications.at(row);
            String stage = applications.text("stage", row);
            if (at >= earliest && at < instant && (stage.equals("started") || stage.equals("used"))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a loan of any product was paid out within so many days. */
    boolean borrows(long instant, int days) {
        long day = day(instant);
        for (int row = loans.from(); row < loans.until() && loans.at(row) < end; row++) {
            long after = loans.whole("disbursed_on", row) - day;
            if (after >= 0 && after <= days) {
                return true;
            }
        }
        return false;
    }

    private boolean applies(long instant) {
        long latest = Math.min(end - 1, instant + Outcome.APPLICATION.days() * MICROS_PER_DAY);
        for (int row = applications.from(); row < applications.until(); row++) {
            long at = applications.at(row);
            if (at >= instant && at <= latest && applications.text("stage", row).equals("submitted")) {
                return true;
            }
        }
        return false;
    }
}
