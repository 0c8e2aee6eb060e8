package org.yinhang.decision.live;

import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.yinhang.jobs.Jobs;
import org.yinhang.shared.BusinessClock;
import org.yinhang.tag.TagShelf;
import org.yinhang.testing.FilledBank;

/** A filled bank with its tags and ledgers, and decisions of the kinds tests look for. */
final class LiveBank {

    private LiveBank() {}

    /** Makes it ready where it is not yet. */
    static void open(Jobs jobs, BusinessClock clock, TagShelf shelf) {
        FilledBank.withTags(jobs, clock, shelf);
        FilledBank.withLedgers(jobs);
    }

    /** The first decision of that kind, asked at the counter for a renovation. */
    static Decision first(Decisions decisions, Predicate<DecisionRecord> kind) {
        return IntStream.range(0, 400)
                .mapToObj(customer -> decisions.decide(
                        new DecisionQuestion(
                                "page-" + customer, customer, "counter", Map.of("loan_purpose", "renovation")),
                        "test"))
                .filter(decision -> kind.test(decision.record()))
                .findFirst()
                .orElseThrow();
    }
}
