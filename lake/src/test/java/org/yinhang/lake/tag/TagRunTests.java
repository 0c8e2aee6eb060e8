package org.yinhang.lake.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.vector.Dictionary;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.RandomLake;
import org.yinhang.lake.SessionSettings;
import org.yinhang.lake.sql.Sql;

/** Holds the whole factory to the engine's SQL of the same definitions, on random facts. */
class TagRunTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T00:00:00Z"), ZoneOffset.UTC);
    private static final AsOf AS_OF = new AsOf(LocalDate.of(2026, 6, 1), ZoneId.of("Asia/Shanghai"));

    @TempDir
    Path folder;

    private Lake lake = Lake.open(Path.of(System.getProperty("java.io.tmpdir")).resolve("yinhang-none"), CLOCK);

    @BeforeEach
    void fillALake() {
        lake = Lake.open(folder.resolve("lake"), CLOCK);
        RandomLake random = new RandomLake(lake, 17, AS_OF.epochDay());
        random.refer("employers", 2);
        random.refer("households", 4);
        random.add("customers", 5);
        random.add("customers", 2);
        for (String table : List.of(
                "accounts",
                "credit_lines",
                "loans",
                "applications",
                "bureau",
                "contacts",
                "events",
                "relations",
                "consents",
                "complaints",
                "repayments")) {
            random.add(table, 40);
        }
        random.add("transactions", 400);
        random.add("transactions", 40);
    }

    private TagCatalogue bundled() {
        return TagCatalogue.compile(TagFile.bundled(), lake.current());
    }

    /** Keeps what a run gives, by tag and customer. */
    private static final class Collected implements ColumnSink {

        private final Map<String, Map<Integer, String>> values = new TreeMap<>();
        private final Map<Integer, long[]> present = new TreeMap<>();

        @Override
        public synchronized void customers(int block, long[] customers) {
            present.put(block, customers);
        }

        @Override
        public synchronized void column(CompiledTag tag, int block, Vector vector) {
            for (int customer : RandomLake.CUSTOMERS) {
                int row = customer & 0xFFFF;
                boolean is = customer >>> 16 == block
                        && (Objects.requireNonNull(present.get(block))[row >>> 6] >>> row & 1) == 1;
                if (is) {
                    values.computeIfAbsent(tag.id(), id -> new TreeMap<>()).put(customer, text(vector, row));
                }
            }
        }
    }

    private static String text(Vector vector, int row) {
        return switch (vector) {
            case Vector.Wholes(long[] values) -> values[row] == Vector.MISSING ? "-" : Long.toString(values[row]);
            case Vector.Reals(double[] values) -> Double.isNaN(values[row]) ? "-" : Double.toString(values[row]);
            case Vector.Codes(int[] codes, var dictionary) -> codes[row] < 0 ? "-" : dictionary.text(codes[row]);
            case Vector.Truths(byte[] truths) -> truths[row] < 0 ? "-" : Boolean.toString(truths[row] == 1);
            case Vector.Sets(long[] masks, var dictionary) -> labels(masks[row], dictionary);
        };
    }

    private static String labels(long mask, Dictionary dictionary) {
        TreeSet<String> labels = new TreeSet<>();
        for (int i = 0; i < dictionary.size(); i++) {
            if ((mask >>> i & 1) == 1) {
                labels.add(dictionary.text(i));
            }
        }
        return labels.toString();
    }

    private Map<String, Map<Integer, String>> ours(TagCatalogue catalogue, int threads) {
        Collected collected = new Collected();
        new TagEngine(lake, lake.current(), catalogue, AS_OF, GivenTags.NONE, collected).run(threads, Progress.SILENT);
        return collected.values;
    }

    private Map<String, Map<Integer, String>> theirs(TagSql sql) {
        Map<String, Map<Integer, String>> values = new TreeMap<>();
        try (LakeSession session = lake.read(lake.current(), SessionSettings.batch(1_024))) {
            session.execute("CREATE TEMP TABLE base AS " + sql.single());
            session.execute("CREATE TEMP TABLE finished AS " + sql.everyone("base"));
            for (CompiledTag tag : sql.tags()) {
                Map<Integer, String> own = new TreeMap<>();
                session.each(
                        "SELECT customer, %s FROM finished".formatted(shown(tag)),
                        row -> own.put(
                                row.getInt(1),
                                row.getObject(2) == null
                                        ? "-"
                                        : row.getObject(2).toString()));
                values.put(tag.id(), own);
            }
        }
        return values;
    }

    private static String shown(CompiledTag tag) {
        String column = Sql.quoted(tag.id());
        return switch (tag.tag().type()) {
            case DATE -> "date_diff('day', DATE '1970-01-01', %s)".formatted(column);
            case MOMENT -> "epoch_us(%s)".formatted(column);
            case SET -> "list_sort(%s)".formatted(column);
            case TRUTH, INTEGER, NUMBER, MONEY, RATE, TEXT, NOTHING -> column;
        };
    }

    @Test
    void givesEveryShippedTagTheValueOfItsSql() {
        TagCatalogue catalogue = bundled();
        TagSql sql = new TagSql(catalogue, AS_OF);
        assertThat(sql.tags()).hasSizeGreaterThan(100);
        Map<String, Map<Integer, String>> ours = ours(catalogue, 2);
        Map<String, Map<Integer, String>> theirs = theirs(sql);
        for (CompiledTag tag : sql.tags()) {
            assertThat(ours.get(tag.id()))
                    .as(tag.id())
                    .hasSize(RandomLake.CUSTOMERS.size())
                    .isEqualTo(theirs.get(tag.id()));
        }
    }

    @Test
    void tellsOfThoseAroundWhatTheEngineSays() {
        String head =
                "{zh: 中%1$s, en: %1$s, category: relation, owner: a, purpose: risk, basis: contract, refresh: daily,"
                        + " version: 1, approval: {by: b, on: 2026-01-01}, ";
        TagCatalogue catalogue = TagCatalogue.compile(
                TagFile.read(
                        "tags:\n  much: "
                                + head.formatted("much")
                                + "kind: rule, type: truth, expression: \"count(transactions) >= 200\", data: none}\n  near: "
                                + head.formatted("near")
                                + "kind: graph, type: integer, measure: ties, of: \"much\", data: [attribute, behaviour]}\n  far: "
                                + head.formatted("far")
                                + "kind: graph, type: integer, measure: chain, of: \"much and near > 0\", data: [attribute, behaviour]}",
                        "around.yaml"),
                lake.current());
        Map<String, Map<Integer, String>> ours = ours(catalogue, 2);
        Map<Integer, String> much = Objects.requireNonNull(ours.get("much"));
        Map<Integer, String> introduced = new TreeMap<>(Objects.requireNonNull(ours.get("near")));
        introduced.replaceAll((customer, near) ->
                Boolean.toString(!List.of("0", "-").contains(near) && "true".equals(much.get(customer))));
        try (LakeSession session = lake.read(lake.current(), SessionSettings.batch(1_024))) {
            session.execute(
                    ("CREATE TEMP TABLE ties AS SELECT DISTINCT a, b FROM (SELECT customer AS a, other AS b FROM relations"
                                    + " WHERE epoch_us(occurred_at) < %1$d UNION ALL SELECT other, customer FROM relations"
                                    + " WHERE epoch_us(occurred_at) < %1$d) WHERE a <> b")
                            .formatted(AS_OF.start()));
            session.execute("CREATE TEMP TABLE two AS SELECT a, b FROM ties UNION SELECT one.a, other.b FROM ties one"
                    + " JOIN ties other ON other.a = one.b WHERE other.b <> one.a");
            assertThat(ours.get("near")).isEqualTo(counted(session, "ties", much));
            assertThat(ours.get("far")).isEqualTo(counted(session, "two", introduced));
        }
    }

    /** Of how many of the others in a table of pairs something is true; a dash for who is in none. */
    private static Map<Integer, String> counted(LakeSession session, String pairs, Map<Integer, String> truths) {
        assertThat(truths.values()).contains("true", "false");
        String marked = truths.entrySet().stream()
                .filter(truth -> truth.getValue().equals("true"))
                .map(truth -> truth.getKey().toString())
                .collect(Collectors.joining(", ", "(", ")"));
        Map<Integer, String> counts = new TreeMap<>();
        truths.keySet().forEach(customer -> counts.put(customer, "-"));
        session.each(
                "SELECT a, count(*) FILTER (b IN %s) FROM %s GROUP BY a".formatted(marked, pairs),
                row -> counts.put(row.getInt(1), row.getString(2)));
        return counts;
    }

    @Test
    void givesTheSameOnAnyNumberOfThreads() {
        TagCatalogue catalogue = bundled();
        assertThat(ours(catalogue, 3)).isEqualTo(ours(catalogue, 1));
    }

    @Test
    void ranksOnlyCustomersInBands() {
        TagCatalogue catalogue = bundled();
        Map<Integer, String> bands = Objects.requireNonNull(ours(catalogue, 1).get("asset_band"));
        assertThat(bands.values())
                .allSatisfy(band -> assertThat(Integer.parseInt(band)).isBetween(1, 10));
    }

    @Test
    void putsARunInForceAndComparesTheNextWithIt() {
        TagRuns runs = new TagRuns(folder.resolve("tags"));
        assertThat(runs.current()).isEmpty();
        TagReport first = run(runs, 2);
        assertThat(first.tag("age").orElseThrow().drift()).isEmpty();
        TagReport second = run(runs, 2);
        assertThat(second.tag("age").orElseThrow().drift()).contains(0.0);
        assertThat(runs.current()).contains(2L);
        assertThat(runs.report(2)).isEqualTo(second);
        assertThat(run(runs, 2).number()).isEqualTo(3);
        assertThat(runs.kept()).containsExactly(2L, 3L);
    }

    @Test
    void remembersHowATagLayInRunsThatAreNoLongerKept() {
        TagRuns runs = new TagRuns(folder.resolve("tags"));
        run(runs, 1, AS_OF);
        TagReport yesterday = run(runs, 1, new AsOf(AS_OF.day().minusDays(1), AS_OF.zone()));
        TagReport again = run(runs, 1, AS_OF);

        assertThat(runs.kept()).containsExactly(3L);
        assertThat(runs.history("age", 10))
                .containsExactly(
                        new PastQuality(
                                2, yesterday.asOf(), yesterday.tag("age").orElseThrow()),
                        new PastQuality(3, again.asOf(), again.tag("age").orElseThrow()));
        assertThat(runs.history("age", 1)).extracting(PastQuality::run).containsExactly(3L);
        assertThat(runs.history("no_such_tag", 10)).isEmpty();
    }

    private TagReport run(TagRuns runs, int keep) {
        return run(runs, keep, AS_OF);
    }

    private TagReport run(TagRuns runs, int keep, AsOf asOf) {
        return TagRun.run(
                lake,
                lake.current(),
                bundled(),
                asOf,
                GivenTags.NONE,
                runs,
                new TagRun.Settings(2, keep),
                Progress.SILENT);
    }

    @Test
    void keepsTheLastCompleteRunWhenOneIsKilled() throws IOException {
        TagRuns runs = new TagRuns(folder.resolve("tags"));
        run(runs, 5);
        assertThatThrownBy(() -> TagRun.run(
                        lake,
                        lake.current(),
                        TagCatalogue.compile(given(), lake.current()),
                        AS_OF,
                        (tag, block, computed) -> {
                            throw new IllegalStateException("killed");
                        },
                        runs,
                        TagRun.Settings.DEFAULT,
                        Progress.SILENT))
                .hasMessage("killed");
        Path left = Files.createDirectories(folder.resolve("tags/work/index.next"));
        Files.writeString(left.resolve("column-0000"), "half");
        assertThat(runs.current()).contains(1L);
        assertThat(run(runs, 5).number()).isEqualTo(2);
    }

    private static List<Tag> given() {
        return TagFile.read("""
                tags:
                  vip:
                    zh: 贵宾
                    en: VIP
                    category: manual
                    kind: manual
                    type: truth
                    data: none
                    owner: 网点
                    purpose: service
                    basis: contract
                    refresh: daily
                    version: 1
                    approval: {by: 经理, on: 2026-01-01}
                """, "given.yaml");
    }

    @Test
    void takesHandMadeTagsAsTheyAreGiven() {
        TagCatalogue catalogue = TagCatalogue.compile(given(), lake.current());
        Collected collected = new Collected();
        byte[] vip = new byte[65_536];
        vip[7] = Vector.TRUE;
        GivenTags hands = (tag, block, computed) -> block == 0 ? Optional.of(new Vector.Truths(vip)) : Optional.empty();
        new TagEngine(lake, lake.current(), catalogue, AS_OF, hands, collected).run(1, Progress.SILENT);
        assertThat(collected.values.get("vip")).containsEntry(7, "true").containsEntry(0, "false");
        assertThat(catalogue.tag("vip").tag().type()).isEqualTo(ValueType.TRUTH);
    }

    @Test
    void tellsHowManyCustomersAChangedDefinitionMoves() {
        List<Tag> tags = new ArrayList<>(TagFile.bundled());
        Tag old =
                tags.stream().filter(t -> t.id().equals("age_band")).findFirst().orElseThrow();
        List<TagImpact> impact = TagImpact.of(lake, lake.current(), tags, changed(old), AS_OF, GivenTags.NONE);
        assertThat(impact).extracting(TagImpact::id).containsExactly("age_band");
        long moved = impact.getFirst().moved();
        assertThat(moved)
                .isEqualTo(impact.getFirst().moves().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
        assertThat(impact.getFirst().moves().keySet())
                .allSatisfy(move -> assertThat(move.after()).isEqualTo("senior"));
    }

    private static Tag changed(Tag old) {
        return old.with(Map.of("expression", "case when age >= 0 then 'senior' end"));
    }
}
