package org.yinhang.decision;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.yinhang.compliance.ReasonCode;
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

    /** The reasons a plan's row of a customer names, in the order of the guards; none when there is no such row. */
    static List<ReasonCode> refusals(LakeSession session, String plan, int customer) {
        return session
                .query(
                        "SELECT reasons FROM decisions WHERE customer = ? AND plan = ?",
                        row -> row.getString(1),
                        customer,
                        plan)
                .stream()
                .flatMap(reasons -> Arrays.stream(reasons.split(";")))
                .filter(code -> !code.isEmpty())
                .map(ReasonCode::valueOf)
                .toList();
    }
}
