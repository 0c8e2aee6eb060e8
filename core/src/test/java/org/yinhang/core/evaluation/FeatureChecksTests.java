package org.yinhang.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.Table;

class FeatureChecksTests {

    private static final int ROWS = 3_000;

    private final boolean[] outcomes = outcomes();

    private static boolean[] outcomes() {
        Random random = new Random(1);
        boolean[] outcomes = new boolean[ROWS];
        for (int row = 0; row < ROWS; row++) {
            outcomes[row] = random.nextInt(8) == 0;
        }
        return outcomes;
    }

    private static List<SplitStep> folds(Table table, boolean[] outcomes) {
        return new Split.KFold(3, 0).steps(table, outcomes);
    }

    private NumericColumn number(String name, double byOutcome, long seed) {
        Random random = new Random(seed);
        return NumericColumn.of(
                name,
                IntStream.range(0, ROWS)
                        .mapToDouble(row -> random.nextGaussian() + (outcomes[row] ? byOutcome : 0))
                        .toArray());
    }

    private CategoryColumn words(String name, String ofSuccess, int others) {
        Random random = new Random(5);
        List<String> words = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            words.add(outcomes[row] ? ofSuccess : "w" + random.nextInt(others));
        }
        return CategoryColumn.of(name, words);
    }

    @Test
    void groupsANumberOfWhichNearlyEveryRowHasTheLeastValue() {
        NumericColumn gambling = NumericColumn.of(
                "gambling",
                IntStream.range(0, ROWS)
                        .mapToDouble(row -> row % 40 == 0 ? row : 0)
                        .toArray());
        ColumnGroups groups = ColumnGroups.of(gambling, 10, 20, 20);
        assertThat(groups.count()).isEqualTo(3);
        assertThat(groups.counts(gambling)).containsExactly(0, ROWS - 74, 74);
    }

    @Test
    void namesTheColumnThatIsTheOutcomeInOtherWords() {
        Table table = Table.of(
                "t", List.of(number("income", 0.5, 2), number("noise", 0, 3), words("closed because", "signed", 4)));
        List<FeatureStrength> strengths = FeatureStrength.of(table, outcomes, folds(table, outcomes));
        assertThat(strengths).extracting(FeatureStrength::column).containsExactly("closed because", "income", "noise");
        assertThat(strengths.getFirst().auc()).isCloseTo(1, within(1e-9));
        assertThat(strengths.get(1).auc()).isCloseTo(0.638, within(0.04));
        assertThat(FeatureStrength.suspects(strengths))
                .extracting(FeatureStrength::column)
                .containsExactly("closed because");
    }

    @Test
    void aLeakTheWrongWayRoundIsALeak() {
        Table table = Table.of("t", List.of(number("days since", -4, 2), number("income", 0.5, 3)));
        List<FeatureStrength> strengths = FeatureStrength.of(table, outcomes, folds(table, outcomes));
        assertThat(FeatureStrength.suspects(strengths))
                .extracting(FeatureStrength::column)
                .containsExactly("days since");
    }

    @Test
    void whatIsVeryGoodIsSuspectedOnlyWhereItStandsAlone() {
        FeatureStrength good = new FeatureStrength("a", 0.92);
        assertThat(FeatureStrength.suspects(List.of(good, new FeatureStrength("b", 0.7))))
                .containsExactly(good);
        assertThat(FeatureStrength.suspects(List.of(good, new FeatureStrength("b", 0.85))))
                .isEmpty();
        assertThat(FeatureStrength.suspects(List.of(good, new FeatureStrength("b", Double.NaN))))
                .containsExactly(good);
    }

    @Test
    void aWordARowLooksLikeNothingOnNewRows() {
        CategoryColumn ids = CategoryColumn.of(
                "id", IntStream.range(0, ROWS).mapToObj(row -> "c" + row).toList());
        Table table = Table.of("t", List.of(ids));
        assertThat(FeatureStrength.of(table, outcomes, folds(table, outcomes))
                        .getFirst()
                        .auc())
                .isCloseTo(0.5, within(1e-9));
        assertThat(ColumnNote.of(table)).containsExactly(new ColumnNote("id", ColumnNote.Kind.A_WORD_A_ROW, ROWS));
    }

    @Test
    void namesColumnsThatSayNothing() {
        double[] empty = new double[ROWS];
        Arrays.fill(empty, Double.NaN);
        Table table = Table.of(
                "t",
                List.of(
                        NumericColumn.of("empty", empty),
                        NumericColumn.of("one", new double[ROWS]),
                        number("fine", 0, 1),
                        CategoryColumn.of(
                                "same",
                                IntStream.range(0, ROWS).mapToObj(row -> "x").toList())));
        assertThat(ColumnNote.of(table))
                .extracting(ColumnNote::column, ColumnNote::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("empty", ColumnNote.Kind.ALL_MISSING),
                        org.assertj.core.groups.Tuple.tuple("one", ColumnNote.Kind.CONSTANT),
                        org.assertj.core.groups.Tuple.tuple("same", ColumnNote.Kind.CONSTANT));
        assertThat(FeatureStrength.of(table, outcomes, folds(table, outcomes)))
                .allMatch(strength -> Math.abs(strength.auc() - 0.5) < 0.05);
    }

    @Test
    void psiIsTheSymmetricDivergenceOfShares() {
        StabilityIndex index = StabilityIndex.of(new int[] {500, 500, 0}, new int[] {700, 300, 0});
        double expected = 0.2 * Math.log(0.7 / 0.5) - 0.2 * Math.log(0.3 / 0.5);
        assertThat(index.value()).isCloseTo(expected, within(0.002));
        assertThat(index.byChance()).isCloseTo(0.002, within(1e-12));
        assertThat(StabilityIndex.of(new int[] {5, 9}, new int[] {5, 9}).value())
                .isZero();
    }

    @Test
    void driftNamesTheColumnThatMovedAndCountsWhatIsMissing() {
        Table before = Table.of("a", List.of(number("steady", 0, 4), number("moved", 0, 5), words("kind", "w0", 4)));
        double[] late = new double[ROWS];
        Random random = new Random(6);
        for (int row = 0; row < ROWS; row++) {
            late[row] = row % 4 == 0 ? Double.NaN : random.nextGaussian() + 1;
        }
        Table now = Table.of(
                "b", List.of(number("steady", 0, 7), NumericColumn.of("moved", late), words("kind", "new", 4)));
        List<FeatureDrift> drifts = FeatureDrift.between(before, now);
        assertThat(drifts).extracting(FeatureDrift::column).containsExactly("moved", "kind", "steady");
        assertThat(drifts.getFirst().missingNow()).isEqualTo(0.25);
        assertThat(drifts.getFirst().index().value()).isGreaterThan(0.25);
        assertThat(drifts.getLast().index().value())
                .isLessThan(4 * drifts.getLast().index().byChance());
    }

    @Test
    void stabilityLooksAtEachPeriodByItself() {
        double[] stated = new double[ROWS];
        int[] periods = new int[ROWS];
        Random random = new Random(8);
        for (int row = 0; row < ROWS; row++) {
            periods[row] = row / 1_000;
            stated[row] = Math.clamp(
                    (outcomes[row] ? 0.2 : 0.1) + 0.05 * random.nextGaussian() + (periods[row] == 2 ? 0.1 : 0), 0, 1);
        }
        Stability stability = Stability.of(stated, outcomes, periods, List.of("one", "two", "three"));
        assertThat(stability.periods()).hasSize(3);
        assertThat(stability.periods().get(2).scores().value())
                .isGreaterThan(stability.periods().get(0).scores().value());
        assertThat(stability.periods().get(2).stated())
                .isCloseTo(stability.periods().get(0).stated() + 0.1, within(0.02));
        assertThat(stability.periods()).allMatch(period -> period.auc().auc() > 0.8);
    }

    @Test
    void fairnessComparesGroupsLargeEnoughAndNamesTheSmall() {
        List<String> group = new ArrayList<>();
        double[] stated = new double[ROWS];
        boolean[] selected = new boolean[ROWS];
        for (int row = 0; row < ROWS; row++) {
            group.add(row < 20 ? "few" : row % 2 == 0 ? "even" : "odd");
            stated[row] = row % 2 == 0 ? 0.3 : 0.1;
            selected[row] = row % 2 == 0 || row % 5 == 0;
        }
        Fairness fairness = Fairness.of(CategoryColumn.of("g", group), stated, outcomes, selected);
        assertThat(fairness.groups()).extracting(Fairness.Group::name).containsExactlyInAnyOrder("even", "odd", "few");
        assertThat(fairness.groups())
                .filteredOn(Fairness.Group::tooSmall)
                .extracting(Fairness.Group::name)
                .containsExactly("few");
        assertThat(fairness.selectionGap()).isCloseTo(0.8, within(0.01));
        assertThat(fairness.selectionRatio()).isCloseTo(0.2, within(0.01));
        assertThat(fairness.calibrationGap()).isCloseTo(0.2, within(0.05));
        assertThat(fairness.truePositiveGap()).isGreaterThan(0.6);
    }
}
