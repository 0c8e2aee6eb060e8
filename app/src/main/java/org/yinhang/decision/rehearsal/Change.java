package org.yinhang.decision.rehearsal;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yinhang.decision.offer.Valuer;
import org.yinhang.lake.training.ScoredTags;
import org.yinhang.product.Offers;

/**
 * What decides today, and the same with a change of policies, tags or models.
 *
 * @param before in force
 * @param after with the change
 * @param day for which the policies of both are taken: when the change begins
 * @param valuer what loans are worth
 * @param seenUntil last day of which a changed model has seen outcomes; absent where no model changes
 */
record Change(
        Side before,
        Side after,
        LocalDate day,
        Valuer valuer,
        @Nullable LocalDate seenUntil) {

    /**
     * What decides.
     *
     * @param offers the policies
     * @param tags what they read, with the scores of the models
     */
    record Side(Offers offers, ScoredTags tags) {

        /** What the policies of a day read of what this side computes; without what is only asked on application. */
        Set<String> fields(LocalDate day) {
            Set<String> fields = new TreeSet<>();
            offers.products(day).forEach(product -> fields.addAll(offers.fields(product, day)));
            fields.removeIf(field -> tags.catalogue().find(field).isEmpty());
            return fields;
        }

        /** The same with every tag and score behind it. */
        Set<String> behind(LocalDate day) {
            return tags.catalogue().behind(fields(day));
        }
    }

    boolean lends(String product) {
        return before.offers.products(day).contains(product)
                && after.offers.products(day).contains(product);
    }

    /** Whether both sides see the same tags and scores. */
    boolean seesAlike() {
        return before.tags == after.tags;
    }

    /** Everything either side reads. */
    List<String> fields() {
        Set<String> fields = new TreeSet<>(before.fields(day));
        fields.addAll(after.fields(day));
        return List.copyOf(fields);
    }
}
