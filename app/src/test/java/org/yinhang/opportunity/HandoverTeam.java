package org.yinhang.opportunity;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.yinhang.opportunity.handover.Handover;
import org.yinhang.opportunity.handover.HandoverOrder;
import org.yinhang.opportunity.handover.Handovers;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;

/**
 * What tests of handovers share: a head, a manager with customers and promises, and two colleagues of the same branch with room.
 *
 * @param application everything else
 * @param rows the opportunities of the bank
 * @param head the branch head of the demo
 * @param from staff code of the demo's manager
 * @param others staff codes of two who keep customers too
 */
record HandoverTeam(BeanFactory application, OpportunityRows rows, Viewer head, String from, List<String> others) {

    /** A team in a bank with opportunities. */
    static HandoverTeam of(BeanFactory application) {
        OpportunityRows rows = OpportunityRows.of(application);
        rows.assigned("everybody");
        JdbcClient jdbc = application.getBean(JdbcClient.class);
        UserDetailsService staff = application.getBean(UserDetailsService.class);
        Viewer head = (Viewer) staff.loadUserByUsername("head");
        String from = application.getBean(Opportunities.class).staffCode((Viewer) staff.loadUserByUsername("manager"));
        List<String> others = jdbc.sql("""
                SELECT s.code FROM staff_member s JOIN branch b ON b.id = s.branch_id
                WHERE s.role = 'account_manager' AND s.code <> ? AND b.path LIKE ?
                  AND EXISTS (SELECT FROM customer c WHERE c.manager_code = s.code) ORDER BY s.code LIMIT 2""")
                .params(from, head.branchPath() + "%")
                .query(String.class)
                .list();
        // Some room for what comes, and promises among what goes.
        jdbc.sql("UPDATE opportunity SET place = 'public', owner = NULL WHERE owner = ANY(?)")
                .param(others.toArray(String[]::new))
                .update();
        jdbc.sql(
                        "UPDATE opportunity SET next_at = ? WHERE id IN (SELECT id FROM opportunity WHERE owner = ? ORDER BY id LIMIT 3)")
                .params(
                        Timestamp.from(application
                                .getBean(BusinessClock.class)
                                .now()
                                .plusDays(2)
                                .toInstant()),
                        from)
                .update();
        jdbc.sql("""
                UPDATE opportunity SET place = 'public', owner = NULL WHERE owner = ?
                  AND id NOT IN (SELECT id FROM opportunity WHERE owner = ? ORDER BY id LIMIT 40)""").params(from, from).update();
        return new HandoverTeam(application, rows, head, from, others);
    }

    /** Everybody of the manager, for good, to both colleagues. */
    HandoverOrder all() {
        return new HandoverOrder(from, List.of(), others, Optional.empty(), "离职", false);
    }

    /** Sees an order and confirms it. */
    Handover confirmed(HandoverOrder order) {
        Handovers handovers = application.getBean(Handovers.class);
        long id = handovers.confirm(order, handovers.preview(order, head).digest(), head);
        return handovers.find(id, handovers.reach(head)).orElseThrow();
    }

    /** The customers somebody leads. */
    List<Integer> led(String code) {
        return application
                .getBean(JdbcClient.class)
                .sql("SELECT number FROM customer WHERE manager_code = ? ORDER BY number")
                .param(code)
                .query(Integer.class)
                .list();
    }

    /** The open opportunities somebody works, by number. */
    Map<Long, Opportunity> open(String code) {
        return rows.of(code).stream()
                .filter(one -> one.stage().isOpen())
                .collect(Collectors.toMap(Opportunity::id, one -> one));
    }
}
