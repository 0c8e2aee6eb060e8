package org.yinhang.reach.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.reach.Dispatch;
import org.yinhang.reach.DispatchState;
import org.yinhang.reach.DispatchTerms;
import org.yinhang.reach.Reconciliation;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;
import tools.jackson.databind.json.JsonMapper;

/** The rows of dispatches. Who sends holds the row while taking touches, so that a stop is final the moment it is written. */
@Repository
public class DispatchRepository {

    private static final String RECONCILIATION = """
            SELECT coalesce((SELECT sum(planned) FROM dispatch d WHERE %1$s), 0) AS planned,
                   count(*) FILTER (WHERE t.state = 'sent') AS sent,
                   count(*) FILTER (WHERE t.state = 'withheld') AS withheld,
                   count(*) FILTER (WHERE t.state = 'pending') AS pending,
                   count(*) FILTER (WHERE t.state = 'failed') AS failed,
                   count(*) FILTER (WHERE t.state IN ('unknown', 'attempting')) AS unknown,
                   count(*) FILTER (WHERE t.state = 'attempting') AS in_flight
            FROM touch t JOIN dispatch d ON d.id = t.dispatch WHERE %1$s""";

    private final JdbcClient jdbc;
    private final JsonMapper json = TermsJson.MAPPER;

    DispatchRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a dispatch; the one that is there where another process was faster. */
    public long add(DispatchTerms terms, String by, Instant at) {
        Optional<Long> added = jdbc.sql("""
                INSERT INTO dispatch (campaign, wave, channel, state, priority, terms, made_by, made_at, changed_by, changed_at)
                VALUES (:campaign, :wave, :channel, 'preparing', :priority, :terms::jsonb, :by, :at, :by, :at)
                ON CONFLICT (campaign, wave, channel) DO NOTHING RETURNING id""")
                .param("campaign", terms.campaign())
                .param("wave", terms.wave())
                .param("channel", terms.channel())
                .param("priority", terms.priority())
                .param("terms", json.writeValueAsString(terms))
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
        return added.orElseGet(() -> find(terms.campaign(), terms.wave(), terms.channel())
                .orElseThrow()
                .id());
    }

    public Optional<Dispatch> find(long id) {
        return jdbc.sql("SELECT * FROM dispatch WHERE id = ?")
                .param(id)
                .query(this::dispatch)
                .optional();
    }

    public Optional<Dispatch> find(String campaign, String wave, String channel) {
        return jdbc.sql("SELECT * FROM dispatch WHERE campaign = ? AND wave = ? AND channel = ?")
                .params(campaign, wave, channel)
                .query(this::dispatch)
                .optional();
    }

    public List<Dispatch> of(String campaign) {
        return jdbc.sql("SELECT * FROM dispatch WHERE campaign = ? ORDER BY id")
                .param(campaign)
                .query(this::dispatch)
                .list();
    }

    /** Those of a channel that may send, the most urgent first. */
    public List<Dispatch> running(String channel) {
        return jdbc.sql("SELECT * FROM dispatch WHERE channel = ? AND state = 'running' ORDER BY priority DESC, id")
                .param(channel)
                .query(this::dispatch)
                .list();
    }

    /** The dispatch if it runs, held until the transaction ends: no state changes meanwhile. */
    public Optional<Dispatch> holdRunning(long id) {
        return jdbc.sql("SELECT * FROM dispatch WHERE id = ? AND state = 'running' FOR UPDATE")
                .param(id)
                .query(this::dispatch)
                .optional();
    }

    /** Changes the state where it is one of those; tells whether it was. */
    public boolean change(long id, Set<DispatchState> from, DispatchState to, String by, Instant at) {
        return jdbc.sql("""
                UPDATE dispatch SET state = :to, changed_by = :by, changed_at = :at
                WHERE id = :id AND state = ANY(:from)""")
                        .param("id", id)
                        .param("to", to.key())
                        .param("from", from.stream().map(DispatchState::key).toArray(String[]::new))
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** The state as it is on disk now. */
    public Optional<DispatchState> state(long id) {
        return jdbc.sql("SELECT state FROM dispatch WHERE id = ?")
                .param(id)
                .query((row, _) -> DispatchState.valueOf(row.getString(1).toUpperCase(Locale.ROOT)))
                .optional();
    }

    /** Counts touches that were queued; false where the dispatch is no longer being prepared. */
    public boolean addPlanned(long id, long touches) {
        return jdbc.sql("UPDATE dispatch SET planned = planned + ? WHERE id = ? AND state = 'preparing'")
                        .params(touches, id)
                        .update()
                > 0;
    }

    /** Counts touches that had their first attempt. */
    void addBegun(long id, long touches) {
        jdbc.sql("UPDATE dispatch SET begun = begun + ? WHERE id = ?")
                .params(touches, id)
                .update();
    }

    /** Running ones with nothing left to do become finished. */
    void finish(Instant at) {
        jdbc.sql("""
                UPDATE dispatch d SET state = 'finished', changed_by = 'system', changed_at = ?
                WHERE state = 'running' AND NOT EXISTS (
                    SELECT FROM touch t WHERE t.dispatch = d.id AND t.state IN ('pending', 'attempting', 'unknown'))""").param(at.atOffset(ZoneOffset.UTC)).update();
    }

    /** How many touches are being attempted, or nobody knows about. */
    public long open() {
        return jdbc.sql("SELECT count(*) FROM touch WHERE state IN ('attempting', 'unknown')")
                .query(Long.class)
                .single();
    }

    /** Where the touches of a dispatch stand. */
    public Reconciliation reconcile(long dispatch) {
        return jdbc.sql(RECONCILIATION.formatted("d.id = :dispatch"))
                .param("dispatch", dispatch)
                .query(DispatchRepository::reconciliation)
                .single();
    }

    /** Where the touches of a campaign stand. */
    public Reconciliation reconcile(String campaign) {
        return jdbc.sql(RECONCILIATION.formatted("d.campaign = :campaign"))
                .param("campaign", campaign)
                .query(DispatchRepository::reconciliation)
                .single();
    }

    /** Where all touches made since an instant stand. */
    public Reconciliation reconcileSince(Instant from) {
        return jdbc.sql(RECONCILIATION.formatted("d.made_at >= :from"))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .query(DispatchRepository::reconciliation)
                .single();
    }

    /** One page, the newest first. */
    public Slice<Dispatch> page(ListQuery query) {
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder where = new StringBuilder("FROM dispatch d WHERE true");
        if (!query.text().isBlank()) {
            where.append(" AND (d.campaign ILIKE :like OR d.wave ILIKE :like)");
            parameters.put("like", "%" + query.text().strip() + "%");
        }
        for (String filter : List.of("state", "channel")) {
            query.filter(filter).ifPresent(value -> {
                where.append(" AND d.").append(filter).append(" = :").append(filter);
                parameters.put(filter, value);
            });
        }
        long total = jdbc.sql("SELECT count(*) " + where)
                .params(parameters)
                .query(Long.class)
                .single();
        parameters.put("size", query.size());
        parameters.put("offset", query.offset());
        return new Slice<>(
                jdbc.sql("SELECT d.* " + where + " ORDER BY d.id DESC LIMIT :size OFFSET :offset")
                        .params(parameters)
                        .query(this::dispatch)
                        .list(),
                total);
    }

    private static Reconciliation reconciliation(ResultSet row, int number) throws SQLException {
        return new Reconciliation(
                row.getLong("planned"),
                row.getLong("sent"),
                row.getLong("withheld"),
                row.getLong("pending"),
                row.getLong("failed"),
                row.getLong("unknown"),
                row.getLong("in_flight"));
    }

    private Dispatch dispatch(ResultSet row, int number) throws SQLException {
        return new Dispatch(
                row.getLong("id"),
                json.readValue(row.getString("terms"), DispatchTerms.class),
                DispatchState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getLong("planned"),
                row.getLong("begun"),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant(),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant());
    }
}
