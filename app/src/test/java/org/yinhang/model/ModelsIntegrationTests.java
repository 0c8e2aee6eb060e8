package org.yinhang.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.yinhang.core.audience.index.IndexColumn;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.jobs.Jobs;
import org.yinhang.lake.training.ModelFolder;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;
import org.yinhang.shared.YinhangSettings;
import org.yinhang.tag.TagShelf;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.FilledBank;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A model from training to champion and back, and its score of one customer against its tag. */
@ApplicationTest
class ModelsIntegrationTests {

    private static final String MODEL = "expected_approval";

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private Models models;

    @Autowired
    private ModelFolder folder;

    @Autowired
    private TagShelf shelf;

    @Autowired
    private YinhangSettings settings;

    @Autowired
    private MockMvc web;

    @Autowired
    private UserDetailsService staff;

    @BeforeEach
    void bank() {
        FilledBank.fill(jobs, clock);
    }

    private Viewer viewer(String name) {
        return (Viewer) staff.loadUserByUsername(name);
    }

    /** Trains a version as the analyst and gives it. */
    private ModelVersion trained() {
        long id = jobs.request("model-train", "", Map.of("models", MODEL), "analyst")
                .id();
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> jobs.find(id).orElseThrow().state().isOver());
        assertThat(jobs.find(id).orElseThrow().faults()).isEmpty();
        return models.versions(MODEL).getFirst();
    }

    private ModelVersion champion() {
        ModelVersion draft = trained();
        ModelVersion validated = models.move(draft, Stage.VALIDATED, viewer("analyst"), "figures checked");
        ModelVersion approved = models.move(validated, Stage.APPROVED, viewer("compliance"), "impact looked at");
        return models.move(approved, Stage.CHAMPION, viewer("analyst"), "better than none");
    }

    @Test
    void aVersionGoesFromDraftToChampionByTwoPeopleAndComesBackByARollBack() {
        ModelVersion draft = trained();
        assertThat(draft.stage()).isEqualTo(Stage.DRAFT);
        assertThat(draft.trainedBy()).isEqualTo("analyst");
        assertThat(draft.figures().auc()).isBetween(0.5, 1.0);
        assertThat(draft.impact()).isPresent();
        assertThatThrownBy(() -> models.move(draft, Stage.CHAMPION, viewer("compliance"), "quick"))
                .hasMessageContaining("MDL-2004");
        ModelVersion validated = models.move(draft, Stage.VALIDATED, viewer("analyst"), "figures checked");
        assertThatThrownBy(() -> models.move(validated, Stage.APPROVED, viewer("analyst"), "mine"))
                .hasMessageContaining("MDL-2005");
        assertThatThrownBy(() -> models.move(validated, Stage.APPROVED, viewer("compliance"), " "))
                .hasMessageContaining("MDL-2007");
        ModelVersion approved = models.move(validated, Stage.APPROVED, viewer("compliance"), "impact looked at");
        ModelVersion first = models.move(approved, Stage.CHAMPION, viewer("analyst"), "better than none");

        ModelVersion second = champion();

        assertThat(models.champion(MODEL)).contains(second);
        assertThat(models.find(MODEL, first.version()).stage()).isEqualTo(Stage.RETIRED);
        assertThat(Optional.ofNullable(folder.inForce().get(MODEL)).map(ModelFolder.InForce::version))
                .contains(second.version());
        assertThat(second.impact().orElseThrow().shift())
                .as("trained from the same data, it scores the same")
                .isZero();

        ModelVersion back = models.rollBack(MODEL, viewer("compliance"), "complaints");

        assertThat(back.version()).isEqualTo(first.version());
        assertThat(models.champion(MODEL).map(ModelVersion::version)).contains(first.version());
        assertThat(Optional.ofNullable(folder.inForce().get(MODEL)).map(ModelFolder.InForce::version))
                .contains(first.version());
        assertThat(models.decisions(MODEL))
                .filteredOn(step -> step.stage() == Stage.CHAMPION)
                .extracting(ModelDecision::by)
                .contains("analyst", "compliance");
    }

    @Test
    void theDemoPutsAModelInForceOnceAndEveryStepSaysThatItIsSimulated() {
        String model = "pre_approval";
        FilledBank.run(jobs, "demo-models", Map.of("model", model));
        ModelVersion inForce = models.champion(model).orElseThrow();
        assertThat(models.decisions(model))
                .filteredOn(step -> step.stage() != Stage.DRAFT)
                .extracting(ModelDecision::reason)
                .hasSize(3)
                .allSatisfy(reason -> assertThat(reason).contains("simulated"));
        assertThat(models.decisions(model))
                .as("the one who trained does not approve")
                .filteredOn(step -> step.stage() == Stage.APPROVED)
                .extracting(ModelDecision::by)
                .containsExactly("compliance");

        FilledBank.run(jobs, "demo-models", Map.of("model", model));

        assertThat(models.versions(model)).containsExactly(inForce);
    }

    @Test
    void scoresOneCustomerToTheBitsOfTheTagWithReasonsAndWhatIf() throws Exception {
        ModelVersion champion = champion();
        FilledBank.run(jobs, "tag-run", Map.of());
        int customer = 42;
        double tag = shelf.read(read -> {
                    IndexColumn column = read.index().column(MODEL).orElseThrow();
                    return ((Vector.Reals) column.read(0, new char[] {(char) customer}, 1)).values()[0];
                })
                .orElseThrow();

        JsonNode score = ask("{\"customer\": %d}".formatted(customer));
        JsonNode other = ask("{\"customer\": %d, \"whatIf\": {\"monthly_income\": \"60000\"}}".formatted(customer));

        assertThat(score.get("version").asInt()).isEqualTo(champion.version());
        assertThat(score.get("probability").asDouble()).isEqualTo(tag);
        assertThat(score.get("scores").get(MODEL).asDouble()).isEqualTo(tag);
        assertThat(score.get("reasons").size()).isPositive();
        assertThat(score.get("reasons").get(0).get("zh").asString()).endsWith("。");
        assertThat(score.get("reasons").get(0).get("en").asString()).endsWith("it.");
        assertThat(other.get("probability").asDouble()).isNotEqualTo(tag);
    }

    private JsonNode ask(String question) throws Exception {
        String answer = web.perform(post("/api/v1/models/" + MODEL + "/score")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(question)
                        .with(user(staff.loadUserByUsername("analyst")))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        return JsonMapper.shared().readTree(answer);
    }

    @Test
    void noticesAFileThatWasChanged() throws Exception {
        ModelVersion version = trained();
        Path file = settings.dataFolder().resolve("models").resolve(version.file() + ".model");
        byte[] content = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(content, content.length + 1));

        assertThatThrownBy(() -> folder.get(version.file())).hasMessageContaining("MDL-2002");
        Files.write(file, content);
        assertThat(folder.get(version.file()).provenance().dataHash())
                .isEqualTo(version.figures().dataHash());
    }

    @Test
    void watchesTheChampion() {
        ModelVersion champion = champion();

        FilledBank.run(jobs, "model-watch", Map.of());

        Optional<ModelHealth> health = models.health().stream()
                .filter(one -> one.model().equals(MODEL))
                .findFirst();
        assertThat(health).isPresent();
        assertThat(health.get().version()).isEqualTo(champion.version());
        assertThat(health.get().scoreShift()).isNotNegative();
        assertThat(health.get().furthest()).isIn(champion.figures().features());
        assertThat(health.get().alerts())
                .isSubsetOf(List.of("score-shift", "feature-shift", "auc", "calibration", "challenger"));
    }
}
