package org.yinhang.demobank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.core.progress.Progress;
import org.yinhang.demobank.contact.Channel;
import org.yinhang.demobank.contact.ContactAction;
import org.yinhang.demobank.contact.ContactResult;
import org.yinhang.demobank.contact.Offer;
import org.yinhang.demobank.contact.Outcome;

/** What the truth promises is what happens: contacts are made for real and the month after is played. */
class TruthTests {

    private static final int CUSTOMERS = 10_000;
    private static final int DAYS = 30;
    private static final LocalDate PLAN = LocalDate.of(2025, 4, 30);
    private static final String CAMPAIGN = "TRUTH-TEST";
    private static final int DEARER = Offer.REVOLVING.referenceRate() + 10_000;

    @TempDir
    private static Path folder;

    private static final List<CustomerTruth> TRUTHS = new ArrayList<>();
    private static final List<ContactAction> ACTIONS = new ArrayList<>();
    private static final List<ContactResult> RESULTS = new ArrayList<>();

    @BeforeAll
    static void contactEverySecondCustomerAndPlayTheMonthAfter() {
        DemoBank bank = DemoBanks.generate(folder, CUSTOMERS, PLAN);
        bank.truth().forEach((truth, customer) -> TRUTHS.add(truth));
        for (int customer = 0; customer < CUSTOMERS; customer += 2) {
            boolean dear = customer % 4 == 0;
            ACTIONS.add(new ContactAction(
                    customer,
                    CAMPAIGN,
                    Offer.REVOLVING,
                    dear ? Channel.CALL : Channel.WECOM,
                    "",
                    dear ? 12 : 19,
                    dear ? DEARER : Offer.REVOLVING.referenceRate()));
        }
        RESULTS.addAll(bank.advance(PLAN.plusDays(1), ACTIONS, Progress.SILENT).results());
        bank.rest(PLAN.plusDays(DAYS), Progress.SILENT);
    }

    /** Checks a count against the sum of independent probabilities: within four standard deviations and a small bias. */
    private static void agrees(long happened, double expected, double variance) {
        assertThat((double) happened).isCloseTo(expected, within(4 * Math.sqrt(variance) + 0.06 * expected));
    }

    @Test
    void reachesAndAcceptsAsOftenAsTheTruthSays() {
        double reached = 0;
        double accepted = 0;
        double acceptedVariance = 0;
        for (ContactResult result : RESULTS) {
            ContactAction action = result.action();
            CustomerTruth truth = TRUTHS.get(action.customer());
            double r = truth.reached(action.channel(), action.hour());
            double p = r * truth.accepts(action.offer(), action.channel(), action.hour(), action.ratePpm());
            reached += r;
            accepted += p;
            acceptedVariance += p * (1 - p);
        }
        agrees(RESULTS.stream().filter(ContactResult::reached).count(), reached, reached);
        agrees(RESULTS.stream().filter(r -> r.outcome() == Outcome.ACCEPTED).count(), accepted, acceptedVariance);
    }

    @Test
    void bringsAsManyResponsesOfTheContactedAsTheTruthSays() {
        double expected = 0;
        double variance = 0;
        for (ContactResult result : RESULTS) {
            ContactAction a = result.action();
            double p = TRUTHS.get(a.customer()).responseWithContact(a.offer(), a.channel(), a.hour(), a.ratePpm());
            expected += p;
            variance += p * (1 - p);
        }
        agrees(responses(Offer.REVOLVING, "customer % 2 = 0"), expected, variance);
    }

    @Test
    void bringsAsManyResponsesOfThoseLeftAloneAsTheTruthSays() {
        for (Offer offer : Offer.ALL) {
            double expected = 0;
            for (int customer = 1; customer < CUSTOMERS; customer += 2) {
                expected += TRUTHS.get(customer).responseWithoutContact(offer);
            }
            agrees(responses(offer, "customer % 2 = 1"), expected, expected);
        }
    }

    /** Customers who applied for the offer or drew on its line in the thirty days. */
    private static long responses(Offer offer, String where) {
        return DemoBanks.number(folder, """
                SELECT count(DISTINCT customer) FROM applications a
                WHERE %s AND product = '%s' AND occurred_at >= TIMESTAMP '%s 16:00:00'
                  AND (stage = 'started' OR (stage = 'used' AND application IN (SELECT line FROM credit_lines)))
                """.formatted(where, offer.product(), PLAN));
    }

    @Test
    void losesAcceptanceWithThePriceAsItsElasticitySays() {
        for (CustomerTruth truth : TRUTHS.subList(0, 500)) {
            int rate = Offer.REVOLVING.referenceRate();
            double p = truth.accepts(Offer.REVOLVING, Channel.CALL, 12, rate);
            if (p > 0) {
                double more = truth.accepts(Offer.REVOLVING, Channel.CALL, 12, rate + rate / 1_000);
                assertThat(truth.priceElasticity(Offer.REVOLVING, Channel.CALL, 12, rate))
                        .isCloseTo((more / p - 1) * 1_000, within(0.05));
            }
        }
    }

    @Test
    void knowsSomeWhomAContactWouldOnlyAnnoy() {
        long annoyed = TRUTHS.stream()
                .filter(t -> t.uplift(Offer.REVOLVING, Channel.SMS, 9, DEARER) < 0)
                .count();
        assertThat(annoyed).isPositive().isLessThan(CUSTOMERS / 4);
    }

    @Test
    void answersEveryContactOfACustomerWhoHasJoined() {
        long joined = DemoBanks.number(folder, """
                SELECT count(DISTINCT customer) FROM customers
                WHERE customer %% 2 = 0 AND occurred_at <= TIMESTAMP '%s 15:59:59'""".formatted(PLAN.plusDays(1)));
        assertThat(RESULTS).hasSize((int) joined);
        assertThat(DemoBanks.number(folder, "SELECT count(*) FROM contacts WHERE campaign = '" + CAMPAIGN + "'"))
                .isEqualTo(joined);
    }
}
