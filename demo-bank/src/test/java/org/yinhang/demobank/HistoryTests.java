package org.yinhang.demobank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who defaults, and how contacts were chosen, over two years of history. */
class HistoryTests {

    private static final int CUSTOMERS = 10_000;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void makeABank() {
        DemoBanks.generate(folder, CUSTOMERS, LocalDate.of(2026, 12, 31));
    }

    @Test
    void defaultsAsOftenAsTheTruthOfAYearBeforeSaid(@TempDir Path earlier) {
        LocalDate then = LocalDate.of(2025, 12, 31);
        Truth truth = DemoBanks.generate(earlier, CUSTOMERS, then).truth();
        String held = """
                SELECT DISTINCT customer FROM loans_at(TIMESTAMP '2026-01-01 02:00:00')
                WHERE status = 'performing' AND matures_on > DATE '2026-12-31'""";
        double expected = 0;
        for (Integer customer : DemoBanks.rows(folder, held, Integer.class)) {
            expected += truth.of(customer).defaultProbability();
        }
        long happened = DemoBanks.number(folder, """
                SELECT count(DISTINCT customer) FROM loans JOIN (
                  SELECT id FROM loans_at(TIMESTAMP '2026-01-01 02:00:00')
                  WHERE status = 'performing' AND matures_on > DATE '2026-12-31') held USING (id)
                WHERE status = 'defaulted'""");
        assertThat(expected).isGreaterThan(8);
        assertThat((double) happened).isCloseTo(expected, within(4 * Math.sqrt(expected)));
    }

    private static final String LOANS = """
            WITH loan AS (SELECT customer, id, max((status IN ('defaulted', 'written_off'))::INT) AS bad
                          FROM loans GROUP BY 1, 2),
                 work AS (SELECT customer, employer FROM customers
                          QUALIFY row_number() OVER (PARTITION BY customer ORDER BY occurred_at) = 1)
            SELECT avg(bad) FROM loan JOIN work USING (customer) JOIN employers USING (employer)
            WHERE stability = '%s'""";

    @Test
    void hasTheBadRatesOfTheStabilityClasses() {
        assertThat(DemoBanks.fraction(folder, LOANS.formatted("stable"))).isBetween(0.002, 0.015);
        assertThat(DemoBanks.fraction(folder, LOANS.formatted("general"))).isBetween(0.012, 0.04);
        assertThat(DemoBanks.fraction(folder, LOANS.formatted("avoid"))).isBetween(0.04, 0.11);
    }

    @Test
    void defaultsOnAboutTwoInAHundredLoans() {
        assertThat(DemoBanks.fraction(
                        folder,
                        "SELECT avg(bad) FROM (SELECT max((status IN ('defaulted', 'written_off'))::INT) AS bad"
                                + " FROM loans GROUP BY customer, id)"))
                .isBetween(0.01, 0.04);
    }

    @Test
    void leavesAGoodPartOfTheGrantedLinesUnused() {
        assertThat(DemoBanks.fraction(folder, """
                SELECT avg((used = 0)::INT) FROM (SELECT * FROM credit_lines
                  QUALIFY row_number() OVER (PARTITION BY customer, id ORDER BY occurred_at DESC, used) = 1)
                WHERE status = 'active'""")).isBetween(0.4, 0.85);
    }

    @Test
    void wentForHighBalancesExceptWhereItChoseAtRandom() {
        String balance = """
                SELECT avg(ln(1 + balance)) FROM (
                  SELECT c.randomised, (SELECT max(a.balance) FROM accounts a WHERE a.customer = c.customer
                      AND a.family = 'current' AND a.occurred_at <= c.occurred_at
                      AND a.occurred_at >= c.occurred_at - INTERVAL 32 DAY) AS balance
                  FROM contacts c WHERE c.customer < 3000 AND c.attempt = 1) WHERE balance IS NOT NULL AND %s""";
        assertThat(DemoBanks.fraction(folder, balance.formatted("NOT randomised")))
                .isGreaterThan(DemoBanks.fraction(folder, balance.formatted("randomised")) + 0.3);
    }

    @Test
    void choseEveryArmOfATrialWithTheProbabilityItRecorded() {
        // Customers with all five channels open: control 0.3, each channel 0.14. Chi-square, five degrees of freedom.
        List<Double> share = List.of(0.3, 0.14, 0.14, 0.14, 0.14, 0.14);
        List<String> arm = List.of("control", "call", "sms", "wecom", "email", "push");
        String open = "SELECT count(*) FROM trials WHERE customer NOT IN"
                + " (SELECT customer FROM consents WHERE NOT granted AND purpose = 'marketing')";
        double total = DemoBanks.number(folder, open);
        double chi = 0;
        for (int i = 0; i < arm.size(); i++) {
            double expected = share.get(i) * total;
            double found = DemoBanks.number(folder, open + " AND coalesce(channel, 'control') = '" + arm.get(i) + "'");
            chi += (found - expected) * (found - expected) / expected;
        }
        assertThat(chi).as("above 20.5 only once in a thousand seeds").isLessThan(20.5);
    }

    @Test
    void recordsThePropensityOfEveryRandomContactAndOfNoOther() {
        assertThat(DemoBanks.number(
                        folder, "SELECT count(*) FROM contacts WHERE randomised <> (propensity IS NOT NULL)"))
                .isZero();
        assertThat(DemoBanks.number(folder, """
                SELECT count(*) FROM contacts c WHERE randomised AND NOT EXISTS (
                  SELECT 1 FROM trials t WHERE t.customer = c.customer AND t.campaign = c.campaign
                    AND t.channel = c.channel AND t.propensity = c.propensity)""")).isZero();
    }

    @Test
    void whoComesBackLaterNamesTheCampaignOfTheContactThatBroughtThem() {
        String named =
                "SELECT count(*) FROM applications a JOIN contacts c ON c.id = a.contact WHERE a.stage = 'started'";
        assertThat(DemoBanks.number(folder, named)).isPositive();
        assertThat(DemoBanks.number(folder, named + " AND a.campaign IS DISTINCT FROM c.campaign"))
                .isZero();
    }

    @Test
    void contactsNobodyByAChannelThatWasRefused() {
        assertThat(DemoBanks.number(folder, """
                SELECT count(*) FROM contacts c WHERE channel IN ('call', 'sms', 'wecom', 'email', 'push') AND NOT (
                  SELECT arg_max(granted, k.occurred_at) FROM consents k WHERE k.customer = c.customer
                    AND k.purpose = 'marketing' AND k.channel = c.channel AND k.occurred_at < c.occurred_at
                  )""")).isZero();
    }

    @Test
    void repaysEveryLoanToTheFen() {
        assertThat(DemoBanks.number(folder, """
                SELECT count(*) FROM (
                  SELECT l.id, any_value(l.principal) AS principal, max((l.status = 'settled')::INT) AS settled,
                    min(l.balance) AS balance FROM loans l GROUP BY l.id)
                WHERE settled = 1 AND balance <> 0""")).isZero();
        assertThat(DemoBanks.number(folder, "SELECT count(*) FROM repayments WHERE paid <> due OR due <= 0"))
                .isZero();
        assertThat(DemoBanks.number(
                        folder,
                        "SELECT count(*) FROM repayments r WHERE NOT EXISTS (SELECT 1 FROM transactions t WHERE"
                                + " t.customer = r.customer AND t.category = 'repayment' AND t.amount = -r.paid"
                                + " AND t.counterparty = r.loan AND t.occurred_at = r.occurred_at)"))
                .isZero();
    }
}
