package org.yinhang.customer.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.yinhang.core.unit.Money;
import org.yinhang.customer.ApplicationFigures;
import org.yinhang.customer.ApplicationFigures.OpenStage;
import org.yinhang.customer.ApplicationFigures.Reason;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.sql.Sql;

/** Counts applications of some branches as of the end of a business day; nothing after it is seen. */
public final class ApplicationFiguresRepository {

    /** An application nobody has moved for so long is dead, whatever its stage says. */
    private static final int DAYS_ALIVE = 90;

    private static final int DAYS_LOOKED_BACK = 30;
    private static final long DAY = 86_400_000_000L;

    private final LakeSession session;
    private final long until;
    private final String rows;

    /**
     * @param branches codes of the branches whose customers count
     * @param isWholeBank whether customers without a known branch count as well
     */
    public ApplicationFiguresRepository(
            LakeSession session, LocalDate asOf, ZoneId zone, Collection<String> branches, boolean isWholeBank) {
        this.session = session;
        this.until = asOf.plusDays(1).atStartOfDay(zone).toEpochSecond() * 1_000_000;
        String scope = isWholeBank
                ? ""
                : " AND customer IN (SELECT customer FROM (SELECT customer, branch FROM customers WHERE occurred_at < "
                        + instant(0) + " QUALIFY row_number() OVER (PARTITION BY customer"
                        + " ORDER BY occurred_at DESC, recorded_at DESC) = 1) WHERE branch IN ("
                        + (branches.isEmpty() ? "NULL" : Sql.literals(branches)) + "))";
        this.rows =
                "SELECT application, stage, amount, reject_reason, occurred_at, id FROM applications WHERE occurred_at >= "
                        + instant(DAYS_ALIVE) + " AND occurred_at < " + instant(0) + scope;
    }

    public ApplicationFigures read() {
        List<OpenStage> open = open();
        List<Reason> reasons = reasons();
        return session.query(
                        "SELECT count(*) FILTER (stage = 'submitted' AND occurred_at >= " + instant(1) + ") AS today,"
                                + " count(*) FILTER (stage = 'submitted' AND occurred_at < " + instant(1)
                                + " AND occurred_at >= " + instant(1 + DAYS_LOOKED_BACK) + ") AS before,"
                                + " count(*) FILTER (stage = 'approved' AND occurred_at >= " + instant(DAYS_LOOKED_BACK)
                                + ") AS approved, count(*) FILTER (stage = 'rejected' AND occurred_at >= "
                                + instant(DAYS_LOOKED_BACK) + ") AS rejected FROM (" + rows + ")",
                        row -> new ApplicationFigures(
                                row.getLong("today"),
                                (double) row.getLong("before") / DAYS_LOOKED_BACK,
                                row.getLong("approved"),
                                row.getLong("rejected"),
                                open,
                                reasons))
                .getFirst();
    }

    private List<OpenStage> open() {
        return session.query(
                "SELECT stage, CAST(coalesce(sum(amount), 0) AS BIGINT) AS amount,"
                        + " count(*) FILTER (occurred_at >= " + instant(1) + ") AS day,"
                        + " count(*) FILTER (occurred_at < " + instant(1) + " AND occurred_at >= " + instant(3)
                        + ") AS three, count(*) FILTER (occurred_at < " + instant(3) + " AND occurred_at >= "
                        + instant(7) + ") AS seven, count(*) FILTER (occurred_at < " + instant(7) + ") AS older FROM ("
                        + rows
                        + " QUALIFY row_number() OVER (PARTITION BY application ORDER BY occurred_at DESC, id DESC) = 1)"
                        + " WHERE stage IN ('started', 'submitted', 'verified', 'approved', 'signed') GROUP BY stage"
                        + " ORDER BY list_position(['started', 'submitted', 'verified', 'approved', 'signed'], stage)",
                row -> new OpenStage(
                        row.getString("stage"),
                        Money.ofFen(row.getLong("amount")),
                        row.getLong("day"),
                        row.getLong("three"),
                        row.getLong("seven"),
                        row.getLong("older")));
    }

    private List<Reason> reasons() {
        return session.query(
                "SELECT coalesce(reject_reason, '') AS reason, count(*) AS applications FROM (" + rows
                        + ") WHERE stage = 'rejected' AND occurred_at >= " + instant(DAYS_LOOKED_BACK)
                        + " GROUP BY reason ORDER BY applications DESC, reason",
                row -> new Reason(row.getString("reason"), row.getLong("applications")));
    }

    private String instant(int daysBefore) {
        return String.format(Locale.ROOT, "make_timestamp(%d)", until - daysBefore * DAY);
    }
}
