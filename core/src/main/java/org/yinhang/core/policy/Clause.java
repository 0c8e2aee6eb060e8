package org.yinhang.core.policy;

import java.util.List;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.ExpressionText;
import org.yinhang.core.predicate.record.Facts;
import org.yinhang.core.predicate.record.RecordEvaluator;
import org.yinhang.core.predicate.record.Truth;

/** A condition made ready to say which of its innermost conditions decided, as often as asked. */
sealed interface Clause {

    Truth truth(Facts facts);

    /** Adds the texts of the innermost conditions that decided. */
    void decide(Facts facts, List<String> texts);

    /** An innermost condition. */
    record Innermost(RecordEvaluator condition, String text) implements Clause {
        @Override
        public Truth truth(Facts facts) {
            return condition.truth(facts);
        }

        @Override
        public void decide(Facts facts, List<String> texts) {
            texts.add(text);
        }
    }

    /** Several, of which one with the deciding truth decides the whole. */
    record Joined(List<Clause> parts, Truth deciding) implements Clause {
        @Override
        public Truth truth(Facts facts) {
            Truth truth = deciding == Truth.TRUE ? Truth.FALSE : Truth.TRUE;
            for (Clause part : parts) {
                Truth one = part.truth(facts);
                if (one == deciding) {
                    return one;
                }
                truth = one == Truth.MISSING ? one : truth;
            }
            return truth;
        }

        @Override
        public void decide(Facts facts, List<String> texts) {
            Truth truth = truth(facts);
            for (Clause part : parts) {
                if (part.truth(facts) == truth) {
                    part.decide(facts, texts);
                }
            }
        }
    }

    static Clause of(Expression condition, AsOf asOf) {
        return switch (condition) {
            case Expression.And and -> new Joined(all(and.conditions(), asOf), Truth.FALSE);
            case Expression.Or or -> new Joined(all(or.conditions(), asOf), Truth.TRUE);
            default -> new Innermost(RecordEvaluator.compile(condition, asOf), ExpressionText.of(condition));
        };
    }

    private static List<Clause> all(List<Expression> conditions, AsOf asOf) {
        return conditions.stream().map(part -> of(part, asOf)).toList();
    }
}
