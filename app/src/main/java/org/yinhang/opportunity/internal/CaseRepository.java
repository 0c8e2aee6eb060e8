package org.yinhang.opportunity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.customer.CustomerReach;
import org.yinhang.opportunity.CaseFigures;
import org.yinhang.opportunity.CaseReader;
import org.yinhang.opportunity.CaseText;
import org.yinhang.opportunity.Need;
import org.yinhang.opportunity.Objection;
import org.yinhang.opportunity.ScriptVersion;
import org.yinhang.opportunity.SuccessCase;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;

/** The success cases and what came of their use. */
@Repository
public class CaseRepository {

    private static final Map<String, String> SORTABLE =
            Map.of("title", "s.title", "product", "s.product", "state", "s.state", "made", "s.made_at");

    private final JdbcClient jdbc;

    CaseRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a draft; its number, or nothing where the opportunity has a case already. */
    public Optional<Long> add(
            long opportunity,
            String product,
            String reason,
            Optional<Need> need,
            Optional<Objection> objection,
            CaseText text,
            String by,
            Instant at) {
        return jdbc.sql("""
                        INSERT INTO opportunity_case (opportunity, product, reason, need, objection, title, told, said, answer, made_by, made_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id""")
                .params(
                        opportunity,
                        product,
                        reason,
                        need.map(Need::key).orElse(""),
                        objection.map(Objection::key).orElse(""),
                        text.title(),
                        text.told(),
                        text.said(),
                        text.answer(),
                        by,
                        Timestamp.from(at))
                .query(Long.class)
                .optional();
    }

    /** Decides on a draft or takes an approved one down; false where that is done already. */
    public boolean decide(long id, boolean isApproved, String why, String by, Instant at) {
        return jdbc.sql("""
                        UPDATE opportunity_case SET state = CASE WHEN :approved THEN 'approved' ELSE 'rejected' END, decided_by = :by,
                            decided_at = :at, decided_why = :why, approved_at = CASE WHEN :approved THEN :at ELSE approved_at END
                        WHERE id = :id AND (state = 'draft' OR (state = 'approved' AND NOT :approved))""")
                        .param("approved", isApproved)
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .param("why", why)
                        .param("id", id)
                        .update()
                > 0;
    }

    /** The case of a number, where the reader may read it. */
    public Optional<SuccessCase> find(long id, CaseReader reader) {
        return jdbc.sql("SELECT s.* FROM opportunity_case s WHERE s.id = :id AND " + readableBy(reader))
                .param("id", id)
                .params(parameters(reader))
                .query(CaseRepository::one)
                .optional();
    }

    /**
     * One page of what the reader may read; filters are {@code product}, {@code reason}, {@code objection} and {@code state}, the
     * text is looked for in everything that was written.
     */
    public Slice<SuccessCase> page(ListQuery query, CaseReader reader) {
        Map<String, Object> parameters = parameters(reader);
        List<String> conditions = new ArrayList<>(List.of(readableBy(reader)));
        for (String filter : List.of("product", "reason", "objection", "state")) {
            query.filter(filter).ifPresent(value -> {
                conditions.add("s." + filter + " = :" + filter);
                parameters.put(filter, value);
            });
        }
        if (!query.text().isBlank()) {
            conditions.add("strpos(lower(concat_ws(' ', s.title, s.told, s.said, s.answer)), lower(:words)) > 0");
            parameters.put("words", query.text().strip());
        }
        String found = " FROM opportunity_case s WHERE " + String.join(" AND ", conditions);
        long total = jdbc.sql("SELECT count(*)" + found)
                .params(parameters)
                .query(Long.class)
                .single();
        String column = SORTABLE.get(query.sort());
        String order = column == null ? "s.state <> 'draft'" : column + (query.isDescending() ? " DESC" : "");
        parameters.put("size", query.size());
        parameters.put("offset", query.offset());
        List<SuccessCase> rows = jdbc.sql(
                        "SELECT s.*" + found + " ORDER BY " + order + ", s.id DESC LIMIT :size OFFSET :offset")
                .params(parameters)
                .query(CaseRepository::one)
                .list();
        return new Slice<>(rows, total);
    }

    private static String readableBy(CaseReader reader) {
        return """
                (s.state = 'approved' OR s.made_by = :user OR :anywhere OR (:within AND EXISTS (
                    SELECT FROM opportunity o %s WHERE o.id = s.opportunity AND %s)))""".formatted(CustomerReach.of("o.customer"), reader.reach().condition());
    }

    private static Map<String, Object> parameters(CaseReader reader) {
        Map<String, Object> parameters = new HashMap<>(reader.reach().parameters());
        parameters.put("user", reader.userName());
        parameters.put("anywhere", reader.decidesAnywhere());
        parameters.put("within", reader.decidesWithinReach());
        return parameters;
    }

    /** Approved ones for a product, those of one of the reasons before others, then the newest. */
    public List<SuccessCase> fitting(String product, Collection<String> reasons, int most) {
        return jdbc.sql("""
                        SELECT * FROM opportunity_case WHERE state = 'approved' AND product = ?
                        ORDER BY reason = ANY(?) DESC, id DESC LIMIT ?""")
                .params(product, reasons.toArray(String[]::new), most)
                .query(CaseRepository::one)
                .list();
    }

    /** What came of contacts with and without each, from its approval on, by number. */
    public Map<Long, CaseFigures> figures(Collection<Long> ids) {
        Map<Long, CaseFigures> figures = new HashMap<>();
        jdbc.sql("""
                        SELECT c.id, t.success_case IS NOT DISTINCT FROM c.id AS used, count(*) AS contacts,
                               count(*) FILTER (WHERE t.outcome <> 'not-reached') AS reached,
                               count(*) FILTER (WHERE t.outcome = 'reached' AND t.next_step IN ('appointment', 'applied')) AS agreed
                        FROM opportunity_case c JOIN opportunity o ON o.product = c.product
                        JOIN opportunity_contact t ON t.opportunity = o.id AND t.at >= c.approved_at
                        WHERE c.id = ANY(?) GROUP BY c.id, used""").param(ids.toArray(Long[]::new)).query(row -> {
            CaseFigures.Arm arm =
                    new CaseFigures.Arm(row.getInt("contacts"), row.getInt("reached"), row.getInt("agreed"));
            boolean isUsed = row.getBoolean("used");
            figures.merge(
                    row.getLong("id"),
                    new CaseFigures(isUsed ? arm : CaseFigures.NONE.with(), isUsed ? CaseFigures.NONE.without() : arm),
                    (a, b) -> isUsed ? new CaseFigures(b.with(), a.without()) : new CaseFigures(a.with(), b.without()));
        });
        return figures;
    }

    private static SuccessCase one(ResultSet row, int number) throws SQLException {
        return new SuccessCase(
                row.getLong("id"),
                row.getLong("opportunity"),
                row.getString("product"),
                row.getString("reason"),
                Need.of(row.getString("need")),
                Objection.of(row.getString("objection")),
                new CaseText(
                        row.getString("title"), row.getString("told"), row.getString("said"), row.getString("answer")),
                ScriptVersion.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant(),
                Optional.ofNullable(row.getString("decided_by")),
                row.getString("decided_why"));
    }
}
