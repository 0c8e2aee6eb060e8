package org.yinhang.opportunity.handover;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a branch head wants to hand over.
 *
 * @param from staff code of whose customers all go; empty where customers were chosen one by one
 * @param customers numbers of those chosen; empty where all of somebody go
 * @param receivers staff codes
 * @param lastDay the last business day; empty for good
 * @param reason why, in words
 * @param staysDeputy whether who had them stays as deputy (双线维护)
 */
public record HandoverOrder(
        String from,
        List<Integer> customers,
        List<String> receivers,
        Optional<LocalDate> lastDay,
        String reason,
        boolean staysDeputy) {

    public HandoverOrder {
        customers = customers.stream().distinct().sorted().toList();
        receivers = receivers.stream().distinct().sorted().toList();
    }
}
