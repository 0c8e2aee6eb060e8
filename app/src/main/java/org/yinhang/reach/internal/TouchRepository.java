package org.yinhang.reach.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.access.DataScope;
import org.yinhang.customer.CustomerReach;
import org.yinhang.reach.Dispatch;
import org.yinhang.reach.OpenTouch;
import org.yinhang.reach.ReceiptEvent;
import org.yinhang.reach.TouchState;

/** What is asked about touches without moving them: by pages, by retrospectives, by waves that follow others. */
@Repository
public class TouchRepository {

    private final JdbcClient jdbc;

    TouchRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of these customers, those a dispatch has already. */
    public Set<Integer> present(long dispatch, Collection<Integer> customers) {
        return new HashSet<>(jdbc.sql("SELECT customer FROM touch WHERE dispatch = ? AND customer = ANY(?)")
                .params(dispatch, customers.toArray(Integer[]::new))
                .query(Integer.class)
                .list());
    }

    /** Of these customers, those a campaign has already in one of these waves. */
    public Set<Integer> present(String campaign, Set<String> waves, Collection<Integer> customers) {
        return new HashSet<>(jdbc.sql("""
                SELECT t.customer FROM dispatch d JOIN touch t ON t.dispatch = d.id
                WHERE d.campaign = ? AND d.wave = ANY(?) AND t.customer = ANY(?)""")
                .params(campaign, waves.toArray(String[]::new), customers.toArray(Integer[]::new))
                .query(Integer.class)
                .list());
    }

    /** Customers of waves whom something was sent, with what was reported. */
    public Map<Integer, Optional<ReceiptEvent>> responses(String campaign, Set<String> waves) {
        Map<Integer, Optional<ReceiptEvent>> responses = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT t.customer, t.outcome FROM dispatch d JOIN touch t ON t.dispatch = d.id
                WHERE d.campaign = ? AND d.wave = ANY(?) AND t.state = 'sent' ORDER BY t.customer""")
                .params(campaign, waves.toArray(String[]::new))
                .query((row, _) -> responses.put(
                        row.getInt("customer"),
                        Optional.ofNullable(row.getString("outcome")).flatMap(ReceiptEvent::of)))
                .list();
        return responses;
    }

    /** How often each reason withheld a touch of a campaign, the most frequent first. */
    public Map<String, Long> reasons(String campaign) {
        return reasons("d.campaign = ?", campaign);
    }

    /** How often each reason withheld a touch of a dispatch, the most frequent first. */
    public Map<String, Long> reasons(Dispatch dispatch) {
        return reasons("d.id = ?", dispatch.id());
    }

    private Map<String, Long> reasons(String which, Object value) {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT reason, count(*) AS touches
                FROM dispatch d JOIN touch t ON t.dispatch = d.id CROSS JOIN unnest(t.reasons) AS reason
                WHERE %s AND t.state = 'withheld' GROUP BY reason ORDER BY touches DESC, reason""".formatted(which))
                .param(value)
                .query((row, _) -> counts.put(row.getString("reason"), row.getLong("touches")))
                .list();
        return counts;
    }

    /**
     * Of these customers, those with whom another campaign of the same product comes first: one of higher priority in whose queue
     * they wait, or whose message they had since a business instant. By customer, with its code. Among equals the frequency caps decide.
     */
    Map<Integer, String> claimed(Dispatch dispatch, Collection<Integer> customers, Instant since) {
        Map<Integer, String> claimed = new HashMap<>();
        jdbc.sql("""
                SELECT DISTINCT ON (t.customer) t.customer, d.campaign FROM touch t JOIN dispatch d ON d.id = t.dispatch
                WHERE t.customer = ANY(:customers) AND d.campaign <> :campaign AND d.terms ->> 'product' = :product
                  AND d.priority > :priority
                  AND (d.state = 'running' AND t.state IN ('pending', 'attempting', 'unknown')
                       OR t.state = 'sent' AND EXISTS (
                           SELECT FROM contact_entry e WHERE e.verdict = 'cleared' AND e.at >= :since
                           AND e.touch = d.campaign || '/' || d.wave || '/' || d.channel || '/' || t.customer))
                ORDER BY t.customer, d.priority DESC, d.id""")
                .param("customers", customers.toArray(Integer[]::new))
                .param("campaign", dispatch.terms().campaign())
                .param("product", dispatch.terms().product())
                .param("priority", dispatch.terms().priority())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, _) -> claimed.put(row.getInt("customer"), row.getString("campaign")))
                .list();
        return claimed;
    }

    /** Of these touches, those that promise a benefit: by its code, as the contact ledger names them. */
    Map<String, List<String>> promised(Collection<Long> touches) {
        Map<String, List<String>> promised = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT d.terms ->> 'benefit' AS benefit, concat_ws('/', d.campaign, d.wave, d.channel, t.customer) AS key
                FROM touch t JOIN dispatch d ON d.id = t.dispatch
                WHERE t.id = ANY(?) AND d.terms ->> 'benefit' IS NOT NULL ORDER BY benefit, key""")
                .param(touches.toArray(Long[]::new))
                .query((row, _) -> promised.computeIfAbsent(row.getString("benefit"), _ -> new ArrayList<>())
                        .add(row.getString("key")))
                .list();
        return promised;
    }

    /** How many touches of a campaign had each outcome. */
    public Map<String, Long> outcomes(String campaign) {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT outcome, count(*) AS touches FROM dispatch d JOIN touch t ON t.dispatch = d.id
                WHERE d.campaign = ? AND outcome IS NOT NULL GROUP BY outcome ORDER BY outcome""")
                .param(campaign)
                .query((row, _) -> counts.put(row.getString("outcome"), row.getLong("touches")))
                .list();
        return counts;
    }

    /** Touches of a dispatch that failed or nobody knows about, of customers within reach, the latest first. */
    public List<OpenTouch> troubled(long dispatch, int most, DataScope scope) {
        return jdbc.sql("SELECT t.id, t.customer, t.state, t.attempts, t.attempted_at, coalesce(a.detail, '') AS detail"
                        + " FROM touch t LEFT JOIN touch_attempt a ON a.touch = t.id AND a.number = t.attempts "
                        + CustomerReach.of("t.customer")
                        + "WHERE t.dispatch = :dispatch AND t.state IN ('failed', 'unknown') AND "
                        + CustomerReach.within(scope)
                        + " ORDER BY t.attempted_at DESC, t.id LIMIT :most")
                .param("dispatch", dispatch)
                .param("most", most)
                .params(scope.parameters())
                .query((row, _) -> new OpenTouch(
                        row.getLong("id"),
                        row.getInt("customer"),
                        TouchState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        row.getInt("attempts"),
                        row.getTimestamp("attempted_at").toInstant(),
                        row.getString("detail")))
                .list();
    }
}
