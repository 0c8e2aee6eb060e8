package org.yinhang.insight;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Remembers the answers to the last questions asked, for pages that many people open. */
final class KeptAnswers<Q, A> {

    private final Map<Q, A> kept;

    /** @param most how many answers are kept */
    KeptAnswers(int most) {
        kept = new LinkedHashMap<>(most, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Q, A> eldest) {
                return size() > most;
            }
        };
    }

    /** The answer to a question; two who ask at once may both have it worked out. */
    A of(Q question, Supplier<A> answer) {
        synchronized (kept) {
            A known = kept.get(question);
            if (known != null) {
                return known;
            }
        }
        A found = answer.get();
        synchronized (kept) {
            kept.put(question, found);
        }
        return found;
    }
}
