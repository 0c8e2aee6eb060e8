package org.yinhang.insight;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.experiment.Experiment;
import org.yinhang.core.experiment.ExperimentReport;
import org.yinhang.core.experiment.Guardrail;
import org.yinhang.core.experiment.MultipleTests;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.progress.Progress;
import org.yinhang.core.table.CsvFormat;
import org.yinhang.core.table.CsvReader;
import org.yinhang.core.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Judges an experiment from a table with a row for each unit. */
@Command(
        name = "experiment",
        description = "What an experiment says so far, true however often one looks; 'power' plans one.",
        mixinStandardHelpOptions = true,
        subcommands = PowerCommand.class,
        footer = {
            "",
            "Examples:",
            "  yinhang experiment --csv hillstrom.csv.gz --arm segment --control 'No E-Mail' --metric visit",
            "  yinhang experiment --csv test.csv --arm group --metric outcome=yes --covariate visits_before \\",
            "      --guardrail complaint=+0.10,balance=-0.02 --planned 40000 --json",
            "  yinhang experiment --csv test.csv --arm group --metric amount --per loans",
            "  yinhang experiment power --baseline 0.05 --lift 0.10 --per-day 800",
            "",
            "Exit code: 0 judged, 1 stopped by a fault, 2 wrong option."
        })
public final class ExperimentCommand implements Callable<Integer> {

    @Option(names = "--csv", paramLabel = "FILE", description = "Table with a row for each unit (customer).")
    private @Nullable Path file;

    @Option(names = "--arm", paramLabel = "COL", description = "Column that names the arm.")
    private @Nullable String arm;

    @Option(
            names = "--metric",
            paramLabel = "COL[=VALUE]",
            description = "The goal: a column of numbers, or the share of rows with a value, such as outcome=yes.")
    private @Nullable String metric;

    @Option(
            names = "--covariate",
            paramLabel = "COL",
            description = "The same thing before the experiment, whose influence is taken out (CUPED).")
    private @Nullable String covariate;

    @Option(
            names = "--per",
            paramLabel = "COL",
            description = "Denominator: the goal is metric by this column, over sums.")
    private @Nullable String denominator;

    @Option(names = "--control", paramLabel = "V", description = "The control arm (default: control, else the first).")
    private @Nullable String control;

    @Option(
            names = "--guardrail",
            split = ",",
            paramLabel = "COL=±SHARE",
            description = "What must not rise (+) or fall (-) by more than a share of the control's.")
    private Map<String, BigDecimal> guardrails = new LinkedHashMap<>();

    @Option(
            names = "--share",
            split = ",",
            paramLabel = "ARM=SHARE",
            description = "Planned shares of the arms (default: equal).")
    private Map<String, BigDecimal> shares = new LinkedHashMap<>();

    @Option(
            names = "--planned",
            paramLabel = "N",
            description = "Units of control and one arm planned before the start (default: those of the file, which is"
                    + " right only when the file is the end).")
    private long planned;

    @Option(
            names = "--alpha",
            paramLabel = "A",
            description = "Chance of error (default: ${DEFAULT-VALUE}).",
            defaultValue = "0.05")
    private double alpha = 0.05;

    @Option(
            names = "--correction",
            paramLabel = "holm|benjamini_hochberg",
            description = "For several arms (default: holm).",
            defaultValue = "HOLM")
    private MultipleTests correction = MultipleTests.HOLM;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (file == null || arm == null || metric == null) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "Missing: --csv, --arm and --metric are needed.");
        }
        if (covariate != null && denominator != null) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "Give --covariate or --per, not both.");
        }
        if (!(alpha > 0 && alpha < 1)) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "--alpha lies between 0 and 1.");
        }
        Table table = CsvReader.read(file, CsvFormat.DETECTED, Progress.SILENT);
        ExperimentTable read = new ExperimentTable(table, arm, metric, companion(), guardrails.keySet());
        List<Experiment.Arm> arms = new ArrayList<>(read.arms(shares));
        Experiment.Arm base = control(arms);
        arms.remove(base);
        if (arms.isEmpty()) {
            throw new FaultException(Fault.of(
                    "INS-1003",
                    "There is only one arm.",
                    "%s, column %s".formatted(table.name(), arm),
                    "Name the column that tells the arms apart."));
        }
        Map<String, Guardrail> rails = new LinkedHashMap<>();
        guardrails.forEach((name, margin) -> rails.put(name, guardrail(margin)));
        long largest = arms.stream().mapToLong(one -> one.goal().count()).max().orElse(0);
        ExperimentReport report = Experiment.judge(
                base,
                arms,
                new Experiment.Settings(
                        alpha,
                        planned > 0 ? planned : base.goal().count() + largest,
                        EARLIEST,
                        kind(),
                        correction,
                        rails));
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(json ? ExperimentText.json(report) : ExperimentText.plain(report, alpha));
        out.flush();
        return 0;
    }

    /** Units in each arm before which a normal error cannot be counted on. */
    private static final long EARLIEST = 100;

    private @Nullable String companion() {
        return covariate == null ? denominator : covariate;
    }

    private Experiment.Companion kind() {
        if (covariate != null) {
            return Experiment.Companion.COVARIATE;
        }
        return denominator == null ? Experiment.Companion.NONE : Experiment.Companion.DENOMINATOR;
    }

    private Experiment.Arm control(List<Experiment.Arm> arms) {
        String wanted = control == null ? "control" : control;
        return arms.stream()
                .filter(one -> one.name().equals(wanted))
                .findFirst()
                .or(() -> control == null ? arms.stream().findFirst() : Optional.empty())
                .orElseThrow(() -> new FaultException(Fault.of(
                        "INS-1002",
                        "There is no arm '%s'.".formatted(wanted),
                        "--control",
                        "The arms are %s."
                                .formatted(String.join(
                                        ", ",
                                        arms.stream().map(Experiment.Arm::name).toList())))));
    }

    private Guardrail guardrail(BigDecimal margin) {
        if (margin.signum() == 0) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "A guardrail's margin is not 0: +0.10 for what must not rise, -0.02 for what must not fall.");
        }
        return new Guardrail(
                margin.abs().doubleValue(), margin.signum() > 0 ? Guardrail.Direction.RISE : Guardrail.Direction.FALL);
    }
}
