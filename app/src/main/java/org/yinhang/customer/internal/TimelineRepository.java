package org.yinhang.customer.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.yinhang.customer.profile.TimelineEntry;
import org.yinhang.customer.profile.TimelineEntry.Kind;
import org.yinhang.lake.LakeSession;
import org.yinhang.shared.Slice;

/** Reads what happened with one customer, merged from every fact table, the newest first. */
final class TimelineRepository {

    /** Movements of money from this amount on are worth a line, in fen: 20,000 yuan. */
    private static final long NOTABLE = 2_000_000;

    private final LakeSession session;
    private final CustomerView view;

    TimelineRepository(LakeSession session, CustomerView view) {
        this.session = session;
        this.view = view;
    }

    /**
     * One page.
     *
     * @param offset entries to pass over
     */
    Slice<TimelineEntry> page(long offset, int size) {
        List<TimelineEntry> entries = new ArrayList<>();
        long[] total = new long[1];
        session.each(
                String.format(
                        Locale.ROOT,
                        """
                SELECT epoch_us(occurred_at) AS moment, kind, code, product, channel, amount, days,
                       count(*) OVER () AS total
                FROM (
                  SELECT occurred_at, id, 'CONTACT' AS kind, coalesce(outcome, 'none') AS code, product, channel,
                         CAST(NULL AS BIGINT) AS amount, 0 AS days FROM (%1$s)
                  UNION ALL SELECT occurred_at, id, 'APPLICATION', stage, product, channel, amount, 0 FROM (%2$s)
                  UNION ALL SELECT occurred_at, id, 'COMPLAINT', stage, NULL, NULL, NULL, 0 FROM (%3$s)
                  UNION ALL SELECT occurred_at, id, CASE WHEN granted THEN 'CONSENT' ELSE 'REFUSAL' END, purpose, NULL,
                         channel, NULL, 0 FROM (%4$s)
                  UNION ALL SELECT occurred_at, id, 'LATE_REPAYMENT', 'late', NULL, NULL, paid, days_late FROM (%5$s)
                         WHERE days_late > 0
                  UNION ALL SELECT occurred_at, id, 'MONEY', coalesce(category, 'other'), NULL, channel, amount, 0
                         FROM (%6$s) WHERE abs(amount) >= %8$d
                  UNION ALL SELECT occurred_at, id, 'EVENT', name, product, channel, NULL, 0 FROM (%7$s)
                         WHERE name NOT IN ('login', 'page_view') OR product IS NOT NULL)
                ORDER BY occurred_at DESC, kind, id LIMIT %9$d OFFSET %10$d""",
                        view.rows("contacts"),
                        view.rows("applications"),
                        view.rows("complaints"),
                        view.rows("consents"),
                        view.rows("repayments"),
                        view.rows("transactions"),
                        view.rows("events"),
                        NOTABLE,
                        size,
                        offset),
                row -> {
                    total[0] = row.getLong("total");
                    entries.add(new TimelineEntry(
                            ProfileRepository.instant(row, "moment"),
                            Kind.valueOf(row.getString("kind")),
                            row.getString("code"),
                            row.getString("product"),
                            row.getString("channel"),
                            ProfileRepository.moneyOrNull(row, "amount"),
                            row.getInt("days")));
                });
        return new Slice<>(entries, total[0]);
    }
}
