package org.yinhang.model;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.table.Table;
import org.yinhang.model.foreign.ForeignModel;
import org.yinhang.shared.ConsoleProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Scores a table with a model that was made elsewhere. */
@Command(
        name = "score",
        description = "Scores a table with a PMML, XGBoost or ONNX model.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Writes one line a row: its number from 1 and its score (empty where the model says nothing). A classifier's score is",
            "the probability of its event.",
            "",
            "Example:",
            "  yinhang score --model card.pmml --table applications.csv --out scores.csv",
            "",
            "Exit code: 0 written, 1 stopped by a fault, 2 wrong option."
        })
public final class ScoreCommand implements Callable<Integer> {

    @Mixin
    private TableOptions table = new TableOptions();

    @Option(
            names = "--model",
            required = true,
            paramLabel = "FILE",
            description = "A .pmml, .xml, .json (XGBoost) or .onnx file.")
    private Path model = Path.of(".");

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write (default: scores.csv).")
    private Path out = Path.of("scores.csv");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        ConsoleProgress progress = ConsoleProgress.onStandardError();
        double[] scores;
        try (ForeignModel foreign = ForeignModel.open(model)) {
            Table rows = table.read(progress);
            scores = foreign.scores(rows);
        } finally {
            progress.finish();
        }
        try (BufferedWriter lines = Files.newBufferedWriter(out)) {
            lines.write("row,score\r\n");
            for (int row = 0; row < scores.length; row++) {
                lines.write((row + 1) + "," + (Double.isNaN(scores[row]) ? "" : Double.toString(scores[row])) + "\r\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PrintWriter console = Objects.requireNonNull(spec).commandLine().getOut();
        console.println("%d rows scored into %s.".formatted(scores.length, out));
        console.flush();
        return 0;
    }
}
