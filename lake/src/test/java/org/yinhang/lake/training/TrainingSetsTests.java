package org.yinhang.lake.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.core.evaluation.FeatureStrength;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.progress.Progress;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.lake.tag.TagCatalogue;

/** Every row of a training set is reckoned by hand. */
class TrainingSetsTests {

    private static final int CUSTOMERS = KnownLake.CUSTOMERS;

    @TempDir
    Path folder;

    private @Nullable KnownLake bank;

    private KnownLake bank() {
        KnownLake filled = bank == null ? new KnownLake(folder.resolve("lake")) : bank;
        bank = filled;
        return filled;
    }

    private CompiledModel model(String text) {
        return bank().model(text);
    }

    private TrainingSet build(CompiledModel model, int threads) {
        return bank().sets(threads).build(model, KnownLake.AS_OF, Progress.SILENT);
    }

    private static final String APPLIES = """
            applies:
              zh: 申请
              en: Applies
              family: behaviour_analysis
              population: "applications_12m >= 0"
              features: [applications_12m]
              expressions:
                contacts_seen: {zh: 触达, en: Contacts, expression: "count(contacts)"}
              outcome: "exists(applications where stage = 'started') over last 5 days"
              window: 5
            """;

    @Test
    void seesFeaturesBeforeTheDayAndOutcomesFromThatDayToTheEndOfTheWindow() {
        TrainingSet set = build(model(APPLIES), 2);

        assertThat(set.days().days())
                .containsExactly(
                        LocalDate.of(2026, 2, 1),
                        LocalDate.of(2026, 3, 1),
                        LocalDate.of(2026, 4, 1),
                        LocalDate.of(2026, 5, 1));
        assertThat(set.dayOf()).hasSize(4 * CUSTOMERS);
        NumericColumn before = (NumericColumn) set.features().column("applications_12m");
        NumericColumn contacts = (NumericColumn) set.features().column("contacts_seen");
        for (int row = 0; row < set.dayOf().length; row++) {
            int customer = set.customers()[row];
            boolean applies = customer % 7 == 3;
            assertThat(before.value(row)).isEqualTo(applies ? 4 + set.dayOf()[row] : 0);
            assertThat(contacts.value(row)).isEqualTo(4 + set.dayOf()[row]);
            // Days 0 to 4 after the first are in the window of five days, day 5 is not.
            assertThat(set.outcomes()[row]).as("customer %d", customer).isEqualTo(applies && customer / 7 < 5);
        }
        assertThat(set.learned()).hasSize(3 * CUSTOMERS);
        assertThat(set.heldOut()).hasSize(CUSTOMERS);
    }

    @Test
    void samplesTheSameRowsWhateverTheThreads() {
        CompiledModel model =
                model(APPLIES + "  observations: {every: month, count: 4, held_out: 1, history: 30, sample: 17}\n");

        TrainingSet one = build(model, 1);
        TrainingSet four = build(model, 4);

        assertThat(one.customers()).hasSize(4 * 17).isEqualTo(four.customers());
        assertThat(one.features().digest()).isEqualTo(four.features().digest());
        assertThat(one.offered()).isEqualTo(4L * CUSTOMERS);
        assertThat(IntStream.of(one.customers()).distinct().count())
                .as("days have samples of their own")
                .isGreaterThan(17);
    }

    private static final String RESPONDS = """
            responds:
              zh: 响应
              en: Responds
              family: response
              from: contacts
              rows: "channel = 'call'"
              population: "true"
              features: [applications_12m]
              of_row:
                hour: {zh: 时段, en: Hour, expression: "hour", assume: "10"}
                earlier: {zh: 以前, en: Earlier, expression: "count(applications)", assume: "applications_12m"}
              outcome: "%s"
              window: 3
            """;

    @Test
    void looksFromEachContactsOwnDay() {
        TrainingSet set =
                build(model(RESPONDS.formatted("exists(applications where stage = 'started') over last 3 days")), 2);

        NumericColumn tag = (NumericColumn) set.features().column("applications_12m");
        NumericColumn earlier = (NumericColumn) set.features().column("earlier");
        assertThat(IntStream.of(set.customers())).allMatch(customer -> customer % 2 == 0);
        for (int row = 0; row < set.dayOf().length; row++) {
            int customer = set.customers()[row];
            boolean applies = customer % 7 == 3;
            int day = customer / 7;
            // The contact is on the 2nd: who applied on the 1st had done so before it.
            assertThat(earlier.value(row) - tag.value(row)).isEqualTo(applies && day == 0 ? 1 : 0);
            assertThat(set.outcomes()[row]).isEqualTo(applies && day >= 1 && day <= 3);
        }
    }

    @Test
    void knowsAnOutcomeOnlyFromWhenItWasKnown() {
        TrainingSet set = build(model(RESPONDS.formatted("outcome = 'accepted'")), 2);

        assertThat(IntStream.of(set.customers())).allMatch(customer -> customer < 30);
        assertThat(set.undecided()).isEqualTo(4L * 15);
        for (int row = 0; row < set.dayOf().length; row++) {
            assertThat(set.outcomes()[row]).isEqualTo(set.customers()[row] % 3 == 0);
        }
    }

    @Test
    void keepsTheNewestDaysThatHaveRowsForJudging() {
        TrainingSet set = build(
                model(RESPONDS.formatted("exists(applications where stage = 'started') over last 3 days")
                        .replace("\"channel = 'call'\"", "\"channel = 'call' and month(date(occurred_at)) <= 3\"")),
                2);

        // Of January to April (the contacts of May are not mature) January to March have rows; March is kept.
        // What came of February's is known on 5 March, so those customers cannot be learned from there and judged in
        // March.
        assertThat(IntStream.of(set.learned()).map(row -> set.dayOf()[row])).containsOnly(0);
        assertThat(IntStream.of(set.overlapping()).map(row -> set.dayOf()[row])).containsOnly(1);
        assertThat(IntStream.of(set.heldOut()).map(row -> set.dayOf()[row])).containsOnly(2);
    }

    @Test
    void learnsNothingOfACustomerThatIsKnownOnlyAfterTheFirstDayHeIsJudgedOn() {
        String months = "  observations: {every: month, count: 4, held_out: 2, history: 30, sample: 17}\n";
        TrainingSet set = build(
                model(APPLIES.replace("last 5 days", "last 40 days").replace("window: 5", "window: 40") + months), 2);

        // Days are January to April 2026; February's outcomes are known on 15 March, after the first day judged.
        assertThat(set.days().days()).first().isEqualTo(LocalDate.of(2026, 1, 1));
        List<Integer> judged = customers(set, set.heldOut());
        assertThat(judged.stream().distinct())
                .as("held-out days look at the same customers")
                .hasSize(17);
        List<Integer> ofFebruary = IntStream.range(0, set.dayOf().length)
                .filter(row -> set.dayOf()[row] == 1)
                .boxed()
                .toList();
        assertThat(IntStream.of(set.overlapping()).boxed())
                .isNotEmpty()
                .containsExactlyElementsOf(ofFebruary.stream()
                        .filter(row -> judged.contains(set.customers()[row]))
                        .toList());
        assertThat(set.learned()).hasSize(2 * 17 - set.overlapping().length);
        assertThat(set.learned()).doesNotContain(set.overlapping());
    }

    private static List<Integer> customers(TrainingSet set, int[] rows) {
        return IntStream.of(rows).mapToObj(row -> set.customers()[row]).toList();
    }

    @Test
    void refusesByNameWhatIsKnownOnlyAfterwards() {
        String leaky =
                RESPONDS.formatted("outcome = 'accepted'").replace("\"hour\", assume: \"10\"", "\"duration_seconds\"");

        assertThatThrownBy(() -> model(leaky))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("MDL-1011")
                .hasMessageContaining("duration_seconds");
    }

    @Test
    void refusesBureauDataWithoutAPurposeAndForMarketing() {
        String curious = APPLIES.replace("[applications_12m]", "[applications_12m, bureau_inquiries]");

        assertThatThrownBy(() -> model(curious)).hasMessageContaining("MDL-1016");
        assertThatThrownBy(() -> model(curious + "  purpose: [marketing]\n  bureau_purpose: 贷款审批\n"))
                .hasMessageContaining("MDL-1006")
                .hasMessageContaining("MDL-1017");
        assertThat(model(curious + "  bureau_purpose: 贷款审批\n").data()).isNotEmpty();
    }

    @Test
    void refusesValuesOfPastDaysThatNobodyKnowsWhereverTheyStand() {
        assertThatThrownBy(() -> model(APPLIES.replace("[applications_12m]", "[applications_12m, draw_probability]")))
                .hasMessageContaining("MDL-1018");
        assertThatThrownBy(() -> model(APPLIES
                        + "  expressions:\n    drawn: {zh: 用, en: Draw, expression: \"draw_probability * 2\"}\n"))
                .hasMessageContaining("MDL-1018");
        assertThatThrownBy(
                        () -> model(APPLIES.replaceFirst("population: .*", "population: \"draw_probability > 0.5\"")))
                .hasMessageContaining("MDL-1018");
    }

    @Test
    void bindsNumbersAloneToOneDirection() {
        String bound = "  kind: glassbox\n  monotone: {%s: rises}\n";
        assertThat(model(APPLIES + bound.formatted("contacts_seen"))
                        .definition()
                        .features()
                        .monotone())
                .containsOnlyKeys("contacts_seen");
        assertThatThrownBy(() -> model(APPLIES + bound.formatted("age"))).hasMessageContaining("MDL-1037");
        assertThatThrownBy(() -> model(APPLIES.replace("[applications_12m]", "[applications_12m, marital]")
                        + bound.formatted("marital")))
                .hasMessageContaining("MDL-1037");
        assertThatThrownBy(() -> model(APPLIES + "  monotone: {contacts_seen: rises}\n"))
                .hasMessageContaining("MDL-1038");
        assertThatThrownBy(() -> model(APPLIES + "  monotone: {contacts_seen: up}\n"))
                .hasMessageContaining("YML-1004");
    }

    @Test
    void refusesAPlaceAmongAllCustomers() {
        assertThatThrownBy(() -> model(APPLIES.replace("[applications_12m]", "[rfm]")))
                .hasMessageContaining("MDL-1007");
    }

    @Test
    void saysTheFirstPossibleDayWhenAskedForOneBeforeItsData() {
        CompiledModel model = model(APPLIES);
        LocalDate first = LocalDate.of(2025, 12, 8);

        assertThatThrownBy(() -> bank().sets(1).build(model, first.minusDays(1), Progress.SILENT))
                .hasMessageContaining("MDL-1020")
                .hasMessageContaining(first.toString());
        assertThat(bank().sets(1).build(model, first, Progress.SILENT).days().days())
                .containsExactly(LocalDate.of(2025, 11, 1), LocalDate.of(2025, 12, 1));
    }

    @Test
    void reportsAFeatureThatIsTooGood() {
        TrainingSet set = build(
                model(APPLIES.replace("over last 5 days", "over last 28 days").replace("window: 5", "window: 28")), 1);

        assertThat(set.suspects()).extracting(FeatureStrength::column).containsExactly("applications_12m");
    }

    @Test
    void compilesEveryModelThatShips() {
        TagCatalogue tags = bank().tags();

        List<ModelDefinition> models = DefinitionFile.bundled();

        models.forEach(model -> assertThat(
                        ModelCompiler.compile(model, tags, bank().lake().current())
                                .features())
                .isNotEmpty());
        assertThat(models.stream().map(ModelDefinition::family).distinct()).hasSize(ModelFamily.values().length);
    }
}
