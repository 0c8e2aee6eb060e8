package org.yinhang.audience.internal;

import java.util.Locale;
import java.util.Objects;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.lake.LakeSession;

/** Reads from the lake, in one pass, how the applications of the last twelve months were decided. */
public final class PastDecisionRepository {

    private static final int MONTHS = 12;

    private PastDecisionRepository() {}

    /** The last decision of every application that was decided in the twelve months before a day. */
    public static PastDecisions read(LakeSession lake, AsOf asOf) {
        String sql = String.format(Locale.ROOT, """
                SELECT customer, stage, coalesce(reject_reason, '') AS reason FROM applications
                WHERE stage IN ('approved', 'rejected')
                  AND occurred_at >= make_timestamp(%d) AND occurred_at < make_timestamp(%d)
                QUALIFY row_number() OVER (PARTITION BY customer, application ORDER BY occurred_at DESC, id DESC) = 1
                ORDER BY customer, application""", asOf.startOf(asOf.day().minusMonths(MONTHS)), asOf.start());
        PastDecisions.Gathering gathering = new PastDecisions.Gathering();
        lake.each(sql, row -> {
            int customer = row.getInt("customer");
            if (Objects.equals(row.getString("stage"), "approved")) {
                gathering.approved(customer);
            } else {
                gathering.refused(customer, row.getString("reason"));
            }
        });
        return gathering.done();
    }
}
