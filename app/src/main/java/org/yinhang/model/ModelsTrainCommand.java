package org.yinhang.model;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.learning.ResponseModel;
import org.yinhang.core.progress.Progress;
import org.yinhang.core.scorecard.pmml.GlassBoxPmml;
import org.yinhang.core.scorecard.pmml.PmmlWriter;
import org.yinhang.lake.Lake;
import org.yinhang.lake.training.DefinitionText;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.lake.training.ModelFolder;
import org.yinhang.lake.training.TrainingOutlook;
import org.yinhang.model.internal.ModelCard;
import org.yinhang.model.internal.TruthComparison;
import org.yinhang.shared.ConsoleProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains declared models from the lake and says what they are worth on days they have not seen. */
@Command(
        name = "train",
        description = "Trains declared models from the lake and says what they are worth on days they have not seen.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit code: 0 trained, 1 stopped by a fault, 2 wrong option."})
final class ModelsTrainCommand implements Callable<Integer> {

    @Mixin
    private ModelSource source = new ModelSource();

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Models to train (default: all).")
    private List<String> ids = new ArrayList<>();

    @Mixin
    private ChoiceOptions choice = new ChoiceOptions();

    @Option(
            names = "--look",
            description =
                    "Only says from how many rows each model would learn, how many of them succeed, and which columns"
                            + " are odd.")
    private boolean look;

    @Option(
            names = "--declare",
            paramLabel = "DIR",
            description = "Writes each declaration as chosen into this folder, for '--models'.")
    private @Nullable Path declare;

    @Option(
            names = "--cards",
            paramLabel = "DIR",
            description = "Writes a model card for each model into this folder, which is made if it is not there.")
    private @Nullable Path cards;

    @Option(
            names = "--pmml",
            paramLabel = "DIR",
            description =
                    "Writes each model that is one scorecard or one glass box into this folder, for other engines.")
    private @Nullable Path pmml;

    @Option(
            names = "--xgboost",
            paramLabel = "DIR",
            description = "Writes the boosted trees of each model into this folder as XGBoost's JSON.")
    private @Nullable Path xgboost;

    @Option(
            names = "--in-force",
            description =
                    "Lets the trained models score customers from the next 'tags run' on, without approval; refused where an"
                            + " application keeps the registry.")
    private boolean inForce;

    @Option(names = "--json", description = "Print one JSON array.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        ConsoleProgress progress = ConsoleProgress.onStandardError();
        Progress shown = json ? Progress.SILENT : progress;
        ModelSource.Desk desk = source.desk();
        ModelTraining training = desk.training();
        LocalDate day = desk.day();
        ModelFolder folder = source.folder();
        if (inForce) {
            ModelsInForce.checkNoRegistry(source.data());
        }
        SortedMap<String, ModelFolder.InForce> scoring = folder.inForce();
        TrainingText text = new TrainingText(json);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        boolean isWhole = true;
        out.print(look ? text.beginOutlook(day) : text.begin(day));
        for (ModelDefinition definition : chosen()) {
            long start = System.nanoTime();
            try {
                declare(definition);
                if (look) {
                    TrainingOutlook outlook = training.look(definition, day, shown);
                    progress.finish();
                    out.print(text.outlook(definition, outlook));
                    continue;
                }
                TrainedModel trained = training.train(definition, day, shown);
                progress.finish();
                write(trained, day, desk.lake());
                export(definition.id(), trained.model());
                if (inForce) {
                    scoring.put(definition.id(), ModelsInForce.keep(folder, definition, trained.model()));
                }
                out.print(text.trained(trained, (System.nanoTime() - start) / 1e9));
            } catch (FaultException e) {
                progress.finish();
                out.print(text.refused(definition, e));
                isWhole = false;
            }
            out.flush();
        }
        if (inForce) {
            folder.force(scoring);
        }
        out.print(text.end());
        out.flush();
        return isWhole ? 0 : 1;
    }

    private void declare(ModelDefinition definition) {
        if (declare != null) {
            put(declare.resolve(definition.id() + ".yaml"), DefinitionText.of(definition));
        }
    }

    private void export(String id, ResponseModel model) {
        if (pmml != null) {
            Path file = pmml.resolve(id + ".pmml");
            model.scorecard().ifPresent(card -> put(file, PmmlWriter.write(card, id)));
            model.formula()
                    .ifPresent(box -> put(file, GlassBoxPmml.write(box.box(), box.slope(), box.intercept(), id)));
        }
        if (xgboost != null) {
            List<String> boosters = model.boosters();
            for (int i = 0; i < boosters.size(); i++) {
                put(xgboost.resolve(id + (boosters.size() > 1 ? "-" + (i + 1) : "") + ".json"), boosters.get(i));
            }
        }
    }

    private static void put(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(TrainedModel trained, LocalDate day, Lake lake) {
        if (cards == null) {
            return;
        }
        String simulated = TruthComparison.beside(lake, day).isPresent()
                ? "Figures are of the simulated bank 模拟数据, whose truth is known ([demo bank](../demo-bank.md))."
                : "";
        put(cards.resolve(trained.set().model().id() + ".md"), ModelCard.of(trained, simulated));
    }

    private List<ModelDefinition> chosen() {
        List<ModelDefinition> declared = source.declared();
        return choice.of(ids.isEmpty() ? declared : source.declared(ids), declared);
    }
}
