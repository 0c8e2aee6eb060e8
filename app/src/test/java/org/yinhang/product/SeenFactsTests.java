package org.yinhang.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.Field;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.record.Facts;
import org.yinhang.lake.tag.Tag;
import org.yinhang.lake.tag.TagFile;

class SeenFactsTests {

    private static final List<Tag> TAGS = TagFile.bundled();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final SeenFacts FRESH = SeenFacts.of(TAGS, DAY.minusDays(7), DAY);
    private static final SeenFacts STALE = SeenFacts.of(TAGS, DAY.minusDays(8), DAY);

    /** Everything is known of them, and they said this to a bureau query. */
    private static Facts customer(Value authorisation) {
        return leaf -> leaf instanceof Reference(var field) && field.name().equals("consent_bureau")
                ? authorisation
                : Value.of(1L);
    }

    private static boolean sees(Facts facts, String tag) {
        return !facts.value(new Reference(Field.of(tag, ValueType.INTEGER, tag, tag)))
                .isMissing();
    }

    @Test
    void bureauFieldsAreSeenOnlyWithAuthorisation() {
        for (String tag : List.of("bureau_inquiries", "bureau_overdue", "application_risk")) {
            assertThat(sees(FRESH.of(customer(Value.of(true))), tag)).isTrue();
            assertThat(sees(FRESH.of(customer(Value.of(false))), tag)).isFalse();
            assertThat(sees(FRESH.of(customer(Value.missing())), tag)).isFalse();
        }
        assertThat(sees(FRESH.of(customer(Value.missing())), "age")).isTrue();
        assertThat(sees(FRESH.of(customer(Value.of(true)), false), "bureau_overdue"))
                .isFalse();
    }

    @Test
    void scoresOlderThanAWeekAreNotSeen() {
        assertThat(sees(FRESH.of(customer(Value.of(true))), "response_l101")).isTrue();
        assertThat(sees(STALE.of(customer(Value.of(true))), "response_l101")).isFalse();
        assertThat(sees(STALE.of(customer(Value.of(true))), "expected_approval"))
                .isFalse();
        assertThat(sees(STALE.of(customer(Value.of(true))), "bureau_overdue")).isTrue();
        assertThat(sees(STALE.of(customer(Value.of(true))), "age")).isTrue();
    }
}
