package org.yinhang.model;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.fault.Suggestion;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.tag.TagCatalogue;
import org.yinhang.lake.training.DefinitionFile;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.lake.training.ModelFolder;
import org.yinhang.lake.training.TrainingSets;
import org.yinhang.model.internal.TruthComparison;
import org.yinhang.tag.TagSource;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which declared models a command is about, and the data they are trained and judged on. */
final class ModelSource {

    @Mixin
    private TagSource source = new TagSource();

    @Option(
            names = "--models",
            paramLabel = "FILE",
            description =
                    "The bank's own models, a file or a folder of them (docs/models.md), instead of those that ship.")
    private @Nullable Path models;

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            description =
                    "Nothing that happened on this day or later is seen (default: today, or the day of the newest load).")
    private @Nullable LocalDate asOf;

    /**
     * Where models are trained and judged.
     *
     * @param training as of that day
     * @param day of which and after which nothing is seen
     * @param lake what they learn from
     */
    record Desk(ModelTraining training, LocalDate day, Lake lake) {}

    Desk desk() {
        Lake lake = source.lake();
        Snapshot snapshot = lake.current();
        AsOf day = source.asOf(Optional.ofNullable(asOf), snapshot);
        int threads = Runtime.getRuntime().availableProcessors();
        ModelTraining training = new ModelTraining(
                new TrainingSets(lake, snapshot, day.zone(), threads),
                snapshot,
                TagCatalogue.compile(source.tags(), snapshot),
                threads,
                TruthComparison.beside(lake, day.day()));
        return new Desk(training, day.day(), lake);
    }

    /** The data folder. */
    Path data() {
        return source.data();
    }

    /** Where its models lie. */
    ModelFolder folder() {
        return new ModelFolder(source.data().resolve("models"));
    }

    /** The bank's own models, or else those that ship. */
    List<ModelDefinition> declared() {
        return models == null ? DefinitionFile.bundled() : DefinitionFile.read(models);
    }

    /**
     * Those of these names.
     *
     * @throws FaultException MDL-1024 with every name that none has
     */
    List<ModelDefinition> declared(List<String> ids) {
        List<ModelDefinition> declared = declared();
        List<String> known = declared.stream().map(ModelDefinition::id).toList();
        List<Fault> unknown = ids.stream()
                .filter(id -> !known.contains(id))
                .map(id -> Fault.of(
                        "MDL-1024", "There is no model '%s'.".formatted(id), "models", Suggestion.advise(id, known)))
                .toList();
        if (!unknown.isEmpty()) {
            throw new FaultException(unknown);
        }
        return declared.stream().filter(model -> ids.contains(model.id())).toList();
    }
}
