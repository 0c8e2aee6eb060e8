package org.yinhang.opportunity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.predicate.PredicateException;
import org.yinhang.opportunity.internal.Identification;
import org.yinhang.product.Policies;

/** Whether a rule can be asked: everything wrong with it is said at once. */
@Component
class RuleChecks {

    private static final int LONGEST_WORDS = 120;
    private static final int LONGEST_NOTE = 200;
    private static final int LONGEST_CONDITION = 4_000;

    private final Identification identification;
    private final Policies policies;

    RuleChecks(Identification identification, Policies policies) {
        this.identification = identification;
        this.policies = policies;
    }

    /**
     * Checks a rule, its condition as the job reads it.
     *
     * @throws FaultException {@code OPP-4105} for each field that is missing or out of range, {@code OPP-4106} for each product that does
     *     not lend today, what is wrong with the condition
     */
    void check(RuleDraft draft) {
        OpportunityRule rule = draft.rule();
        List<Fault> faults = new ArrayList<>();
        text(rule.zh(), "zh", LONGEST_WORDS, faults);
        text(rule.en(), "en", LONGEST_WORDS, faults);
        text(draft.note(), "note", LONGEST_NOTE, faults);
        text(rule.when(), "when", LONGEST_CONDITION, faults);
        number(rule.expiresDays(), 1, OpportunityRules.MOST_DAYS, "expires", faults);
        number(rule.clockHours(), 1, OpportunityRules.MOST_HOURS, "clock", faults);
        number(rule.againDays(), 0, OpportunityRules.MOST_DAYS, "again", faults);
        products(rule.products(), faults);
        if (!rule.when().isBlank()) {
            try {
                identification.size(rule.when(), "/");
            } catch (PredicateException e) {
                faults.addAll(e.faults().faults());
            } catch (FaultException e) {
                faults.addAll(e.faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
    }

    /** How many meet a condition below a branch. */
    RuleSize size(String condition, String branchPath) {
        return identification.size(condition, branchPath);
    }

    private static void text(String text, String field, int longest, List<Fault> faults) {
        if (text.isBlank() || text.length() > longest) {
            faults.add(missing(field, "1 – " + longest));
        }
    }

    private static void number(int number, int least, int most, String field, List<Fault> faults) {
        if (number < least || number > most) {
            faults.add(missing(field, least + " – " + most));
        }
    }

    private void products(List<String> products, List<Fault> faults) {
        if (products.isEmpty()) {
            faults.add(missing("products", "≥ 1"));
        }
        LocalDate today = policies.asOf().day();
        Set<String> lending = policies.offers().products(today).stream().collect(Collectors.toSet());
        products.stream()
                .filter(product -> !lending.contains(product))
                .forEach(product -> faults.add(Fault.of(
                        "OPP-4106", "The product does not lend today.", product, "Choose products of the list.")));
    }

    private static Fault missing(String field, String expected) {
        return Fault.of(
                "OPP-4105",
                "A field is missing or out of range.",
                field + ", " + expected,
                "Fill it in within its range.");
    }
}
