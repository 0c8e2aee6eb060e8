package org.yinhang.opportunity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.opportunity.CallOutcome;
import org.yinhang.opportunity.ContactNote;
import org.yinhang.opportunity.ContactRecord;
import org.yinhang.opportunity.ContactWay;
import org.yinhang.opportunity.Need;
import org.yinhang.opportunity.NextStep;
import org.yinhang.opportunity.Objection;
import org.yinhang.opportunity.OpportunityStage;
import org.yinhang.opportunity.ScriptVersion;
import org.yinhang.shared.crypto.ColumnCipher;
import org.yinhang.shared.crypto.SealedColumns;

/** Numbers taken, contacts recorded, and what they do to an opportunity. */
@Repository
public class CallRepository implements SealedColumns {

    private static final String NOTE = "opportunity_contact.note";

    private final JdbcClient jdbc;
    private final ColumnCipher cipher;

    CallRepository(JdbcClient jdbc, ColumnCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    @Override
    public List<String> sealed() {
        return List.of(NOTE);
    }

    /** How many numbers somebody has taken, or visits begun, since an instant. */
    public int dialledSince(String staff, ContactWay way, Instant since) {
        return jdbc.sql("SELECT count(*) FROM opportunity_dial WHERE staff = ? AND way = ? AND at >= ?")
                .params(staff, way.key(), Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /** Notes that a number was taken or a visit begun; false where the same person took it before under the same touch. */
    public boolean dial(String touch, long opportunity, ContactWay way, String staff, Instant at) {
        return jdbc.sql("""
                        INSERT INTO opportunity_dial (touch, opportunity, way, staff, at) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING""")
                        .params(touch, opportunity, way.key(), staff, at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /**
     * Whether a call of a day may still go under a touch that is on record already: no contact was recorded under it, and nobody
     * else took the number under it, nor the same person on a day before.
     */
    public boolean isFirst(String touch, String staff, Instant startOfDay) {
        return jdbc.sql("""
                SELECT NOT EXISTS (SELECT FROM opportunity_contact WHERE touch = :touch)
                   AND NOT EXISTS (SELECT FROM opportunity_dial WHERE touch = :touch AND (staff <> :staff OR at < :start))""")
                .param("touch", touch)
                .param("staff", staff)
                .param("start", Timestamp.from(startOfDay))
                .query(Boolean.class)
                .single();
    }

    /** The newest touch somebody had in this way for an opportunity that no contact was recorded for. */
    public Optional<String> unrecorded(long opportunity, ContactWay way, String staff) {
        return jdbc.sql("""
                SELECT touch FROM opportunity_dial d WHERE opportunity = :id AND staff = :staff AND way = :way
                  AND NOT EXISTS (SELECT FROM opportunity_contact c WHERE c.touch = d.touch)
                ORDER BY at DESC LIMIT 1""")
                .param("id", opportunity)
                .param("staff", staff)
                .param("way", way.key())
                .query(String.class)
                .optional();
    }

    /** Holds an opportunity until the transaction ends; whether it is open and theirs. */
    public boolean hold(long opportunity, String staff) {
        return jdbc.sql("""
                SELECT id FROM opportunity WHERE id = ? AND owner = ? AND closed_at IS NULL FOR UPDATE""")
                .params(opportunity, staff)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Whether a contact of this key was recorded. */
    public boolean isRecorded(UUID key) {
        return jdbc.sql("SELECT count(*) FROM opportunity_contact WHERE key = ?")
                        .param(key)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Adds a contact; what comes next is what was decided of the note. */
    public void add(
            ContactNote note,
            NextStep next,
            Optional<Instant> nextAt,
            long opportunity,
            ContactWay way,
            String touch,
            String staff,
            Instant at) {
        jdbc.sql("""
                INSERT INTO opportunity_contact (key, opportunity, way, touch, at, staff, outcome, need, objection, next_step, next_at,
                    note, script, script_version, success_case)
                VALUES (:key, :opportunity, :way, :touch, :at, :staff, :outcome, :need, :objection, :next, :next_at, :note, :script,
                    :version,
                    (SELECT id FROM opportunity_case WHERE id = :case AND approved_at IS NOT NULL
                        AND product = (SELECT product FROM opportunity WHERE id = :opportunity)))""")
                .param("key", note.key())
                .param("opportunity", opportunity)
                .param("way", way.key())
                .param("touch", touch)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("staff", staff)
                .param("outcome", note.outcome().key())
                .param("need", note.need().map(Need::key).orElse(""))
                .param("objection", note.objection().map(Objection::key).orElse(""))
                .param("next", next.key())
                .param("next_at", nextAt.map(Timestamp::from).orElse(null))
                .param("note", note.note().isBlank() ? null : cipher.encrypt(NOTE, note.note()))
                .param("script", note.script().map(ScriptVersion::code).orElse(""))
                .param("version", note.script().map(ScriptVersion::version).orElse(0))
                .param("case", note.successCase().orElse(0L))
                .update();
    }

    /** Moves an opportunity on after a contact. */
    public void move(
            long opportunity, OpportunityStage stage, Instant at, Optional<Instant> nextAt, String closeReason) {
        jdbc.sql("""
                UPDATE opportunity SET stage = :stage, attempts = attempts + 1, last_contact_at = :at, next_at = :next,
                    closed_at = CASE WHEN :closed THEN CAST(:at AS timestamptz) END, close_reason = :reason
                WHERE id = :id""")
                .param("stage", stage.key())
                .param("at", Timestamp.from(at))
                .param("next", nextAt.map(Timestamp::from).orElse(null))
                .param("closed", !stage.isOpen())
                .param("reason", closeReason)
                .param("id", opportunity)
                .update();
    }

    /** Moves an opportunity on after a contact that is written down elsewhere. */
    void advance(long opportunity, OpportunityStage stage, Instant at) {
        jdbc.sql("UPDATE opportunity SET stage = ?, last_contact_at = ? WHERE id = ?")
                .params(stage.key(), at.atOffset(ZoneOffset.UTC), opportunity)
                .update();
    }

    /** Closes an opportunity without a contact. */
    public void close(long opportunity, OpportunityStage stage, Instant at, String reason) {
        jdbc.sql("UPDATE opportunity SET stage = ?, closed_at = ?, close_reason = ?, next_at = NULL WHERE id = ?")
                .params(stage.key(), at.atOffset(ZoneOffset.UTC), reason, opportunity)
                .update();
    }

    /** The contacts of an opportunity, the newest first. */
    public List<ContactRecord> contacts(long opportunity) {
        return jdbc.sql("SELECT * FROM opportunity_contact WHERE opportunity = ? ORDER BY id DESC")
                .param(opportunity)
                .query((row, _) -> contact(row, true))
                .list();
    }

    /**
     * The newest contacts with each of these customers, over all their opportunities.
     *
     * @param most of each customer
     * @param withNotes whether what people wrote is opened; without it notes are empty
     */
    public Map<Integer, List<ContactRecord>> contactsOf(List<Integer> customers, int most, boolean withNotes) {
        Map<Integer, List<ContactRecord>> contacts = new HashMap<>();
        jdbc.sql("""
                SELECT * FROM (
                    SELECT c.*, o.customer, row_number() OVER (PARTITION BY o.customer ORDER BY c.at DESC, c.id DESC) AS rank
                    FROM opportunity_contact c JOIN opportunity o ON o.id = c.opportunity WHERE o.customer = ANY(:customers)) n
                WHERE rank <= :most ORDER BY customer, rank""")
                .param("customers", customers.toArray(Integer[]::new))
                .param("most", most)
                .query((row, _) -> contacts.computeIfAbsent(row.getInt("customer"), _ -> new ArrayList<>())
                        .add(contact(row, withNotes)))
                .list();
        return contacts;
    }

    private ContactRecord contact(ResultSet row, boolean withNote) throws SQLException {
        return new ContactRecord(
                row.getTimestamp("at").toInstant(),
                row.getString("staff"),
                ContactWay.of(row.getString("way")),
                CallOutcome.of(row.getString("outcome")).orElseThrow(),
                Need.of(row.getString("need")),
                Objection.of(row.getString("objection")),
                NextStep.of(row.getString("next_step")).orElseThrow(),
                withNote ? open(row.getBytes("note")) : "",
                !row.getString("touch").isEmpty());
    }

    private String open(byte @Nullable [] note) {
        return note == null ? "" : cipher.decrypt(NOTE, note);
    }
}
