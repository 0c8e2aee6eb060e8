package org.yinhang.model;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.evaluation.Split;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.learning.Backtest;
import org.yinhang.core.learning.BacktestReport;
import org.yinhang.core.learning.ModelKind;
import org.yinhang.core.table.CsvFormat;
import org.yinhang.core.table.CsvReader;
import org.yinhang.core.table.Table;
import org.yinhang.core.table.Target;
import org.yinhang.shared.ConsoleProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a model on any table and says how well it would have done on rows it had not seen. */
@Command(
        name = "evaluate",
        description = "Trains a model on any table and says how well it does on rows it has not seen.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Splits:",
            "  kfold:K:SEED         K folds, shuffled with SEED, each with its share of successes (default: kfold:5:0)",
            "  rolling:TRAIN:STEP   rows in time: learn from the last TRAIN rows, score the next STEP, move on",
            "  time:FRACTION        rows in time: learn from the first FRACTION of them, score the rest",
            "  column:COL=VALUE     learn from the rows where COL is VALUE, score the others",
            "",
            "Examples:",
            "  yinhang evaluate --table bank-additional-full.csv.gz --target y=yes --exclude duration \\",
            "      --split rolling:20000:1000",
            "  yinhang evaluate --table german.data.gz --target c21=2 --split kfold:10:0 --model boosted --json",
            "",
            "Exit code: 0 evaluated, 1 stopped by a fault, 2 wrong option."
        })
public final class EvaluateCommand implements Callable<Integer> {

    @Option(names = "--table", required = true, paramLabel = "FILE", description = "CSV or CSV.GZ file to read.")
    private Path table = Path.of(".");

    @Option(
            names = "--target",
            required = true,
            paramLabel = "COL=VALUE",
            description = "What counts as success, such as y=yes.")
    private String target = "";

    @Option(
            names = "--delimiter",
            paramLabel = "CHAR",
            description = "What stands between two values: one character, 'tab' or 'space' (default: found out).")
    private @Nullable String delimiter;

    @Option(
            names = "--header",
            paramLabel = "auto|yes|no",
            description = "Whether the first line names the columns; without names they are c1, c2… (default: auto).",
            defaultValue = "auto")
    private String header = "auto";

    @Option(
            names = "--exclude",
            split = ",",
            paramLabel = "COL",
            description = "Columns not to learn from, such as those known only afterwards.")
    private List<String> excluded = new ArrayList<>();

    @Option(
            names = "--split",
            paramLabel = "SPLIT",
            description = "How to judge; see below.",
            defaultValue = "kfold:5:0")
    private String split = "kfold:5:0";

    @Option(
            names = "--model",
            paramLabel = "auto|boosted|logistic",
            description = "The family of models; auto chooses or blends inside the training rows (default: auto).",
            defaultValue = "auto")
    private String model = "auto";

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "Length of the list whose successes are counted (default: a tenth of the rows scored).")
    private @Nullable Integer top;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        ModelKind kind = ModelKind.named(model);
        Split wanted = Split.parse(split);
        Target success = Target.parse(target);
        CsvFormat format = format();
        ConsoleProgress progress = ConsoleProgress.onStandardError();
        try {
            Table rows = CsvReader.read(table, format, progress);
            BacktestReport report =
                    Backtest.run(rows, success, excluded, wanted, kind, top == null ? -1 : top, progress);
            progress.finish();
            out.print(json ? EvaluationText.json(report) : EvaluationText.plain(report, rows.name(), success, wanted));
            out.flush();
            return 0;
        } finally {
            progress.finish();
        }
    }

    private CsvFormat format() {
        CsvFormat format =
                switch (header) {
                    case "auto" -> CsvFormat.DETECTED;
                    case "yes" -> CsvFormat.DETECTED.withHeader(CsvFormat.Header.PRESENT);
                    case "no" -> CsvFormat.DETECTED.withHeader(CsvFormat.Header.ABSENT);
                    default -> throw wrongOption("--header", header, "Write auto, yes or no.");
                };
        if (delimiter == null) {
            return format;
        }
        return format.withDelimiter(
                switch (delimiter) {
                    case "tab", "\\t" -> '\t';
                    case "space" -> ' ';
                    default -> {
                        if (delimiter.length() != 1) {
                            throw wrongOption("--delimiter", delimiter, "Write one character, 'tab' or 'space'.");
                        }
                        yield delimiter.charAt(0);
                    }
                });
    }

    private static FaultException wrongOption(String option, String value, String next) {
        return new FaultException(
                Fault.of("MOD-1001", "The value '%s' cannot be used.".formatted(value), option, next));
    }
}
