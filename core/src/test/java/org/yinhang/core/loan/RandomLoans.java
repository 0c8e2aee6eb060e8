package org.yinhang.core.loan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;

/** Loans of every method, day-count, rhythm and extra, from a seed. */
public final class RandomLoans {

    private static final Collector BANK = Collector.lender("本行");
    private static final Collector GUARANTOR = new Collector(Collector.Kind.GUARANTOR, "担保公司");

    private final Random random;

    private RandomLoans(long seed) {
        random = new Random(seed);
    }

    /** Any loan whose terms fit together. */
    public static LoanTerms any(long seed) {
        return new RandomLoans(seed).terms();
    }

    private LoanTerms terms() {
        PaymentDates dates = dates();
        Money principal = Money.ofFen(1 + (long) Math.exp(random.nextDouble() * 22));
        Rate rate = new Rate(random.nextInt(6) == 0 ? 0 : random.nextInt(360_000));
        DayCount dayCount = one(DayCount.values());
        RepaymentMethod method = method(principal, dates);
        LoanTerms terms = LoanTerms.of(principal, rate, dayCount, dates, method);
        boolean revolving = method instanceof RepaymentMethod.Revolving;
        if (!revolving && !(method instanceof RepaymentMethod.Bullet) && random.nextBoolean()) {
            Grace.Interest interest = one(Grace.Interest.values());
            terms = terms.withGrace(Grace.of(random.nextInt(dates.count()), interest));
        }
        terms = terms.withFees(fees(revolving));
        return revolving ? terms : terms.withPrepayments(prepayments(principal, dates));
    }

    private <T> T one(T[] choices) {
        return List.of(choices).get(random.nextInt(choices.length));
    }

    private PaymentDates dates() {
        LocalDate start = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(1500));
        int count = 1 + random.nextInt(36);
        return switch (random.nextInt(4)) {
            case 0 -> PaymentDates.regular(start, Frequency.ofDays(1 + random.nextInt(40)), count);
            case 1 -> PaymentDates.regular(start, Frequency.ofMonths(1 + random.nextInt(6)), count);
            case 2 -> PaymentDates.on(1 + random.nextInt(31), start, Frequency.QUARTERLY, count);
            default -> PaymentDates.on(1 + random.nextInt(31), start, Frequency.MONTHLY, count);
        };
    }

    private RepaymentMethod method(Money principal, PaymentDates dates) {
        return switch (random.nextInt(6)) {
            case 0 -> new RepaymentMethod.EqualPrincipal();
            case 1 -> new RepaymentMethod.InterestOnly();
            case 2 -> new RepaymentMethod.Bullet();
            case 3 -> revolving(principal, dates);
            default -> new RepaymentMethod.EqualInstalment();
        };
    }

    private RepaymentMethod revolving(Money principal, PaymentDates dates) {
        List<RepaymentMethod.Movement> movements = new ArrayList<>();
        long balance = principal.fen();
        for (LocalDate day : days(dates, random.nextInt(6))) {
            if (balance > 0 && random.nextBoolean()) {
                long repaid = random.nextInt(3) == 0 ? balance : 1 + (long) (random.nextDouble() * (balance - 1));
                movements.add(RepaymentMethod.Movement.repay(day, Money.ofFen(repaid)));
                balance -= repaid;
            } else {
                long drawn = random.nextLong(1, 100_000);
                movements.add(RepaymentMethod.Movement.draw(day, Money.ofFen(drawn)));
                balance += drawn;
            }
        }
        return new RepaymentMethod.Revolving(principal.plus(Money.ofYuan(1_000_000)), movements);
    }

    private Fee[] fees(boolean revolving) {
        List<Fee> fees = new ArrayList<>();
        if (random.nextBoolean()) {
            FeeBasis share = new FeeBasis.ShareOfPrincipal(random.nextInt(30_000));
            ChargeItem item = ChargeItem.of("服务费", BANK);
            fees.add(
                    revolving || random.nextBoolean()
                            ? Fee.paid(item, Fee.Timing.EACH_DRAW, share)
                            : Fee.financed(item, share));
        }
        if (random.nextBoolean()) {
            ChargeItem item = ChargeItem.of("担保费", GUARANTOR);
            fees.add(Fee.paid(item, Fee.Timing.EACH_PERIOD, new FeeBasis.ShareOfBalance(random.nextInt(5_000))));
        }
        if (random.nextBoolean()) {
            ChargeItem item = ChargeItem.of("结清费", BANK);
            fees.add(Fee.paid(item, Fee.Timing.AT_END, new FeeBasis.Fixed(Money.ofFen(random.nextInt(1000)))));
        }
        if (random.nextBoolean()) {
            ChargeItem item = new ChargeItem("评估费", GUARANTOR, ChargeItem.Payer.LENDER);
            fees.add(Fee.paid(item, Fee.Timing.AT_START, new FeeBasis.Fixed(Money.ofFen(500))));
        }
        fees.add(Fee.paid(
                ChargeItem.of("提前还款违约金", BANK), Fee.Timing.ON_PREPAYMENT, new FeeBasis.ShareOfPrincipal(10_000)));
        return fees.toArray(Fee[]::new);
    }

    /** At most a tenth of the principal each, long before it is repaid; or all of it. */
    private Prepayment[] prepayments(Money principal, PaymentDates dates) {
        List<Prepayment> prepayments = new ArrayList<>();
        for (LocalDate day : days(dates, random.nextInt(3))) {
            boolean early = day.isBefore(dates.due(Math.max(1, dates.count() / 3)));
            if (early && principal.fen() > 100) {
                Prepayment.Effect effect = one(Prepayment.Effect.values());
                prepayments.add(new Prepayment.Part(day, Money.ofFen(principal.fen() / 10), effect));
            } else if (random.nextInt(3) == 0) {
                prepayments.add(new Prepayment.Whole(day));
            }
        }
        return prepayments.toArray(Prepayment[]::new);
    }

    private List<LocalDate> days(PaymentDates dates, int count) {
        long span = dates.last().toEpochDay() - dates.start().toEpochDay();
        return random.longs(count, 1, Math.max(2, span))
                .filter(day -> day < span)
                .distinct()
                .sorted()
                .mapToObj(dates.start()::plusDays)
                .toList();
    }
}
