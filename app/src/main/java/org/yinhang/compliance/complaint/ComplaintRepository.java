package org.yinhang.compliance.complaint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.access.DataScope;
import org.yinhang.compliance.internal.CustomerChoice;
import org.yinhang.customer.CustomerReach;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;
import org.yinhang.shared.crypto.ColumnCipher;
import org.yinhang.shared.crypto.SealedColumns;

/** Complaints and what was done about them; what people said is encrypted. */
@Repository
class ComplaintRepository implements SealedColumns {

    private static final String STORY = "complaint.story";
    private static final String WORDS = "complaint_step.words";
    private static final String FROM = "FROM complaint k " + CustomerReach.of("k.customer");
    private static final String DUE =
            "CASE WHEN k.talked_at IS NULL THEN least(k.talk_by, k.decide_by) ELSE k.decide_by END";
    private static final Map<String, String> SORTS =
            Map.of("taken", "k.taken_at", "due", DUE, "severity", "k.severity", "subject", "k.subject");

    private final JdbcClient jdbc;
    private final ColumnCipher cipher;

    ComplaintRepository(JdbcClient jdbc, ColumnCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    @Override
    public List<String> sealed() {
        return List.of(STORY, WORDS);
    }

    /** Adds a complaint; empty when this request was taken in before. */
    Optional<Complaint> add(Grievance grievance, String owner, Instant at, Instant talkBy, Instant decideBy) {
        return jdbc.sql("""
                INSERT INTO complaint (request, customer, entrance, subject, severity, story, owner, taken_at, talk_by, decide_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (request) DO NOTHING RETURNING *""")
                .params(
                        grievance.request(),
                        grievance.customer(),
                        grievance.entrance().key(),
                        grievance.subject().key(),
                        grievance.severity().key(),
                        cipher.encrypt(STORY, grievance.story()),
                        owner,
                        utc(at),
                        utc(talkBy),
                        utc(decideBy))
                .query(ComplaintRepository::complaint)
                .optional();
    }

    Optional<Complaint> ofRequest(String request) {
        return jdbc.sql("SELECT * FROM complaint WHERE request = ?")
                .param(request)
                .query(ComplaintRepository::complaint)
                .optional();
    }

    Optional<Complaint> find(long id, DataScope scope) {
        return jdbc.sql("SELECT k.* " + FROM + " WHERE k.id = :id AND " + CustomerReach.within(scope))
                .param("id", id)
                .params(scope.parameters())
                .query(ComplaintRepository::complaint)
                .optional();
    }

    /** The same, kept from changing until the transaction ends. */
    Complaint held(long id) {
        return jdbc.sql("SELECT * FROM complaint WHERE id = ? FOR UPDATE")
                .param(id)
                .query(ComplaintRepository::complaint)
                .single();
    }

    /** What the customer said. */
    String story(long id) {
        byte[] sealed = jdbc.sql("SELECT story FROM complaint WHERE id = ?")
                .param(id)
                .query(byte[].class)
                .single();
        return cipher.decrypt(STORY, sealed);
    }

    /** Writes the changing part of a complaint. */
    void keep(Complaint complaint) {
        jdbc.sql("""
                UPDATE complaint SET severity = ?, owner = ?, talk_by = ?, decide_by = ?, talked_at = ?, finding = ?, decided_at = ?,
                hold = ? WHERE id = ?""")
                .params(
                        complaint.severity().key(),
                        complaint.owner(),
                        utc(complaint.talkBy()),
                        utc(complaint.decideBy()))
                .param(complaint.talkedAt().map(ComplaintRepository::utc).orElse(null))
                .param(complaint.finding().map(ComplaintFinding::key).orElse(null))
                .param(complaint.decidedAt().map(ComplaintRepository::utc).orElse(null))
                .params(complaint.hold(), complaint.id())
                .update();
    }

    void addStep(long complaint, ComplaintStep step) {
        jdbc.sql("INSERT INTO complaint_step (complaint, kind, words, by_user, at) VALUES (?, ?, ?, ?, ?)")
                .params(complaint, step.kind().key(), cipher.encrypt(WORDS, step.words()), step.by(), utc(step.at()))
                .update();
    }

    /** What was done, the newest first. */
    List<ComplaintStep> steps(long complaint) {
        return jdbc.sql("SELECT * FROM complaint_step WHERE complaint = ? ORDER BY id DESC")
                .param(complaint)
                .query((row, number) -> new ComplaintStep(
                        StepKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        cipher.decrypt(WORDS, row.getBytes("words")),
                        row.getString("by_user"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    List<Complaint> of(int customer) {
        return jdbc.sql("SELECT * FROM complaint WHERE customer = ? ORDER BY taken_at DESC, id DESC")
                .param(customer)
                .query(ComplaintRepository::complaint)
                .list();
    }

    Slice<Complaint> page(ListQuery query, DataScope scope, Instant now) {
        Map<String, Object> parameters = new HashMap<>(scope.parameters());
        parameters.put("now", utc(now));
        StringBuilder where = new StringBuilder(" WHERE " + CustomerReach.within(scope));
        CustomerChoice.of(query).ifPresent(customers -> {
            where.append(" AND k.customer = ANY(:customers)");
            parameters.put("customers", customers);
        });
        if (query.text().matches("\\d{1,9}")) {
            where.append(" AND k.id = :number");
            parameters.put("number", Long.parseLong(query.text()));
        } else if (!query.text().isBlank()) {
            where.append(" AND k.owner = :owner");
            parameters.put("owner", query.text());
        }
        for (String column : List.of("severity", "subject", "entrance")) {
            query.filter(column).ifPresent(value -> {
                where.append(" AND k.").append(column).append(" = :").append(column);
                parameters.put(column, value);
            });
        }
        query.filter("state")
                .ifPresent(state -> where.append(
                        switch (state) {
                            case "open" -> " AND k.finding IS NULL";
                            case "late" -> " AND k.finding IS NULL AND " + DUE + " < :now";
                            default -> " AND k.finding IS NOT NULL";
                        }));
        long total = jdbc.sql("SELECT count(*) " + FROM + where)
                .params(parameters)
                .query(Long.class)
                .single();
        String order = SORTS.containsKey(query.sort())
                ? SORTS.get(query.sort()) + (query.isDescending() ? " DESC" : "") + ", k.id"
                : "k.finding IS NOT NULL, CASE WHEN k.finding IS NULL THEN " + DUE + " END, k.decided_at DESC, k.id";
        parameters.put("size", query.size());
        parameters.put("offset", query.offset());
        List<Complaint> rows = jdbc.sql(
                        "SELECT k.* " + FROM + where + " ORDER BY " + order + " LIMIT :size OFFSET :offset")
                .params(parameters)
                .query(ComplaintRepository::complaint)
                .list();
        return new Slice<>(rows, total);
    }

    ComplaintFigures figures(DataScope scope, Instant now, Instant since) {
        Map<String, Object> parameters = new HashMap<>(scope.parameters());
        parameters.put("now", utc(now));
        parameters.put("since", utc(since));
        String within = FROM + " WHERE " + CustomerReach.within(scope);
        List<ComplaintFigures.SubjectCount> subjects = jdbc.sql(
                        """
                SELECT k.subject, count(*) FILTER (WHERE k.severity = 'serious') AS serious,
                    count(*) FILTER (WHERE k.severity <> 'serious') AS ordinary
                """ + within + " AND k.taken_at >= :since GROUP BY 1 ORDER BY count(*) DESC, 1")
                .params(parameters)
                .query((row, number) -> new ComplaintFigures.SubjectCount(
                        ComplaintSubject.named(row.getString("subject")),
                        row.getLong("serious"),
                        row.getLong("ordinary")))
                .list();
        return jdbc.sql("""
                SELECT count(*) FILTER (WHERE k.finding IS NULL) AS open,
                    count(*) FILTER (WHERE k.finding IS NULL AND k.severity = 'serious') AS serious,
                    count(*) FILTER (WHERE k.finding IS NULL AND DUE < :now) AS late,
                    count(*) FILTER (WHERE k.taken_at >= :since) AS taken,
                    count(*) FILTER (WHERE k.taken_at >= :since AND k.finding IS NOT NULL) AS decided,
                    count(*) FILTER (WHERE k.taken_at >= :since AND k.finding IN ('justified', 'partly')) AS justified,
                    count(*) FILTER (WHERE k.taken_at >= :since AND k.talked_at <= k.talk_by) AS in_time,
                    count(*) FILTER (WHERE k.taken_at >= :since AND (k.talked_at IS NOT NULL
                        OR (k.talk_by < :now AND (k.decided_at IS NULL OR k.decided_at > k.talk_by)))) AS to_be_talked,
                    extract(epoch FROM percentile_cont(0.5) WITHIN GROUP (ORDER BY k.talked_at - k.taken_at)
                        FILTER (WHERE k.taken_at >= :since)) AS wait
                """.replace("DUE", DUE) + within)
                .params(parameters)
                .query((row, number) -> new ComplaintFigures(
                        row.getLong("open"),
                        row.getLong("serious"),
                        row.getLong("late"),
                        row.getLong("taken"),
                        row.getLong("decided"),
                        row.getLong("justified"),
                        row.getLong("in_time"),
                        row.getLong("to_be_talked"),
                        Optional.ofNullable(row.getBigDecimal("wait"))
                                .map(seconds -> Duration.ofSeconds(seconds.longValue())),
                        subjects))
                .single();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Complaint complaint(ResultSet row, int number) throws SQLException {
        return new Complaint(
                row.getLong("id"),
                row.getInt("customer"),
                Entrance.named(row.getString("entrance")),
                ComplaintSubject.named(row.getString("subject")),
                Severity.named(row.getString("severity")),
                row.getString("owner"),
                row.getTimestamp("taken_at").toInstant(),
                row.getTimestamp("talk_by").toInstant(),
                row.getTimestamp("decide_by").toInstant(),
                instant(row.getTimestamp("talked_at")),
                Optional.ofNullable(row.getString("finding")).map(ComplaintFinding::named),
                instant(row.getTimestamp("decided_at")),
                row.getLong("hold"));
    }

    private static Optional<Instant> instant(@Nullable Timestamp at) {
        return Optional.ofNullable(at).map(Timestamp::toInstant);
    }
}
