package org.yinhang.lake.predicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Expression.Aggregate;
import org.yinhang.core.predicate.Expression.Leaf;
import org.yinhang.core.predicate.ExpressionText;
import org.yinhang.core.predicate.Predicates;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.record.RecordEvaluator;
import org.yinhang.core.predicate.record.Truth;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.core.predicate.vector.VectorProgram;

/** The law of the language: every way to run a predicate gives the same answer, missing values included. */
class PredicateAgreementPropertyTests {

    private static final AsOf AS_OF = new AsOf(LocalDate.of(2026, 6, 15), ZoneId.of("Asia/Shanghai"));
    private static final int PREDICATES = 25;

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void duckDbBitmapsColumnsAndRecordsAgree(@ForAll long seed) throws SQLException, IOException {
        SplittableRandom random = new SplittableRandom(seed);
        RandomBank bank = new RandomBank(random);
        RandomPredicates predicates = new RandomPredicates(random);
        List<String> texts = Stream.generate(() -> predicates.condition(random.nextInt(4)))
                .limit(PREDICATES)
                .toList();
        List<Expression> conditions = texts.stream()
                .map(t -> Predicates.condition(t, RandomBank.CATALOGUE))
                .toList();
        conditions = Stream.concat(conditions.stream(), conditions.stream().flatMap(c -> parts(c)))
                .sorted(Comparator.comparingInt(c -> ExpressionText.of(c).length()))
                .distinct()
                .toList();
        NaiveAggregates aggregates = new NaiveAggregates(bank, AS_OF);
        Map<String, Value> known = new ConcurrentHashMap<>();
        BankBatch batch =
                new BankBatch(RandomBank.CUSTOMERS, (customer, leaf) -> value(bank, aggregates, customer, leaf));

        List<List<Value>> expected = expected(bank, conditions);

        Map<Leaf, List<Value>> looked = new ConcurrentHashMap<>();
        try (BankInIndex index = new BankInIndex(
                bank,
                (customer, leaf) -> looked.computeIfAbsent(leaf, l -> IntStream.range(0, RandomBank.CUSTOMERS)
                                .mapToObj(each -> value(bank, aggregates, each, l))
                                .toList())
                        .get(customer),
                AS_OF)) {
            for (int p = 0; p < conditions.size(); p++) {
                int condition = p;
                assertThat(index.found(conditions.get(p)))
                        .as("bitmaps: %s", ExpressionText.of(conditions.get(p)))
                        .isEqualTo(IntStream.range(0, RandomBank.CUSTOMERS)
                                .filter(customer ->
                                        expected.get(customer).get(condition).equals(Value.of(true)))
                                .boxed()
                                .collect(Collectors.toSet()));
            }
        }

        for (int p = 0; p < conditions.size(); p++) {
            Expression condition = conditions.get(p);
            assertThat(Predicates.condition(ExpressionText.of(condition), RandomBank.CATALOGUE))
                    .isEqualTo(condition);
            byte[] truths =
                    ((Vector.Truths) VectorProgram.compile(condition, AS_OF).run(batch)).values();
            for (int c = 0; c < RandomBank.CUSTOMERS; c++) {
                int customer = c;
                Value compiled = RecordEvaluator.compile(condition, AS_OF)
                        .value(leaf -> known.computeIfAbsent(
                                customer + " " + leaf, k -> value(bank, aggregates, customer, leaf)));
                Value vectorised = truths[c] < 0 ? Value.missing() : Value.of(truths[c] == Vector.TRUE);
                Truth explained = RecordEvaluator.explain(
                                condition, AS_OF, leaf -> value(bank, aggregates, customer, leaf))
                        .truth();

                assertThat(compiled)
                        .as("record: %s of %s", ExpressionText.of(condition), bank.customers.get(c))
                        .isEqualTo(expected.get(c).get(p));
                assertThat(vectorised)
                        .as("columns: %s", ExpressionText.of(condition))
                        .isEqualTo(expected.get(c).get(p));
                assertThat(explained == Truth.TRUE).isEqualTo(compiled.equals(Value.of(true)));
            }
        }
    }

    private static List<List<Value>> expected(RandomBank bank, List<Expression> conditions) throws SQLException {
        try (BankInDuckDb duckDb = new BankInDuckDb(bank, AS_OF)) {
            return duckDb.truths(conditions);
        }
    }

    /** Every condition inside a condition: what disagrees first, in order of length, is the smallest that does. */
    private static Stream<Expression> parts(Expression expression) {
        return expression.children().stream()
                .flatMap(child ->
                        child.type() == ValueType.TRUTH ? Stream.concat(Stream.of(child), parts(child)) : parts(child));
    }

    private static Value value(RandomBank bank, NaiveAggregates aggregates, int customer, Leaf leaf) {
        return switch (leaf) {
            case Expression.Reference reference ->
                bank.customers.get(customer).get(reference.field().name());
            case Aggregate aggregate -> aggregates.value(customer, aggregate);
            case Expression.Member member -> Value.of(customer % member.name().length() == 0);
        };
    }
}
