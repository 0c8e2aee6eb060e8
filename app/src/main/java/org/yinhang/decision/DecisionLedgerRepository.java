package org.yinhang.decision;

import java.nio.file.Path;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.sql.Sql;

/** Reads the decision ledger: copies one plan's rows of the decision ledger into a file of their own, in an order that never changes. */
final class DecisionLedgerRepository {

    private DecisionLedgerRepository() {}

    static void export(LakeSession session, String plan, Path file) {
        session.copy(
                "SELECT * FROM %s WHERE plan = %s ORDER BY customer, occurred_at, id"
                        .formatted(DecisionLedger.TABLE, Sql.literal(plan)),
                file);
    }
}
