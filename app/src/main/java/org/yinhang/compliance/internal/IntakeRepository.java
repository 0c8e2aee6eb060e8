package org.yinhang.compliance.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.lake.LakeSession;

/**
 * Takes the bank's own consents and newest contacts from the lake into the ledgers; what is there already stays. A consent
 * whose recipient is empty or {@code bank} was given to the bank itself.
 */
@Repository
class IntakeRepository {

    private static final int BATCH = 5_000;

    /** A consent of the bank's data. */
    private record Consent(
            int customer,
            String purpose,
            String channel,
            String recipient,
            boolean granted,
            String version,
            String evidence,
            OffsetDateTime at,
            long recorded,
            long id) {}

    /** A contact of the bank's data. */
    private record Contact(
            int customer, String campaign, String channel, String staff, OffsetDateTime at, long recorded, long id) {}

    private final JdbcClient jdbc;

    IntakeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds consents recorded since the last time; gives how many were read. */
    long consents(LakeSession session, Instant now, Consumer<Long> progress) {
        return take(
                session,
                "consents",
                "SELECT customer, purpose, coalesce(channel, '*') AS channel, coalesce(nullif(recipient, 'bank'), '') AS recipient, granted,"
                        + " coalesce(version, '') AS version, coalesce(evidence, '') AS evidence,"
                        + " epoch_us(occurred_at) AS moment, epoch_us(recorded_at) AS recorded, id FROM consents"
                        + " WHERE epoch_us(recorded_at) >= ? ORDER BY recorded_at, customer, id",
                IntakeRepository::consent,
                Consent::recorded,
                rows -> add(rows, now),
                progress,
                mark("consents"));
    }

    /** Adds contacts since an instant; gives how many were read. */
    long contacts(LakeSession session, Instant since, Instant now, Consumer<Long> progress) {
        return take(
                session,
                "contacts",
                "SELECT customer, coalesce(campaign, '') AS campaign, coalesce(channel, '') AS channel,"
                        + " coalesce(staff, '') AS staff, epoch_us(occurred_at) AS moment,"
                        + " epoch_us(recorded_at) AS recorded, id FROM contacts"
                        + " WHERE epoch_us(recorded_at) >= ? AND epoch_us(occurred_at) >= ?"
                        + " ORDER BY recorded_at, customer, id",
                IntakeRepository::contact,
                Contact::recorded,
                rows -> addContacts(rows, now),
                progress,
                mark("contacts"),
                since.getEpochSecond() * 1_000_000);
    }

    private <T> long take(
            LakeSession session,
            String source,
            String sql,
            LakeSession.RowReader<T> reader,
            Function<T, Long> recorded,
            Consumer<List<T>> add,
            Consumer<Long> progress,
            Object... parameters) {
        List<T> batch = new ArrayList<>(BATCH);
        long[] state = {0, mark(source)};
        session.each(
                sql,
                row -> {
                    T taken = reader.read(row);
                    batch.add(taken);
                    state[0]++;
                    state[1] = Math.max(state[1], recorded.apply(taken));
                    if (batch.size() == BATCH) {
                        add.accept(batch);
                        batch.clear();
                        progress.accept(state[0]);
                    }
                },
                parameters);
        add.accept(batch);
        jdbc.sql("INSERT INTO compliance_intake (source, recorded) VALUES (?, ?)"
                        + " ON CONFLICT (source) DO UPDATE SET recorded = excluded.recorded")
                .params(source, state[1])
                .update();
        return state[0];
    }

    private long mark(String source) {
        return jdbc.sql("SELECT recorded FROM compliance_intake WHERE source = ?")
                .param(source)
                .query(Long.class)
                .optional()
                .orElse(Long.MIN_VALUE / 2);
    }

    private void add(List<Consent> rows, Instant now) {
        jdbc.sql("""
                INSERT INTO consent_entry (customer, purpose, data_class, recipient, channel, granted, version, evidence,
                                           said_at, recorded_at, recorded_by, lake_id)
                SELECT t.customer, t.purpose, '*', t.recipient, t.channel, t.granted, t.version, t.evidence, t.at, ?,
                       'bank', t.id
                FROM unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::boolean[], ?::text[], ?::text[],
                            ?::timestamptz[], ?::bigint[])
                     AS t (customer, purpose, recipient, channel, granted, version, evidence, at, id)
                ON CONFLICT DO NOTHING""")
                .param(now.atOffset(ZoneOffset.UTC))
                .param(array(rows, Consent::customer, Integer[]::new))
                .param(array(rows, Consent::purpose, String[]::new))
                .param(array(rows, Consent::recipient, String[]::new))
                .param(array(rows, Consent::channel, String[]::new))
                .param(array(rows, Consent::granted, Boolean[]::new))
                .param(array(rows, Consent::version, String[]::new))
                .param(array(rows, Consent::evidence, String[]::new))
                .param(array(rows, row -> row.at().toString(), String[]::new))
                .param(array(rows, Consent::id, Long[]::new))
                .update();
    }

    /** What this platform sent is in the ledger since it left, and stays out: it must not count twice. */
    private void addContacts(List<Contact> rows, Instant now) {
        jdbc.sql("""
                INSERT INTO contact_entry (touch, customer, campaign, wave, channel, copy, sender, staff, personalised,
                                           verdict, reasons, at, recorded_at, rules, origin, lake_id)
                SELECT 'bank/' || t.customer || '/' || t.id, t.customer, t.campaign, '', t.channel, '', '', t.staff, FALSE,
                       'cleared', '{}', t.at, ?, '', 'bank', t.id
                FROM unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::bigint[])
                     AS t (customer, campaign, channel, staff, at, id)
                WHERE NOT EXISTS (SELECT FROM dispatch d WHERE d.campaign = t.campaign)
                AND NOT EXISTS (SELECT FROM contact_entry own WHERE own.customer = t.customer AND own.campaign = t.campaign
                    AND own.at = t.at AND own.origin = 'yinhang' AND own.verdict = 'cleared')
                ON CONFLICT DO NOTHING""")
                .param(now.atOffset(ZoneOffset.UTC))
                .param(array(rows, Contact::customer, Integer[]::new))
                .param(array(rows, Contact::campaign, String[]::new))
                .param(array(rows, Contact::channel, String[]::new))
                .param(array(rows, Contact::staff, String[]::new))
                .param(array(rows, row -> row.at().toString(), String[]::new))
                .param(array(rows, Contact::id, Long[]::new))
                .update();
    }

    private static <T, V> V[] array(List<T> rows, Function<T, V> value, IntFunction<V[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private static Consent consent(ResultSet row) throws SQLException {
        return new Consent(
                row.getInt("customer"),
                row.getString("purpose"),
                row.getString("channel"),
                row.getString("recipient"),
                row.getBoolean("granted"),
                row.getString("version"),
                row.getString("evidence"),
                instant(row.getLong("moment")),
                row.getLong("recorded"),
                row.getLong("id"));
    }

    private static Contact contact(ResultSet row) throws SQLException {
        return new Contact(
                row.getInt("customer"),
                row.getString("campaign"),
                row.getString("channel"),
                row.getString("staff"),
                instant(row.getLong("moment")),
                row.getLong("recorded"),
                row.getLong("id"));
    }

    private static OffsetDateTime instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L)
                .atOffset(ZoneOffset.UTC);
    }
}
