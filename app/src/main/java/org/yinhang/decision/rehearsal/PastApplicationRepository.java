package org.yinhang.decision.rehearsal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import org.yinhang.lake.LakeSession;

/** Reads from the lake which applications were submitted and what became of them. */
public final class PastApplicationRepository {

    /** Money is paid out, and a line first drawn, within so many days of the approval; later loans are other stories. */
    private static final int DRAWN_WITHIN = 45;

    private PastApplicationRepository() {}

    /**
     * Applications submitted from a day on and before another, by customer and day.
     *
     * @param today nothing that happened on it or later is read
     */
    public static List<PastApplication> read(
            LakeSession lake, LocalDate from, LocalDate until, LocalDate today, ZoneId zone) {
        String sql = """
                WITH gone AS (
                  SELECT customer, application,
                         min(occurred_at) FILTER (WHERE stage = 'submitted') AS submitted,
                         any_value(product) AS product,
                         bool_or(stage = 'approved') AS approved,
                         bool_or(stage = 'rejected') AS rejected,
                         min(occurred_at) FILTER (WHERE stage IN ('signed', 'disbursed')) AS paid
                  FROM applications WHERE occurred_at < '%1$s' GROUP BY customer, application),
                loan AS (
                  SELECT customer, loan, any_value(product) AS product, min(disbursed_on) AS disbursed_on,
                         max(worst_dpd) AS worst, max(principal) AS principal
                  FROM loans WHERE occurred_at < '%1$s' GROUP BY customer, loan)
                SELECT g.customer, g.application, g.product, g.submitted, g.approved, g.rejected,
                       count(l.loan) > 0 AS disbursed, max(l.worst) AS worst, coalesce(sum(l.principal), 0) AS principal
                FROM gone g LEFT JOIN loan l
                  ON l.customer = g.customer AND l.product = g.product
                 AND l.disbursed_on BETWEEN CAST(g.paid AS DATE) AND CAST(g.paid AS DATE) + %4$d
                WHERE g.submitted >= '%2$s' AND g.submitted < '%3$s'
                GROUP BY ALL ORDER BY g.customer, g.submitted, g.application""".formatted(start(today, zone), start(from, zone), start(until, zone), DRAWN_WITHIN);
        return lake.query(sql, row -> application(row, zone));
    }

    private static LocalDateTime start(LocalDate day, ZoneId zone) {
        return LocalDateTime.ofInstant(day.atStartOfDay(zone).toInstant(), ZoneOffset.UTC);
    }

    private static PastApplication application(ResultSet row, ZoneId zone) throws SQLException {
        int worst = row.getInt("worst");
        boolean isKnown = !row.wasNull();
        return new PastApplication(
                row.getInt("customer"),
                row.getLong("application"),
                row.getString("product"),
                row.getObject("submitted", LocalDateTime.class)
                        .toInstant(ZoneOffset.UTC)
                        .atZone(zone)
                        .toLocalDate(),
                row.getBoolean("approved"),
                row.getBoolean("rejected"),
                row.getBoolean("disbursed"),
                isKnown ? OptionalInt.of(worst) : OptionalInt.empty(),
                row.getLong("principal"));
    }
}
