package org.yinhang.core.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.yinhang.core.archive.Archived;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.glassbox.CurveEdit;
import org.yinhang.core.glassbox.GlassBox;
import org.yinhang.core.scorecard.Scorecard;
import org.yinhang.core.table.OneRow;
import org.yinhang.core.table.Table;

/** Says how likely a customer is to respond, with reasons; made by a {@link ResponseTrainer}. Safe to share by threads. */
public final class ResponseModel implements Archived.Archivable {

    /** The name contributions of recent success rates, which belong to no column, go by. */
    public static final String RECENT_OUTCOMES = "recent outcomes";

    private static final int CHUNK = 4_096;

    /**
     * A glass box among what a model is made of.
     *
     * @param box the curves and pair maps, in log odds before calibration
     * @param weight what they are multiplied by, 1 where nothing else is blended in
     */
    public record WeightedBox(GlassBox box, double weight) {}

    /** A fitted learner, what it reads and how much it counts. */
    record Part(Encoding encoding, AdditiveModel model, double weight) {}

    private final List<Part> parts;
    private final Optional<ElsewhereModel> elsewhere;
    private final Calibration calibration;
    private final List<String> sources;
    private final Provenance provenance;
    private final String choice;

    ResponseModel(
            List<Part> parts, Calibration calibration, List<String> sources, Provenance provenance, String choice) {
        this(parts, Optional.empty(), calibration, sources, provenance, choice);
    }

    private ResponseModel(
            List<Part> parts,
            Optional<ElsewhereModel> elsewhere,
            Calibration calibration,
            List<String> sources,
            Provenance provenance,
            String choice) {
        this.parts = List.copyOf(parts);
        this.elsewhere = elsewhere;
        this.calibration = calibration;
        this.sources = List.copyOf(sources);
        this.provenance = provenance;
        this.choice = choice;
    }

    /** A model that is one made elsewhere and nothing else. */
    static ResponseModel of(
            ElsewhereModel elsewhere,
            Calibration calibration,
            List<String> fields,
            Provenance provenance,
            String choice) {
        return new ResponseModel(List.of(), Optional.of(elsewhere), calibration, fields, provenance, choice);
    }

    /** The same scores, calibrated otherwise and from elsewhere. */
    ResponseModel as(Calibration other, Provenance from, String why) {
        return new ResponseModel(parts, elsewhere, other, sources, from, why);
    }

    public Provenance provenance() {
        return provenance;
    }

    /** Which learners make up the model and why, in a sentence or two. */
    public String choice() {
        return choice;
    }

    /** What contributions are credited to; see {@link Predictions#columns()}. */
    public List<String> columns() {
        return sources;
    }

    /**
     * The card of points, where the model is one and nothing else. Its probabilities are those of the rows learned from; the
     * model's own are calibrated on rows not learned from.
     */
    public Optional<Scorecard> scorecard() {
        return parts.size() == 1 && parts.getFirst().model() instanceof ScorecardModel model
                ? Optional.of(model.card())
                : Optional.empty();
    }

    /** The glass boxes it is made of, whose curves a person can read; none where other learners alone make it up. */
    public List<WeightedBox> glassBoxes() {
        List<WeightedBox> boxes = new ArrayList<>();
        for (Part part : parts) {
            if (part.model() instanceof GlassBoxModel glass) {
                boxes.add(new WeightedBox(glass.box(), part.weight()));
            }
        }
        return List.copyOf(boxes);
    }

    /**
     * A model that is one glass box and a straight line over its log odds, and so can be written down as a formula.
     *
     * @param slope what the box's log odds are multiplied by
     * @param intercept what is added then; the probability is that of the sum as log odds
     */
    public record Formula(GlassBox box, double slope, double intercept) {}

    /** The model as a formula; empty where others are blended in, or where probabilities follow a curve of many steps. */
    public Optional<Formula> formula() {
        return parts.size() == 1
                        && parts.getFirst().model() instanceof GlassBoxModel glass
                        && parts.getFirst().weight() == 1
                        && calibration instanceof PlattScaling line
                ? Optional.of(new Formula(glass.box(), line.slope(), line.intercept()))
                : Optional.empty();
    }

    /**
     * The same model with curves of its glass box drawn anew by a person; scores before calibration change by what is drawn.
     *
     * @param edits in log odds as the model adds them, a blend's weight included
     * @throws FaultException LRN-1014 when there is not one glass box in it, and what the edits have wrong
     */
    public ResponseModel redrawn(List<CurveEdit> edits) {
        edits.forEach(CurveEdit::checkValue);
        List<WeightedBox> boxes = glassBoxes();
        if (boxes.size() != 1) {
            throw new FaultException(Fault.of(
                    "LRN-1014",
                    "There is not one glass box in this model whose curves could be drawn.",
                    "",
                    "Train a glass box."));
        }
        List<Part> changed = new ArrayList<>();
        for (Part part : parts) {
            changed.add(
                    part.model() instanceof GlassBoxModel glass
                            ? new Part(
                                    part.encoding(),
                                    glass.with(edits.stream()
                                            .map(edit -> edit.weighing(part.weight()))
                                            .toList()),
                                    part.weight())
                            : part);
        }
        String drawn = edits.stream().map(CurveEdit::column).distinct().collect(Collectors.joining(", "));
        return new ResponseModel(
                changed, calibration, sources, provenance, choice + " Drawn anew by a person: " + drawn + ".");
    }

    /**
     * Its boosted trees as XGBoost's own JSON, a document for each ensemble it is made of. They read encoded rows, whose features
     * they name; their scores are log odds before calibration. An attribute holds how rows are encoded, so that {@link ModelFile}
     * makes the same model of one that was nothing but these trees.
     */
    public List<String> boosters() {
        return BoosterJson.all(parts, sources, calibration);
    }

    /**
     * Scores rows with reasons. A row's answer is the same bits alone as among others.
     *
     * @param table rows with the columns of the training table, in any order
     * @throws FaultException LRN-1003 when a column is missing
     */
    public Predictions score(Table table) {
        float[] contributions = new float[table.size() * sources.size()];
        double[] probabilities = run(table, contributions);
        double baseline = parts.stream()
                        .mapToDouble(part -> part.weight * part.model.baseline())
                        .sum()
                + elsewhere.map(ElsewhereModel::baseline).orElse(0.0);
        return new Predictions(sources, probabilities, contributions, baseline, calibration.probability(baseline));
    }

    /**
     * Scores rows without reasons, to the same probabilities as {@link #score}.
     *
     * @return the calibrated probability of each row, 0 to 1
     */
    public double[] probabilities(Table table) {
        return run(table, new float[0]);
    }

    /**
     * Prepares for records scored one at a time, to the same bits as in a table.
     *
     * @param row filled anew before each score; it must have the columns of the training table
     * @throws FaultException LRN-1003 when a column is missing
     */
    public OneByOne open(OneRow row) {
        return new OneByOne(row);
    }

    /** Scores the record as it is filled, one after another. Not for sharing by threads. */
    public final class OneByOne {

        private final RowScorer scorer;
        private final float[] contributions = new float[sources.size()];

        private OneByOne(OneRow row) {
            this.scorer = scorer(RowScorer.Rows.of(parts, elsewhere, row));
        }

        /** The calibrated probability, 0 to 1, with its reasons in {@link #contribution}. */
        public double score() {
            return scorer.score(0, contributions);
        }

        /** How much a source moved the log odds of the last record scored; see {@link Predictions#contribution}. */
        public double contribution(int column) {
            return contributions[column];
        }
    }

    private double[] run(Table table, float[] contributions) {
        double[] probabilities = new double[table.size()];
        RowScorer.Rows rows = RowScorer.Rows.of(parts, elsewhere, table);
        int chunks = (table.size() + CHUNK - 1) / CHUNK;
        IntStream.range(0, chunks).parallel().forEach(chunk -> {
            RowScorer scorer = scorer(rows);
            int end = Math.min(table.size(), (chunk + 1) * CHUNK);
            for (int row = chunk * CHUNK; row < end; row++) {
                probabilities[row] = scorer.score(row, contributions);
            }
        });
        return probabilities;
    }

    private RowScorer scorer(RowScorer.Rows rows) {
        return new RowScorer(parts, rows, calibration, sources.size());
    }

    /** Encodings that parts share are kept once, so that a row is encoded once again. */
    @Override
    public Archived<ResponseModel> archived() {
        if (elsewhere.isPresent()) {
            return new KeptElsewhere(elsewhere.get().kept(), calibration, sources, provenance, choice);
        }
        List<Encoding> encodings = parts.stream().map(Part::encoding).distinct().toList();
        return new Kept(
                encodings,
                parts.stream().map(part -> encodings.indexOf(part.encoding)).toList(),
                parts.stream().map(Part::model).toList(),
                parts.stream().map(Part::weight).toList(),
                calibration,
                sources,
                provenance,
                choice);
    }

    private record Kept(
            List<Encoding> encodings,
            List<Integer> encodingOf,
            List<AdditiveModel> models,
            List<Double> weights,
            Calibration calibration,
            List<String> sources,
            Provenance provenance,
            String choice)
            implements Archived<ResponseModel> {

        @Override
        public ResponseModel restore() {
            List<Part> parts = IntStream.range(0, models.size())
                    .mapToObj(i -> new Part(encodings.get(encodingOf.get(i)), models.get(i), weights.get(i)))
                    .toList();
            return new ResponseModel(parts, calibration, sources, provenance, choice);
        }
    }

    private record KeptElsewhere(
            ElsewhereModel.Kept model,
            Calibration calibration,
            List<String> sources,
            Provenance provenance,
            String choice)
            implements Archived<ResponseModel> {

        @Override
        public ResponseModel restore() {
            return ResponseModel.of(new ElsewhereModel(model), calibration, sources, provenance, choice);
        }
    }
}
