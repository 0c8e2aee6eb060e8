package org.yinhang.opportunity;

import java.util.List;
import java.util.Optional;
import org.yinhang.benefit.Grant;
import org.yinhang.compliance.policy.Refusal;
import org.yinhang.customer.Customer;
import org.yinhang.product.Assessment;

/**
 * Everything somebody needs in front of them for a call.
 *
 * @param opportunity what it is about
 * @param customer whom
 * @param refusals why the customer may not be called at this moment; none when they may
 * @param script what to say; empty where compliance has approved none that fits
 * @param offer what the customer would get, with its cost; empty where the tags do not know them
 * @param words what a campaign wants said; empty for none
 * @param benefits the customer can redeem today
 * @param contacts so far, the newest first
 * @param cases how colleagues won others like it
 */
public record CallSheet(
        Opportunity opportunity,
        Customer customer,
        List<Refusal> refusals,
        Optional<ScriptVersion> script,
        Optional<Assessment> offer,
        String words,
        List<Grant> benefits,
        List<ContactRecord> contacts,
        List<SuccessCase> cases) {

    public CallSheet {
        refusals = List.copyOf(refusals);
        benefits = List.copyOf(benefits);
        contacts = List.copyOf(contacts);
        cases = List.copyOf(cases);
    }
}
