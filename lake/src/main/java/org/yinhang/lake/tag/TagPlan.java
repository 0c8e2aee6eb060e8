package org.yinhang.lake.tag;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Expression.Aggregate;
import org.yinhang.core.predicate.Expression.Leaf;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.Leaves;
import org.yinhang.core.predicate.vector.VectorProgram;
import org.yinhang.lake.fold.Fold;
import org.yinhang.lake.fold.LakeFields;

/**
 * What has to be read and in which order tags follow. Tags of one customer are computed block by block while the facts
 * go by; those that need everyone follow afterwards from what was kept.
 */
final class TagPlan {

    private final List<CompiledTag> single = new ArrayList<>();
    private final List<CompiledTag> everyone = new ArrayList<>();
    private final Map<Expression, VectorProgram> programs = new HashMap<>();
    private final Set<String> fields = new TreeSet<>();
    private final Set<Leaf> kept = new LinkedHashSet<>();
    private final Set<String> readLater = new TreeSet<>();
    private final Map<String, List<Expression>> early = new LinkedHashMap<>();
    private final List<Fold> folds;

    TagPlan(TagCatalogue catalogue, AsOf asOf) {
        Set<Aggregate> aggregates = new LinkedHashSet<>();
        Set<String> late = new TreeSet<>();
        for (CompiledTag tag : catalogue.tags()) {
            if (tag.needsEveryone()) {
                everyone.add(tag);
                late.add(tag.id());
            } else {
                single.add(tag);
            }
            for (Expression expression : tag.expressions().values()) {
                programs.put(expression, VectorProgram.compile(expression, asOf));
                for (Leaf leaf : Leaves.of(expression)) {
                    if (leaf instanceof Aggregate aggregate) {
                        aggregates.add(aggregate);
                    } else if (leaf instanceof Reference(var field)
                            && LakeFields.table(field.name()).isPresent()) {
                        fields.add(field.name());
                    }
                }
            }
        }
        everyone.forEach(tag -> {
            keep(tag, late);
            readLater.addAll(tag.tags());
        });
        folds = Fold.of(aggregates, asOf);
    }

    /** A band's number is worked out while its facts are there, so that only the number is kept, not what it is made of. */
    private void keep(CompiledTag tag, Set<String> late) {
        for (Expression expression : tag.expressions().values()) {
            Set<Leaf> leaves = Leaves.of(expression);
            boolean known = leaves.stream()
                    .noneMatch(leaf -> leaf instanceof Reference(var field) && late.contains(field.name()));
            if (known && !tag.kind().isExpression()) {
                early.computeIfAbsent(tag.id(), id -> new ArrayList<>()).add(expression);
            } else {
                leaves.stream()
                        .filter(leaf -> !(leaf instanceof Reference(var field) && late.contains(field.name())))
                        .forEach(kept::add);
            }
        }
    }

    /** Tags that follow from one customer's facts, in order. */
    List<CompiledTag> single() {
        return single;
    }

    /** Tags that need all customers, in order. */
    List<CompiledTag> everyone() {
        return everyone;
    }

    /** Whether a tag that needs everyone reads this one. */
    boolean isReadLater(CompiledTag tag) {
        return readLater.contains(tag.id());
    }

    /** What is kept of every block for the tags that need everyone. */
    Set<Leaf> kept() {
        return kept;
    }

    /** Expressions of tags that need everyone which are worked out with the block. */
    List<Expression> early() {
        return early.values().stream().flatMap(List::stream).distinct().toList();
    }

    /** Fields of the customers that are read. */
    Set<String> fields() {
        return fields;
    }

    List<Fold> folds() {
        return folds;
    }

    VectorProgram program(Expression expression) {
        return Objects.requireNonNull(programs.get(expression));
    }
}
