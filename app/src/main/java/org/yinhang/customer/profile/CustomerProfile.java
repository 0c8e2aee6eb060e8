package org.yinhang.customer.profile;

import java.util.Map;
import java.util.Optional;

/**
 * Everything known of one customer as of the business date.
 *
 * @param snapshot version of the lake it was read from
 * @param money accounts, balances, flows
 * @param credit lines, loans, applications
 * @param bureau the bureau summary; empty for roles without a purpose
 * @param care contacts, consents, complaints, relations
 * @param relatedNames masked names of related customers the viewer may see
 * @param staffNames names of the staff in the contacts
 * @param products what products are called
 */
public record CustomerProfile(
        long snapshot,
        MoneyFacts money,
        CreditFacts credit,
        Optional<BureauFacts> bureau,
        CareFacts care,
        Map<Integer, String> relatedNames,
        Map<String, String> staffNames,
        Map<String, ProductName> products) {

    public CustomerProfile {
        relatedNames = Map.copyOf(relatedNames);
        staffNames = Map.copyOf(staffNames);
        products = Map.copyOf(products);
    }
}
