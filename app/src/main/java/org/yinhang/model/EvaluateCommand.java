package org.yinhang.model;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.evaluation.Split;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.learning.ModelKind;
import org.yinhang.core.learning.TrainingSettings.Direction;
import org.yinhang.core.progress.Progress;
import org.yinhang.core.table.Table;
import org.yinhang.core.table.Target;
import org.yinhang.core.unit.Money;
import org.yinhang.core.uplift.Treatments;
import org.yinhang.core.uplift.UpliftKind;
import org.yinhang.core.uplift.UpliftSettings;
import org.yinhang.shared.ConsoleProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            "  yinhang evaluate --table credit.csv --target status=bad --compare logistic --protected sex,age \\",
            "      --value 2000 --cost 30 --report report.html",
            "  yinhang evaluate --table hillstrom.csv --target visit=1 --treatment 'segment=Womens E-Mail' \\",
            "      --control 'segment=No E-Mail' --exclude conversion,spend --compare t:logistic",
            "",
            "Exit code: 0 evaluated, 1 stopped by a fault, 2 wrong option."
        })
public final class EvaluateCommand implements Callable<Integer> {

    @Mixin
    private TableOptions input = new TableOptions();

    @Option(
            names = "--target",
            required = true,
            paramLabel = "COL=VALUE",
            description = "What counts as success, such as y=yes.")
    private String target = "";

    @Option(
            names = "--exclude",
            split = ",",
            paramLabel = "COL",
            description = "Columns not to learn from, such as those known only afterwards.")
    private List<String> excluded = new ArrayList<>();

    @Option(
            names = "--monotone",
            split = ",",
            paramLabel = "COL=rises|falls",
            description = "Columns of numbers that may move the probability one way only.")
    private List<String> monotone = new ArrayList<>();

    @Option(
            names = "--split",
            paramLabel = "SPLIT",
            description = "How to judge; see below.",
            defaultValue = "kfold:5:0")
    private String split = "kfold:5:0";

    @Option(
            names = "--model",
            paramLabel = "auto|boosted|glassbox|logistic|scorecard",
            description = "The family of models; auto chooses or blends inside the training rows (default: auto).",
            defaultValue = "auto")
    private String model = "auto";

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "Length of the list whose successes are counted (default: a tenth of the rows scored).")
    private @Nullable Integer top;

    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            description = "Also write a report with pictures into one file that stands alone.")
    private @Nullable Path page;

    @Option(
            names = "--lang",
            paramLabel = "zh|en",
            description = "Language of what is told and of the report (default: zh).",
            defaultValue = "zh")
    private String lang = "zh";

    @Option(
            names = "--compare",
            paramLabel = "MODEL",
            description = "A second family of models on the same rows, with DeLong's test of the difference; with"
                    + " --treatment a second learner such as t:logistic.")
    private @Nullable String second;

    @Option(
            names = "--value",
            paramLabel = "YUAN",
            description = "What a success is worth; with --cost, the profit by depth and the best cut-off.")
    private @Nullable BigDecimal value;

    @Option(names = "--cost", paramLabel = "YUAN", description = "What an approach costs.")
    private @Nullable BigDecimal cost;

    @Option(
            names = "--period",
            paramLabel = "COL",
            description =
                    "Column that divides the scored rows into periods for stability (default: steps of the split).")
    private @Nullable String period;

    @Option(
            names = "--protected",
            split = ",",
            paramLabel = "COL",
            description = "Attributes whose groups must be treated fairly; learned from unless excluded as well.")
    private List<String> protectedColumns = new ArrayList<>();

    @Option(
            names = "--treatment",
            paramLabel = "COL=VALUE",
            description = "Who was approached: learn what the approach changes instead of who succeeds. Repeat it for"
                    + " several ways of approaching.")
    private List<String> treatments = new ArrayList<>();

    @Option(
            names = "--control",
            paramLabel = "COL=VALUE",
            description = "Who was left alone (default: every other row); rows in no group are left out.")
    private @Nullable String control;

    @Option(
            names = "--uplift-model",
            paramLabel = "auto|s|t|x|dr|class",
            description = "How effects are learned over --model (default: auto).",
            defaultValue = "auto")
    private String upliftModel = "auto";

    @Option(
            names = "--propensity",
            paramLabel = "lot|learned",
            description = "Whether lot decided who was approached, or the chance is to be learned (default: lot).",
            defaultValue = "lot")
    private String propensity = "lot";

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
        ReportTexts texts = ReportTexts.of(lang);
        ConsoleProgress progress = ConsoleProgress.onStandardError();
        Progress told = texts.told(progress);
        try {
            String answer = treatments.isEmpty()
                    ? responses(kind, wanted, success, texts, told)
                    : effects(kind, wanted, success, texts, told);
            progress.finish();
            if (kind == ModelKind.AUTO) {
                kind.lacking().ifPresent(fault -> tell(texts.t("told.noBoosting", fault.code())));
            }
            out.print(answer);
            out.flush();
            return 0;
        } finally {
            progress.finish();
        }
    }

    private void tell(String note) {
        PrintWriter errors = Objects.requireNonNull(spec).commandLine().getErr();
        errors.println(note);
        errors.flush();
    }

    private String responses(ModelKind kind, Split wanted, Target success, ReportTexts texts, Progress progress) {
        if (control != null) {
            throw TableOptions.wrongOption("--control", control, "It goes with --treatment.");
        }
        ResponseStudy.Wishes wishes = wishes();
        Table rows = input.read(progress);
        ResponseStudy study = ResponseStudy.of(rows, success, excluded, wanted, kind, wishes, progress);
        if (page != null) {
            write(page, new EvaluationPage(study, texts).html());
        }
        return json ? EvaluationJson.of(study) : EvaluationText.plain(study, texts);
    }

    private String effects(ModelKind kind, Split wanted, Target success, ReportTexts texts, Progress progress) {
        UpliftStudy.Wishes wishes = upliftWishes(kind);
        Table rows = input.read(progress);
        UpliftStudy study = UpliftStudy.of(rows, success, excluded, wanted, wishes, progress);
        if (page != null) {
            write(page, new UpliftPage(study, texts).html());
        }
        return json ? UpliftJson.of(study) : UpliftText.plain(study, texts);
    }

    private UpliftStudy.Wishes upliftWishes(ModelKind kind) {
        for (String option : List.of("--value", "--cost", "--period", "--protected", "--top", "--monotone")) {
            if (Objects.requireNonNull(spec).commandLine().getParseResult().hasMatchedOption(option)) {
                throw TableOptions.wrongOption(option, "", "It does not go with --treatment.");
            }
        }
        return new UpliftStudy.Wishes(
                new Treatments(
                        treatments.stream().map(Target::parse).toList(),
                        Optional.ofNullable(control).map(Target::parse)),
                new UpliftStudy.Learner(UpliftKind.named(upliftModel), kind),
                switch (propensity) {
                    case "lot" -> UpliftSettings.Propensity.BY_LOT;
                    case "learned" -> UpliftSettings.Propensity.LEARNED;
                    default -> throw TableOptions.wrongOption("--propensity", propensity, "Write lot or learned.");
                },
                Optional.ofNullable(second).map(UpliftStudy.Learner::parse));
    }

    private ResponseStudy.Wishes wishes() {
        if ((value == null) != (cost == null)) {
            throw TableOptions.wrongOption(
                    value == null ? "--value" : "--cost", "", "Give --value and --cost together.");
        }
        return new ResponseStudy.Wishes(
                top == null ? -1 : top,
                Optional.ofNullable(second).map(ModelKind::named),
                value == null || cost == null
                        ? Optional.empty()
                        : Optional.of(new ResponseStudy.Stakes(
                                money("--value", value, BigDecimal.valueOf(0.01)),
                                money("--cost", cost, BigDecimal.ZERO))),
                Optional.ofNullable(period),
                protectedColumns,
                Direction.parse(monotone));
    }

    private static Money money(String option, BigDecimal yuan, BigDecimal least) {
        if (yuan.compareTo(least) < 0 || yuan.stripTrailingZeros().scale() > 2) {
            throw TableOptions.wrongOption(
                    option, yuan.toPlainString(), "Write yuan with at most two decimals, from %s.".formatted(least));
        }
        return Money.ofYuan(yuan);
    }

    private static void write(Path file, String html) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, html);
        } catch (IOException e) {
            throw new FaultException(
                    Fault.of(
                            "MOD-1002",
                            "The report cannot be written: %s."
                                    .formatted(e.getClass().getSimpleName()),
                            file.toString(),
                            "Name a file in a folder you may write to."),
                    e);
        }
    }
}
