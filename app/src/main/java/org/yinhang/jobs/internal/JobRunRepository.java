package org.yinhang.jobs.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.core.fault.Fault;
import org.yinhang.jobs.JobRun;
import org.yinhang.jobs.JobState;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of runs. */
@Repository
public class JobRunRepository {

    private static final Map<String, String> SORTABLE =
            Map.of("id", "id", "job", "name", "state", "state", "requested", "requested_at", "finished", "finished_at");

    private static final long LOCK = 0x4a4f_4201L;

    private static final int MOST_STOPS = 20;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JobRunRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.json = JsonMapper.builder().build();
    }

    /** Lets one ask at a time, until the transaction is over, so that what it asks depends on what others asked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void askAlone() {
        jdbc.sql("SELECT pg_advisory_xact_lock(?)")
                .param(LOCK)
                .query((_, _) -> 0)
                .list();
    }

    public long add(String name, String subject, Map<String, String> input, String requestedBy, Instant now) {
        return jdbc.sql("""
                INSERT INTO job_run (name, subject, input, state, requested_by, requested_at)
                VALUES (?, ?, ?, 'QUEUED', ?, ?) RETURNING id""")
                .params(name, subject, json.writeValueAsString(input), requestedBy, at(now))
                .query(Long.class)
                .single();
    }

    public Optional<JobRun> find(long id) {
        return jdbc.sql("SELECT * FROM job_run WHERE id = ?")
                .param(id)
                .query(this::run)
                .optional();
    }

    public Map<String, String> input(long id) {
        String text = jdbc.sql("SELECT input FROM job_run WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
        return json.readValue(text, new TypeReference<Map<String, String>>() {});
    }

    public List<JobRun> active() {
        return jdbc.sql("SELECT * FROM job_run WHERE state IN ('QUEUED', 'RUNNING') ORDER BY id")
                .query(this::run)
                .list();
    }

    public boolean hasSucceeded(String name) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM job_run WHERE name = ? AND state = 'SUCCEEDED')")
                .param(name)
                .query(Boolean.class)
                .single();
    }

    public Slice<JobRun> page(ListQuery query) {
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder where = new StringBuilder("WHERE TRUE");
        query.filter("state").ifPresent(state -> {
            where.append(" AND state = :state");
            parameters.put("state", state);
        });
        query.filter("job").ifPresent(name -> {
            where.append(" AND name = :name");
            parameters.put("name", name);
        });
        long total = jdbc.sql("SELECT count(*) FROM job_run " + where)
                .params(parameters)
                .query(Long.class)
                .single();
        String column = SORTABLE.getOrDefault(query.sort(), "id");
        boolean falling = query.sort().isEmpty() || query.isDescending();
        parameters.put("size", query.size());
        parameters.put("offset", query.offset());
        List<JobRun> runs = jdbc.sql("SELECT * FROM job_run " + where + " ORDER BY " + column + (falling ? " DESC" : "")
                        + " NULLS LAST, id DESC LIMIT :size OFFSET :offset")
                .params(parameters)
                .query(this::run)
                .list();
        return new Slice<>(runs, total);
    }

    /** Runs requested per day from that day on, days without any left out; by state SUCCEEDED and all others. */
    public Map<LocalDate, long[]> perDay(LocalDate from, ZoneId zone) {
        Map<LocalDate, long[]> days = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT (requested_at AT TIME ZONE :zone)::date AS day,
                       count(*) FILTER (WHERE state = 'SUCCEEDED') AS good,
                       count(*) FILTER (WHERE state = 'FAILED') AS bad
                FROM job_run WHERE requested_at >= :from GROUP BY day ORDER BY day""")
                .param("zone", zone.getId())
                .param("from", from.atStartOfDay(zone).toOffsetDateTime())
                .query((row, number) -> days.put(
                        row.getObject("day", LocalDate.class), new long[] {row.getLong("good"), row.getLong("bad")}))
                .list();
        return days;
    }

    /** Marks the run as at work, or tells that it must not run (cancelled, over, or gone). */
    public boolean start(long id, Instant now) {
        return jdbc.sql("""
                UPDATE job_run SET state = 'RUNNING', attempts = attempts + 1, started_at = coalesce(started_at, ?),
                       step = '', done = 0, total = 0, step_started_at = NULL
                WHERE id = ? AND state IN ('QUEUED', 'RUNNING') AND NOT cancel_requested""").params(at(now), id).update() == 1;
    }

    /** Writes progress, seen at once whatever transaction the work holds; tells whether the run was asked to stop. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean progress(long id, String step, long done, long total, Instant stepStarted) {
        return jdbc.sql("""
                UPDATE job_run SET step = ?, done = ?, total = ?, step_started_at = ? WHERE id = ?
                RETURNING cancel_requested""")
                .params(step, done, total, at(stepStarted), id)
                .query(Boolean.class)
                .single();
    }

    public void end(long id, JobState state, String result, List<Fault> faults, Instant now) {
        jdbc.sql("UPDATE job_run SET state = ?, result = ?, faults = ?, finished_at = ? WHERE id = ?")
                .params(state.name(), result, json.writeValueAsString(faults), at(now), id)
                .update();
    }

    /** Puts a run the worker had to leave back into the queue, as if it had not been started. */
    public void requeue(long id) {
        jdbc.sql("""
                UPDATE job_run SET state = 'QUEUED', step = '', attempts = attempts - 1
                WHERE id = ? AND state = 'RUNNING'""").param(id).update();
    }

    /** Takes the last start off the runs at work when everything ended; what ends a whole machine does so a limited number of times. */
    public void forgiveStops() {
        jdbc.sql("""
                UPDATE job_run SET attempts = attempts - 1, stops = stops + 1
                WHERE state = 'RUNNING' AND attempts > 0 AND stops < ?""").param(MOST_STOPS).update();
    }

    /** Asks a run to stop; one that waits is over at once. Tells whether there was anything to stop. */
    public boolean requestCancel(long id, Instant now) {
        return jdbc.sql("""
                UPDATE job_run SET cancel_requested = true,
                       finished_at = CASE WHEN state = 'QUEUED' THEN ? ELSE finished_at END,
                       state = CASE WHEN state = 'QUEUED' THEN 'CANCELLED' ELSE state END
                WHERE id = ? AND state IN ('QUEUED', 'RUNNING') AND NOT cancel_requested""").params(at(now), id).update() == 1;
    }

    private JobRun run(ResultSet row, int number) throws SQLException {
        return new JobRun(
                row.getLong("id"),
                row.getString("name"),
                row.getString("subject"),
                JobState.valueOf(row.getString("state")),
                row.getString("step"),
                row.getLong("done"),
                row.getLong("total"),
                instant(row, "step_started_at"),
                row.getString("requested_by"),
                row.getTimestamp("requested_at").toInstant(),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                row.getInt("attempts"),
                row.getBoolean("cancel_requested"),
                row.getString("result"),
                Arrays.asList(json.readValue(row.getString("faults"), Fault[].class)));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
