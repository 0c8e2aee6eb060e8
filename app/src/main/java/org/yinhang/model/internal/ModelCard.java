package org.yinhang.model.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yinhang.core.evaluation.Evaluation;
import org.yinhang.core.evaluation.Fairness;
import org.yinhang.core.evaluation.FeatureStrength;
import org.yinhang.core.evaluation.Interval;
import org.yinhang.core.learning.Provenance;
import org.yinhang.lake.training.CompiledModel.ModelFeature;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.lake.training.TrainingSet;
import org.yinhang.model.NearnessToTruth;
import org.yinhang.model.TrainedModel;

/**
 * A model card (Mitchell et al. 2019, doi 10.1145/3287560.3287596) written from where a model comes from: what it is for, what
 * it learned from, what it is worth, whom it treats how, and how to make it again.
 */
public final class ModelCard {

    private static final int INFLUENCES = 12;
    private static final double FOUR_FIFTHS = 0.8;

    private final TrainedModel trained;
    private final String simulated;
    private final StringBuilder text = new StringBuilder();

    private ModelCard(TrainedModel trained, String simulated) {
        this.trained = trained;
        this.simulated = simulated;
    }

    /**
     * The card of a model.
     *
     * @param simulated what to say of the data where they are simulated; empty for a real bank's
     */
    public static String of(TrainedModel trained, String simulated) {
        ModelCard card = new ModelCard(trained, simulated);
        card.purpose();
        card.rows();
        card.worth();
        card.influences();
        card.fairness();
        card.provenance();
        return card.text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void purpose() {
        ModelDefinition model = definition();
        line(String.format(Locale.ROOT, "# %s %s", model.zh(), model.en()));
        line("");
        line(String.format(
                Locale.ROOT,
                "Written by `./yinhang models train --cards`; do not edit.%s",
                simulated.isBlank() ? "" : " " + simulated));
        line("");
        line("| | |");
        line("|---|---|");
        line(String.format(
                Locale.ROOT,
                "| Model 模型 | `%s`, %s %s |",
                model.id(),
                model.family().zh(),
                model.family().en()));
        if (!model.note().isBlank()) {
            line(String.format(Locale.ROOT, "| Meaning 含义 | %s |", model.note()));
        }
        line(String.format(
                Locale.ROOT, "| Owner 负责部门 | %s |", model.governance().owner()));
        line(String.format(
                Locale.ROOT,
                "| Purpose 目的 | %s; legal basis %s%s |",
                lower(model.governance().purposes()),
                model.governance().basis().name().toLowerCase(Locale.ROOT),
                model.governance().bureauPurpose().isBlank()
                        ? ""
                        : "; credit bureau 征信: " + model.governance().bureauPurpose()));
        line(String.format(
                Locale.ROOT, "| Data 数据类别 | %s |", lower(set().model().data())));
        line(String.format(Locale.ROOT, "| Who takes part 人群 | `%s` |", model.population()));
        line(String.format(
                Locale.ROOT,
                "| Success 结果 | `%s` |",
                model.outcome().replaceAll("\\s+", " ").replace("|", "\\|")));
        line(String.format(
                Locale.ROOT, "| Window 窗口 | %d days, recorded after %d more |", model.window(), model.maturity()));
        if (!model.features().monotone().isEmpty()) {
            line(String.format(
                    Locale.ROOT,
                    "| One way only 单调 | %s |",
                    model.features().monotone().entrySet().stream()
                            .map(bound -> "`%s` %s"
                                    .formatted(bound.getKey(), bound.getValue().word()))
                            .collect(Collectors.joining(", "))));
        }
        line(String.format(
                Locale.ROOT,
                "| Scores 评分标签 | %s |",
                model.scores().stream().map(score -> "`" + score.tag() + "`").collect(Collectors.joining(", "))));
        line("");
    }

    private static String lower(Collection<? extends Enum<?>> values) {
        return values.stream()
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private void rows() {
        TrainingSet set = set();
        List<LocalDate> days = set.days().days();
        line("## Learned from 训练数据");
        line("");
        line(String.format(
                Locale.ROOT,
                "%,d rows of %d observation days from %s to %s, %,d of them successes; judged on %,d rows of %d later days up to %s,"
                        + " %,d successes. %,d rows were offered before sampling, %,d left out because their outcome is unknown, %,d because it was not yet known"
                        + " on the first day judged and their customer is judged.",
                set.learned().length,
                set.days().learned(),
                days.getFirst(),
                days.get(set.days().learned() - 1),
                trained.model().provenance().positives(),
                trained.heldOut().scored(),
                days.size() - set.days().learned(),
                days.getLast(),
                trained.heldOut().positives(),
                set.offered(),
                set.undecided(),
                set.overlapping().length));
        line("");
        line(String.format(
                Locale.ROOT,
                "Made of: %s.",
                String.join(" + ", trained.model().provenance().learners())));
        line("");
    }

    private void worth() {
        Evaluation e = trained.heldOut();
        line("## Worth on days it has not seen 在未见过的日期上的表现");
        line("");
        line("| Figure | Value | 95 % interval |");
        line("|---|---|---|");
        line(String.format(
                Locale.ROOT,
                "| AUC | %.3f | %s |",
                e.auc(),
                interval(trained.assessment().auc().interval())));
        line(String.format(
                Locale.ROOT,
                "| KS | %.3f | %s |",
                e.ks(),
                interval(trained.assessment().ks())));
        line(String.format(
                Locale.ROOT,
                "| Brier | %.4f | %s |",
                e.brier(),
                interval(trained.assessment().brier())));
        line(String.format(Locale.ROOT, "| Calibration error 校准误差 | %.4f | |", e.calibrationError()));
        line(String.format(
                Locale.ROOT, "| Successes in the best tenth 前十分之一中的成功 | %d of %d | |", e.foundInTop(), e.positives()));
        trained.truth().ifPresent(this::truth);
        line("");
        for (FeatureStrength suspect : set().suspects()) {
            line(String.format(
                    Locale.ROOT,
                    "**Suspected leak 疑似泄露**: `%s` alone reaches an AUC of %.3f; somebody who knows it must look.",
                    suspect.column(),
                    suspect.auc()));
            line("");
        }
    }

    private void truth(NearnessToTruth truth) {
        String measure =
                switch (truth.measure()) {
                    case AUC -> "expected AUC under the true probabilities";
                    case RANK_CORRELATION -> "rank correlation with the true effect";
                    case CHOICE -> "true acceptance when the model chooses the channel";
                };
        line(String.format(
                Locale.ROOT,
                "| Share of the best possible 与已知真值之比 | %.1f %% | %s: %.3f, at best %.3f, over %,d customers |",
                100 * truth.ratio(),
                measure,
                truth.model(),
                truth.best(),
                truth.customers()));
    }

    private static String interval(Interval interval) {
        return interval.isKnown()
                ? String.format(Locale.ROOT, "%.3f – %.3f", interval.low(), interval.high())
                : "too few successes to say";
    }

    private void influences() {
        Map<String, ModelFeature> features = set().model().features().stream()
                .flatMap(feature -> feature.columnNames().stream().map(column -> Map.entry(column, feature)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        line("## What moves it 主要因素");
        line("");
        line("Mean distance in log odds from an average row.");
        line("");
        line("| Feature 特征 | Moves |");
        line("|---|---|");
        trained.influences().stream().limit(INFLUENCES).forEach(influence -> {
            ModelFeature feature = features.get(influence.column());
            line(String.format(
                    Locale.ROOT,
                    "| %s | %.3f |",
                    feature == null
                            ? influence.column()
                            : "%s %s (`%s`)".formatted(feature.zh(), feature.en(), influence.column()),
                    influence.mean()));
        });
        line("");
    }

    private void fairness() {
        line("## Groups 群体公平");
        line("");
        line("The tenth of the judged rows with the highest probabilities. Groups too small to judge are left out.");
        line("");
        line("| Attribute | Group | Rows | On the list | Success rate | Stated less observed |");
        line("|---|---|---|---|---|---|");
        for (Fairness attribute : trained.fairness()) {
            for (Fairness.Group group : attribute.groups()) {
                if (!group.tooSmall()) {
                    line(String.format(
                            Locale.ROOT,
                            "| `%s` | %s | %,d | %.1f %% | %.2f %% | %+.2f points |",
                            attribute.column(),
                            group.name().isBlank() ? "–" : group.name(),
                            group.rows(),
                            100 * group.selected(),
                            100 * group.rate(),
                            100 * group.calibrationGap()));
                }
            }
        }
        line("");
        trained.fairness().stream()
                .filter(attribute -> attribute.selectionRatio() < FOUR_FIFTHS)
                .forEach(attribute -> line(String.format(
                        Locale.ROOT,
                        "By `%s` the least chosen group is chosen %.2f times as often as the most chosen, below four fifths: to be"
                                + " looked at before approval.%n",
                        attribute.column(),
                        attribute.selectionRatio())));
    }

    private void provenance() {
        Provenance provenance = trained.model().provenance();
        Function<String, String> code = value -> "`" + value + "`";
        line("## Made again 复现");
        line("");
        line("| | |");
        line("|---|---|");
        line(String.format(Locale.ROOT, "| As of 截至 | %s, snapshot %d |", set().asOf(), set().snapshot()));
        line(String.format(
                Locale.ROOT, "| Definition 定义 | %s |", code.apply(set().model().fingerprint())));
        line(String.format(Locale.ROOT, "| Training rows 训练行 SHA-256 | %s |", code.apply(provenance.dataHash())));
        line(String.format(
                Locale.ROOT,
                "| Seed, code 种子与程序 | %d, `%s` |",
                provenance.settings().seed(),
                provenance.codeVersion()));
        line(String.format(Locale.ROOT, "| Calibration 校准 | %s |", Objects.requireNonNull(provenance.calibration())));
    }

    private ModelDefinition definition() {
        return set().model().definition();
    }

    private TrainingSet set() {
        return trained.set();
    }
}
