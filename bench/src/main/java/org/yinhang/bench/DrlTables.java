package org.yinhang.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yinhang.core.policy.CompiledTable;
import org.yinhang.core.policy.HitPolicy;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.core.predicate.Expression.Leaf;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.Field;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.record.Truth;
import org.yinhang.product.PolicyBook;
import org.yinhang.product.PolicyKind;
import org.yinhang.product.PolicyTable;

/**
 * Decision tables of a day as rules of Drools, one for each row and one for each row that may not be judged: those of a table
 * whose first row counts stand in one activation group by salience, as Drools' own decision tables do.
 */
final class DrlTables {

    static final String PACKAGE = "org.yinhang.bench.rules";
    static final String FACT = "Applicant";
    static final String FOUND = "found";

    private final List<Table> tables = new ArrayList<>();
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, String> slots = new LinkedHashMap<>();
    private final List<Rule> rules = new ArrayList<>();
    private final String text;

    /** A table and what it is for. */
    record Table(PolicyTable policy, CompiledTable compiled) {

        boolean covers(String product) {
            return policy.products().isEmpty() || policy.products().contains(product);
        }
    }

    /**
     * What the firing of a rule means.
     *
     * @param table its place
     * @param row its place in the table
     * @param truth that the row holds, or that it cannot be judged
     */
    record Rule(int table, int row, Truth truth) {}

    DrlTables(PolicyBook book, Catalogue catalogue, AsOf asOf) {
        for (PolicyTable table : book.tablesOn(asOf.day())) {
            if (table.kind().isGate() || table.kind() == PolicyKind.PRICE) {
                tables.add(new Table(table, CompiledTable.compile(table.table(), catalogue)));
            }
        }
        for (Table table : tables) {
            for (Leaf leaf : table.compiled().fields()) {
                if (!(leaf instanceof Reference(Field field))) {
                    throw new IllegalArgumentException("table: %s (expected: fields only)"
                            .formatted(table.policy().id()));
                }
                fields.put(field.name(), field);
                slots.putIfAbsent(field.name(), "f" + slots.size());
            }
        }
        this.text = write(new DrlCondition(slots, asOf));
    }

    private String write(DrlCondition conditions) {
        StringBuilder drl = new StringBuilder(
                "package %s%nglobal java.util.List %s%n%ndeclare %s%n".formatted(PACKAGE, FOUND, FACT));
        fields.values()
                .forEach(field ->
                        drl.append("    %s : %s%n".formatted(slots.get(field.name()), javaType(field.type()))));
        drl.append("end\n");
        for (int table = 0; table < tables.size(); table++) {
            CompiledTable compiled = tables.get(table).compiled();
            boolean isFirst = compiled.table().hit() == HitPolicy.FIRST;
            for (int row = 0; row < compiled.rows().size(); row++) {
                for (Truth truth : List.of(Truth.TRUE, Truth.MISSING)) {
                    String when = conditions.when(compiled.rows().get(row).condition(), truth);
                    if (!when.equals("false")) {
                        String group = isFirst && truth == Truth.TRUE
                                ? " activation-group \"%s\""
                                        .formatted(compiled.table().id())
                                : "";
                        drl.append("rule \"%s#%s %s\" salience %d%s%n    when %s(%s)%n    then %s.add(%d);%nend%n"
                                .formatted(
                                        compiled.table().id(),
                                        compiled.rows().get(row).row().id(),
                                        truth.name().toLowerCase(Locale.ROOT),
                                        compiled.rows().size() - row,
                                        group,
                                        FACT,
                                        when.equals("true") ? "" : when,
                                        FOUND,
                                        rules.size()));
                        rules.add(new Rule(table, row, truth));
                    }
                }
            }
        }
        return drl.toString();
    }

    private static String javaType(ValueType type) {
        return switch (type) {
            case TRUTH -> "Boolean";
            case TEXT -> "String";
            case NUMBER -> "Double";
            case INTEGER, MONEY, RATE, DATE, MOMENT -> "Long";
            case SET, NOTHING -> throw new IllegalArgumentException("type: %s (expected: one value)".formatted(type));
        };
    }

    /** The rules as text. */
    String text() {
        return text;
    }

    List<Table> tables() {
        return List.copyOf(tables);
    }

    /** What rules mean, by the number they add. */
    List<Rule> rules() {
        return List.copyOf(rules);
    }

    /** Attribute of the fact by name of the field. */
    Map<String, String> slots() {
        return Map.copyOf(slots);
    }
}
