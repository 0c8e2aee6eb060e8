package org.yinhang.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;
import org.yinhang.core.audience.Audience;
import org.yinhang.core.audience.LeafSource;
import org.yinhang.core.audience.Selector;
import org.yinhang.core.audience.Workers;
import org.yinhang.core.policy.CompiledRow;
import org.yinhang.core.policy.CompiledTable;
import org.yinhang.core.policy.HitPolicy;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Expression.Leaf;
import org.yinhang.core.predicate.Expression.Not;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.Leaves;
import org.yinhang.tag.TagShelf;

/** Counts how many of the bank's customers each row of a table meets, on the tags in force. */
@Service
public class PolicyHits implements DisposableBean {

    private final TagShelf shelf;
    private final Workers workers = new Workers(Runtime.getRuntime().availableProcessors());

    PolicyHits(TagShelf shelf) {
        this.shelf = shelf;
    }

    /**
     * How many customers a row meets.
     *
     * @param hits customers for whom it decides, or in a table that keeps every row holds
     * @param unjudged customers for whom it cannot be judged, and no row before it decided
     */
    public record Row(long hits, long unjudged) {}

    /**
     * How many customers a table meets.
     *
     * @param customers of the whole bank
     * @param rows by place; empty for a row that asks for what is known only on application
     */
    public record Counts(long customers, List<Optional<Row>> rows) {}

    /** Counts a table; empty when the tags have never been computed. */
    public Optional<Counts> count(CompiledTable table) {
        return shelf.read(tags -> {
            Selector selector = new Selector(tags.index(), LeafSource.NONE, tags.asOf(), workers);
            boolean isFirst = table.table().hit() == HitPolicy.FIRST;
            Audience decided = Audience.of();
            List<Optional<Row>> rows = new ArrayList<>();
            for (CompiledRow row : table.rows()) {
                if (!isKnown(row.condition(), tags)) {
                    rows.add(Optional.empty());
                    continue;
                }
                Audience holds = selector.select(row.condition()).except(decided);
                Audience fails = selector.select(new Not(row.condition())).except(decided);
                long left = (long) tags.index().customers() - decided.count();
                rows.add(Optional.of(new Row(holds.count(), left - holds.count() - fails.count())));
                decided = isFirst ? decided.union(holds) : decided;
            }
            return new Counts(tags.index().customers(), rows);
        });
    }

    private static boolean isKnown(Expression condition, TagShelf.Tags tags) {
        for (Leaf leaf : Leaves.of(condition)) {
            boolean isThere = leaf instanceof Reference(var field)
                    && tags.index().column(field.name()).isPresent();
            if (!isThere) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void destroy() {
        workers.close();
    }
}
