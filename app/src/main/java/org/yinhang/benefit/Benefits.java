package org.yinhang.benefit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.benefit.internal.BenefitRepository;
import org.yinhang.compliance.DatedRules;
import org.yinhang.compliance.lint.CopyLint;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;
import org.yinhang.shared.Viewer;

/** Benefits from the proposal to the last one redeemed. Nobody approves their own. */
@Service
public class Benefits {

    private final BenefitRepository repository;
    private final CouponProducts products;
    private final DatedRules rules;
    private final Audit audit;
    private final BusinessClock clock;

    Benefits(
            BenefitRepository repository, CouponProducts products, DatedRules rules, Audit audit, BusinessClock clock) {
        this.repository = repository;
        this.products = products;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Proposes a benefit.
     *
     * @throws FaultException {@code BEN-1001}, {@code BEN-1006} and {@code BEN-1008} with everything wrong, {@code BEN-1002} for a code that is taken
     */
    @Transactional
    public Benefit propose(BenefitTerms terms, Viewer viewer) {
        check(terms);
        try {
            repository.add(terms, viewer.userName(), clock.realInstant());
        } catch (DuplicateKeyException e) {
            throw new FaultException(
                    Fault.of("BEN-1002", "The code is taken.", terms.code(), "Give the benefit another code."));
        }
        audit.record(AuditNote.by(viewer, "benefit.proposed", terms.code()));
        return find(terms.code()).orElseThrow();
    }

    /**
     * Changes one that nobody approved yet, and proposes it again.
     *
     * @throws FaultException as for a proposal, and {@code BEN-1003} for one that was approved
     */
    @Transactional
    public void change(Benefit benefit, BenefitTerms terms, Viewer viewer) {
        check(terms);
        if (!repository.change(benefit.id(), terms, viewer.userName(), clock.realInstant())) {
            throw wrongState(benefit);
        }
        audit.record(AuditNote.by(viewer, "benefit.proposed", terms.code()));
    }

    private void check(BenefitTerms terms) {
        List<Fault> faults = new ArrayList<>(terms.faults());
        if (!terms.product().isEmpty() && !products.today().containsKey(terms.product())) {
            faults.add(Fault.of(
                    "BEN-1008", "No such product lends today.", terms.product(), "Choose one that lends, or none."));
        }
        new CopyLint(rules.inForce(clock.now().toInstant()).words())
                .check(terms.name(), "sms", Optional.empty()).findings().stream()
                        .filter(finding -> finding.kind().isWord())
                        .forEach(finding -> faults.add(Fault.of(
                                "BEN-1006",
                                "Customers may not read this word: %s.".formatted(finding.excerpt()),
                                finding.excerpt(),
                                "Choose another name.")));
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
    }

    /**
     * Approves or sends back.
     *
     * @param seen when the terms were written that the person saw
     * @throws FaultException {@code BEN-1003} for one that is decided or was changed meanwhile, {@code BEN-1004} for whoever made it
     */
    @Transactional
    public void decide(Benefit benefit, Instant seen, boolean isApproved, String reason, Viewer viewer) {
        Benefit held = repository
                .held(benefit.terms().code())
                .filter(found -> found.madeAt().equals(seen))
                .orElseThrow(() -> wrongState(benefit));
        if (held.madeBy().equals(viewer.userName())) {
            throw new FaultException(Fault.of(
                    "BEN-1004",
                    "Nobody approves their own benefit.",
                    benefit.terms().code(),
                    "Ask a colleague who may approve benefits."));
        }
        move(
                benefit,
                Set.of(BenefitState.PROPOSED),
                isApproved ? BenefitState.OPEN : BenefitState.RETURNED,
                reason,
                viewer);
        audit.record(AuditNote.by(
                        viewer,
                        isApproved ? "benefit.approved" : "benefit.returned",
                        benefit.terms().code())
                .because(reason));
    }

    /**
     * Promises no more of it; what customers hold is kept.
     *
     * @throws FaultException {@code BEN-1003} for one that is not open
     */
    @Transactional
    public void stop(Benefit benefit, String reason, Viewer viewer) {
        move(benefit, Set.of(BenefitState.OPEN), BenefitState.STOPPED, reason, viewer);
        audit.record(
                AuditNote.by(viewer, "benefit.stopped", benefit.terms().code()).because(reason));
    }

    private void move(Benefit benefit, Set<BenefitState> from, BenefitState to, String reason, Viewer viewer) {
        if (!repository.move(benefit.id(), from, to, viewer.userName(), reason.strip(), clock.realInstant())) {
            throw wrongState(benefit);
        }
    }

    private static FaultException wrongState(Benefit benefit) {
        return new FaultException(Fault.of(
                "BEN-1003",
                "The benefit is not in a state that allows this.",
                benefit.terms().code(),
                "Open it again: somebody may have decided it meanwhile."));
    }

    /** The benefit of a code. */
    public Optional<Benefit> find(String code) {
        return repository.find(code);
    }

    /** Those that may be promised today or later, by name. */
    public List<Benefit> open() {
        return repository.open(clock.today());
    }

    /** One page, the newest first; filters {@code kind} and {@code state}. */
    public Slice<Benefit> page(ListQuery query) {
        return repository.page(query);
    }
}
