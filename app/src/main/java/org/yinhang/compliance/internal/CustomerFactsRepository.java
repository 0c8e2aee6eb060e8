package org.yinhang.compliance.internal;

import java.sql.Array;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Repository;
import org.yinhang.compliance.policy.ConsentAnswer;
import org.yinhang.compliance.policy.ConsentScope;
import org.yinhang.compliance.policy.HoldKind;
import org.yinhang.compliance.policy.Known;
import org.yinhang.compliance.policy.PastTouch;

/** Reads what the guards must know, for one customer or for thousands with the same four questions in one call. */
@Repository
public class CustomerFactsRepository {

    private static final String QUESTIONS = """
            SELECT DISTINCT ON (customer, purpose, data_class, recipient, channel)
                   customer, purpose, data_class, recipient, channel, granted, said_at
            FROM consent_entry WHERE customer = ANY(?) AND said_at <= ?
            ORDER BY customer, purpose, data_class, recipient, channel, said_at DESC, id DESC;
            SELECT touch, customer, channel, campaign, at FROM contact_entry
            WHERE customer = ANY(?) AND verdict = 'cleared' AND (at >= ? OR campaign = ANY(?));
            SELECT customer, kind FROM contact_hold
            WHERE customer = ANY(?) AND lifted_at IS NULL AND (expires_at IS NULL OR expires_at > ?);
            SELECT number, birth_date, age, complaint_open, overdue_days, deceased, last_contact, last_outcome
            FROM customer WHERE number = ANY(?)""";

    private final JdbcOperations jdbc;

    CustomerFactsRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is known of customers at an instant. Somebody of whom there is neither an operational row nor an answer is left
     * out.
     *
     * @param campaigns touches of these are read from the beginning
     * @param longestDays touches of all others are read for so many days
     * @param except keys of touches that do not count, because it is they that are asked about
     */
    public List<CustomerRecord> read(
            Collection<Integer> customers,
            Set<String> campaigns,
            Instant at,
            ZoneId zone,
            int longestDays,
            Set<String> except) {
        OffsetDateTime since = LocalDate.ofInstant(at, zone)
                .minusDays(Math.max(1, longestDays))
                .atStartOfDay(zone)
                .toOffsetDateTime();
        List<CustomerRecord> records = jdbc.execute(QUESTIONS, (PreparedStatement asked) -> {
            Array numbers = asked.getConnection().createArrayOf("integer", customers.toArray());
            Object[] values = {
                numbers,
                utc(at),
                numbers,
                since,
                asked.getConnection().createArrayOf("text", campaigns.toArray()),
                numbers,
                utc(at),
                numbers
            };
            for (int i = 0; i < values.length; i++) {
                asked.setObject(i + 1, values[i]);
            }
            asked.execute();
            return new Reader(zone, except).read(asked);
        });
        return Objects.requireNonNull(records);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** Takes the four answers in their order. */
    private static final class Reader {

        private final ZoneId zone;
        private final Set<String> except;
        private final Map<Integer, List<ConsentAnswer>> answers = new HashMap<>();
        private final Map<Integer, List<PastTouch>> touches = new HashMap<>();
        private final Map<Integer, Set<Long>> seconds = new HashMap<>();
        private final Map<Integer, Set<HoldKind>> holds = new HashMap<>();
        private final Map<Integer, CustomerRecord> records = new HashMap<>();

        Reader(ZoneId zone, Set<String> except) {
            this.zone = zone;
            this.except = except;
        }

        List<CustomerRecord> read(PreparedStatement asked) throws SQLException {
            each(asked, this::answer);
            asked.getMoreResults();
            each(asked, this::touch);
            asked.getMoreResults();
            each(asked, this::hold);
            asked.getMoreResults();
            each(asked, this::customer);
            answers.forEach((number, said) -> records.computeIfAbsent(
                    number,
                    _ -> new CustomerRecord(
                            number,
                            false,
                            Optional.empty(),
                            OptionalInt.empty(),
                            Map.of(),
                            said,
                            touches.getOrDefault(number, List.of()),
                            Optional.empty(),
                            false,
                            false)));
            return List.copyOf(records.values());
        }

        private static void each(PreparedStatement asked, RowCallbackHandler handler) throws SQLException {
            try (ResultSet rows = asked.getResultSet()) {
                while (rows.next()) {
                    handler.processRow(rows);
                }
            }
        }

        private void answer(ResultSet row) throws SQLException {
            answers.computeIfAbsent(row.getInt("customer"), _ -> new ArrayList<>())
                    .add(ConsentAnswer.of(
                            new ConsentScope(
                                    row.getString("purpose"),
                                    row.getString("data_class"),
                                    row.getString("recipient"),
                                    row.getString("channel")),
                            row.getBoolean("granted"),
                            row.getTimestamp("said_at").toInstant()));
        }

        private void touch(ResultSet row) throws SQLException {
            if (except.contains(row.getString("touch"))) {
                return;
            }
            LocalDate day = LocalDate.ofInstant(row.getTimestamp("at").toInstant(), zone);
            seconds.computeIfAbsent(row.getInt("customer"), _ -> new HashSet<>())
                    .add(second(row.getTimestamp("at")));
            touches.computeIfAbsent(row.getInt("customer"), _ -> new ArrayList<>())
                    .add(new PastTouch(row.getString("channel"), row.getString("campaign"), (int) day.toEpochDay()));
        }

        /** Operational rows know the last contact to the second. */
        private static long second(Timestamp at) {
            return Math.floorDiv(at.getTime(), 1_000L);
        }

        private void hold(ResultSet row) throws SQLException {
            holds.computeIfAbsent(row.getInt("customer"), _ -> new HashSet<>())
                    .add(HoldKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)));
        }

        private void customer(ResultSet row) throws SQLException {
            int number = row.getInt("number");
            Set<HoldKind> byHand = holds.getOrDefault(number, Set.of());
            Map<HoldKind, Known> all = new EnumMap<>(HoldKind.class);
            for (HoldKind kind : HoldKind.values()) {
                all.put(kind, Known.of(byHand.contains(kind)));
            }
            if (row.getBoolean("complaint_open")) {
                all.put(HoldKind.COMPLAINT, Known.YES);
            }
            if (row.getInt("overdue_days") > 0) {
                all.put(HoldKind.COLLECTIONS, Known.YES);
            }
            if (row.getBoolean("deceased")) {
                all.put(HoldKind.DECEASED, Known.YES);
            }
            Timestamp last = row.getTimestamp("last_contact");
            int age = row.getInt("age");
            OptionalInt stated = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(age);
            records.put(
                    number,
                    new CustomerRecord(
                            number,
                            true,
                            Optional.ofNullable(row.getDate("birth_date")).map(Date::toLocalDate),
                            stated,
                            all,
                            answers.getOrDefault(number, List.of()),
                            touches.getOrDefault(number, List.of()),
                            Optional.ofNullable(last).map(at -> LocalDate.ofInstant(at.toInstant(), zone)),
                            "refused".equals(row.getString("last_outcome")),
                            last != null
                                    && seconds.getOrDefault(number, Set.of()).contains(second(last))));
        }
    }
}
