package org.yinhang.lake.tag;

import java.util.Set;
import java.util.TreeSet;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Expression.Aggregate;
import org.yinhang.core.predicate.Expression.Leaf;
import org.yinhang.core.predicate.Expression.Literal;
import org.yinhang.core.predicate.Expression.Member;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.FactTable;
import org.yinhang.core.predicate.Leaves;
import org.yinhang.core.predicate.Value;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.fold.LakeFields;
import org.yinhang.lake.schema.DataClass;

/** Which columns of the lake stand behind an expression. */
final class Sources {

    private final Snapshot snapshot;

    Sources(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** The names of the fields an expression reads itself, outside aggregates. */
    static Set<String> references(Expression expression) {
        Set<String> names = new TreeSet<>();
        for (Leaf leaf : Leaves.of(expression)) {
            if (leaf instanceof Reference(var field)) {
                names.add(field.name());
            }
        }
        return names;
    }

    /** Every column read, as {@code table.column}; an aggregate always reads when its facts happened. */
    Set<String> columns(Expression expression) {
        Set<String> columns = new TreeSet<>();
        for (Leaf leaf : Leaves.of(expression)) {
            switch (leaf) {
                case Reference(var field) ->
                    LakeFields.column(snapshot, field.name())
                            .ifPresent(column ->
                                    columns.add(LakeFields.table(field.name()).orElseThrow() + "." + column.name()));
                case Aggregate aggregate -> {
                    String table = aggregate.table().name();
                    columns.add(table + "." + FactTable.OCCURRED_AT);
                    aggregate.argument().ifPresent(e -> references(e).forEach(c -> columns.add(table + "." + c)));
                    aggregate.where().ifPresent(e -> references(e).forEach(c -> columns.add(table + "." + c)));
                }
                case Member member -> throw new IllegalStateException("a tag reads no lists");
            }
        }
        return columns;
    }

    DataClass dataClass(String tableAndColumn) {
        int dot = tableAndColumn.indexOf('.');
        return snapshot.table(tableAndColumn.substring(0, dot))
                .schema()
                .column(tableAndColumn.substring(dot + 1))
                .orElseThrow()
                .dataClass();
    }

    /** The texts an expression can give as they stand in its branches. */
    static Set<String> texts(Expression expression) {
        Set<String> texts = new TreeSet<>();
        switch (expression) {
            case Literal(var type, Value.Text(String text)) -> texts.add(text);
            case Expression.Case cases -> {
                cases.branches().forEach(branch -> texts.addAll(texts(branch.value())));
                cases.otherwise().ifPresent(other -> texts.addAll(texts(other)));
            }
            case Expression.Labelled labelled -> labelled.branches().forEach(b -> texts.addAll(texts(b.value())));
            case Expression other -> texts.addAll(Set.of());
        }
        return texts;
    }
}
