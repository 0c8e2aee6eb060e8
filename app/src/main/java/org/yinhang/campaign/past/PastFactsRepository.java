package org.yinhang.campaign.past;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yinhang.decision.rehearsal.PastApplication;
import org.yinhang.decision.rehearsal.PastApplicationRepository;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.Snapshot;

/** Reads from the lake what customers did about a product in a month, and whom chance contacted or left alone. */
final class PastFactsRepository {

    /** Days within which an answer counts. */
    static final int ANSWER_DAYS = 30;

    private final LakeSession session;
    private final Snapshot snapshot;
    private final ZoneId zone;

    PastFactsRepository(LakeSession session, Snapshot snapshot, ZoneId zone) {
        this.session = session;
        this.snapshot = snapshot;
        this.zone = zone;
    }

    /**
     * A random assignment.
     *
     * @param customer whom it was about
     * @param channel through which they were contacted; empty for those left alone
     * @param propensity with which chance put them there
     * @param hasAnswered whether they applied or drew within the days that count
     */
    record TrialRow(int customer, String channel, double propensity, boolean hasAnswered) {}

    /** Applications for the product submitted within the days that count after a day. */
    List<PastApplication> applications(String product, LocalDate day, LocalDate today) {
        return has("applications", "loans")
                ? PastApplicationRepository.read(session, day, day.plusDays(ANSWER_DAYS), today, zone).stream()
                        .filter(application -> application.product().equals(product))
                        .toList()
                : List.of();
    }

    /** Whom the bank contacted about the product from a day on and before another. */
    Set<Integer> contacted(String product, LocalDate from, LocalDate until) {
        if (!has("contacts")) {
            return Set.of();
        }
        return new HashSet<>(
                session.query("""
                SELECT DISTINCT customer FROM contacts
                WHERE product = '%s' AND occurred_at >= '%s' AND occurred_at < '%s'""".formatted(quoted(product), start(from), start(until)), row -> row.getInt(1)));
    }

    /**
     * Random assignments for the product from a day on and before another, those whose days to answer are over. A draw is known by
     * its day alone, so one on the day of the contact counts as after it.
     *
     * @param today nothing that happened on it or later is known
     */
    List<TrialRow> trials(String product, LocalDate from, LocalDate until, LocalDate today) {
        LocalDate over = today.minusDays(ANSWER_DAYS);
        LocalDate last = until.isBefore(over) ? until : over;
        if (!has("trials", "applications", "loans") || !from.isBefore(last)) {
            return List.of();
        }
        long offset = Duration.between(start(from), from.atStartOfDay()).toSeconds();
        String sql = """
                WITH answer AS (
                  SELECT customer, occurred_at + INTERVAL %5$d SECOND AS at FROM applications
                  WHERE product = '%1$s' AND stage = 'submitted'
                  UNION ALL
                  SELECT customer, CAST(min(disbursed_on) AS TIMESTAMP) + INTERVAL 86399 SECOND FROM loans
                  WHERE product = '%1$s' GROUP BY customer, loan),
                trial AS (
                  SELECT customer, occurred_at + INTERVAL %5$d SECOND AS at, arm, coalesce(channel, '') AS channel, propensity
                  FROM trials
                  WHERE product = '%1$s' AND occurred_at >= '%2$s' AND occurred_at < '%3$s' AND propensity > 0)
                SELECT t.customer, CASE WHEN t.arm = 'control' THEN '' ELSE t.channel END, t.propensity,
                       coalesce(bool_or(a.at > t.at AND a.at < t.at + INTERVAL %4$d DAY), false)
                FROM trial t LEFT JOIN answer a ON a.customer = t.customer
                GROUP BY t.customer, t.at, t.arm, t.channel, t.propensity ORDER BY t.customer, t.at""".formatted(quoted(product), start(from), start(last), ANSWER_DAYS, offset);
        return session.query(
                sql, row -> new TrialRow(row.getInt(1), row.getString(2), row.getDouble(3), row.getBoolean(4)));
    }

    private boolean has(String... tables) {
        return List.of(tables).stream().allMatch(snapshot.tables()::containsKey);
    }

    private static String quoted(String text) {
        return text.replace("'", "''");
    }

    private LocalDateTime start(LocalDate day) {
        Instant begins = day.atStartOfDay(zone).toInstant();
        return LocalDateTime.ofInstant(begins, ZoneOffset.UTC);
    }
}
