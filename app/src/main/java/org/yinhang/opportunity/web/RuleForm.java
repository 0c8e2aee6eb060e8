package org.yinhang.opportunity.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinhang.opportunity.OpportunityRule;
import org.yinhang.opportunity.RuleDraft;
import org.yinhang.opportunity.RuleLine;

/**
 * What somebody filled in about a rule of identification.
 *
 * @param code names it
 * @param seen the newest version they saw
 * @param zh why, in Chinese
 * @param en why, in English
 * @param when the condition
 * @param products it may lead to
 * @param expires days
 * @param clock hours
 * @param again days
 * @param on whether it is to find anybody
 * @param note what changes and why
 */
public record RuleForm(
        @Nullable String code,
        @Nullable Integer seen,
        @Nullable String zh,
        @Nullable String en,
        @Nullable String when,
        @Nullable List<String> products,
        @Nullable Integer expires,
        @Nullable Integer clock,
        @Nullable Integer again,
        @Nullable Boolean on,
        @Nullable String note) {

    private static final int USUAL_DAYS = 30;
    private static final int USUAL_HOURS = 48;

    /** A rule of the bank's own that says nothing yet. */
    static RuleForm fresh() {
        return new RuleForm("", 0, "", "", "", List.of("L101"), USUAL_DAYS, USUAL_HOURS, 2 * USUAL_DAYS, true, "");
    }

    /** A rule as it is: its open draft, or what is in force. */
    static RuleForm of(RuleLine line) {
        var edition = line.draft().orElseGet(line::present);
        OpportunityRule rule = edition.rule();
        return new RuleForm(
                line.code(),
                line.newest().version(),
                rule.zh(),
                rule.en(),
                rule.when(),
                rule.products(),
                rule.expiresDays(),
                rule.clockHours(),
                rule.againDays(),
                edition.isOn(),
                line.draft().map(one -> one.note()).orElse(""));
    }

    /** The text of a field; empty where nothing was sent. */
    public static String text(@Nullable String field) {
        return field == null ? "" : field;
    }

    /** The number of a field; empty where nothing was sent. */
    public static String text(@Nullable Integer field) {
        return field == null ? "" : field.toString();
    }

    /** Whether a product was chosen. */
    public boolean has(String product) {
        return products != null && products.contains(product);
    }

    /** Whether it is to find anybody. */
    public boolean isOn() {
        return Boolean.TRUE.equals(on);
    }

    int seenVersion() {
        return seen == null ? 0 : seen;
    }

    RuleDraft draft() {
        return new RuleDraft(
                new OpportunityRule(
                        text(code).strip(),
                        0,
                        text(zh).strip(),
                        text(en).strip(),
                        text(when).strip(),
                        products == null ? List.of() : products,
                        number(expires),
                        number(clock),
                        number(again)),
                isOn(),
                text(note).strip());
    }

    private static int number(@Nullable Integer field) {
        return field == null ? -1 : field;
    }
}
