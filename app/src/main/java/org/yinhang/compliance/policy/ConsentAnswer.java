package org.yinhang.compliance.policy;

import java.time.Instant;
import java.util.List;

/**
 * What a customer once said.
 *
 * @param scope about what
 * @param granted yes or no
 * @param at when, in microseconds since 1970 UTC
 */
public record ConsentAnswer(ConsentScope scope, boolean granted, long at) {

    /** An answer given at an instant. */
    public static ConsentAnswer of(ConsentScope scope, boolean granted, Instant at) {
        return new ConsentAnswer(scope, granted, at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000);
    }

    /**
     * What the answers say to a question. The closest answer holds, the newest of equals; but a refusal that came later
     * than it takes it back, however general, because withdrawing must be as easy as giving (PIPL 15).
     *
     * @param answers of one customer, in any order
     * @return {@link Known#NO} also where they said nothing: silence is no consent
     */
    public static Known to(ConsentScope question, List<ConsentAnswer> answers) {
        ConsentAnswer closest = null;
        for (ConsentAnswer answer : answers) {
            if (answer.scope.covers(question) && (closest == null || answer.outranks(closest))) {
                closest = answer;
            }
        }
        if (closest == null || !closest.granted) {
            return Known.NO;
        }
        for (ConsentAnswer answer : answers) {
            if (!answer.granted && answer.at > closest.at && answer.scope.covers(question)) {
                return Known.NO;
            }
        }
        return Known.YES;
    }

    /** Whether the answers agree to a question through at least one channel. */
    public static Known anywhere(ConsentScope question, List<ConsentAnswer> answers) {
        for (ConsentAnswer answer : answers) {
            ConsentScope scope = answer.scope;
            if (answer.granted
                    && to(
                                    new ConsentScope(
                                            question.purpose(),
                                            question.dataClass(),
                                            question.recipient(),
                                            scope.channel()),
                                    answers)
                            == Known.YES) {
                return Known.YES;
            }
        }
        return Known.NO;
    }

    /** What the answers say that name the question's data class themselves. */
    public static Known naming(ConsentScope question, List<ConsentAnswer> answers) {
        boolean isNamed = answers.stream()
                .anyMatch(answer -> answer.granted
                        && answer.scope.dataClass().equals(question.dataClass())
                        && answer.scope.covers(question));
        return isNamed ? to(question, answers) : Known.NO;
    }

    /** Whether the newest answer about a purpose, whatever its data, recipient or channel, is a refusal. */
    public static boolean isRefused(String purpose, List<ConsentAnswer> answers) {
        ConsentAnswer newest = null;
        for (ConsentAnswer answer : answers) {
            boolean isNewer = newest == null || answer.at > newest.at || (answer.at == newest.at && !answer.granted);
            if (answer.scope.purpose().equals(purpose) && isNewer) {
                newest = answer;
            }
        }
        return newest != null && !newest.granted;
    }

    /**
     * Whether automated decisions are refused; unknown for whoever was never asked, and then nothing may be decided about
     * the person by a machine alone.
     */
    public static Known refusedAutomation(List<ConsentAnswer> answers) {
        boolean isAsked =
                answers.stream().anyMatch(answer -> answer.scope.purpose().equals(ConsentScope.PROFILING));
        return isAsked ? Known.of(isRefused(ConsentScope.PROFILING, answers)) : Known.UNKNOWN;
    }

    /** Of two answers at one instant the refusal holds. */
    private boolean outranks(ConsentAnswer other) {
        int closer = Integer.compare(scope.closeness(), other.scope.closeness());
        if (closer != 0) {
            return closer > 0;
        }
        return at > other.at || (at == other.at && !granted);
    }
}
