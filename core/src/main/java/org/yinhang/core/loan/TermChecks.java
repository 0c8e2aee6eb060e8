package org.yinhang.core.loan;

import java.time.LocalDate;
import java.util.List;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.Faults;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;

/** What does not fit together in the terms of a loan, all of it at once. */
final class TermChecks {

    private TermChecks() {}

    static void check(
            Money principal,
            Rate rate,
            PaymentDates dates,
            RepaymentMethod method,
            Grace grace,
            List<Fee> fees,
            List<Prepayment> prepayments) {
        Faults faults = new Faults();
        if (principal.fen() <= 0) {
            faults.add(Fault.of("LOA-1004", "贷款本金必须大于零。", "principal: " + principal, "请填写正数金额。"));
        }
        if (rate.ppm() < 0) {
            faults.add(Fault.of("LOA-1005", "利率为负。", "rate: " + rate, "请填写不小于零的年利率。"));
        }
        boolean instalments =
                !(method instanceof RepaymentMethod.Revolving || method instanceof RepaymentMethod.Bullet);
        int most = instalments ? dates.count() - 1 : 0;
        if (grace.periods() < 0 || grace.periods() > most) {
            faults.add(Fault.of("LOA-1006", "宽限期数超出范围。", "grace: " + grace.periods(), "应为 0 至 " + most + "。"));
        }
        for (Fee fee : fees) {
            checkFee(fee, method, faults);
        }
        checkPrepayments(dates, method, prepayments, faults);
        if (method instanceof RepaymentMethod.Revolving revolving) {
            checkMovements(principal, dates, revolving, faults);
        }
        faults.raise();
    }

    private static void checkFee(Fee fee, RepaymentMethod method, Faults faults) {
        boolean revolving = method instanceof RepaymentMethod.Revolving;
        String where = "fee: " + fee.item().name();
        if (fee.isFinanced() && (fee.when() != Fee.Timing.AT_START || revolving)) {
            faults.add(Fault.of("LOA-1007", "该费用不能计入本金。", where, "只有非循环贷款的期初费用可以计入本金。"));
        }
        if (fee.isFinanced() && !fee.item().isBorneByBorrower()) {
            faults.add(Fault.of("LOA-1008", "非借款人承担的费用不能计入本金。", where, "请改为支付，或改由借款人承担。"));
        }
        boolean negative =
                switch (fee.basis()) {
                    case FeeBasis.Fixed fixed -> fixed.amount().isNegative();
                    case FeeBasis.ShareOfPrincipal share -> share.ppm() < 0;
                    case FeeBasis.ShareOfBalance share -> share.ppm() < 0;
                };
        if (negative) {
            faults.add(Fault.of("LOA-1009", "费用为负。", where, "请填写不小于零的费用。"));
        }
    }

    private static void checkPrepayments(
            PaymentDates dates, RepaymentMethod method, List<Prepayment> prepayments, Faults faults) {
        if (!prepayments.isEmpty() && method instanceof RepaymentMethod.Revolving) {
            faults.add(Fault.of("LOA-1010", "随借随还没有提前还款。", "prepayments", "请把还款写入 movements。"));
        }
        LocalDate before = dates.start();
        for (Prepayment prepayment : prepayments) {
            if (!isInside(prepayment.date(), dates)) {
                faults.add(outside("prepayment: " + prepayment.date(), dates));
            }
            if (prepayment instanceof Prepayment.Part part && part.amount().fen() <= 0) {
                faults.add(Fault.of("LOA-1012", "提前还款金额必须大于零。", "prepayment: " + part.date(), "请填写正数金额。"));
            }
            if (!prepayment.date().isAfter(before)) {
                faults.add(
                        Fault.of("LOA-1013", "提前还款未按日期排列。", "prepayment: " + prepayment.date(), "应晚于 " + before + "。"));
            }
            before = prepayment.date();
        }
    }

    private static void checkMovements(
            Money principal, PaymentDates dates, RepaymentMethod.Revolving revolving, Faults faults) {
        Money balance = principal;
        if (balance.compareTo(revolving.limit()) > 0) {
            faults.add(overLimit("principal", revolving));
        }
        for (RepaymentMethod.Movement movement : revolving.movements()) {
            String where = "movement: " + movement.date();
            if (!isInside(movement.date(), dates)) {
                faults.add(outside(where, dates));
            }
            if (movement.amount().fen() <= 0) {
                faults.add(Fault.of("LOA-1014", "支用或还款金额必须大于零。", where, "请填写正数金额。"));
            }
            balance = switch (movement.kind()) {
                case DRAW -> balance.plus(movement.amount());
                case REPAY -> balance.minus(movement.amount());
            };
            if (balance.compareTo(revolving.limit()) > 0) {
                faults.add(overLimit(where, revolving));
            }
            if (balance.isNegative()) {
                faults.add(Fault.of("LOA-1016", "还款超过当日余额。", where, "还款不得超过余额。"));
            }
        }
    }

    private static boolean isInside(LocalDate day, PaymentDates dates) {
        return day.isAfter(dates.start()) && day.isBefore(dates.last());
    }

    private static Fault outside(String where, PaymentDates dates) {
        return Fault.of("LOA-1011", "日期不在贷款期内。", where, "应晚于 %s、早于 %s。".formatted(dates.start(), dates.last()));
    }

    private static Fault overLimit(String where, RepaymentMethod.Revolving revolving) {
        return Fault.of("LOA-1015", "支用超过额度。", where, "余额不得超过 " + revolving.limit() + "。");
    }
}
