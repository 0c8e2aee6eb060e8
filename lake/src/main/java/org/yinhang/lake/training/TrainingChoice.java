package org.yinhang.lake.training;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.learning.ModelKind;
import org.yinhang.core.learning.TrainingSettings.Direction;
import org.yinhang.lake.training.ModelDefinition.Expressed;
import org.yinhang.lake.training.ModelDefinition.Features;
import org.yinhang.lake.training.ModelDefinition.Schedule;

/**
 * What an analyst chooses about a declared model before it is trained. The choice makes a declaration of its own, which the
 * version keeps; what it says about people, purposes and outcome stays as declared.
 *
 * @param kind which family of learners
 * @param features what to learn from: tags, and the declaration's own expressions by their identifiers
 * @param schedule which days of the past are looked at
 * @param window days after the observation day within which the outcome happens
 * @param maturity further days until everything about those days is recorded
 * @param seed of every random choice
 * @param monotone by feature: which way alone the probability may go as its number grows
 * @param copy a model of its own beside the declared one; empty for a version of that
 */
public record TrainingChoice(
        ModelKind kind,
        List<String> features,
        Schedule schedule,
        int window,
        int maturity,
        long seed,
        Map<String, Direction> monotone,
        Optional<Copy> copy) {

    private static final Pattern OWN_DAYS = Pattern.compile("\\b(over last|as_of)\\b");

    public TrainingChoice {
        features = List.copyOf(new LinkedHashSet<>(features));
        monotone = Collections.unmodifiableMap(new TreeMap<>(monotone));
    }

    /**
     * The name of a copy. It writes no tags: those belong to the model it was copied from.
     *
     * @param id identifier, lower case with underscores
     */
    public record Copy(String id, String zh, String en) {

        private void check() {
            if (!id.matches("[a-z][a-z0-9_]*")) {
                throw new FaultException(Fault.of(
                        "MDL-1036",
                        "'%s' cannot be a model's identifier."
                                .formatted(id.lines().findFirst().orElse("")),
                        "",
                        "Use lower-case letters, digits and underscores, a letter first."));
            }
        }
    }

    /** The choice that leaves a declaration as it is. */
    public static TrainingChoice of(ModelDefinition declared) {
        return new TrainingChoice(
                declared.kind(),
                Stream.concat(declared.features().tags().stream(), own(declared.features()))
                        .toList(),
                declared.schedule(),
                declared.window(),
                declared.maturity(),
                declared.seed(),
                declared.features().monotone(),
                Optional.empty());
    }

    private static Stream<String> own(Features features) {
        return Stream.concat(features.expressions().stream(), features.ofRow().stream())
                .map(Expressed::id);
    }

    /** The same choice for a copy of that name. */
    public TrainingChoice as(Copy other) {
        return new TrainingChoice(kind, features, schedule, window, maturity, seed, monotone, Optional.of(other));
    }

    /**
     * The declaration that says what was chosen; where the outcome looks back over the window, it looks back over the one
     * chosen.
     *
     * @throws org.yinhang.core.fault.FaultException when a number is out of range; MDL-1035 when the outcome fixes its window, MDL-1036 when a
     *     copy's name is none
     */
    public ModelDefinition from(ModelDefinition declared) {
        copy.ifPresent(Copy::check);
        Set<String> expressed = new LinkedHashSet<>(own(declared.features()).toList());
        Features chosen = new Features(
                inOrder(declared.features().tags(), expressed),
                declared.features().expressions().stream()
                        .filter(one -> features.contains(one.id()))
                        .toList(),
                declared.features().ofRow().stream()
                        .filter(one -> features.contains(one.id()))
                        .toList(),
                monotone);
        ModelDefinition made = new ModelDefinition(
                copy.map(Copy::id).orElse(declared.id()),
                copy.map(Copy::zh).orElse(declared.zh()),
                copy.map(Copy::en).orElse(declared.en()),
                declared.note(),
                declared.family(),
                declared.governance(),
                declared.rows(),
                declared.population(),
                chosen,
                outcome(declared),
                window,
                maturity,
                schedule,
                kind,
                seed,
                declared.fairness(),
                copy.isPresent() ? List.of() : declared.scores(),
                declared.where());
        List<ModelDefinition> read = DefinitionFile.read(DefinitionText.of(made), made.id());
        if (read.size() != 1 || !read.getFirst().id().equals(made.id())) {
            throw new IllegalStateException("one choice, %d declarations".formatted(read.size()));
        }
        return read.getFirst();
    }

    /** Tags in the order declared, then those added, so that an equal choice makes an equal declaration. */
    private List<String> inOrder(List<String> declared, Set<String> expressed) {
        Stream<String> kept = declared.stream().filter(features::contains);
        Stream<String> added = features.stream()
                .filter(id -> !declared.contains(id) && !expressed.contains(id))
                .sorted();
        return Stream.concat(kept, added).toList();
    }

    /** An outcome that counts days of its own beside those of its window cannot be asked over another window. */
    private String outcome(ModelDefinition declared) {
        if (window == declared.window()) {
            return declared.outcome();
        }
        Pattern back = Pattern.compile("\\bover last %d days\\b".formatted(declared.window()));
        if (OWN_DAYS.matcher(back.matcher(declared.outcome()).replaceAll("")).find()) {
            throw new FaultException(Fault.of(
                    "MDL-1035",
                    "The outcome of '%s' counts days of its own, so its window stays %d days."
                            .formatted(declared.id(), declared.window()),
                    declared.where(),
                    "Keep the window, or declare another outcome in a file of your own."));
        }
        return back.matcher(declared.outcome()).replaceAll("over last %d days".formatted(window));
    }
}
