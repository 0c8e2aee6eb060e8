package org.yinhang.lake.predicate;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Expression.Aggregate;
import org.yinhang.core.predicate.Expression.Leaf;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.Numbers;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.record.RecordEvaluator;
import org.yinhang.lake.predicate.RandomBank.Row;

/** Aggregates by the words of their definition, row by row: what every engine is held to. */
record NaiveAggregates(RandomBank bank, AsOf asOf) {

    Value value(int customer, Aggregate aggregate) {
        List<Value> values = rows(customer, aggregate).stream()
                .map(row -> aggregate
                        .argument()
                        .map(a -> RecordEvaluator.compile(a, asOf).value(leaf -> column(row, leaf, aggregate)))
                        .orElse(Value.of(1L)))
                .filter(v -> !v.isMissing())
                .toList();
        return switch (aggregate.function()) {
            case COUNT -> Value.of((long) values.size());
            case EXISTS -> Value.of(!values.isEmpty());
            case SUM -> Value.of(sum(values));
            case AVG -> average(aggregate, values);
            case MIN -> values.stream().min(BY_SIZE).orElse(Value.missing());
            case MAX -> values.stream().max(BY_SIZE).orElse(Value.missing());
            case FIRST -> values.isEmpty() ? Value.missing() : values.getFirst();
            case LAST -> values.isEmpty() ? Value.missing() : values.getLast();
            case MODE -> mode(values);
            case DISTINCT -> Value.of(values.stream().distinct().count());
            case LABELS ->
                new Value.Labels(values.stream()
                        .map(v -> ((Value.Text) v).value())
                        .collect(Collectors.toCollection(TreeSet::new)));
        };
    }

    private static final Comparator<Value> BY_SIZE = Comparator.comparingDouble(Numbers::real);

    private List<Row> rows(int customer, Aggregate aggregate) {
        boolean state = aggregate.table().state();
        List<Row> rows = (state ? bank.lines : bank.events)
                .stream()
                        .filter(row -> row.customer() == customer && row.occurredAt() < asOf.start())
                        .sorted(Comparator.comparingLong(Row::occurredAt)
                                .thenComparingLong(state ? Row::recordedAt : Row::id))
                        .toList();
        if (state) {
            Map<Long, Row> newest = new HashMap<>();
            rows.forEach(row -> newest.put(row.id(), row));
            rows = List.copyOf(newest.values());
        }
        return rows.stream()
                .filter(row ->
                        aggregate.window().from(asOf.day()).map(asOf::startOf).orElse(Long.MIN_VALUE)
                                <= row.occurredAt())
                .filter(row ->
                        row.occurredAt() < asOf.startOf(aggregate.window().until(asOf.day())))
                .filter(row -> aggregate
                        .where()
                        .map(w -> RecordEvaluator.compile(w, asOf)
                                .value(leaf -> column(row, leaf, aggregate))
                                .equals(Value.of(true)))
                        .orElse(true))
                .toList();
    }

    private Value column(Row row, Leaf leaf, Aggregate aggregate) {
        Reference reference = (Reference) leaf;
        Value value = row.columns().get(reference.field().name());
        if (!reference.field().knownLater()) {
            return value;
        }
        Value knownAt = row.columns().get(aggregate.table().knownAt().orElseThrow());
        long known = knownAt instanceof Value.Whole whole ? whole.value() : row.occurredAt();
        return known < asOf.start() ? value : Value.missing();
    }

    private static long sum(List<Value> values) {
        return values.stream()
                .map(v -> BigInteger.valueOf(((Value.Whole) v).value()))
                .reduce(BigInteger.ZERO, BigInteger::add)
                .longValueExact();
    }

    private static Value average(Aggregate aggregate, List<Value> values) {
        if (values.isEmpty()) {
            return Value.missing();
        }
        double average = (double) sum(values) / values.size();
        return aggregate.type() == ValueType.NUMBER ? Value.of(average) : Value.of(Numbers.rounded(average, 0));
    }

    private static Value mode(List<Value> values) {
        Map<Value, Long> counts =
                values.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.<Value, Long>comparingByValue().thenComparing((a, b) -> bytes(a, b)))
                .map(Map.Entry::getKey)
                .orElse(Value.missing());
    }

    private static int bytes(Map.Entry<Value, Long> a, Map.Entry<Value, Long> b) {
        return Arrays.compareUnsigned(utf8(a.getKey()), utf8(b.getKey()));
    }

    private static byte[] utf8(Value value) {
        return ((Value.Text) value).value().getBytes(StandardCharsets.UTF_8);
    }
}
