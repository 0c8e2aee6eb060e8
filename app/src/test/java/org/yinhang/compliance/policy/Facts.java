package org.yinhang.compliance.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The willing customer with one fact changed. */
final class Facts {

    private Facts() {}

    static StatedFacts authority(Known authority) {
        StatedFacts w = TouchFixture.willing();
        return copy(
                w,
                authority,
                w.answers(),
                w.refusedAutomation(),
                w.holds(),
                w.age(),
                w.touches(),
                w.refusedLast(),
                w.daysSinceRefusal(),
                w.touchedBefore(),
                w.daysSinceLast(),
                w.evidence());
    }

    static StatedFacts answers(List<ConsentAnswer> answers) {
        StatedFacts w = TouchFixture.willing();
        return copy(
                w,
                w.authority(),
                Optional.of(answers),
                w.refusedAutomation(),
                w.holds(),
                w.age(),
                w.touches(),
                w.refusedLast(),
                w.daysSinceRefusal(),
                w.touchedBefore(),
                w.daysSinceLast(),
                w.evidence());
    }

    static StatedFacts refusedAutomation(Known refused) {
        StatedFacts w = TouchFixture.willing();
        return copy(
                w,
                w.authority(),
                w.answers(),
                refused,
                w.holds(),
                w.age(),
                w.touches(),
                w.refusedLast(),
                w.daysSinceRefusal(),
                w.touchedBefore(),
                w.daysSinceLast(),
                w.evidence());
    }

    static StatedFacts holds(Map<HoldKind, Known> holds) {
        StatedFacts w = TouchFixture.willing();
        return copy(
                w,
                w.authority(),
                w.answers(),
                w.refusedAutomation(),
                holds,
                w.age(),
                w.touches(),
                w.refusedLast(),
                w.daysSinceRefusal(),
                w.touchedBefore(),
                w.daysSinceLast(),
                w.evidence());
    }

    static StatedFacts age(OptionalInt age) {
        StatedFacts w = TouchFixture.willing();
        return copy(
                w,
                w.authority(),
                w.answers(),
                w.refusedAutomation(),
                w.holds(),
                age,
                w.touches(),
                w.refusedLast(),
                w.daysSinceRefusal(),
                w.touchedBefore(),
                w.daysSinceLast(),
                w.evidence());
    }

    /** Touched before by these; the newest says how many days ago. */
    static StatedFacts touches(List<PastTouch> touches) {
        StatedFacts w = TouchFixture.willing();
        OptionalInt days =
                touches.stream().mapToInt(t -> w.today() - t.epochDay()).min();
        return copy(
                w,
                w.authority(),
                w.answers(),
                w.refusedAutomation(),
                w.holds(),
                w.age(),
                Optional.of(touches),
                w.refusedLast(),
                w.daysSinceRefusal(),
                Known.of(days.isPresent()),
                days,
                w.evidence());
    }

    static StatedFacts refusedLast(Known refused, OptionalInt days) {
        StatedFacts w = TouchFixture.willing();
        return copy(
                w,
                w.authority(),
                w.answers(),
                w.refusedAutomation(),
                w.holds(),
                w.age(),
                w.touches(),
                refused,
                days,
                Known.YES,
                days,
                w.evidence());
    }

    static StatedFacts evidence(Known evidence) {
        StatedFacts w = TouchFixture.willing();
        return copy(
                w,
                w.authority(),
                w.answers(),
                w.refusedAutomation(),
                w.holds(),
                w.age(),
                w.touches(),
                w.refusedLast(),
                w.daysSinceRefusal(),
                w.touchedBefore(),
                w.daysSinceLast(),
                evidence);
    }

    private static StatedFacts copy(
            StatedFacts w,
            Known authority,
            Optional<List<ConsentAnswer>> answers,
            Known refusedAutomation,
            Map<HoldKind, Known> holds,
            OptionalInt age,
            Optional<List<PastTouch>> touches,
            Known refusedLast,
            OptionalInt daysSinceRefusal,
            Known touchedBefore,
            OptionalInt daysSinceLast,
            Known evidence) {
        return new StatedFacts(
                authority,
                answers,
                refusedAutomation,
                holds,
                age,
                touches,
                w.today(),
                refusedLast,
                daysSinceRefusal,
                touchedBefore,
                daysSinceLast,
                evidence);
    }
}
