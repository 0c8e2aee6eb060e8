package org.yinhang.reach.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.access.DataScope;
import org.yinhang.compliance.policy.DataUse;
import org.yinhang.customer.CustomerReach;
import org.yinhang.reach.ContactTask;
import org.yinhang.reach.TaskTouch;
import org.yinhang.reach.gateway.Message;
import org.yinhang.shared.BusinessClock;

/** The rows of what people are to do. */
@Repository
public class TaskRepository {

    private static final String OPEN = "t.done_at IS NULL AND t.withdrawn_at IS NULL";

    /** The touch and the dispatch behind a task, and the data that chose the customer. */
    private static final String OF = """
            FROM contact_task t JOIN touch o ON o.id = t.touch JOIN dispatch d ON d.id = o.dispatch
            """;

    private static final String DATA = "d.terms -> 'data' AS data";

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    TaskRepository(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes a task of a message; nothing where there is one. Whether it is new. */
    public boolean add(Message message) {
        return jdbc.sql("""
                INSERT INTO contact_task (touch, customer, channel, campaign, words, made_at) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING""")
                        .params(
                                touch(message.key()),
                                message.customer(),
                                message.channel(),
                                message.campaign(),
                                message.text(),
                                clock.now().toInstant().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** Whether a message became a task. */
    public boolean isThere(String key) {
        return jdbc.sql("SELECT count(*) FROM contact_task WHERE touch = ?")
                        .param(touch(key))
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static long touch(String key) {
        return QueuedTouch.ofGatewayKey(key).orElseThrow();
    }

    /** Open tasks of the customers somebody may see, the oldest first. */
    public List<ContactTask> open(DataScope scope, int most) {
        return jdbc.sql("""
                SELECT t.*, %s %s
                JOIN customer c ON c.number = t.customer
                JOIN branch b ON b.id = c.branch_id
                WHERE %s AND %s ORDER BY t.made_at, t.touch LIMIT :most""".formatted(DATA, OF, OPEN, CustomerReach.within(scope)))
                .params(scope.parameters())
                .param("most", most)
                .query((row, _) -> new ContactTask(
                        row.getLong("touch"),
                        row.getInt("customer"),
                        row.getString("channel"),
                        row.getString("campaign"),
                        data(row),
                        row.getString("words"),
                        row.getTimestamp("made_at").toInstant()))
                .list();
    }

    /** Of these touches, those whose task is open, by number. */
    public List<TaskTouch> openAmong(Collection<Long> touches) {
        return jdbc.sql("SELECT t.touch, d.campaign, d.wave, d.channel, t.customer, t.words, " + DATA + " " + OF
                        + "WHERE t.touch = ANY(?) AND " + OPEN + " ORDER BY t.touch")
                .param(touches.toArray(Long[]::new))
                .query((row, _) -> new TaskTouch(
                        row.getLong("touch"),
                        row.getString("campaign"),
                        row.getString("wave"),
                        row.getString("channel"),
                        row.getInt("customer"),
                        data(row),
                        row.getString("words")))
                .list();
    }

    private static DataUse data(ResultSet row) throws SQLException {
        return TermsJson.MAPPER.readValue(row.getString("data"), DataUse.class);
    }

    /** Takes open ones of these touches back undone; which. */
    public List<Long> withdraw(Collection<Long> touches) {
        return jdbc.sql("UPDATE contact_task t SET withdrawn_at = ? WHERE t.touch = ANY(?) AND " + OPEN
                        + " RETURNING t.touch")
                .param(clock.now().toInstant().atOffset(ZoneOffset.UTC))
                .param(touches.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    /** Closes a task of a customer the scope covers; the customer's number where it was open. */
    public Optional<Integer> close(long touch, String outcome, String by, DataScope scope) {
        return jdbc.sql("""
                UPDATE contact_task t SET done_at = :now, done_by = :by, outcome = :outcome
                FROM customer c JOIN branch b ON b.id = c.branch_id
                WHERE t.touch = :touch AND %s AND c.number = t.customer AND %s
                RETURNING t.customer""".formatted(OPEN, CustomerReach.within(scope)))
                .params(scope.parameters())
                .param("now", clock.now().toInstant().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("outcome", outcome)
                .param("touch", touch)
                .query(Integer.class)
                .optional();
    }
}
