package org.yinhang.audience;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Leaves;
import org.yinhang.core.predicate.Membership;
import org.yinhang.lake.schema.DataClass;
import org.yinhang.lake.tag.Tag;

/** Which classes of data a condition rests on: what it may be used for follows from them. Where it cannot be known, the stricter. */
final class DataClasses {

    /** Tables of what customers did and said; all others hold financial data. */
    private static final Set<String> PLAIN_TABLES =
            Set.of("events", "contacts", "applications", "relations", "complaints", "consents");

    private DataClasses() {}

    /** The classes of a condition; what hides behind the name of another audience counts as financial. */
    static Set<DataClass> of(Expression condition, Map<String, Tag> tags) {
        Set<DataClass> classes = EnumSet.noneOf(DataClass.class);
        for (Expression.Leaf leaf : Leaves.of(condition)) {
            switch (leaf) {
                case Expression.Reference(var field) ->
                    Optional.ofNullable(tags.get(field.name()))
                            .ifPresent(tag -> classes.addAll(tag.governance().data()));
                case Expression.Aggregate aggregate ->
                    classes.add(ofTable(aggregate.table().name()));
                case Expression.Member member -> {
                    if (member.kind() == Membership.AUDIENCE) {
                        classes.add(DataClass.FINANCIAL);
                    }
                }
            }
        }
        return classes;
    }

    private static DataClass ofTable(String table) {
        if (table.equals("bureau")) {
            return DataClass.BUREAU;
        }
        return PLAIN_TABLES.contains(table) ? DataClass.BEHAVIOUR : DataClass.FINANCIAL;
    }
}
