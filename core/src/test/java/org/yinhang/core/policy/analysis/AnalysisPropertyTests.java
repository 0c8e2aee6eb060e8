package org.yinhang.core.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinhang.core.policy.SampleTables.DAY;
import static org.yinhang.core.policy.SampleTables.compiled;
import static org.yinhang.core.policy.SampleTables.facts;
import static org.yinhang.core.policy.SampleTables.row;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.yinhang.core.policy.CompiledTable;
import org.yinhang.core.policy.HitPolicy;
import org.yinhang.core.policy.TableAnswer;
import org.yinhang.core.policy.TableEvaluator;
import org.yinhang.core.policy.TableRow;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.record.Facts;
import org.yinhang.core.predicate.record.Truth;

/** Laws of the analysis, held against random tables and random customers. */
class AnalysisPropertyTests {

    private static final int CUSTOMERS = 150;

    @Property(tries = 300)
    void whatIsFoundIsSoAndWhatIsNotFoundDoesNotHappen(@ForAll long seed) {
        Random random = new Random(seed);
        CompiledTable table = table(random, true);
        TableEvaluator evaluator = TableEvaluator.of(table, DAY);
        TableAnalysis analysis = TableAnalysis.of(table, DAY);
        assertThat(analysis.isExact()).isTrue();
        boolean hasGap = false;
        for (Finding finding : analysis.findings()) {
            switch (finding) {
                case Finding.Gap(Example example) -> {
                    hasGap = true;
                    assertThat(evaluator.answer(known(example)).hits()).isEmpty();
                }
                case Finding.Overlap(String first, String second, Example example) -> {
                    assertThat(truth(evaluator, first, example)).isEqualTo(Truth.TRUE);
                    assertThat(truth(evaluator, second, example)).isEqualTo(Truth.TRUE);
                }
                case Finding.Unjudged unjudged ->
                    assertThat(truth(evaluator, unjudged.row(), unjudged.example()))
                            .isEqualTo(Truth.MISSING);
                case Finding.Contradiction _, Finding.Unreachable _, Finding.Impossible _ -> {}
            }
        }
        for (int i = 0; i < CUSTOMERS; i++) {
            TableAnswer answer = evaluator.answer(facts(customer(random)));
            assertThat(hasGap || !answer.hits().isEmpty()).isTrue();
            for (int hit : answer.hits()) {
                String id = evaluator.row(hit).id();
                assertThat(analysis.findings()).doesNotContain(new Finding.Unreachable(id), new Finding.Impossible(id));
            }
        }
    }

    @Property(tries = 300)
    void whatIsCertainAlthoughSomethingIsMissingStaysSoWhateverItIs(@ForAll long seed) {
        Random random = new Random(seed);
        TableEvaluator evaluator = TableEvaluator.of(table(random, false), DAY);
        for (int i = 0; i < CUSTOMERS; i++) {
            Map<String, Value> whole = customer(random);
            Map<String, Value> part = new HashMap<>(whole);
            part.remove(List.of("age", "income", "score", "stability").get(random.nextInt(4)));
            TableAnswer lacking = evaluator.answer(facts(part));
            TableAnswer complete = evaluator.answer(facts(whole));
            assertThat(complete.isCertain()).isTrue();
            if (lacking.isCertain()) {
                assertThat(outcomes(evaluator, lacking)).isEqualTo(outcomes(evaluator, complete));
            }
        }
    }

    private static List<String> outcomes(TableEvaluator evaluator, TableAnswer answer) {
        return answer.hits().stream()
                .map(hit -> evaluator.row(hit).outcomes().toString())
                .toList();
    }

    private static Truth truth(TableEvaluator evaluator, String id, Example example) {
        int place = IntStream.range(0, evaluator.table().rows().size())
                .filter(i -> evaluator.row(i).id().equals(id))
                .findFirst()
                .orElseThrow();
        return evaluator.truth(place, known(example));
    }

    private static Facts known(Example example) {
        return leaf -> example.places().stream()
                .filter(place -> place.looksAt().equals(leaf))
                .map(Example.Place::value)
                .findFirst()
                .orElse(Value.missing());
    }

    /** Conditions that ask for missing values themselves may well change their answer when the value comes. */
    private static CompiledTable table(Random random, boolean asksForMissing) {
        TableRow[] rows = new TableRow[1 + random.nextInt(5)];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row("R" + i, condition(random, 2, asksForMissing), random.nextBoolean() ? "pass" : "refuse");
        }
        return compiled(HitPolicy.FIRST, rows);
    }

    private static String condition(Random random, int depth, boolean asksForMissing) {
        if (depth > 0 && random.nextInt(3) > 0) {
            String word = random.nextBoolean() ? " and " : " or ";
            return "(" + condition(random, depth - 1, asksForMissing) + word
                    + condition(random, depth - 1, asksForMissing) + ")";
        }
        return switch (random.nextInt(7)) {
            case 0 -> "age < " + (18 + random.nextInt(6));
            case 1 -> "age not between 20 and " + (20 + random.nextInt(5));
            case 2 -> "income >= " + 1000 * random.nextInt(4);
            case 3 -> (asksForMissing ? "coalesce(income, 0) > " : "income > ") + 1000 * random.nextInt(4);
            case 4 -> "score <= 0." + random.nextInt(4);
            case 5 -> "stability " + (random.nextBoolean() ? "=" : "<>") + " 'stable'";
            default -> "not (stability in ('stable', 'avoid'))";
        };
    }

    private static Map<String, Value> customer(Random random) {
        Map<String, Value> known = new HashMap<>();
        known.put("age", Value.of(16L + random.nextInt(10)));
        known.put("income", Value.of(50_000L * random.nextInt(8) + random.nextInt(2)));
        known.put("score", Value.of(random.nextInt(8) / 20.0));
        known.put("stability", Value.of(random.nextBoolean() ? "stable" : "avoid"));
        return known;
    }
}
