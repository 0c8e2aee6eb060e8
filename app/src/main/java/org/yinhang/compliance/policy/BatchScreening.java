package org.yinhang.compliance.policy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.yinhang.compliance.rules.ContactRules;

/** Asks the contact policy about many touches at once, over facts in columns; the answers are those of one at a time. */
public final class BatchScreening {

    private final ContactPolicy policy;
    private final ContactRules rules;
    private final Stage stage;

    public BatchScreening(ContactPolicy policy, ContactRules rules, Stage stage) {
        this.policy = policy;
        this.rules = rules;
        this.stage = stage;
    }

    /**
     * What the policy says, row by row. Touches do not see each other: two of one customer may both be cleared here, and are
     * asked again, under lock, when they leave.
     *
     * @param facts a row a touch
     * @param touches the touch of a row
     * @param at the instant they would leave
     */
    public List<Verdict> screen(FactColumns facts, IntFunction<Touch> touches, Instant at) {
        Verdict[] verdicts = new Verdict[facts.size()];
        IntStream.range(0, facts.size())
                .parallel()
                .forEach(row -> verdicts[row] =
                        policy.decide(new GuardCase(touches.apply(row), facts.row(row), at, rules, stage)));
        return Arrays.asList(verdicts);
    }
}
