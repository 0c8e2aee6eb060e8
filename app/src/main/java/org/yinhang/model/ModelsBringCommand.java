package org.yinhang.model;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.fault.Suggestion;
import org.yinhang.core.learning.ModelFile;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.tag.TagCatalogue;
import org.yinhang.lake.training.DefinitionFile;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.lake.training.ModelFolder;
import org.yinhang.lake.training.TrainingSets;
import org.yinhang.model.internal.TruthComparison;
import org.yinhang.shared.ConsoleProgress;
import org.yinhang.tag.TagSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges a model made elsewhere as if it had been trained for a declaration. */
@Command(
        name = "bring",
        description = "Judges a model made elsewhere, PMML or XGBoost's JSON, on the rows of a declared model.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The file reads the features of the declaration by their names (docs/models.md).",
            "",
            "Example:",
            "  yinhang models bring post_loan --model card.pmml --data data",
            "",
            "Exit code: 0 judged, 1 stopped by a fault, 2 wrong option."
        })
final class ModelsBringCommand implements Callable<Integer> {

    @Mixin
    private TagSource source = new TagSource();

    @Parameters(paramLabel = "ID", description = "The declared model.")
    private String id = "";

    @Option(
            names = "--model",
            required = true,
            paramLabel = "FILE",
            description = "A .pmml, .xml or .json (XGBoost) file.")
    private Path file = Path.of(".");

    @Option(
            names = "--models",
            paramLabel = "FILE",
            description =
                    "The bank's own models, a file or a folder of them (docs/models.md), instead of those that ship.")
    private @Nullable Path models;

    @Option(names = "--falling", description = "The higher the score, the less likely the outcome.")
    private boolean falling;

    @Option(
            names = "--calibrate",
            description =
                    "Calibrates probabilities on the rows others would learn from; points, which are no probabilities, always are.")
    private boolean calibrate;

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            description =
                    "Nothing that happened on this day or later is seen (default: today, or the day of the newest load).")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--in-force",
            description =
                    "Lets the model score customers from the next 'tags run' on, without approval; refused where an"
                            + " application keeps the registry.")
    private boolean inForce;

    @Option(names = "--json", description = "Print one JSON array.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (inForce) {
            ModelsInForce.checkNoRegistry(source.data());
        }
        ModelDefinition definition = definition();
        ModelFile made = read();
        ConsoleProgress progress = ConsoleProgress.onStandardError();
        Lake lake = source.lake();
        Snapshot snapshot = lake.current();
        AsOf day = source.asOf(Optional.ofNullable(asOf), snapshot);
        int threads = Runtime.getRuntime().availableProcessors();
        long start = System.nanoTime();
        TrainedModel judged = new ModelTraining(
                        new TrainingSets(lake, snapshot, day.zone(), threads),
                        snapshot,
                        TagCatalogue.compile(source.tags(), snapshot),
                        threads,
                        TruthComparison.beside(lake, day.day()))
                .bring(
                        definition,
                        day.day(),
                        made,
                        new ModelFile.Use(falling, calibrate),
                        json ? Progress.SILENT : progress);
        progress.finish();
        if (inForce) {
            ModelFolder folder = new ModelFolder(source.data().resolve("models"));
            SortedMap<String, ModelFolder.InForce> scoring = folder.inForce();
            scoring.put(definition.id(), ModelsInForce.keep(folder, definition, judged.model()));
            folder.force(scoring);
        }
        TrainingText text = new TrainingText(json);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(text.begin(day.day()));
        out.print(text.trained(judged, (System.nanoTime() - start) / 1e9));
        out.print(text.end());
        out.flush();
        return 0;
    }

    private ModelFile read() {
        try {
            return new ModelFile(String.valueOf(file.getFileName()), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new FaultException(
                    Fault.of("FOR-1001", "The file cannot be read.", file.toString(), "Check path and rights."), e);
        }
    }

    private ModelDefinition definition() {
        List<ModelDefinition> declared = models == null ? DefinitionFile.bundled() : DefinitionFile.read(models);
        return declared.stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> known =
                            declared.stream().map(ModelDefinition::id).toList();
                    return new FaultException(Fault.of(
                            "MDL-1024",
                            "There is no model '%s'.".formatted(id),
                            "models",
                            Suggestion.advise(id, known)));
                });
    }
}
