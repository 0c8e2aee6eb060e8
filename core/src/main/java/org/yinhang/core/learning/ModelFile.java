package org.yinhang.core.learning;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.yinhang.core.binning.Bins;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.foreign.ForeignFaults;
import org.yinhang.core.foreign.PmmlModel;
import org.yinhang.core.scorecard.Scorecard;
import org.yinhang.core.scorecard.pmml.PmmlReader;
import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.Table;
import org.yinhang.core.table.Target;

/**
 * A model made elsewhere, to be one of ours: PMML (a card of our own comes back as a card), or boosted trees as XGBoost's JSON.
 *
 * @param name the file's name, by whose ending it is read
 * @param content its bytes
 */
public record ModelFile(String name, byte[] content) {

    /**
     * How it is to be used.
     *
     * @param isFalling whether a high score speaks against success
     * @param isCalibrated whether probabilities are to follow the outcomes of the rows it is brought in on; points always do
     */
    public record Use(boolean isFalling, boolean isCalibrated) {}

    /** A model before calibration, the columns it reads, the calibration it brings, and what is said of it. */
    private record Read(
            ResponseModel model, List<String> columns, Optional<Calibration> own, boolean mustCalibrate, String kind) {}

    /**
     * The model over columns like these.
     *
     * @param rows what it is to read, as the declaration makes it, rows it has not learned from
     * @param outcomes what became of them
     * @param target what counts as success
     * @param settings kept with it as its provenance; nothing is learned by them but a calibration
     * @throws FaultException FOR-1001 when it cannot be read, FOR-1002 with every field that is not here, FOR-1004 where it wants
     *     numbers and there are words, LRN-1002 where XGBoost cannot run
     */
    public ResponseModel over(Table rows, boolean[] outcomes, Target target, Use use, TrainingSettings settings) {
        Provenance blank = provenance(List.of(), rows, outcomes, target, settings, List.of(), "");
        Read read =
                switch (ending()) {
                    case "json" -> trees(rows, blank);
                    case "pmml", "xml" -> pmml(rows, use, blank);
                    default ->
                        throw ForeignFaults.unreadable(
                                "The ending '.%s' is none of a model's.".formatted(ending()), name);
                };
        Calibration calibration = read.own.orElseGet(Calibration::none);
        if (use.isCalibrated || read.mustCalibrate) {
            double[] stated = read.model.probabilities(rows);
            calibration = Calibration.fit(
                    Arrays.stream(stated).map(ModelFile::logOdds).toArray(), outcomes);
        }
        String made = "%s (%s) 100%%".formatted(read.kind, name);
        Provenance provenance =
                provenance(read.columns, rows, outcomes, target, settings, List.of(made), calibration.describe() + ".");
        return read.model.as(calibration, provenance, made + ", " + calibration.describe() + ".");
    }

    /** Finite, however sure a model is. */
    private static double logOdds(double probability) {
        double inside = Math.clamp(probability, 1e-12, 1 - 1e-12);
        return Math.log(inside / (1 - inside));
    }

    /** The model as it is, over the columns of a table, to score that table. */
    public ResponseModel asItIs(Table rows) {
        return over(
                rows,
                new boolean[rows.size()],
                new Target("outcome", "1"),
                new Use(false, false),
                TrainingSettings.unordered(ModelKind.BOOSTED, 0));
    }

    private String ending() {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private Provenance provenance(
            List<String> columns,
            Table rows,
            boolean[] outcomes,
            Target target,
            TrainingSettings settings,
            List<String> made,
            String calibration) {
        return new Provenance(
                hash(),
                rows.size(),
                (int) IntStream.range(0, outcomes.length)
                        .filter(row -> outcomes[row])
                        .count(),
                target.toString(),
                columns,
                settings,
                Provenance.CODE_VERSION,
                made,
                calibration);
    }

    /** SHA-256 of the file, which stands where a trained model has that of its rows. */
    private String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private Read trees(Table rows, Provenance blank) {
        BoosterFile file = BoosterFile.read(content, name);
        ResponseModel model =
                new ResponseModel(List.of(file.part(rows)), Calibration.none(), file.columns(rows), blank, "");
        return new Read(model, file.fields(rows), file.calibration(), false, "brought trees");
    }

    private Read pmml(Table rows, Use use, Provenance blank) {
        String document = new String(content, StandardCharsets.UTF_8);
        PmmlModel model = PmmlModel.read(document, name);
        ForeignFaults.requireFields(model.fields(), rows, name);
        model.fields().stream().filter(model::isNumber).forEach(field -> requireNumbers(field, rows, name));
        Optional<Scorecard> card = PmmlReader.find(document, name);
        if (card.isPresent() && !use.isFalling) {
            return card(card.get(), blank);
        }
        PmmlModel.Scores bound = model.bind(rows);
        double[] scores = IntStream.range(0, rows.size()).mapToDouble(bound::at).toArray();
        ElsewhereModel.Link link = link(scores, use);
        Map<String, String> typical = new LinkedHashMap<>();
        for (String field : model.fields()) {
            typical.put(field, ElsewhereModel.typical(model.isNumber(field), rows, field, rows.size()));
        }
        ElsewhereModel elsewhere = new ElsewhereModel(new ElsewhereModel.Kept(name, document, link, typical), model);
        return new Read(
                ResponseModel.of(elsewhere, Calibration.none(), model.fields(), blank, ""),
                model.fields(),
                Optional.empty(),
                !link.isProbability(),
                "brought PMML");
    }

    /** A card of ours says itself whether points speak for the event. */
    private Read card(Scorecard card, Provenance blank) {
        List<Bins> bins = card.bins();
        List<String> columns = bins.stream().map(Bins::column).toList();
        List<Encoding.Part> parts = new ArrayList<>();
        for (int source = 0; source < bins.size(); source++) {
            parts.add(new BinPart(bins.get(source), source));
        }
        ResponseModel.Part part = new ResponseModel.Part(new Encoding(parts), new ScorecardModel(card, bins), 1);
        return new Read(
                new ResponseModel(List.of(part), Calibration.none(), columns, blank, ""),
                columns,
                Optional.empty(),
                false,
                "brought card");
    }

    /** Scores that all lie between 0 and 1 are probabilities; others are points, whose scale is theirs. */
    private ElsewhereModel.Link link(double[] scores, Use use) {
        double[] said =
                Arrays.stream(scores).filter(score -> !Double.isNaN(score)).toArray();
        if (said.length == 0) {
            throw ForeignFaults.unreadable("It says nothing about any of the %,d rows.".formatted(scores.length), name);
        }
        boolean isProbability = Arrays.stream(said).allMatch(score -> score >= 0 && score <= 1);
        double mean = Arrays.stream(said).average().orElseThrow();
        double variance = Arrays.stream(said)
                .map(score -> (score - mean) * (score - mean))
                .average()
                .orElseThrow();
        int sign = use.isFalling ? -1 : 1;
        ElsewhereModel.Link link = isProbability
                ? new ElsewhereModel.Link(true, sign, 0, 1, 0)
                : new ElsewhereModel.Link(false, sign, mean, variance > 0 ? Math.sqrt(variance) : 1, 0);
        return link.saying(Arrays.stream(said).map(link::logOdds).average().orElseThrow());
    }

    /** Words are not read as numbers: every one of them would count as missing. */
    static void requireNumbers(String column, Table rows, String model) {
        if (rows.column(column) instanceof CategoryColumn) {
            throw new FaultException(Fault.of(
                    "FOR-1004",
                    "The model reads '%s' as a number; here it is a word.".formatted(column),
                    "%s: %s".formatted(model, column),
                    "Give a model that reads its words, or a column of numbers of that name."));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ModelFile file && name.equals(file.name) && Arrays.equals(content, file.content);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return "%s, %d bytes".formatted(name, content.length);
    }
}
