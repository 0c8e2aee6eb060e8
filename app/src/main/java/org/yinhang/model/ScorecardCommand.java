package org.yinhang.model;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.binning.BinnedTable;
import org.yinhang.core.scorecard.RejectInference;
import org.yinhang.core.scorecard.RejectTrainer;
import org.yinhang.core.scorecard.ScoreBand;
import org.yinhang.core.scorecard.ScoreScale;
import org.yinhang.core.scorecard.Scorecard;
import org.yinhang.core.scorecard.ScorecardSettings;
import org.yinhang.core.scorecard.ScorecardTable;
import org.yinhang.core.scorecard.ScorecardTrainer;
import org.yinhang.core.scorecard.pmml.PmmlWriter;
import org.yinhang.core.table.Table;
import org.yinhang.core.table.Target;
import org.yinhang.shared.ConsoleProgress;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a scorecard of a table and writes what the policy binder and another engine need. */
@Command(
        name = "scorecard",
        description = "Makes a scorecard of a table: points by bin, grades, and the card as PMML.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Writes card.csv and card.md (every bin with its points and where they come from), bands.csv (grades and what a",
            "cut-off lets in, on the rows learned from) and card.pmml. How well a card does on rows it has not seen:",
            "yinhang evaluate --model scorecard.",
            "",
            "Examples:",
            "  yinhang scorecard --table german.data.gz --target c21=2 --whole --out card",
            "  yinhang scorecard --table applications.csv --target bad=1 --refused decision=refused --parcels 10",
            "",
            "Exit code: 0 written, 1 stopped by a fault, 2 wrong option."
        })
public final class ScorecardCommand implements Callable<Integer> {

    private static final int FINE_BINS = 64;
    private static final long SEED = 7;

    @Mixin
    private TableOptions table = new TableOptions();

    @Option(names = "--target", required = true, paramLabel = "COL=VALUE", description = "The event, such as bad=1.")
    private String target = "";

    @Option(names = "--exclude", split = ",", paramLabel = "COL", description = "Columns to leave out.")
    private List<String> excluded = new ArrayList<>();

    @Option(
            names = "--wanted",
            description =
                    "The event is wanted, such as a response; without it more points mean that it is less likely.")
    private boolean isWanted;

    @Option(names = "--whole", description = "Round points to whole numbers.")
    private boolean isWhole;

    @Option(
            names = "--pull",
            paramLabel = "ROWS",
            description =
                    "Let bins find points of their own, pulled towards their column's by as many rows (default: they do not).")
    private double pull = Double.POSITIVE_INFINITY;

    @Option(names = "--bands", paramLabel = "N", description = "How many grades (default: 10).", defaultValue = "10")
    private int bands = 10;

    @Option(
            names = "--refused",
            paramLabel = "COL=VALUE",
            description = "Rows whose outcome is not known because they were refused; needs --fuzzy or --parcels.")
    private @Nullable String refused;

    /** How the outcome of refused rows is guessed. */
    static final class Inference {

        @Option(
                names = "--fuzzy",
                paramLabel = "FACTOR",
                description = "Refused rows count in part; their odds times FACTOR.")
        private @Nullable Double fuzzy;

        @Option(
                names = "--parcels",
                paramLabel = "N",
                description = "Refused rows are drawn by the rate of N score parcels.")
        private @Nullable Integer parcels;
    }

    @ArgGroup
    private @Nullable Inference inference;

    @Option(names = "--out", paramLabel = "FOLDER", description = "Where to write (default: scorecard).")
    private Path out = Path.of("scorecard");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        ConsoleProgress progress = ConsoleProgress.onStandardError();
        try {
            Table rows = table.read(progress);
            Target event = Target.parse(target);
            @Nullable Target refusal = refused == null ? null : Target.parse(refused);
            requireBoth(refusal);
            boolean[] isRefused = refusal == null ? new boolean[rows.size()] : refusal.matches(rows);
            Table known = rows.select(IntStream.range(0, rows.size())
                    .filter(row ->
                            isRefused[row] || !rows.column(event.column()).isMissing(row))
                    .toArray());
            boolean[] outcomes = event.outcomes(known);
            Table features = known.without(List.of(event.column()))
                    .without(refusal == null ? List.of() : List.of(refusal.column()))
                    .without(excluded);
            double[] weights = new double[known.size()];
            Arrays.fill(weights, 1);
            boolean[] isUnknown = refusal == null ? new boolean[known.size()] : refusal.matches(known);
            Scorecard card = card(features, outcomes, isUnknown, weights);
            progress.finish();
            write(card, features, outcomes, isUnknown);
            return 0;
        } finally {
            progress.finish();
        }
    }

    private void requireBoth(@Nullable Target refusal) {
        if ((refusal == null) != (inference == null)) {
            throw TableOptions.wrongOption(
                    "--refused",
                    String.valueOf(refused),
                    "Give --refused together with --fuzzy or --parcels, or none of them.");
        }
    }

    private Scorecard card(Table features, boolean[] outcomes, boolean[] isRefused, double[] weights) {
        ScoreScale scale = ScoreScale.USUAL.forEvent(isWanted ? ScoreScale.Event.WANTED : ScoreScale.Event.UNWANTED);
        if (!(pull > 0)) {
            throw TableOptions.wrongOption("--pull", Double.toString(pull), "Write a number above 0.");
        }
        ScorecardSettings settings = ScorecardSettings.USUAL
                .withScale(isWhole ? scale.inWholePoints() : scale)
                .withPull(pull);
        BinnedTable binned = BinnedTable.fit(features, FINE_BINS);
        if (inference == null) {
            return ScorecardTrainer.train(binned, outcomes, weights, settings);
        }
        boolean[] isAccepted = new boolean[isRefused.length];
        for (int row = 0; row < isAccepted.length; row++) {
            isAccepted[row] = !isRefused[row];
        }
        RejectInference guess = inference.fuzzy != null
                ? new RejectInference.FuzzyAugmentation(inference.fuzzy)
                : new RejectInference.Parcelling(Objects.requireNonNull(inference.parcels), 1, SEED);
        return RejectTrainer.train(binned, outcomes, isAccepted, weights, guess, settings);
    }

    /** Grades are counted over the rows whose outcome is known. */
    private void write(Scorecard card, Table features, boolean[] outcomes, boolean[] isUnknown) {
        int[] told = IntStream.range(0, outcomes.length)
                .filter(row -> !isUnknown[row])
                .toArray();
        boolean[] happened = new boolean[told.length];
        double[] weights = new double[told.length];
        Arrays.fill(weights, 1);
        for (int i = 0; i < told.length; i++) {
            happened[i] = outcomes[told[i]];
        }
        List<ScoreBand> grades = ScoreBand.equal(card.scores(features.select(told)), happened, weights, bands);
        ScorecardTable binder = ScorecardTable.of(card);
        try {
            Files.createDirectories(out);
            Files.writeString(out.resolve("card.csv"), binder.csv());
            Files.writeString(out.resolve("card.md"), binder.markdown());
            Files.writeString(out.resolve("bands.csv"), ScorecardText.bands(grades));
            Files.writeString(out.resolve("card.pmml"), PmmlWriter.write(card, features.name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PrintWriter console = Objects.requireNonNull(spec).commandLine().getOut();
        console.print(ScorecardText.plain(card, out));
        console.flush();
    }
}
