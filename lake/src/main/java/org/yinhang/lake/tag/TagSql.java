package org.yinhang.lake.tag;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Expression.Aggregate;
import org.yinhang.core.predicate.Expression.Leaf;
import org.yinhang.core.predicate.Expression.Member;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.FactTable;
import org.yinhang.core.predicate.Leaves;
import org.yinhang.core.predicate.sql.SqlWriter;
import org.yinhang.lake.sql.Sql;

/**
 * The same tags as SQL of the lake's engine: what the tests hold the factory to, and the peer of its benchmark. Graph tags
 * and tags given from outside, and what reads them, have no SQL.
 */
public final class TagSql {

    private final TagCatalogue catalogue;
    private final AsOf asOf;
    private final Map<Leaf, String> names = new LinkedHashMap<>();
    private final SqlWriter writer;

    /** @param catalogue the tags; those without SQL are left out */
    public TagSql(TagCatalogue catalogue, AsOf asOf) {
        this.catalogue = catalogue.only(withSql(catalogue));
        this.asOf = asOf;
        this.writer = SqlWriter.duckDb(asOf, this::name);
        for (CompiledTag tag : this.catalogue.tags()) {
            for (Expression expression : tag.expressions().values()) {
                for (Leaf leaf : Leaves.of(expression)) {
                    if (!(leaf instanceof Reference(var field))
                            || catalogue.find(field.name()).isEmpty()) {
                        names.putIfAbsent(leaf, "leaf_" + names.size());
                    }
                }
            }
        }
    }

    private static Set<String> withSql(TagCatalogue catalogue) {
        Set<String> ids = new LinkedHashSet<>();
        for (CompiledTag tag : catalogue.tags()) {
            if (tag.kind() != TagKind.GRAPH && !tag.kind().isGiven() && ids.containsAll(tag.tags())) {
                ids.add(tag.id());
            }
        }
        return ids;
    }

    /** The tags that have SQL, in order. */
    public Collection<CompiledTag> tags() {
        return catalogue.tags();
    }

    /**
     * A query of every customer with the leaves of all expressions and the tags that follow from one customer's facts.
     * The canonical tables are read by their own names.
     */
    public String single() {
        return layered(
                leaves(),
                catalogue.tags().stream().filter(tag -> !tag.needsEveryone()).toList());
    }

    /**
     * A query that adds the tags that need everyone to the rows of {@link #single}, which stand in a table. Places among all
     * are worked out on the columns they are told by, and joined: to sort ten million rows of every column needs a hundred
     * gigabytes.
     */
    public String everyone(String table) {
        List<CompiledTag> everyone =
                catalogue.tags().stream().filter(CompiledTag::needsEveryone).toList();
        if (everyone.isEmpty()) {
            return "SELECT * FROM " + Sql.quoted(table);
        }
        Set<String> added =
                everyone.stream().map(tag -> Sql.quoted(tag.id())).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> read = new LinkedHashSet<>(List.of("customer"));
        everyone.stream()
                .flatMap(tag -> tag.expressions().values().stream())
                .flatMap(expression -> Leaves.of(expression).stream())
                .map(this::name)
                .filter(name -> !added.contains(name))
                .forEach(read::add);
        String narrow = "SELECT %s FROM %s".formatted(String.join(", ", read), Sql.quoted(table));
        return added.stream()
                .map("places."::concat)
                .collect(Collectors.joining(
                        ", ",
                        "SELECT everyone.*, ",
                        "\nFROM %s everyone JOIN (%s) places USING (customer)"
                                .formatted(Sql.quoted(table), layered(narrow, everyone))));
    }

    /** A query of one tag alone, as an analyst would write it: customer and value. Only for tags of one customer's facts. */
    public String alone(CompiledTag tag) {
        TagCatalogue needed = catalogue.only(catalogue.behind(List.of(tag.id())));
        return "SELECT customer, %s FROM (%s)".formatted(Sql.quoted(tag.id()), new TagSql(needed, asOf).single());
    }

    /** One SELECT around the other for each step that tags stand on each other. */
    private String layered(String query, Collection<CompiledTag> tags) {
        Map<String, Integer> levels = new LinkedHashMap<>();
        Map<Integer, List<CompiledTag>> layers = new LinkedHashMap<>();
        for (CompiledTag tag : tags) {
            int level = 0;
            for (String read : tag.tags()) {
                level = Math.max(level, levels.getOrDefault(read, -1) + 1);
            }
            levels.put(tag.id(), level);
            layers.computeIfAbsent(level, l -> new ArrayList<>()).add(tag);
        }
        String sql = query;
        for (int level = 0; level < layers.size(); level++) {
            String items = Objects.requireNonNull(layers.get(level)).stream()
                    .map(tag -> "%s AS %s".formatted(value(tag), Sql.quoted(tag.id())))
                    .collect(Collectors.joining(",\n  "));
            sql = "SELECT *,\n  %s\nFROM (%s)".formatted(items, sql);
        }
        return sql;
    }

    private String value(CompiledTag tag) {
        return switch (tag.kind()) {
            case ATTRIBUTE, RULE, METRIC, FIRST_LAST, PREFERENCE -> writer.write(tag.expression("expression"));
            case BUCKET -> band(tag.expression("of"), tag.tag().definition().bands());
            case RFM ->
                "((6 - %s) * 100 + %s * 10 + %s)"
                        .formatted(
                                band(tag.expression("recency"), Rfm.QUINTILES),
                                band(tag.expression("frequency"), Rfm.QUINTILES),
                                band(tag.expression("amount"), Rfm.QUINTILES));
            case GRAPH, SCORE, IMPORTED, MANUAL -> throw new IllegalStateException(tag.id() + " has no SQL");
        };
    }

    private String band(Expression expression, int bands) {
        String value = writer.write(expression);
        return String.format(
                Locale.ROOT,
                "(CASE WHEN %1$s IS NOT NULL THEN (rank() OVER (ORDER BY %1$s NULLS LAST) - 1) * %2$d"
                        + " // count(%1$s) OVER () + 1 END)",
                value,
                bands);
    }

    private String name(Leaf leaf) {
        return names.containsKey(leaf)
                ? Objects.requireNonNull(names.get(leaf))
                : Sql.quoted(((Reference) leaf).field().name());
    }

    /** Every customer with the leaves: the newest row, what it points at, and one grouped pass for each table of facts. */
    private String leaves() {
        Map<FactTable, List<Aggregate>> tables = new LinkedHashMap<>();
        List<String> items = new ArrayList<>(List.of("customer.customer"));
        names.forEach((leaf, name) -> {
            switch (leaf) {
                case Reference(var field) -> items.add(column(field.name()) + " AS " + name);
                case Aggregate aggregate -> {
                    tables.computeIfAbsent(aggregate.table(), t -> new ArrayList<>())
                            .add(aggregate);
                    items.add("coalesce(%s, %s) AS %s".formatted(name + "_", writer.absent(aggregate), name));
                }
                case Member member -> throw new IllegalStateException("a tag reads no lists");
            }
        });
        StringBuilder sql =
                new StringBuilder("SELECT %s\nFROM (%s) customer".formatted(String.join(",\n  ", items), customers()));
        sql.append("\nLEFT JOIN employers employer USING (employer)\nLEFT JOIN households household USING (household)");
        tables.forEach((table, aggregates) -> {
            String selected = aggregates.stream()
                    .map(a -> "%s AS %s_".formatted(writer.aggregate(a), names.get(a)))
                    .collect(Collectors.joining(",\n  "));
            sql.append("\nLEFT JOIN (SELECT customer,\n  %s\n  FROM %s GROUP BY customer) %s USING (customer)"
                    .formatted(selected, writer.rows(table), Sql.quoted("of_" + table.name())));
        });
        return sql.toString();
    }

    private String customers() {
        return "SELECT * FROM customers WHERE epoch_us(occurred_at) < %d".formatted(asOf.start())
                + " QUALIFY row_number() OVER (PARTITION BY customer ORDER BY occurred_at DESC, id DESC, recorded_at DESC) = 1";
    }

    private static String column(String field) {
        int dot = field.indexOf('.');
        return Sql.quoted(field.substring(0, dot)) + "." + Sql.quoted(field.substring(dot + 1));
    }
}
