package org.yinhang.compliance.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The facts of one customer as values.
 *
 * @param authority whether there is a lawful basis
 * @param answers what they said about consents; empty where that could not be read
 * @param refusedAutomation whether they refused automated decisions
 * @param holds what holds touches back; what is not named is unknown
 * @param age in whole years
 * @param touches those that left the bank, complete for the longest cap and for the campaigns asked about; empty where the
 *     ledger could not be read
 * @param today the bank's calendar day, counted from 1970-01-01
 * @param refusedLast whether the last touch ended in a refusal
 * @param daysSinceRefusal days since then
 * @param touchedBefore whether another campaign touched them
 * @param daysSinceLast days since then
 * @param evidence whether the ledger is held open
 */
public record StatedFacts(
        Known authority,
        Optional<List<ConsentAnswer>> answers,
        Known refusedAutomation,
        Map<HoldKind, Known> holds,
        OptionalInt age,
        Optional<List<PastTouch>> touches,
        int today,
        Known refusedLast,
        OptionalInt daysSinceRefusal,
        Known touchedBefore,
        OptionalInt daysSinceLast,
        Known evidence)
        implements CustomerFacts {

    public StatedFacts {
        answers = answers.map(List::copyOf);
        holds = Map.copyOf(holds);
        touches = touches.map(List::copyOf);
    }

    /** The same after one more touch today. */
    public StatedFacts after(String channel, String campaign) {
        List<PastTouch> more = new ArrayList<>(touches.orElse(List.of()));
        more.add(new PastTouch(channel, campaign, today));
        return new StatedFacts(
                authority,
                answers,
                refusedAutomation,
                holds,
                age,
                touches.isPresent() ? Optional.of(more) : touches,
                today,
                refusedLast,
                daysSinceRefusal,
                touchedBefore,
                daysSinceLast,
                evidence);
    }

    @Override
    public Known consent(ConsentScope question) {
        return answers.map(a -> ConsentAnswer.to(question, a)).orElse(Known.UNKNOWN);
    }

    @Override
    public Known consentAnywhere(ConsentScope question) {
        return answers.map(a -> ConsentAnswer.anywhere(question, a)).orElse(Known.UNKNOWN);
    }

    @Override
    public Known consentNaming(ConsentScope question) {
        return answers.map(a -> ConsentAnswer.naming(question, a)).orElse(Known.UNKNOWN);
    }

    @Override
    public Known held(HoldKind kind) {
        return holds.getOrDefault(kind, Known.UNKNOWN);
    }

    @Override
    public OptionalInt touches(String channel, int days) {
        if (touches.isEmpty()) {
            return OptionalInt.empty();
        }
        boolean any = channel.equals(ConsentScope.ANY);
        return OptionalInt.of((int) touches.get().stream()
                .filter(t -> t.epochDay() > today - days && (any || t.channel().equals(channel)))
                .count());
    }

    @Override
    public OptionalInt attempts(String campaign) {
        return touches.map(all -> OptionalInt.of((int)
                        all.stream().filter(t -> t.campaign().equals(campaign)).count()))
                .orElse(OptionalInt.empty());
    }
}
