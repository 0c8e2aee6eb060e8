package org.yinhang.lake.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.core.audience.index.Index;
import org.yinhang.core.learning.ModelKind;
import org.yinhang.core.learning.ResponseModel;
import org.yinhang.core.learning.ResponseTrainer;
import org.yinhang.core.learning.TrainingSettings;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.core.progress.Progress;
import org.yinhang.core.table.Table;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.tag.TagCatalogue;
import org.yinhang.lake.tag.TagFile;
import org.yinhang.lake.tag.TagReport;
import org.yinhang.lake.tag.TagRun;
import org.yinhang.lake.tag.TagRuns;

/** Scores are tags of the very run that computes what they read, and one customer alone gets the same bits. */
class ScoredTagsTests {

    private static final String RESPONDS = """
            responds:
              zh: 响应
              en: Responds
              family: response
              purpose: [marketing, service]
              from: contacts
              population: "gender = 'm'"
              features: [monthly_income, marital, applications_12m, circles]
              of_row:
                channel: {zh: 渠道, en: Channel, expression: "channel", assume: "'call'"}
                earlier: {zh: 以前, en: Earlier, expression: "count(applications)", assume: "count(applications)"}
              outcome: "outcome = 'accepted'"
              window: 45
              maturity: 0
              scores:
                response_l101: probability
                uplift_sms_l102: {change: channel, from: call, to: sms}
                best_channel: {best: channel, of: [sms, call]}
            """;

    @TempDir
    Path folder;

    private record Scored(ModelScorer scorer, TagReport report, Path index) {}

    private Scored run(KnownLake bank, int threads) {
        CompiledModel compiled = bank.model(RESPONDS);
        TrainingSet set = bank.sets(threads).build(compiled, KnownLake.AS_OF, Progress.SILENT);
        ResponseModel model = ResponseTrainer.train(
                set.withOutcome(set.learned()),
                TrainingSet.TARGET,
                List.of(),
                TrainingSettings.unordered(ModelKind.LOGISTIC, 1),
                Progress.SILENT);
        ModelScorer scorer = new ModelScorer(compiled, model);
        ScoredTags scored = ScoredTags.of(bank.tags(), bank.lake().current(), List.of(scorer));
        TagRuns runs = new TagRuns(folder.resolve("tags-" + threads));
        TagReport report = TagRun.run(
                bank.lake(),
                bank.lake().current(),
                scored.catalogue(),
                new AsOf(KnownLake.AS_OF, KnownLake.ZONE),
                scored,
                runs,
                new TagRun.Settings(threads, 1),
                Progress.SILENT);
        return new Scored(scorer, report, runs.index(report.number()));
    }

    private static Vector read(Index index, String column, int customer) {
        return index.column(column).orElseThrow().read(0, new char[] {(char) customer}, 1);
    }

    @Test
    void scoresOneCustomerToTheSameBitsAsAllOfThem() throws IOException {
        KnownLake bank = new KnownLake(folder.resolve("lake"));
        Scored scored = run(bank, 4);

        try (Index index = Index.open(scored.index)) {
            for (int customer = 0; customer < KnownLake.CUSTOMERS; customer++) {
                int who = customer;
                double probability = ((Vector.Reals) read(index, "response_l101", customer)).values()[0];
                double change = ((Vector.Reals) read(index, "uplift_sms_l102", customer)).values()[0];
                if (customer % 5 < 2) {
                    assertThat(probability).as("outside the population").isNaN();
                    continue;
                }
                Table one = scored.scorer.table(column -> read(index, column, who), new int[] {0});
                assertThat(scored.scorer.predictions(one).probabilities()[0]).isEqualTo(probability);
                assertThat(((ModelScorer.Numbers) scored.scorer.values(
                                        new ModelDefinition.Change("channel", "call", "sms", Map.of()), one))
                                .values()[0])
                        .isEqualTo(change);
                Vector.Codes best = (Vector.Codes) read(index, "best_channel", customer);
                assertThat(best.dictionary().text(best.codes()[0])).isEqualTo(change >= 0 ? "sms" : "call");
            }
        }
    }

    @Test
    void givesTheSameScoresWhateverTheThreads() throws IOException {
        KnownLake bank = new KnownLake(folder.resolve("lake"));

        try (Index one = Index.open(run(bank, 1).index);
                Index four = Index.open(run(bank, 4).index)) {
            for (int customer = 0; customer < KnownLake.CUSTOMERS; customer++) {
                assertThat(((Vector.Reals) read(one, "response_l101", customer)).values())
                        .isEqualTo(((Vector.Reals) read(four, "response_l101", customer)).values());
            }
        }
    }

    @Test
    void leavesWhatTagsReadToTheRunAndPutsGradesAfterScores() {
        KnownLake bank = new KnownLake(folder.resolve("lake"));
        CompiledModel model = bank.model(RESPONDS.replace("response_l101", "application_risk"));

        TagCatalogue ordered = bank.tags()
                .with(
                        model.expressions(),
                        model.definition().governance(),
                        bank.lake().current())
                .giving(Map.of("application_risk", model.scored()));
        List<String> order = ordered.tags().stream().map(tag -> tag.id()).toList();

        assertThat(order.indexOf("application_risk"))
                .isGreaterThan(order.indexOf("monthly_income"))
                .isGreaterThan(order.indexOf("responds.earlier"))
                .isLessThan(order.indexOf("preapproved_limit"));
        assertThat(ordered.behind(Set.of("preapproved_limit"))).contains("responds.population", "circles");
    }

    @Test
    void aModelInForceThatCannotBeAskedIsLeftOutAndTheOthersScore() {
        KnownLake bank = new KnownLake(folder.resolve("lake"));
        ModelFolder models = new ModelFolder(folder.resolve("models"));
        ResponseModel learned = run(bank, 1).scorer.model();
        ModelDefinition sound = bank.model(RESPONDS).definition();
        ModelDefinition broken = bank.model(
                        RESPONDS.replace("responds:", "broken:").replace(", circles]", ", age_band]"))
                .definition();
        models.put(sound);
        models.put(broken);
        String file = models.put(learned);
        models.force(new TreeMap<>(Map.of(
                "responds", new ModelFolder.InForce(1, file, sound.fingerprint()),
                "broken", new ModelFolder.InForce(2, file, broken.fingerprint()),
                "changed", new ModelFolder.InForce(3, file, "f".repeat(64)),
                "lost", new ModelFolder.InForce(4, "0".repeat(64), sound.fingerprint()))));
        Snapshot snapshot = bank.lake().current();
        TagCatalogue without = TagCatalogue.compile(
                TagFile.bundled().stream()
                        .filter(tag -> !tag.id().equals("age_band"))
                        .toList(),
                snapshot);

        ScoredTags scored = models.scored(List.of(), without, snapshot);

        assertThat(scored.models()).isEqualTo(1);
        assertThat(scored.leftOut().keySet()).containsExactly("broken", "changed", "lost");
        assertThat(scored.leftOut().values())
                .extracting(faults -> faults.getFirst().code())
                .containsExactly("MDL-1005", "MDL-2012", "MDL-2001");
    }

    @Test
    void refusesATagThatMayBeUsedForMoreThanItsModel() {
        KnownLake bank = new KnownLake(folder.resolve("lake"));
        CompiledModel model = bank.model(RESPONDS);
        TagCatalogue loose = TagCatalogue.compile(
                TagFile.bundled().stream()
                        .filter(tag -> !tag.id().equals("uplift_sms_l102"))
                        .toList(),
                bank.lake().current());

        assertThatThrownBy(() -> ScoredTags.of(
                        loose,
                        bank.lake().current(),
                        List.of(new ModelScorer(model, run(bank, 1).scorer.model()))))
                .hasMessageContaining("MDL-1030");
        CompiledModel risky = bank.model(RESPONDS.replace("[marketing, service]", "[risk]"));
        assertThatThrownBy(() -> ScoredTags.of(
                        bank.tags(),
                        bank.lake().current(),
                        List.of(new ModelScorer(risky, run(bank, 1).scorer.model()))))
                .hasMessageContaining("MDL-1031");
    }
}
