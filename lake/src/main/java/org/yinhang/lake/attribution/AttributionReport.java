package org.yinhang.lake.attribution;

import java.util.List;
import java.util.Map;
import org.yinhang.core.attribution.CreditRule;

/**
 * What touches are credited with.
 *
 * @param settings what was counted
 * @param journeys with a touch that was asked for, whose window has passed
 * @param goals journeys of all that a loan followed
 * @param rows one for each value, by value
 * @param ownLoans loans of the period that no touch led to
 * @param ownPrincipal what was paid out by them, yuan
 */
public record AttributionReport(
        AttributionRun.Settings settings,
        long journeys,
        long goals,
        List<Row> rows,
        long ownLoans,
        double ownPrincipal) {

    public AttributionReport {
        rows = List.copyOf(rows);
    }

    /**
     * One value of the breakdown.
     *
     * @param value its code; empty where the bank does not know it
     * @param touches how many, by channel
     * @param benefits what those they promised and customers redeemed cost, yuan
     * @param journeys in which it was met
     * @param removal the share of all goals that would be lost without it, as journeys go
     * @param credits what it is credited with, by rule
     */
    public record Row(
            String value,
            Map<String, Long> touches,
            double benefits,
            long journeys,
            double removal,
            Map<CreditRule, Credit> credits) {

        public Row {
            touches = Map.copyOf(touches);
            credits = Map.copyOf(credits);
        }

        /** How many touches. */
        public long count() {
            return touches.values().stream().mapToLong(Long::longValue).sum();
        }

        /** What a rule credits it with. */
        public Credit credit(CreditRule rule) {
            return credits.getOrDefault(rule, Credit.NOTHING);
        }
    }

    /**
     * Parts of loans.
     *
     * @param loans how many, not whole
     * @param principal paid out, yuan
     * @param margin of the first year above the funds transfer price, yuan
     */
    public record Credit(double loans, double principal, double margin) {

        /** No part of any. */
        public static final Credit NOTHING = new Credit(0, 0, 0);

        Credit plus(Credit other) {
            return new Credit(loans + other.loans, principal + other.principal, margin + other.margin);
        }
    }

    /** What a rule credits all rows with together. */
    public Credit total(CreditRule rule) {
        return rows.stream().map(row -> row.credit(rule)).reduce(Credit.NOTHING, Credit::plus);
    }

    /** All touches. */
    public long touches() {
        return rows.stream().mapToLong(Row::count).sum();
    }
}
