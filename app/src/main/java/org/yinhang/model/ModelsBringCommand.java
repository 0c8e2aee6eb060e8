package org.yinhang.model;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.learning.ModelFile;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.lake.training.ModelFolder;
import org.yinhang.shared.ConsoleProgress;
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
    private ModelSource source = new ModelSource();

    @Parameters(paramLabel = "ID", description = "The declared model.")
    private String id = "";

    @Option(
            names = "--model",
            required = true,
            paramLabel = "FILE",
            description = "A .pmml, .xml or .json (XGBoost) file.")
    private Path file = Path.of(".");

    @Option(names = "--falling", description = "The higher the score, the less likely the outcome.")
    private boolean falling;

    @Option(
            names = "--calibrate",
            description =
                    "Calibrates probabilities on the rows others would learn from; points, which are no probabilities, always are.")
    private boolean calibrate;

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
        ModelDefinition definition = source.declared(List.of(id)).getFirst();
        ModelFile made = read();
        ConsoleProgress progress = ConsoleProgress.onStandardError();
        ModelSource.Desk desk = source.desk();
        long start = System.nanoTime();
        TrainedModel judged = desk.training()
                .bring(
                        definition,
                        desk.day(),
                        made,
                        new ModelFile.Use(falling, calibrate),
                        json ? Progress.SILENT : progress);
        progress.finish();
        if (inForce) {
            ModelFolder folder = source.folder();
            SortedMap<String, ModelFolder.InForce> scoring = folder.inForce();
            scoring.put(definition.id(), ModelsInForce.keep(folder, definition, judged.model()));
            folder.force(scoring);
        }
        TrainingText text = new TrainingText(json);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(text.begin(desk.day()));
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
}
