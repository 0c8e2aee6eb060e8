package org.yinhang.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yinhang.core.policy.TableAnswer;
import org.yinhang.core.policy.TableEvaluator;
import org.yinhang.core.policy.TableRow;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.record.Facts;

/**
 * A table made ready for a day.
 *
 * @param policy as written
 * @param evaluator its rules
 */
record CompiledPolicy(PolicyTable policy, TableEvaluator evaluator) {

    private static final String UNKNOWN = "POLICY_UNKNOWN";
    private static final String NO_ROW = "POLICY_GAP";

    /**
     * What one row says of a customer.
     *
     * @param row the row, or what the table says where it cannot judge
     * @param condition the innermost conditions that decided
     * @param value of the table's column; missing where it cannot be worked out
     */
    record Say(TableRow row, String condition, Value value) {}

    /** What the table says: the rows that hold; the unknown outcome in their place or beside them where one cannot be judged. */
    List<Say> say(Facts facts) {
        TableAnswer answer = evaluator.answer(facts);
        String column = policy.kind().column().name();
        List<Say> said = new ArrayList<>();
        boolean isFirst =
                switch (policy.table().hit()) {
                    case FIRST -> true;
                    case ALL, SCORE -> false;
                };
        if (answer.isCertain() || !isFirst) {
            for (int hit : answer.hits()) {
                said.add(new Say(
                        evaluator.row(hit),
                        String.join("; ", evaluator.deciding(hit, facts)),
                        evaluator.outcome(hit, column, facts)));
            }
        }
        if (!answer.isCertain()) {
            said.add(unknown(answer, column, facts));
        } else if (isFirst && said.isEmpty()) {
            said.add(new Say(none(NO_ROW, "策略未覆盖该客户", "No row of the policy covers this customer"), "", refuse()));
        }
        return said;
    }

    private Say unknown(TableAnswer answer, String column, Facts facts) {
        List<String> conditions = new ArrayList<>();
        for (int row : answer.unjudged()) {
            conditions.addAll(evaluator.deciding(row, facts));
        }
        String condition = String.join("; ", conditions);
        Optional<TableRow> row = policy.table().unknown();
        return row.isPresent()
                ? new Say(row.get(), condition, evaluator.unknown(column, facts).orElse(Value.missing()))
                : new Say(none(UNKNOWN, "策略所需信息缺失", "Something the policy needs is missing"), condition, refuse());
    }

    private static TableRow none(String code, String zh, String en) {
        return new TableRow("–", "", Map.of(), code, zh, en);
    }

    private static Value refuse() {
        return Value.of("refuse");
    }

    /** The reason a row is, under the guard of admission. */
    Refusal refusal(Say said) {
        TableRow row = said.row();
        return new Refusal(row.code(), ground(), policy.table().name(), row.id(), said.condition(), row.zh(), row.en());
    }

    private Refusal.Ground ground() {
        return switch (policy.kind()) {
            case RED_LINE -> Refusal.Ground.RED_LINE;
            case SUITABILITY -> Refusal.Ground.SUITABILITY;
            case ADMISSION, PRICE, LIMIT_BASE, LIMIT_FACTOR, LIMIT_CAP -> Refusal.Ground.ADMISSION;
        };
    }

    /** Where a figure comes from: the table's version and the row. */
    String source(Say said) {
        return policy.table().name() + "#" + said.row().id();
    }
}
