package org.yinhang.benefit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;

/**
 * What a benefit is and how much of it there is.
 *
 * @param code small letters, digits, hyphens
 * @param name as customers read it
 * @param kind what it is
 * @param product code of the product it goes with; empty for any
 * @param cut off the rate, a year; zero unless it is a coupon
 * @param points how many; 0 unless it is points
 * @param worth what one costs the bank
 * @param stock how many there are
 * @param budget what all of them may cost
 * @param from first day on which it may be promised
 * @param until last day on which it may be promised
 * @param validDays days a customer has to redeem it, the day of the promise among them
 * @param mostEach how many one customer may get
 * @param earnedBy what the customer does for it
 */
public record BenefitTerms(
        String code,
        String name,
        BenefitKind kind,
        String product,
        Rate cut,
        int points,
        Money worth,
        long stock,
        Money budget,
        LocalDate from,
        LocalDate until,
        int validDays,
        int mostEach,
        EarnedBy earnedBy) {

    /** Addresses of other pages. */
    private static final Set<String> RESERVED = Set.of("new", "redeem");

    private static final int LONGEST_NAME = 30;
    private static final int LARGEST_CUT = 20_000;
    private static final int MOST_DAYS = 366;
    private static final int MOST_EACH = 100;

    /** Everything wrong with it; {@code BEN-1001} each. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        wrong(
                faults,
                !code.matches("[a-z0-9][a-z0-9-]{0,39}") || RESERVED.contains(code),
                "code",
                "Write small letters, digits and hyphens; new and redeem are taken.");
        wrong(faults, name.isBlank() || name.length() > LONGEST_NAME, "name", "Give 1 to 30 characters.");
        boolean isCoupon = kind == BenefitKind.RATE_COUPON;
        wrong(
                faults,
                isCoupon != (cut.ppm() > 0) || cut.ppm() > LARGEST_CUT,
                "cut",
                "A coupon takes 0.01 to 2 percentage points off; nothing else does.");
        wrong(faults, isCoupon && product.isBlank(), "product", "Name the product whose rate it cuts.");
        wrong(
                faults,
                isCoupon && earnedBy != EarnedBy.LOAN,
                "earned",
                "A coupon is redeemed on the loan whose rate it cuts.");
        wrong(faults, (kind == BenefitKind.POINTS) != (points > 0), "points", "Give points for points only.");
        wrong(faults, worth.fen() < 0 || (!isCoupon && worth.fen() == 0), "worth", "Say what one costs the bank.");
        wrong(faults, stock < 1, "stock", "Give how many there are.");
        wrong(faults, budget.fen() < worth.fen(), "budget", "The budget pays for one at least.");
        wrong(faults, until.isBefore(from), "until", "Let it end after it begins.");
        wrong(faults, validDays < 1 || validDays > MOST_DAYS, "valid", "Give 1 to 366 days.");
        wrong(faults, mostEach < 1 || mostEach > MOST_EACH, "each", "Give 1 to 100.");
        return faults;
    }

    private static void wrong(List<Fault> faults, boolean isWrong, String where, String next) {
        if (isWrong) {
            faults.add(Fault.of("BEN-1001", "The benefit is not complete.", where, next));
        }
    }

    /** Whether it may be promised with a product. */
    public boolean goesWith(String offered) {
        return product.isEmpty() || product.equals(offered);
    }

    /** How many can be promised at most: by stock, and by budget. */
    public long most() {
        return worth.fen() == 0 ? stock : Math.min(stock, budget.fen() / worth.fen());
    }
}
