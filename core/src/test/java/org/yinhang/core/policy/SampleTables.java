package org.yinhang.core.policy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.SampleCatalogue;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.record.Facts;

/** Small tables a banker would recognise. */
public final class SampleTables {

    public static final Catalogue CATALOGUE = SampleCatalogue.catalogue();
    public static final AsOf DAY = new AsOf(LocalDate.of(2026, 7, 1), ZoneId.of("Asia/Shanghai"));
    public static final OutcomeColumn VERDICT =
            new OutcomeColumn("verdict", ValueType.TEXT, "结论", "Verdict", Map.of("pass", "通过", "refuse", "拒绝"), true);

    private SampleTables() {}

    public static TableRow row(String id, String condition, String verdict) {
        return new TableRow(id, condition, Map.of("verdict", verdict), "CODE_" + id, "理由 " + id, "Reason " + id);
    }

    public static DecisionTable table(HitPolicy hit, TableRow... rows) {
        return new DecisionTable(
                "sample",
                1,
                "样表",
                "Sample",
                hit,
                List.of(VERDICT),
                List.of(rows),
                Optional.empty(),
                LocalDate.of(2026, 1, 1),
                Optional.empty(),
                "test");
    }

    public static CompiledTable compiled(HitPolicy hit, TableRow... rows) {
        return CompiledTable.compile(table(hit, rows), CATALOGUE);
    }

    public static TableEvaluator evaluator(HitPolicy hit, TableRow... rows) {
        return TableEvaluator.of(compiled(hit, rows), DAY);
    }

    /** A customer of whom only these fields are known. */
    public static Facts facts(Map<String, Value> known) {
        return leaf -> leaf instanceof Reference(var field)
                ? known.getOrDefault(field.name(), Value.missing())
                : Value.missing();
    }
}
