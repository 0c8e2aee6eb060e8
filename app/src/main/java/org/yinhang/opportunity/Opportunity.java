package org.yinhang.opportunity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.yinhang.core.unit.Money;

/**
 * A chance to help one customer with one product; of each there is at most one that is open.
 *
 * @param id its number
 * @param customer customer number
 * @param product code of the product
 * @param stage how far it has come
 * @param place where it lies
 * @param owner who works it
 * @param team what part of the work they do; empty where nobody has it
 * @param assignedWhy why they
 * @param value what a call is expected to bring after its cost; empty where no score is known
 * @param chance that the customer applies and is approved
 * @param limit how much might be lent
 * @param foundAt since when it is one
 * @param dueAt the end of the service clock: the first contact is due by then
 * @param expiresOn the last day it is worked
 * @param nextAt the follow-up that was agreed
 * @param attempts contacts so far
 * @param lastContactAt the newest of them
 * @param escalatedAt when it was noted that its clock had run out
 * @param lockedUntil until when nobody gives it to another, where its owner claimed it
 * @param closeReason why it was closed; empty while open
 * @param reasons what speaks for it, the newest first
 */
public record Opportunity(
        long id,
        int customer,
        String product,
        OpportunityStage stage,
        OpportunityPlace place,
        Optional<Owner> owner,
        Optional<WorkTeam> team,
        String assignedWhy,
        Optional<Money> value,
        OptionalDouble chance,
        Optional<Money> limit,
        Instant foundAt,
        Instant dueAt,
        LocalDate expiresOn,
        Optional<Instant> nextAt,
        int attempts,
        Optional<Instant> lastContactAt,
        Optional<Instant> escalatedAt,
        Optional<Instant> lockedUntil,
        String closeReason,
        List<OpportunityReason> reasons) {

    public Opportunity {
        reasons = List.copyOf(reasons);
    }

    /**
     * Who works an opportunity.
     *
     * @param code in the bank's staff list
     * @param name in that list, or the code
     */
    public record Owner(String code, String name) {}

    /** Whether it is theirs. */
    public boolean isOf(String staffCode) {
        return owner.map(Owner::code).filter(staffCode::equals).isPresent();
    }

    /** Whether its first contact is overdue at an instant. */
    public boolean isOverdue(Instant at) {
        return stage == OpportunityStage.NEW && at.isAfter(dueAt);
    }
}
