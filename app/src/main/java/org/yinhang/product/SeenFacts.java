package org.yinhang.product;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.Field;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.record.Facts;
import org.yinhang.lake.schema.DataClass;
import org.yinhang.lake.tag.Tag;
import org.yinhang.lake.tag.TagKind;

/**
 * What policies may see of customers: bureau fields only with the customer's authorisation, and no score that is older than a
 * week. What they may not see is missing, and what is missing admits nobody.
 */
public final class SeenFacts {

    /** Scores of tags computed longer ago than this are not relied upon. */
    private static final int FRESH_DAYS = 7;

    private static final Field AUTHORISATION =
            Field.of("consent_bureau", ValueType.TRUTH, "consent_bureau", "consent_bureau");

    private final Set<String> always;
    private final Set<String> withoutAuthorisation;

    private SeenFacts(Set<String> always, Set<String> withoutAuthorisation) {
        this.always = always;
        this.withoutAuthorisation = withoutAuthorisation;
    }

    /**
     * For a run of the tags.
     *
     * @param tags of the run
     * @param of the day the run is of
     * @param today the business day
     */
    public static SeenFacts of(Collection<Tag> tags, LocalDate of, LocalDate today) {
        boolean isStale = of.plusDays(FRESH_DAYS).isBefore(today);
        Set<String> stale = tags.stream()
                .filter(tag -> isStale && tag.kind() == TagKind.SCORE)
                .map(Tag::id)
                .collect(Collectors.toUnmodifiableSet());
        Set<String> both = tags.stream()
                .filter(tag ->
                        stale.contains(tag.id()) || tag.governance().data().contains(DataClass.BUREAU))
                .map(Tag::id)
                .collect(Collectors.toUnmodifiableSet());
        return new SeenFacts(stale, both);
    }

    /** A customer's facts, the authorisation taken from the tag that holds it. */
    public Facts of(Facts facts) {
        boolean isAuthorised = facts.value(new Reference(AUTHORISATION)) instanceof Value.Truth(boolean holds) && holds;
        return of(facts, isAuthorised);
    }

    /** A customer's facts. */
    public Facts of(Facts facts, boolean isAuthorised) {
        Set<String> hidden = isAuthorised ? always : withoutAuthorisation;
        return leaf -> leaf instanceof Reference(var field) && hidden.contains(field.name())
                ? Value.missing()
                : facts.value(leaf);
    }
}
