package org.yinhang.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.yinhang.core.predicate.ValueType;

/** Random predicates as an analyst writes them: 6 to 10 conditions, a range of money among them, some in alternatives. */
final class TagPredicates {

    private static final int LEAST = 6;
    private static final int MOST = 10;

    private final Random random;
    private final List<TagColumn> columns;

    TagPredicates(List<TagColumn> columns, long seed) {
        this.columns = columns;
        this.random = new Random(seed);
    }

    String next() {
        int size = LEAST + random.nextInt(MOST - LEAST + 1);
        List<String> conditions = new ArrayList<>();
        conditions.add(money());
        List<TagColumn> others = new ArrayList<>(columns.stream()
                .filter(c -> c.field().type() != ValueType.MONEY)
                .toList());
        Collections.shuffle(others, random);
        for (TagColumn column : others.subList(0, size - 1)) {
            conditions.add(condition(column));
        }
        List<String> parts = new ArrayList<>();
        while (!conditions.isEmpty()) {
            boolean either = conditions.size() > 1 && random.nextInt(5) == 0;
            String last = conditions.removeLast();
            parts.add(either ? "(%s or %s)".formatted(last, conditions.removeLast()) : last);
        }
        return String.join(" and ", parts);
    }

    private String money() {
        List<TagColumn> money = columns.stream()
                .filter(c -> c.field().type() == ValueType.MONEY)
                .toList();
        int low = random.nextInt(200_000);
        return "%s between %d and %d"
                .formatted(
                        money.get(random.nextInt(money.size())).field().name(),
                        low,
                        low + 50_000 + random.nextInt(600_000));
    }

    private String condition(TagColumn column) {
        String name = column.field().name();
        return switch (column.field().type()) {
            case TEXT -> text(name, column.spread());
            case TRUTH -> random.nextBoolean() ? name : "not " + name;
            case INTEGER -> name + (random.nextBoolean() ? " >= 1" : " <= " + (1 + column.spread() / 2));
            case RATE -> name + " <= 4." + random.nextInt(10) + "%";
            case DATE -> name + " >= as_of - " + (200 + random.nextInt(1500)) + " days";
            case NUMBER -> name + " > 0." + random.nextInt(7);
            case MONEY, MOMENT, SET, NOTHING -> throw new IllegalStateException(name);
        };
    }

    private String text(String name, int spread) {
        return switch (random.nextInt(6)) {
            case 0 -> name + " = 'v0'";
            case 1 -> name + " <> 'v" + random.nextInt(3) + "'";
            case 2 -> name + " not in ('v0', 'v2')";
            case 3 -> name + " is not null";
            default ->
                name
                        + random.ints(2 + random.nextInt(4), 0, spread)
                                .sorted()
                                .distinct()
                                .mapToObj(i -> "'v" + i + "'")
                                .collect(Collectors.joining(", ", " in ('v0', 'v1', ", ")"));
        };
    }
}
