package org.yinhang.opportunity.internal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.opportunity.OpportunityStage;

/** Reads which tasks of campaigns speak for which opportunity. */
@Repository
public class TaskedOpportunityRepository {

    private final JdbcClient jdbc;

    TaskedOpportunityRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The touches of tasks that speak for these opportunities. */
    public List<Long> tasks(List<Long> opportunities) {
        return jdbc.sql("SELECT touch FROM opportunity_task WHERE opportunity = ANY(?) ORDER BY touch")
                .param(opportunities.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    /** The open opportunity a task speaks for, as it is once the task is done, held until the transaction ends. */
    List<TaskedOpportunity> ofTask(long touch) {
        return jdbc.sql("""
                SELECT o.id, o.stage,
                       NOT EXISTS (SELECT FROM opportunity_reason r WHERE r.opportunity = o.id AND r.source <> 'task')
                       AND NOT EXISTS (SELECT FROM opportunity_contact c WHERE c.opportunity = o.id)
                       AND NOT EXISTS (SELECT FROM opportunity_task x JOIN contact_task k ON k.touch = x.touch
                                       WHERE x.opportunity = o.id AND x.touch <> t.touch
                                           AND k.done_at IS NULL AND k.withdrawn_at IS NULL) AS alone
                FROM opportunity_task t JOIN opportunity o ON o.id = t.opportunity
                WHERE t.touch = ? AND o.closed_at IS NULL FOR UPDATE OF o""")
                .param(touch)
                .query((row, _) -> new TaskedOpportunity(
                        row.getLong("id"), OpportunityStage.of(row.getString("stage")), row.getBoolean("alone")))
                .list();
    }
}
