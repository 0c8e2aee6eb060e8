package org.yinhang.product;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.fault.Faults;
import org.yinhang.core.loan.LoanTerms;
import org.yinhang.core.loan.cost.PriceRoom;
import org.yinhang.core.policy.CompiledTable;
import org.yinhang.core.policy.TableEvaluator;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.PredicateException;
import org.yinhang.core.predicate.Predicates;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.unit.Rate;

/** The policies of one day, their texts read once for all products. */
final class PolicyDay {

    private final PolicyBook book;
    private final Catalogue catalogue;
    private final AsOf asOf;
    private final List<CompiledPolicy> policies;
    private final List<LenderCap> caps;

    private PolicyDay(PolicyBook book, Catalogue catalogue, AsOf asOf, List<CompiledPolicy> policies) {
        this.book = book;
        this.catalogue = catalogue;
        this.asOf = asOf;
        this.policies = policies;
        this.caps = book.capsOn(asOf.day());
    }

    static PolicyDay of(PolicyBook book, Catalogue catalogue, AsOf asOf) {
        Faults faults = new Faults();
        List<CompiledPolicy> policies = new ArrayList<>();
        for (PolicyTable table : book.tablesOn(asOf.day())) {
            faults.read(() -> CompiledTable.compile(table.table(), catalogue))
                    .ifPresent(compiled -> policies.add(new CompiledPolicy(table, TableEvaluator.of(compiled, asOf))));
        }
        faults.raise();
        return new PolicyDay(book, catalogue, asOf, policies);
    }

    /** Everything an offer of a product needs. */
    OfferDesk desk(Product product, Credit credit) {
        LocalDate day = asOf.day();
        Rate funds = book.rates()
                .transferPrice(credit.term(), day)
                .orElseThrow(() -> new FaultException(Fault.of(
                        "PRD-1002",
                        "No transfer price of funds is known for %s.".formatted(day),
                        product.id(),
                        "Load reference rates of the series ftp_1y, ftp_3y … that begin by then.")));
        List<CompiledPolicy> own = policies.stream()
                .filter(policy -> policy.policy().covers(product.id()))
                .toList();
        if (product.risk() != RiskGrade.R1
                && own.stream().noneMatch(policy -> policy.policy().kind() == PolicyKind.SUITABILITY)) {
            throw new FaultException(Fault.of(
                    "PRD-1004",
                    "The product is of grade %s and no table says whom it suits.".formatted(product.risk()),
                    product.id(),
                    "Write a suitability table for it first."));
        }
        List<CapDesk> room = caps.stream()
                .filter(cap -> cap.covers(credit.lender(), product.id()))
                .map(cap -> cap(cap, credit, day))
                .toList();
        return new OfferDesk(
                product,
                credit,
                day,
                own,
                new PriceDesk(product.id(), credit, funds, risk(product, credit), asOf),
                room);
    }

    private Expression risk(Product product, Credit credit) {
        try {
            return Predicates.value(credit.pricing().probabilityOfDefault(), ValueType.NUMBER, catalogue);
        } catch (PredicateException e) {
            throw new FaultException(e.faults().faults().stream()
                    .map(f -> Fault.of("PRD-1003", "pd: " + f.what(), product.id() + ", " + f.where(), f.next()))
                    .toList());
        }
    }

    /** The smallest loan is the dearest where fees are fixed amounts, so what it may bear every loan may. */
    private static CapDesk cap(LenderCap cap, Credit credit, LocalDate day) {
        LoanTerms smallest = credit.terms(credit.least(), Rate.ZERO, day);
        Optional<PriceRoom> room = PriceRoom.under(cap.cap(), smallest, Rate.ZERO);
        return new CapDesk(cap, room.flatMap(PriceRoom::highest));
    }
}
