package org.yinhang.compliance.internal;

import java.sql.Date;
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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.compliance.policy.ConsentAnswer;
import org.yinhang.compliance.policy.ConsentScope;
import org.yinhang.compliance.policy.HoldKind;
import org.yinhang.compliance.policy.Known;
import org.yinhang.compliance.policy.PastTouch;

/** Reads what the guards must know, for one customer or for thousands with the same four questions. */
@Repository
public class CustomerFactsRepository {

    private final JdbcClient jdbc;

    CustomerFactsRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is known of customers at an instant. Somebody of whom there is neither an operational row nor an answer is left
     * out.
     *
     * @param campaigns touches of these are read from the beginning
     * @param longestDays touches of all others are read for so many days
     */
    public List<CustomerRecord> read(
            Collection<Integer> customers, Set<String> campaigns, Instant at, ZoneId zone, int longestDays) {
        Integer[] numbers = customers.toArray(Integer[]::new);
        Map<Integer, List<ConsentAnswer>> answers = answers(numbers, at);
        Map<Integer, List<PastTouch>> touches = touches(numbers, campaigns, at, zone, longestDays);
        Map<Integer, Set<HoldKind>> holds = holds(numbers, at);
        Map<Integer, CustomerRecord> records = new HashMap<>();
        jdbc.sql("""
                SELECT number, birth_date, age, complaint_open, overdue_days, deceased, last_contact, last_outcome
                FROM customer WHERE number = ANY(?)""")
                .param(numbers)
                .query((row, index) -> {
                    int number = row.getInt("number");
                    return records.put(number, record(row, number, answers, touches, holds, zone));
                })
                .list();
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
                        false)));
        return List.copyOf(records.values());
    }

    private static CustomerRecord record(
            ResultSet row,
            int number,
            Map<Integer, List<ConsentAnswer>> answers,
            Map<Integer, List<PastTouch>> touches,
            Map<Integer, Set<HoldKind>> holds,
            ZoneId zone)
            throws SQLException {
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
        return new CustomerRecord(
                number,
                true,
                Optional.ofNullable(row.getDate("birth_date")).map(Date::toLocalDate),
                stated,
                all,
                answers.getOrDefault(number, List.of()),
                touches.getOrDefault(number, List.of()),
                Optional.ofNullable(last).map(at -> LocalDate.ofInstant(at.toInstant(), zone)),
                "refused".equals(row.getString("last_outcome")));
    }

    private Map<Integer, List<ConsentAnswer>> answers(Integer[] numbers, Instant at) {
        Map<Integer, List<ConsentAnswer>> answers = new HashMap<>();
        jdbc.sql("""
                SELECT DISTINCT ON (customer, purpose, data_class, recipient, channel)
                       customer, purpose, data_class, recipient, channel, granted, said_at
                FROM consent_entry WHERE customer = ANY(?) AND said_at <= ?
                ORDER BY customer, purpose, data_class, recipient, channel, said_at DESC, id DESC""")
                .param(numbers)
                .param(utc(at))
                .query((row, index) -> answers.computeIfAbsent(row.getInt("customer"), _ -> new ArrayList<>())
                        .add(ConsentAnswer.of(
                                new ConsentScope(
                                        row.getString("purpose"),
                                        row.getString("data_class"),
                                        row.getString("recipient"),
                                        row.getString("channel")),
                                row.getBoolean("granted"),
                                row.getTimestamp("said_at").toInstant())))
                .list();
        return answers;
    }

    private Map<Integer, List<PastTouch>> touches(
            Integer[] numbers, Set<String> campaigns, Instant at, ZoneId zone, int longestDays) {
        Map<Integer, List<PastTouch>> touches = new HashMap<>();
        OffsetDateTime since = LocalDate.ofInstant(at, zone)
                .minusDays(Math.max(1, longestDays))
                .atStartOfDay(zone)
                .toOffsetDateTime();
        jdbc.sql("""
                SELECT customer, channel, campaign, at FROM contact_entry
                WHERE customer = ANY(?) AND verdict = 'cleared' AND (at >= ? OR campaign = ANY(?))""")
                .param(numbers)
                .param(since)
                .param(campaigns.toArray(String[]::new))
                .query((row, index) -> touches.computeIfAbsent(row.getInt("customer"), _ -> new ArrayList<>())
                        .add(new PastTouch(row.getString("channel"), row.getString("campaign"), (int)
                                LocalDate.ofInstant(row.getTimestamp("at").toInstant(), zone)
                                        .toEpochDay())))
                .list();
        return touches;
    }

    private Map<Integer, Set<HoldKind>> holds(Integer[] numbers, Instant at) {
        Map<Integer, Set<HoldKind>> holds = new HashMap<>();
        jdbc.sql("""
                SELECT customer, kind FROM contact_hold
                WHERE customer = ANY(?) AND lifted_at IS NULL AND (expires_at IS NULL OR expires_at > ?)""")
                .param(numbers)
                .param(utc(at))
                .query((row, index) -> holds.computeIfAbsent(row.getInt("customer"), _ -> new HashSet<>())
                        .add(HoldKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT))))
                .list();
        return holds;
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
