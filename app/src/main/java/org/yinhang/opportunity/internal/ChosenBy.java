package org.yinhang.opportunity.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yinhang.audience.Selection;
import org.yinhang.core.predicate.Expression;
import org.yinhang.lake.schema.DataClass;

/**
 * The customers a condition means, and which data chose them.
 *
 * @param customers in order of their numbers
 * @param isSensitive whether financial data did
 * @param isBureau whether bureau data did
 */
record ChosenBy(List<Integer> customers, boolean isSensitive, boolean isBureau) {

    /** Asks a selection. */
    static ChosenBy of(String predicate, Selection selection) {
        Expression condition = selection.read(predicate);
        List<Integer> customers = new ArrayList<>();
        selection.select(condition).forEach(customers::add);
        Set<DataClass> classes = selection.dataOf(condition);
        return new ChosenBy(customers, classes.contains(DataClass.FINANCIAL), classes.contains(DataClass.BUREAU));
    }
}
