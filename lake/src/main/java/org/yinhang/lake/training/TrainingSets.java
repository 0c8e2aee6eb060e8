package org.yinhang.lake.training;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.yinhang.core.evaluation.FeatureStrength;
import org.yinhang.core.evaluation.Split;
import org.yinhang.core.evaluation.SplitStep;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.progress.Progress;
import org.yinhang.core.table.Column;
import org.yinhang.core.table.Table;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.SessionSettings;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.sql.Sql;
import org.yinhang.lake.tag.ColumnSink;
import org.yinhang.lake.tag.GivenTags;
import org.yinhang.lake.tag.PickedColumns;
import org.yinhang.lake.tag.TagColumns;
import org.yinhang.lake.training.CompiledModel.ModelFeature;

/**
 * Builds training sets with the engine of the tags, one observation day after the other: who takes part, a sample of them,
 * their features as of that day, and their outcomes as of the end of the window. Only the sample is ever held in memory.
 */
public final class TrainingSets {

    /** Single columns learn from so much of the rows and are judged on the rest. */
    private static final double LOOKED_AT_FROM = 0.6;

    /** Of those who take part, at most so many are judged where what became of days learned from was known late. */
    private static final double JUDGED_SHARE = 1.0 / 3;

    private final Lake lake;
    private final Snapshot snapshot;
    private final ZoneId zone;
    private final int threads;

    /**
     * @param zone the bank's zone, in which days are reckoned
     * @param threads processor threads; the rows do not depend on them
     */
    public TrainingSets(Lake lake, Snapshot snapshot, ZoneId zone, int threads) {
        this.lake = lake;
        this.snapshot = snapshot;
        this.zone = zone;
        this.threads = threads;
    }

    /**
     * Builds the training set of a model.
     *
     * @param asOf the day of training; nothing that happened on it or later is seen
     * @throws FaultException MDL-1020 when the lake's facts begin too late, MDL-1021 when there are none, MDL-1022 when
     *     nobody takes part
     */
    public TrainingSet build(CompiledModel model, LocalDate asOf, Progress progress) {
        ObservationDays days = ObservationDays.of(model.definition(), asOf, firstDay(model));
        Map<ModelFeature, FeatureColumns> columns = new LinkedHashMap<>();
        model.features().forEach(feature -> columns.put(feature, new FeatureColumns(feature)));
        Rows rows = new Rows(model.attributes());
        for (int day = 0; day < days.days().size(); day++) {
            progress.report(
                    "%s %s".formatted(model.id(), days.days().get(day)),
                    day,
                    days.days().size());
            observe(model, days, day, columns, rows);
        }
        return rows.set(model, asOf, snapshot.version(), days, columns);
    }

    /**
     * Who takes part as of a day, and what a model sees of them when it scores.
     *
     * @param most how many at most, chosen by a hash of customer and day
     */
    public Population population(ModelScorer scorer, LocalDate day, int most) {
        CompiledModel model = scorer.compiled();
        PopulationSink population = new PopulationSink();
        read(model, List.of(model.population()), asOf(day), population);
        HashSample sample = new HashSample(most, day.toEpochDay());
        new CustomerObservation(this, model).offer(population, day, sample);
        int[] chosen = HashSample.customers(sample.rows());
        return new Population(sample.seen(), chosen, rows(scorer, day, chosen));
    }

    /** What a model sees of some customers as of a day, in their order. */
    public Table rows(ModelScorer scorer, LocalDate day, int[] customers) {
        CompiledModel model = scorer.compiled();
        PickedColumns picked = new PickedColumns(customers);
        read(model, List.copyOf(model.scored()), asOf(day), picked);
        return scorer.table(picked::whole, IntStream.range(0, customers.length).toArray());
    }

    /**
     * Customers who take part in a model.
     *
     * @param all how many take part
     * @param customers those chosen
     * @param rows what the model sees of each
     */
    public record Population(long all, int[] customers, Table rows) {}

    private void observe(
            CompiledModel model, ObservationDays days, int day, Map<ModelFeature, FeatureColumns> columns, Rows rows) {
        LocalDate observed = days.days().get(day);
        AsOf asOf = new AsOf(observed, zone);
        PopulationSink population = new PopulationSink();
        read(model, List.of(model.population()), asOf, population);
        Observation observation = model.table()
                .<Observation>map(table -> new FactObservation(lake, snapshot, model, table, zone))
                .orElseGet(() -> new CustomerObservation(this, model));
        // The days kept for judging look at the same customers, and few enough, for their late rows are not learned
        // from.
        LocalDate drawn = days.days().get(Math.min(day, days.learned()));
        HashSample sample = new HashSample(model.definition().schedule().sample(), drawn.toEpochDay());
        observation.offer(population, observed, sample);
        List<HashSample.Row> chosen = sample.rows(judgesFewer(model, days, day) ? JUDGED_SHARE : 1);
        if (!chosen.isEmpty()) {
            PickedColumns picked = new PickedColumns(HashSample.customers(chosen));
            read(model, model.observed(), asOf, picked);
            columns.forEach((feature, values) -> feature.column().ifPresent(name -> picked.into(name, values::add)));
            rows.protect(picked);
            byte[] outcomes = observation.outcomes(chosen, observed, columns);
            rows.add(day, chosen, outcomes);
        }
        rows.offered += sample.seen();
    }

    private static boolean judgesFewer(CompiledModel model, ObservationDays days, int day) {
        return days.isHeldOut(day)
                && !model.definition().isOfFacts()
                && days.isLate(model.definition(), days.learned() - 1);
    }

    /** Computes columns of the model's catalogue as of a day. */
    void read(CompiledModel model, List<String> ids, AsOf asOf, ColumnSink sink) {
        TagColumns.read(lake, snapshot, model.catalogue(), ids, asOf, GivenTags.NONE, threads, Progress.SILENT, sink);
    }

    AsOf asOf(LocalDate day) {
        return new AsOf(day, zone);
    }

    /** The first day of which everything the model's rows and outcomes come from has facts. */
    private LocalDate firstDay(CompiledModel model) {
        try (LakeSession session = lake.read(snapshot, SessionSettings.INTERACTIVE)) {
            LocalDate first = LocalDate.MIN;
            for (String table : model.tables().stream().sorted().toList()) {
                LocalDate begins = session
                        .query(
                                "SELECT min(occurred_at) FROM %s HAVING count(*) > 0".formatted(Sql.quoted(table)),
                                row -> row.getObject(1, LocalDateTime.class))
                        .stream()
                        .findFirst()
                        .map(at -> at.toInstant(ZoneOffset.UTC).atZone(zone).toLocalDate())
                        .orElseThrow(() -> new FaultException(Fault.of(
                                "MDL-1021",
                                "Model '%s' has nothing to learn from: '%s' has no rows.".formatted(model.id(), table),
                                model.definition().where(),
                                "Load it first.")));
                first = begins.isAfter(first) ? begins : first;
            }
            return first;
        }
    }

    /** One observation day, of customers or of facts. */
    sealed interface Observation permits CustomerObservation, FactObservation {

        /** Offers every row of those who take part. */
        void offer(PopulationSink population, LocalDate day, HashSample sample);

        /**
         * What became of the rows: 1, 0, or -1 where it is not known.
         *
         * @param columns the features of the rows themselves are added to these
         */
        byte[] outcomes(List<HashSample.Row> rows, LocalDate day, Map<ModelFeature, FeatureColumns> columns);
    }

    /** Rows stand in time, so that columns are judged on the newest. */
    private static List<FeatureStrength> suspects(Table features, boolean[] outcomes) {
        List<SplitStep> steps = new Split.AtTime(LOOKED_AT_FROM).steps(features, outcomes);
        return FeatureStrength.suspects(FeatureStrength.of(features, outcomes, steps));
    }

    /** The rows gathered so far. */
    private static final class Rows {

        private final List<Integer> days = new ArrayList<>();
        private final List<Integer> customers = new ArrayList<>();
        private final List<Byte> outcomes = new ArrayList<>();
        private final Map<ModelFeature, FeatureColumns> attributes = new LinkedHashMap<>();
        private long offered;

        Rows(List<ModelFeature> attributes) {
            attributes.forEach(attribute -> this.attributes.put(attribute, new FeatureColumns(attribute)));
        }

        void protect(PickedColumns picked) {
            attributes.forEach(
                    (attribute, values) -> picked.into(attribute.column().orElseThrow(), values::add));
        }

        void add(int day, List<HashSample.Row> rows, byte[] known) {
            for (int i = 0; i < known.length; i++) {
                days.add(day);
                customers.add(rows.get(i).customer());
                outcomes.add(known[i]);
            }
        }

        TrainingSet set(
                CompiledModel model,
                LocalDate asOf,
                long snapshot,
                ObservationDays observed,
                Map<ModelFeature, FeatureColumns> features) {
            int[] decided = IntStream.range(0, outcomes.size())
                    .filter(row -> outcomes.get(row) >= 0)
                    .toArray();
            if (decided.length == 0) {
                throw new FaultException(Fault.of(
                        "MDL-1022",
                        "Nobody takes part in model '%s'.".formatted(model.id()),
                        model.definition().where(),
                        "Look at its population and at the days %s to %s."
                                .formatted(
                                        observed.days().getFirst(),
                                        observed.days().getLast())));
            }
            List<Column> columns = new ArrayList<>();
            model.features()
                    .forEach(feature -> columns.addAll(
                            Objects.requireNonNull(features.get(feature)).columns()));
            Table table = Table.of(model.id(), columns).select(decided);
            Table groups = Table.of(
                            "groups",
                            attributes.values().stream()
                                    .flatMap(values -> values.columns().stream())
                                    .toList())
                    .select(decided);
            boolean[] successes = new boolean[decided.length];
            int[] dayOf = new int[decided.length];
            int[] customerOf = new int[decided.length];
            for (int i = 0; i < decided.length; i++) {
                successes[i] = outcomes.get(decided[i]) == 1;
                dayOf[i] = days.get(decided[i]);
                customerOf[i] = customers.get(decided[i]);
            }
            return new TrainingSet(
                    model,
                    asOf,
                    snapshot,
                    model.definition().isOfFacts() ? observed.withRows(dayOf) : observed,
                    dayOf,
                    customerOf,
                    table,
                    groups,
                    successes,
                    offered,
                    outcomes.size() - (long) decided.length,
                    suspects(table, successes));
        }
    }
}
