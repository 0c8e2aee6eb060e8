package org.yinhang.lake.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.core.predicate.Expression.Aggregate;
import org.yinhang.core.predicate.FactTable;
import org.yinhang.core.predicate.Predicates;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.sql.SqlWriter;
import org.yinhang.core.predicate.vector.Dictionary;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeCommit;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.RandomLake;
import org.yinhang.lake.SessionSettings;
import org.yinhang.lake.TableWriter;

/** Holds every aggregate, computed from the files, to what the engine's SQL says of the same definition. */
class FoldTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T00:00:00Z"), ZoneOffset.UTC);
    private static final AsOf AS_OF = new AsOf(LocalDate.of(2026, 6, 1), ZoneId.of("Asia/Shanghai"));
    private static final long END = LocalDate.of(2026, 6, 1).toEpochDay();
    private static final long START = END * 86_400_000_000L - 1_000_000_000_000L;

    private static final List<String> FACTS = List.of(
            "count(transactions)",
            "count(transactions where category = 'dining')",
            "count(transactions where category in ('dining', 'fuel') and amount > 0) over last 30 days",
            "count(transactions where channel is null or amount < -100) over 30 to 90 days ago",
            "exists(transactions where category = 'salary') over last 2 months",
            "sum(amount from transactions)",
            "sum(amount from transactions where amount > 0) over last 3 months",
            "sum(abs(amount) from transactions where category <> 'salary') over last 90 days",
            "avg(amount from transactions where amount < 0)",
            "min(amount from transactions) over last 60 days",
            "max(occurred_at from transactions where category = 'salary')",
            "first(category from transactions)",
            "last(channel from transactions)",
            "last(amount from transactions where category = 'fuel')",
            "mode(category from transactions)",
            "mode(channel from transactions) over last 6 months",
            "distinct(counterparty from transactions)",
            "distinct(category from transactions where amount < 0) over last 90 days",
            "labels(category from transactions) over last 40 days");

    private static final List<String> CONTACTS = List.of(
            "count(contacts where outcome = 'refused')",
            "count(contacts where outcome is null)",
            "last(outcome from contacts)",
            "last(reached from contacts)",
            "min(propensity from contacts)",
            "max(propensity from contacts where randomised)",
            "avg(duration_seconds from contacts) over last 180 days",
            "avg(offered_rate from contacts)",
            "max(outcome_at from contacts)");

    private static final List<String> STATES = List.of(
            "count(credit_lines)",
            "sum(granted - used from credit_lines where status = 'active')",
            "max(granted from credit_lines where status = 'active')",
            "exists(credit_lines where last_used_on is null or last_used_on < as_of - 90 days)",
            "min(expires_on from credit_lines)",
            "last(status from credit_lines)",
            "first(rate from credit_lines)");

    @TempDir
    Path folder;

    @Test
    void foldsFactsOfSeveralRunsAsTheEngineDoes() {
        Lake lake = Lake.open(folder, CLOCK);
        RandomLake random = new RandomLake(lake, 5, END);
        random.add("transactions", 400);
        random.add("transactions", 3);
        random.add("transactions", 90);
        compare(lake, FACTS);
    }

    @Test
    void seesOfAContactOnlyWhatWasKnownOnTheDay() {
        Lake lake = Lake.open(folder, CLOCK);
        new RandomLake(lake, 6, END).add("contacts", 200);
        compare(lake, CONTACTS);
    }

    @Test
    void countsOfAStateTheNewestRowOfEachId() {
        Lake lake = Lake.open(folder, CLOCK);
        RandomLake random = new RandomLake(lake, 7, END);
        random.add("credit_lines", 60);
        random.add("credit_lines", 20);
        compare(lake, STATES);
    }

    @Test
    void answersForATableWithoutRows() {
        compare(Lake.open(folder, CLOCK), FACTS);
    }

    @Test
    void saysThatASumBeyond64BitsIsMissing() {
        Lake lake = Lake.open(folder, CLOCK);
        try (LakeCommit commit = lake.begin()) {
            try (TableWriter writer = commit.writer("transactions")) {
                for (int i = 0; i < 4; i++) {
                    long fen = i == 3 ? -Long.MAX_VALUE : Long.MAX_VALUE;
                    amount(writer, 0, i, fen);
                }
                amount(writer, 1, 9, Long.MAX_VALUE);
                amount(writer, 1, 10, Long.MAX_VALUE);
                amount(writer, 1, 11, -Long.MAX_VALUE);
                amount(writer, 7, 12, -5);
            }
            commit.publish(List.of());
        }
        compare(lake, List.of("sum(amount from transactions)", "avg(amount from transactions)"));
    }

    private static void amount(TableWriter writer, int customer, long id, long fen) {
        writer.row(customer, START + id, START + id, id)
                .absent()
                .money(fen)
                .absent()
                .absent()
                .absent()
                .end();
    }

    private static void compare(Lake lake, List<String> texts) {
        Catalogue catalogue = new Catalogue(
                LakeFields.fields(lake.current()), LakeFields.tables(lake.current()), new TreeSet<>(), new TreeSet<>());
        List<Aggregate> aggregates = texts.stream()
                .map(text -> (Aggregate) Predicates.value(text, catalogue))
                .toList();
        for (Fold fold : Fold.of(aggregates, AS_OF)) {
            for (Aggregate aggregate : aggregates) {
                assertThat(ours(lake, fold, aggregate))
                        .as(texts.get(aggregates.indexOf(aggregate)))
                        .isEqualTo(theirs(lake, fold.table(), aggregate));
            }
        }
    }

    private static Map<Integer, String> ours(Lake lake, Fold fold, Aggregate aggregate) {
        Map<String, Dictionary> dictionaries = new HashMap<>();
        fold.columns().forEach(column -> dictionaries.put(column, new Dictionary()));
        FactReader reader =
                new FactReader(lake.folder(), lake.current().table(fold.table().name()), fold.columns(), dictionaries);
        Map<Integer, String> values = new HashMap<>();
        for (int block = 0; block <= 16; block++) {
            Vector vector = Objects.requireNonNull(fold.run(reader.read(block)).get(aggregate));
            for (int customer : RandomLake.CUSTOMERS) {
                if (customer >>> 16 == block) {
                    values.put(customer, text(vector, customer & 0xFFFF));
                }
            }
        }
        return values;
    }

    private static String text(Vector vector, int row) {
        return switch (vector) {
            case Vector.Wholes(long[] values) -> values[row] == Vector.MISSING ? "-" : Long.toString(values[row]);
            case Vector.Reals(double[] values) -> Double.isNaN(values[row]) ? "-" : Double.toString(values[row]);
            case Vector.Codes(int[] codes, var dictionary) -> codes[row] < 0 ? "-" : dictionary.text(codes[row]);
            case Vector.Truths(byte[] truths) -> truths[row] < 0 ? "-" : Boolean.toString(truths[row] == 1);
            case Vector.Sets(long[] masks, var dictionary) -> {
                TreeSet<String> labels = new TreeSet<>();
                for (int i = 0; i < dictionary.size(); i++) {
                    if ((masks[row] >>> i & 1) == 1) {
                        labels.add(dictionary.text(i));
                    }
                }
                yield labels.toString();
            }
        };
    }

    private static Map<Integer, String> theirs(Lake lake, FactTable table, Aggregate aggregate) {
        SqlWriter writer = SqlWriter.duckDb(AS_OF, leaf -> leaf.toString());
        String item = writer.aggregate(aggregate);
        String shown =
                switch (aggregate.type()) {
                    case DATE -> "date_diff('day', DATE '1970-01-01', %s)".formatted(item);
                    case MOMENT -> "epoch_us(%s)".formatted(item);
                    case SET -> "list_sort(%s)".formatted(item);
                    case TRUTH, INTEGER, NUMBER, MONEY, RATE, TEXT, NOTHING -> item;
                };
        String sql = "SELECT customer, %s FROM %s GROUP BY customer".formatted(shown, writer.rows(table));
        Map<Integer, String> values = new HashMap<>();
        String absent = aggregate.type() == ValueType.SET
                ? "[]"
                : writer.absent(aggregate).toLowerCase(Locale.ROOT).replace("null", "-");
        for (int customer : RandomLake.CUSTOMERS) {
            values.put(customer, absent);
        }
        try (LakeSession session = lake.read(lake.current(), SessionSettings.INTERACTIVE)) {
            session.each(sql, row -> {
                Object value = row.getObject(2);
                values.put(row.getInt(1), value == null ? "-" : value.toString());
            });
        }
        return values;
    }
}
