package org.yinhang.lake.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.core.learning.ModelKind;
import org.yinhang.core.learning.TrainingSettings.Direction;
import org.yinhang.lake.training.ModelDefinition.Schedule;
import org.yinhang.lake.training.ModelDefinition.Step;

/** What an analyst chooses becomes a declaration like any other. */
class TrainingChoiceTests {

    private static final Schedule SHORT = new Schedule(Step.MONTH, 5, 2, 60, 500);

    private static ModelDefinition declared(String id) {
        return DefinitionFile.bundled().stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyShippedDeclarationIsWrittenAndReadAgainAsTheSame() {
        for (ModelDefinition model : DefinitionFile.bundled()) {
            ModelDefinition again =
                    DefinitionFile.read(DefinitionText.of(model), "again").getFirst();
            assertThat(again.fingerprint()).as(model.id()).isEqualTo(model.fingerprint());
            assertThat(again.governance()).isEqualTo(model.governance());
        }
    }

    @Test
    void choosingNothingLeavesADeclarationAsItIs() {
        for (ModelDefinition model : DefinitionFile.bundled()) {
            assertThat(TrainingChoice.of(model).from(model).fingerprint())
                    .as(model.id())
                    .isEqualTo(model.fingerprint());
        }
    }

    @Test
    void theOutcomeLooksBackOverTheWindowChosen() {
        ModelDefinition model = declared("pre_approval");
        ModelDefinition chosen = new TrainingChoice(
                        ModelKind.SCORECARD,
                        List.of("wealth", "age", "salary"),
                        SHORT,
                        60,
                        3,
                        11,
                        Map.of(),
                        Optional.empty())
                .from(model);
        assertThat(chosen.outcome()).contains("over last 60 days").doesNotContain("90");
        assertThat(chosen.features().tags()).containsExactlyInAnyOrder("age", "salary", "wealth");
        assertThat(chosen.features().expressions()).isEmpty();
        assertThat(chosen.schedule()).isEqualTo(SHORT);
        assertThat(chosen.scores()).isEqualTo(model.scores());
        assertThat(chosen.fingerprint()).isNotEqualTo(model.fingerprint());
    }

    @Test
    void aCopyHasItsOwnNameAndWritesNoTags() {
        TrainingChoice same = TrainingChoice.of(declared("pre_approval"));
        ModelDefinition copy = new TrainingChoice(
                        same.kind(),
                        same.features(),
                        same.schedule(),
                        same.window(),
                        same.maturity(),
                        same.seed(),
                        Map.of(),
                        Optional.of(new TrainingChoice.Copy("our_own", "本行\"预授信\"", "Our own")))
                .from(declared("pre_approval"));
        assertThat(copy.id()).isEqualTo("our_own");
        assertThat(copy.zh()).isEqualTo("本行\"预授信\"");
        assertThat(copy.scores()).isEmpty();
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        ModelDefinition model = declared("pre_approval");
        assertThatThrownBy(() -> new TrainingChoice(
                                model.kind(),
                                List.of("age"),
                                new Schedule(Step.WEEK, 4, 4, 0, 100),
                                30,
                                1,
                                1,
                                Map.of(),
                                Optional.empty())
                        .from(model))
                .hasMessageContaining("out of range");
    }

    @Test
    void aFeatureBoundToOneDirectionIsKeptInTheDeclaration() {
        ModelDefinition model = declared("pre_approval");
        TrainingChoice same = TrainingChoice.of(model);
        ModelDefinition bound = new TrainingChoice(
                        same.kind(),
                        same.features(),
                        same.schedule(),
                        same.window(),
                        same.maturity(),
                        same.seed(),
                        Map.of("age", Direction.FALLS),
                        Optional.empty())
                .from(model);
        assertThat(bound.features().monotone()).containsExactly(Map.entry("age", Direction.FALLS));
        assertThat(bound.fingerprint()).isNotEqualTo(model.fingerprint());
        assertThat(TrainingChoice.of(bound).from(bound).fingerprint()).isEqualTo(bound.fingerprint());
    }

    @Test
    void anOutcomeThatCountsDaysOfItsOwnKeepsItsWindow() {
        ModelDefinition model = declared("application_score");
        TrainingChoice same = TrainingChoice.of(model);
        assertThatThrownBy(() -> new TrainingChoice(
                                same.kind(), same.features(), same.schedule(), 180, 3, 7, Map.of(), Optional.empty())
                        .from(model))
                .hasMessageContaining("MDL-1035");
        assertThat(new TrainingChoice(
                                same.kind(),
                                same.features(),
                                same.schedule(),
                                same.window(),
                                3,
                                7,
                                Map.of(),
                                Optional.empty())
                        .from(model)
                        .outcome())
                .isEqualTo(model.outcome());
    }

    @Test
    void aKeptDeclarationIsFoundByItsFingerprintAndAChangedOneIsNoticed(@TempDir Path data) throws Exception {
        ModelFolder folder = new ModelFolder(data);
        ModelDefinition shipped = declared("pre_approval");
        folder.put(shipped);
        assertThat(folder.definition(shipped.fingerprint()))
                .as("what ships is not kept twice")
                .isEmpty();
        ModelDefinition model = new TrainingChoice(
                        ModelKind.SCORECARD, List.of("age"), SHORT, 60, 3, 7, Map.of(), Optional.empty())
                .from(shipped);
        assertThat(folder.definition(model.fingerprint())).isEmpty();
        folder.put(model);
        assertThat(folder.definition(model.fingerprint()).map(ModelDefinition::fingerprint))
                .contains(model.fingerprint());
        Path file = data.resolve(model.fingerprint() + ".yaml");
        Files.writeString(file, Files.readString(file).replace("seed: 7", "seed: 8"));
        assertThatThrownBy(() -> folder.definition(model.fingerprint())).hasMessageContaining("MDL-2002");
    }
}
