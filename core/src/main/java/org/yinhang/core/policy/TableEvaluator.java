package org.yinhang.core.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Expression.Leaf;
import org.yinhang.core.predicate.ScalarFunction;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.record.Facts;
import org.yinhang.core.predicate.record.RecordEvaluator;
import org.yinhang.core.predicate.record.Truth;
import org.yinhang.core.predicate.record.Verdict;

/** A table as a function of one customer, for one day. Immutable, for any number of threads. */
public final class TableEvaluator {

    private final CompiledTable compiled;
    private final AsOf asOf;
    private final List<Rule> rules;
    private final Optional<Rule> unknown;

    private record Rule(CompiledRow row, RecordEvaluator condition, Clause clause, Map<String, Outcome> outcomes) {}

    /**
     * What a row says in a column.
     *
     * @param needs the fields without which it says nothing
     */
    private record Outcome(RecordEvaluator value, Set<Leaf> needs) {

        Value of(Facts facts) {
            for (Leaf leaf : needs) {
                if (facts.value(leaf).isMissing()) {
                    return Value.missing();
                }
            }
            return value.value(facts);
        }
    }

    private TableEvaluator(CompiledTable compiled, AsOf asOf) {
        this.compiled = compiled;
        this.asOf = asOf;
        this.rules = compiled.rows().stream().map(row -> rule(row, asOf)).toList();
        this.unknown = compiled.unknown().map(row -> rule(row, asOf));
    }

    public static TableEvaluator of(CompiledTable table, AsOf asOf) {
        return new TableEvaluator(table, asOf);
    }

    private static Rule rule(CompiledRow row, AsOf asOf) {
        Map<String, Outcome> outcomes = row.outcomes().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> outcome(entry.getValue(), asOf)));
        return new Rule(
                row, RecordEvaluator.compile(row.condition(), asOf), Clause.of(row.condition(), asOf), outcomes);
    }

    private static Outcome outcome(Expression expression, AsOf asOf) {
        Set<Leaf> needs = new LinkedHashSet<>();
        gatherNeeds(expression, needs);
        return new Outcome(RecordEvaluator.compile(expression, asOf), needs);
    }

    /** {@code least} and {@code greatest} pass over what is missing, and a limit must not: only a coalesce or a case may. */
    private static void gatherNeeds(Expression expression, Set<Leaf> needs) {
        boolean isForgiving = expression instanceof Expression.Case
                || (expression instanceof Expression.Call call && call.function() == ScalarFunction.COALESCE);
        if (expression instanceof Leaf leaf) {
            needs.add(leaf);
        } else if (!isForgiving) {
            expression.children().forEach(child -> gatherNeeds(child, needs));
        }
    }

    public DecisionTable table() {
        return compiled.table();
    }

    public CompiledTable compiled() {
        return compiled;
    }

    /** Which rows hold, and which cannot be judged. */
    public TableAnswer answer(Facts facts) {
        List<Integer> hits = new ArrayList<>();
        List<Integer> unjudged = new ArrayList<>();
        boolean isFirst = table().hit() == HitPolicy.FIRST;
        for (int i = 0; i < rules.size(); i++) {
            switch (rules.get(i).condition().truth(facts)) {
                case TRUE -> hits.add(i);
                case MISSING -> unjudged.add(i);
                case FALSE -> {}
            }
            if (isFirst && !hits.isEmpty()) {
                break;
            }
        }
        if (isFirst && !hits.isEmpty()) {
            Map<String, ?> decided = rules.get(hits.getFirst()).row().outcomes();
            unjudged.removeIf(i -> rules.get(i).row().outcomes().equals(decided));
        }
        return new TableAnswer(hits, unjudged);
    }

    /** What a row says of a customer in a column; missing where its expression lacks a field no coalesce or case covers. */
    public Value outcome(int row, String column, Facts facts) {
        Outcome outcome = rules.get(row).outcomes().get(column);
        return outcome == null ? Value.missing() : outcome.of(facts);
    }

    /**
     * The sum of what the rows that hold say in a column of whole amounts: the score of a table that adds up.
     *
     * @return missing where one of them cannot be worked out, or a row cannot be judged
     */
    public Value total(String column, TableAnswer answer, Facts facts) {
        long sum = 0;
        for (int row : answer.hits()) {
            if (!(outcome(row, column, facts) instanceof Value.Whole(long amount))) {
                return Value.missing();
            }
            sum += amount;
        }
        return answer.isCertain() ? Value.of(sum) : Value.missing();
    }

    /** What the table says in a column where a rule cannot be judged; empty where it does not say. */
    public Optional<Value> unknown(String column, Facts facts) {
        return unknown.flatMap(rule -> Optional.ofNullable(rule.outcomes().get(column)))
                .map(outcome -> outcome.of(facts));
    }

    /** The innermost conditions that decided what a row says of a customer, as texts in the order of the row. */
    public List<String> deciding(int row, Facts facts) {
        List<String> texts = new ArrayList<>();
        rules.get(row).clause().decide(facts, texts);
        return texts;
    }

    /** Why a row holds, does not hold, or cannot be judged: the conditions that decided it. */
    public Verdict explain(int row, Facts facts) {
        return RecordEvaluator.explain(rules.get(row).row().condition(), asOf, facts);
    }

    /** What a row says of a customer's truth alone. */
    public Truth truth(int row, Facts facts) {
        return rules.get(row).condition().truth(facts);
    }

    /** The rule in a place. */
    public TableRow row(int place) {
        return rules.get(place).row().row();
    }
}
