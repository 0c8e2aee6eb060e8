package org.yinhang.opportunity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.yinhang.access.DataScope;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Viewer;

/**
 * What tests of attack and follow-up share: the demo's head, the demo's manager who attacks, a colleague of the same branch who
 * follows up.
 *
 * @param application everything else
 * @param head the branch head of the demo
 * @param attacker the manager of the demo
 * @param attack staff code of the manager
 * @param follow staff code of the colleague
 */
record WorkTeams(BeanFactory application, Viewer head, Viewer attacker, String attack, String follow) {

    /** The two with opportunities of their own. */
    static WorkTeams of(BeanFactory application) {
        UserDetailsService staff = application.getBean(UserDetailsService.class);
        Viewer attacker = (Viewer) staff.loadUserByUsername("manager");
        String attack = application.getBean(Opportunities.class).staffCode(attacker);
        String follow = application
                .getBean(JdbcClient.class)
                .sql("""
                        SELECT s.code FROM staff_member s JOIN staff_member m ON m.branch_id = s.branch_id
                        WHERE m.code = ? AND s.code <> m.code AND s.role = m.role ORDER BY s.code LIMIT 1""")
                .param(attack)
                .query(String.class)
                .single();
        return new WorkTeams(application, (Viewer) staff.loadUserByUsername("head"), attacker, attack, follow);
    }

    /** Says what somebody does. */
    void set(String code, WorkTeam team, String... skills) {
        Workers workers = application.getBean(Workers.class);
        WorkerChange change = workers.change(
                Set.of(code), new WorkerChange(List.of(), Optional.of(team), Optional.of(Set.of(skills))), head);
        workers.save(Set.of(change.before().getFirst().seen()), change, head);
    }

    /** One attacks, the other follows up and has room. */
    void split() {
        set(attack, WorkTeam.ATTACK);
        set(follow, WorkTeam.FOLLOW_UP);
        JdbcClient jdbc = application.getBean(JdbcClient.class);
        jdbc.sql("UPDATE opportunity SET place = 'public', owner = NULL WHERE owner = ?")
                .param(follow)
                .update();
    }

    /** Opportunities of the manager about customers somebody else keeps. */
    List<Opportunity> ofOthers(int count) {
        application
                .getBean(JdbcClient.class)
                .sql("""
                        UPDATE opportunity SET owner = ?, place = 'private', assigned_why = 'team' WHERE id IN (
                            SELECT o.id FROM opportunity o JOIN customer c ON c.number = o.customer JOIN branch b ON b.id = c.branch_id
                            WHERE o.closed_at IS NULL AND c.manager_code IS DISTINCT FROM ? AND b.path LIKE ? ORDER BY o.id LIMIT ?)""")
                .params(attack, attack, head.branchPath() + "%", count)
                .update();
        Opportunities opportunities = application.getBean(Opportunities.class);
        return opportunities
                .page(
                        ListQuery.first().withSize(ListQuery.LARGEST),
                        new OpportunityReach(DataScope.ofCustomers(head), attack))
                .items()
                .stream()
                .filter(one -> one.isOf(attack) && one.assignedWhy().equals("team"))
                .limit(count)
                .toList();
    }
}
