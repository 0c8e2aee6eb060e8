package org.yinhang.opportunity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.opportunity.CaseFigures;
import org.yinhang.opportunity.CaseText;
import org.yinhang.opportunity.Need;
import org.yinhang.opportunity.Objection;
import org.yinhang.opportunity.ScriptVersion;
import org.yinhang.opportunity.SuccessCase;

/** The success cases and what came of their use. */
@Repository
public class CaseRepository {

    private static final int MOST = 300;

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

    public Optional<SuccessCase> find(long id) {
        return jdbc.sql("SELECT * FROM opportunity_case WHERE id = ?")
                .param(id)
                .query(CaseRepository::one)
                .optional();
    }

    /** Those that fit, drafts first, then the newest; at most 300. */
    public List<SuccessCase> all(SuccessCase.Wanted wanted) {
        return jdbc.sql("""
                        SELECT * FROM opportunity_case
                        WHERE (:product = '' OR product = :product) AND (:reason = '' OR reason = :reason)
                            AND (:objection = '' OR objection = :objection)
                            AND (:words = '' OR strpos(lower(concat_ws(' ', title, told, said, answer)), lower(:words)) > 0)
                        ORDER BY state <> 'draft', id DESC LIMIT :most""")
                .param("product", wanted.product())
                .param("reason", wanted.reason())
                .param("objection", wanted.objection())
                .param("words", wanted.words())
                .param("most", MOST)
                .query(CaseRepository::one)
                .list();
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
