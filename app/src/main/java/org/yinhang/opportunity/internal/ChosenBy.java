package org.yinhang.opportunity.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yinhang.audience.Selection;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Leaves;
import org.yinhang.lake.schema.DataClass;
import org.yinhang.lake.tag.Tag;

/**
 * The customers a condition means, and which data chose them.
 *
 * @param customers in order of their numbers
 * @param isSensitive whether financial data did
 * @param isBureau whether bureau data did
 */
record ChosenBy(List<Integer> customers, boolean isSensitive, boolean isBureau) {

    /** Tables of what customers did and said; all others hold financial data. */
    private static final Set<String> PLAIN_TABLES =
            Set.of("events", "contacts", "applications", "relations", "complaints", "consents");

    /** Asks a selection. What hides behind the name of another audience counts as financial. */
    static ChosenBy of(String predicate, Selection selection) {
        Expression condition = selection.read(predicate);
        List<Integer> customers = new ArrayList<>();
        selection.select(condition).forEach(customers::add);
        Set<DataClass> classes = classes(condition, selection.tags().definitions());
        return new ChosenBy(customers, classes.contains(DataClass.FINANCIAL), classes.contains(DataClass.BUREAU));
    }

    private static Set<DataClass> classes(Expression condition, Map<String, Tag> tags) {
        Set<DataClass> classes = EnumSet.noneOf(DataClass.class);
        for (Expression.Leaf leaf : Leaves.of(condition)) {
            switch (leaf) {
                case Expression.Reference(var field) ->
                    Optional.ofNullable(tags.get(field.name()))
                            .ifPresent(tag -> classes.addAll(tag.governance().data()));
                case Expression.Aggregate aggregate ->
                    classes.add(ofTable(aggregate.table().name()));
                case Expression.Member member -> {
                    if (member.kind() == org.yinhang.core.predicate.Membership.AUDIENCE) {
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
