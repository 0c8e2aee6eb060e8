package org.yinhang.benefit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.access.DataScope;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.benefit.internal.BenefitRepository;
import org.yinhang.benefit.internal.GrantRepository;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;

/** Benefits promised to customers: within stock, budget and what one customer may get, redeemed once. */
@Service
public class Grants {

    private static final int SHORTEST_REFERENCE = 4;
    private static final int LONGEST_REFERENCE = 40;

    private final BenefitRepository benefits;
    private final GrantRepository repository;
    private final BenefitSettings settings;
    private final Audit audit;
    private final BusinessClock clock;

    Grants(
            BenefitRepository benefits,
            GrantRepository repository,
            BenefitSettings settings,
            Audit audit,
            BusinessClock clock) {
        this.benefits = benefits;
        this.repository = repository;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Promises a benefit through touches, in the transaction that puts them on record. A touch that promised it before keeps
     * it.
     *
     * @param promises no customer twice
     * @return by touch; left out are those for whom stock, budget or what one customer may get does not suffice, and all where
     *     there is no such benefit or it is not open today
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, Grant> promise(String code, String campaign, List<Promise> promises) {
        repository.lock();
        expire(code);
        LocalDate today = clock.today();
        Map<String, Grant> present = kept(promises);
        Optional<Benefit> held = benefits.held(code);
        if (held.isEmpty()) {
            return present;
        }
        Benefit benefit = held.get();
        BenefitTerms terms = benefit.terms();
        boolean isOpen =
                benefit.state() == BenefitState.OPEN && !today.isBefore(terms.from()) && !today.isAfter(terms.until());
        if (!isOpen || present.size() == promises.size()) {
            return present;
        }
        Map<Integer, GrantRepository.Before> before = repository.before(
                benefit.id(), promises.stream().map(Promise::customer).toList(), today.minusYears(1));
        List<Promise> fresh = promises.stream()
                .filter(promise -> !present.containsKey(promise.touch())
                        && mayGet(terms, before.getOrDefault(promise.customer(), GrantRepository.Before.NOTHING)))
                .limit(benefit.left())
                .toList();
        List<String> tokens = Stream.generate(Tokens::fresh).limit(fresh.size()).toList();
        repository.add(benefit, campaign, fresh, tokens, clock.now().toInstant(), today);
        return kept(promises);
    }

    /** The promises that hold or were redeemed; what ran out is none. */
    private Map<String, Grant> kept(List<Promise> promises) {
        Map<String, Grant> kept = new HashMap<>(
                repository.ofTouches(promises.stream().map(Promise::touch).toList()));
        kept.values().removeIf(grant -> grant.state() == GrantState.EXPIRED);
        return kept;
    }

    private boolean mayGet(BenefitTerms terms, GrantRepository.Before before) {
        return before.ofThis() < terms.mostEach()
                && before.worth().plus(terms.worth()).compareTo(settings.most()) <= 0;
    }

    /** What all benefits of one customer may cost the bank within a year. */
    public Money mostAYear() {
        return settings.most();
    }

    /** Takes promises back whose message never left. */
    @Transactional
    public void takeBack(String code, Collection<String> touches) {
        benefits.held(code)
                .ifPresent(benefit ->
                        repository.takeBack(benefit.id(), touches, clock.now().toInstant()));
    }

    /** Ends promises whose last day has passed, so that stock and budget have them back; returns how many. */
    @Transactional
    public int expire() {
        return repository.overdue(clock.today()).stream().mapToInt(this::expire).sum();
    }

    private int expire(String code) {
        return benefits.held(code)
                .map(benefit -> repository.expire(
                        benefit.id(), clock.today(), clock.now().toInstant()))
                .orElse(0);
    }

    /**
     * What somebody holds a token of.
     *
     * @param typed the token, however it is spaced
     * @throws FaultException {@code BEN-2001} where there is none of a customer of the viewer
     */
    public Grant find(String typed, Viewer viewer) {
        String token = Tokens.read(typed);
        return repository
                .find(token, DataScope.ofCustomers(viewer))
                .orElseThrow(() -> new FaultException(Fault.of(
                        "BEN-2001",
                        "There is no such code among your customers.",
                        token,
                        "Read it again from the message; a customer of another branch is served there.")));
    }

    /**
     * Redeems a benefit.
     *
     * @param reference number of the application or contract; may be empty for a visit
     * @throws FaultException {@code BEN-2001} for an unknown token, {@code BEN-2002} for one that was redeemed or ran out,
     *     {@code BEN-2003} where the reference is missing or too long
     */
    @Transactional
    public Grant redeem(String typed, String reference, Viewer viewer) {
        Grant grant = find(typed, viewer);
        String given = reference.strip();
        boolean isGiven = grant.earnedBy() == EarnedBy.VISIT || given.length() >= SHORTEST_REFERENCE;
        if (!isGiven || given.length() > LONGEST_REFERENCE) {
            throw new FaultException(Fault.of(
                    "BEN-2003",
                    "The number of the application or contract is missing.",
                    "reference",
                    "Give 4 to 40 characters."));
        }
        Benefit benefit = benefits.held(grant.benefit()).orElseThrow();
        boolean isRedeemed = repository.redeem(
                benefit,
                grant.token(),
                new GrantRepository.Redemption(
                        viewer.userName(),
                        viewer.branchPath(),
                        given,
                        clock.now().toInstant(),
                        clock.today()));
        if (!isRedeemed) {
            throw new FaultException(Fault.of(
                    "BEN-2002",
                    "The benefit was redeemed before, or has run out.",
                    grant.token(),
                    "Look at the customer's page for when and by whom."));
        }
        audit.record(AuditNote.by(viewer, "benefit.redeemed", "customer " + grant.customer())
                .with(grant.benefit() + " " + given));
        return find(typed, viewer);
    }

    /** What these touches promised, by touch. */
    public Map<String, Grant> ofTouches(Collection<String> touches) {
        return repository.ofTouches(touches);
    }

    /** What a customer was promised, what they still hold first. */
    public List<Grant> ofCustomer(int customer) {
        return repository.ofCustomer(customer);
    }

    /** What customers hold off the rate of products today. */
    public Map<Integer, Map<String, Rate>> coupons(Collection<Integer> customers) {
        return repository.coupons(customers, clock.today());
    }

    /** What campaigns promised of a benefit, the most first. */
    public List<CampaignBenefits> campaigns(Benefit benefit) {
        return repository.campaigns(benefit.id());
    }

    /** What a campaign promised. */
    public List<CampaignBenefits> ofCampaign(String campaign) {
        return repository.ofCampaign(campaign);
    }

    /** What a customer can redeem today. */
    public List<Grant> open(int customer) {
        LocalDate today = clock.today();
        return ofCustomer(customer).stream()
                .filter(grant -> grant.isOpen(today))
                .toList();
    }
}
