package org.yinhang.campaign;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.yinhang.compliance.ConsentLedger;
import org.yinhang.compliance.GuardSettings;
import org.yinhang.compliance.lint.OfferFigures;
import org.yinhang.core.loan.Schedule;
import org.yinhang.core.loan.cost.AnnualCost;
import org.yinhang.core.loan.cost.CostCap;
import org.yinhang.core.loan.cost.CostTable;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;
import org.yinhang.product.Assessment;
import org.yinhang.product.CostQuote;
import org.yinhang.product.Credit;
import org.yinhang.product.CustomerOffers;
import org.yinhang.product.LimitBuildUp;
import org.yinhang.product.Offers;
import org.yinhang.product.Policies;
import org.yinhang.product.PriceBuildUp;
import org.yinhang.product.Product;
import org.yinhang.reach.OfferTerms;

/** What a campaign offers: the product of the day, what it costs as an example and to each customer, and the caps on it. */
@Service
public class CampaignProduct {

    /** How every campaign restrains itself: ages of the product's policy apart, three attempts, a month of peace after a no. */
    public static final GuardSettings LIMITS = new GuardSettings(Optional.empty(), 18, 65, 3, 30, false, 0);

    private static final Money EXAMPLE = Money.ofYuan(100_000);

    /** Of somebody the tags do not know nothing is admitted. */
    private static final OfferTerms UNKNOWN =
            new OfferTerms(false, false, "not known", Rate.ZERO, Optional.empty(), Money.ZERO, false);

    private final Policies policies;
    private final CustomerOffers offers;
    private final ConsentLedger consents;

    CampaignProduct(Policies policies, CustomerOffers offers, ConsentLedger consents) {
        this.policies = policies;
        this.offers = offers;
        this.consents = consents;
    }

    /** The products that lend today, by code. */
    public List<Product> lending() {
        return policies.offers().book().productsOn(today()).stream()
                .filter(product -> product.credit().isPresent())
                .toList();
    }

    /** The product of a code, while it lends. */
    public Optional<Product> find(String code) {
        return lending().stream().filter(product -> product.id().equals(code)).findFirst();
    }

    /** Fields that need the customer's bureau authorisation. */
    public Set<String> bureauFields() {
        return policies.bureauFields();
    }

    private LocalDate today() {
        return policies.asOf().day();
    }

    /**
     * The product as it would be offered to anybody, for checks and previews.
     *
     * @param terms list price for an example amount
     * @param figures what copy is held against
     * @param cost the table that is disclosed
     */
    public record Example(OfferTerms terms, OfferFigures figures, CostTable cost) {}

    /** The example of a product; empty while it does not lend. */
    public Optional<Example> example(String code) {
        return find(code).flatMap(product -> product.credit().map(credit -> {
            Offers today = policies.offers();
            Rate rate = today.listPrice(code, today()).rate();
            Money amount = amount(credit);
            CostQuote quote = today.cost(code, amount, rate, today());
            CostTable table = quote.table();
            return new Example(
                    new OfferTerms(true, true, "list price", rate, annual(table), amount, true),
                    OfferFigures.of(table, Schedule.of(quote.terms())),
                    table);
        }));
    }

    private static Money amount(Credit credit) {
        Money least = EXAMPLE.compareTo(credit.least()) < 0 ? credit.least() : EXAMPLE;
        return least.compareTo(credit.most()) > 0 ? credit.most() : least;
    }

    /** What a customer would be offered today, or that they are not admitted. */
    public OfferTerms offered(String code, int customer) {
        return offered(code, List.of(customer)).getOrDefault(customer, UNKNOWN);
    }

    /**
     * What each of these customers would be offered today, or that they are not admitted. Whoever refused automated decisions by the
     * ledger of this instant, or was never asked, gets the neutral offer, whatever the tags of last night say.
     */
    public Map<Integer, OfferTerms> offered(String code, Collection<Integer> customers) {
        Offers today = policies.offers();
        Set<Integer> neutral = consents.neutral(customers);
        Map<Integer, OfferTerms> offered = new HashMap<>();
        customers.forEach(customer -> offered.put(customer, UNKNOWN));
        offered.putAll(offers.within(
                customers,
                subject -> terms(
                        today.of(subject.customer())
                                .assess(
                                        code,
                                        subject.facts(),
                                        today(),
                                        subject.isNeutral() || neutral.contains(subject.customer())),
                        neutral.contains(subject.customer()))));
        return offered;
    }

    private static OfferTerms terms(Assessment assessment, boolean neutral) {
        return new OfferTerms(
                assessment.isEligible(),
                assessment.isSuitable(),
                String.join(",", assessment.versions()),
                assessment.price().map(PriceBuildUp::rate).orElse(Rate.ZERO),
                assessment.cost().flatMap(quote -> annual(quote.table())),
                assessment.limit().map(LimitBuildUp::limit).orElse(Money.ZERO),
                neutral);
    }

    private static Optional<Rate> annual(CostTable table) {
        return table.annual() instanceof AnnualCost.Found(Rate rate) ? Optional.of(rate) : Optional.empty();
    }

    /** The type of lender that lends the product. */
    public String lender(String code) {
        return policies.offers().book().lender(code, today()).orElse("");
    }

    /** Every cap that holds for the product today. */
    public List<CostCap> caps(String code) {
        return policies.offers().book().capsOn(today(), code);
    }
}
