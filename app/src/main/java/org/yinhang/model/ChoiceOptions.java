package org.yinhang.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.learning.ModelKind;
import org.yinhang.core.learning.TrainingSettings.Direction;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.lake.training.ModelDefinition.Schedule;
import org.yinhang.lake.training.TrainingChoice;
import picocli.CommandLine.Option;

/** What can be chosen about a declared model on the command line; what is not said stays as declared. */
final class ChoiceOptions {

    @Option(names = "--kind", paramLabel = "KIND", description = "auto, boosted, glassbox, logistic or scorecard.")
    private @Nullable String kind;

    @Option(
            names = "--features",
            paramLabel = "ID,ID",
            split = ",",
            description = "What to learn from instead: tags, and the declaration's own expressions.")
    private List<String> features = new ArrayList<>();

    @Option(names = "--without", paramLabel = "ID,ID", split = ",", description = "What not to learn from.")
    private List<String> without = new ArrayList<>();

    @Option(names = "--every", paramLabel = "STEP", description = "Observation days every month or week.")
    private ModelDefinition.@Nullable Step every;

    @Option(names = "--count", paramLabel = "N", description = "Observation days at most.")
    private @Nullable Integer count;

    @Option(names = "--held-out", paramLabel = "N", description = "How many of the newest are kept for judging.")
    private @Nullable Integer heldOut;

    @Option(names = "--history", paramLabel = "DAYS", description = "Days of facts before the first observation day.")
    private @Nullable Integer history;

    @Option(names = "--sample", paramLabel = "ROWS", description = "Most rows of each observation day.")
    private @Nullable Integer sample;

    @Option(names = "--window", paramLabel = "DAYS", description = "Days within which the outcome happens.")
    private @Nullable Integer window;

    @Option(names = "--maturity", paramLabel = "DAYS", description = "Further days until everything is recorded.")
    private @Nullable Integer maturity;

    @Option(names = "--seed", paramLabel = "N", description = "Of every random choice.")
    private @Nullable Long seed;

    @Option(
            names = "--monotone",
            split = ",",
            paramLabel = "ID=rises|falls",
            description = "Features that may move the probability one way only, instead of those declared.")
    private List<String> monotone = new ArrayList<>();

    @Option(names = "--as", paramLabel = "ID", description = "Train a copy under this name; it writes no tags.")
    private @Nullable String copy;

    /**
     * The declarations with what was chosen.
     *
     * @throws FaultException with everything that is wrong with the choice; MDL-1033 when a copy is no name of one model alone
     */
    List<ModelDefinition> of(List<ModelDefinition> wanted, List<ModelDefinition> declared) {
        if (copy != null
                && (wanted.size() != 1
                        || declared.stream().anyMatch(model -> model.id().equals(copy)))) {
            throw new FaultException(Fault.of(
                    "MDL-1033",
                    "'%s' is not the name of one new model.".formatted(copy),
                    "--as",
                    "Name one model to copy, and give the copy a name no model has."));
        }
        return wanted.stream().map(model -> chosen(model).from(model)).toList();
    }

    private TrainingChoice chosen(ModelDefinition model) {
        TrainingChoice same = TrainingChoice.of(model);
        Schedule days = same.schedule();
        List<String> kept = (features.isEmpty() ? same.features() : features)
                .stream().filter(id -> !without.contains(id)).toList();
        return new TrainingChoice(
                kind == null ? same.kind() : ModelKind.named(kind.toLowerCase(Locale.ROOT)),
                kept,
                new Schedule(
                        or(every, days.every()),
                        or(count, days.count()),
                        or(heldOut, days.heldOut()),
                        or(history, days.history()),
                        or(sample, days.sample())),
                or(window, same.window()),
                or(maturity, same.maturity()),
                or(seed, same.seed()),
                monotone.isEmpty() ? learned(same.monotone(), kept) : Direction.parse(monotone),
                Optional.ofNullable(copy)
                        .map(id -> new TrainingChoice.Copy(id, model.zh() + " " + id, model.en() + " " + id)));
    }

    /** Those declared of features that are still learned from. */
    private static Map<String, Direction> learned(Map<String, Direction> declared, List<String> kept) {
        Map<String, Direction> monotone = new TreeMap<>(declared);
        monotone.keySet().retainAll(kept);
        return monotone;
    }

    private static <T> T or(@Nullable T said, T declared) {
        return said == null ? declared : said;
    }
}
