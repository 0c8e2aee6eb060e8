package org.yinhang.benefit.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yinhang.benefit.BenefitKind;
import org.yinhang.benefit.BenefitTerms;
import org.yinhang.benefit.EarnedBy;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;

/** Turns what somebody typed into the terms of a benefit. */
final class BenefitForm {

    private static final int PERCENT_DIGITS = 4;

    private final Map<String, String> typed;
    private final List<Fault> faults = new ArrayList<>();

    BenefitForm(Map<String, String> typed) {
        this.typed = typed;
    }

    /** What the form begins with. */
    static BenefitTerms usual(LocalDate today) {
        return new BenefitTerms(
                "",
                "",
                BenefitKind.GIFT,
                "",
                Rate.ZERO,
                0,
                Money.ofYuan(50),
                100,
                Money.ofYuan(5_000),
                today,
                today.plusMonths(3),
                30,
                1,
                EarnedBy.LOAN);
    }

    /**
     * The terms.
     *
     * @throws FaultException {@code BEN-1007} for every field that is no number or day
     */
    BenefitTerms terms(String code) {
        BenefitKind kind = BenefitKind.of(text("kind"));
        BenefitTerms terms = new BenefitTerms(
                code,
                text("name"),
                kind,
                text("product"),
                kind == BenefitKind.RATE_COUPON ? Rate.ofPercent(decimal("cut", PERCENT_DIGITS)) : Rate.ZERO,
                kind == BenefitKind.POINTS ? whole("points") : 0,
                Money.ofYuan(decimal("worth", 2)),
                whole("stock"),
                Money.ofYuan(decimal("budget", 2)),
                day("from"),
                day("until"),
                whole("valid"),
                whole("each"),
                EarnedBy.of(text("earned")));
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
        return terms;
    }

    private String text(String name) {
        return typed.getOrDefault(name, "").strip();
    }

    private int whole(String name) {
        if (!text(name).matches("\\d{1,9}")) {
            wrong(name);
            return 0;
        }
        return Integer.parseInt(text(name));
    }

    private BigDecimal decimal(String name, int digits) {
        if (!text(name).matches("\\d{1,9}(\\.\\d{1," + digits + "})?")) {
            wrong(name);
            return BigDecimal.ZERO;
        }
        return new BigDecimal(text(name));
    }

    private LocalDate day(String name) {
        try {
            return LocalDate.parse(text(name));
        } catch (DateTimeParseException e) {
            wrong(name);
            return LocalDate.EPOCH;
        }
    }

    private void wrong(String name) {
        faults.add(Fault.of("BEN-1007", "This is no number or day.", name, "Write digits; days as 2026-11-22."));
    }
}
