package org.yinhang.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.yinhang.core.audience.index.IndexColumn;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.glassbox.GlassBox;
import org.yinhang.core.learning.Predictions;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.core.table.Column;
import org.yinhang.core.table.ColumnType;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.Table;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.tag.Tag;
import org.yinhang.lake.tag.TagCatalogue;
import org.yinhang.lake.training.CompiledModel;
import org.yinhang.lake.training.CompiledModel.ModelFeature;
import org.yinhang.lake.training.ModelCompiler;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.lake.training.ModelFolder;
import org.yinhang.lake.training.ModelScorer;
import org.yinhang.tag.TagDefinitions;
import org.yinhang.tag.TagShelf;

/**
 * Scores one customer by the champion from what the run of the tags in force saw of him, so to the same bits as the tag; or
 * as if some of it were otherwise.
 */
@Service
public class CustomerScores {

    private static final int REASONS = 6;
    private static final int PLACES = (1 << Lake.BLOCK_BITS) - 1;

    private final Models models;
    private final ModelFolder folder;
    private final TagDefinitions tags;
    private final TagShelf shelf;
    private final Lake lake;
    private final Map<String, Ready> ready = new ConcurrentHashMap<>();

    CustomerScores(Models models, ModelFolder folder, TagDefinitions tags, TagShelf shelf, Lake lake) {
        this.models = models;
        this.folder = folder;
        this.tags = tags;
        this.shelf = shelf;
        this.lake = lake;
    }

    /**
     * Scores a customer.
     *
     * @param assumed values by column of the model, to be taken for others than they are
     * @throws FaultException MDL-2009 when no version is in force, MDL-2010 when the tags have not been computed with it
     *     yet, MDL-2011 when a value cannot be taken
     */
    public CustomerScore score(String model, int customer, Map<String, String> assumed) {
        return whatIf(model, customer, assumed).score();
    }

    /**
     * Scores a customer and shows the whole sum; the same score to the same bits.
     *
     * @param assumed as of {@link #score}
     * @throws FaultException as {@link #score}
     */
    public WhatIf whatIf(String model, int customer, Map<String, String> assumed) {
        ModelVersion champion = models.champion(model)
                .orElseThrow(() -> new FaultException(Fault.of(
                        "MDL-2009",
                        "No version of model '%s' is in force.".formatted(model),
                        model,
                        "Approve one and make it champion.")));
        ModelScorer scorer = scorer(champion);
        return shelf.read(read -> score(champion, scorer, read, customer, assumed))
                .orElseThrow(() -> notComputed(model));
    }

    /** What a scorer was made of; while nothing of it changes, asking again costs nothing. */
    private record Made(String file, long snapshot, List<Tag> tags) {}

    private record Ready(Made made, ModelScorer scorer) {}

    private ModelScorer scorer(ModelVersion champion) {
        Snapshot snapshot = lake.current();
        Made made = new Made(champion.file(), snapshot.version(), tags.inForce());
        Ready last = ready.get(champion.model());
        if (last == null || !last.made().equals(made)) {
            last = new Ready(made, scorer(champion, made, snapshot));
            ready.put(champion.model(), last);
        }
        return last.scorer();
    }

    private ModelScorer scorer(ModelVersion champion, Made made, Snapshot snapshot) {
        ModelDefinition definition = models.declaration(champion)
                .orElseThrow(() -> new FaultException(Fault.of(
                        "MDL-2012",
                        "The declaration of model '%s' has changed since its champion was trained."
                                .formatted(champion.model()),
                        champion.name(),
                        "Train it again.")));
        CompiledModel compiled =
                ModelCompiler.compile(definition, TagCatalogue.compile(made.tags(), snapshot), snapshot);
        return new ModelScorer(compiled, folder.get(champion.file()));
    }

    private WhatIf score(
            ModelVersion champion, ModelScorer scorer, TagShelf.Tags read, int customer, Map<String, String> assumed) {
        CompiledModel compiled = scorer.compiled();
        Table row = scorer.table(column -> value(read, column, customer, champion.model()), new int[] {0});
        for (Map.Entry<String, String> one : assumed.entrySet()) {
            row = assume(row, one.getKey(), one.getValue());
        }
        Predictions predictions = scorer.predictions(row);
        Map<String, Object> scores = new LinkedHashMap<>();
        for (ModelDefinition.Score score : compiled.definition().scores()) {
            scores.put(
                    score.tag(),
                    switch (scorer.values(score.reading(), row)) {
                        case ModelScorer.Numbers(double[] numbers) -> numbers[0];
                        case ModelScorer.Words(int[] places, List<String> words) -> words.get(places[0]);
                    });
        }
        Vector member = value(read, compiled.population(), customer, champion.model());
        CustomerScore told = new CustomerScore(
                champion.model(),
                champion.version(),
                read.report().asOf().toString(),
                customer,
                member instanceof Vector.Truths(byte[] truths) && truths[0] == Vector.TRUE,
                predictions.probabilities()[0],
                scores,
                reasons(compiled, row, predictions),
                assumed);
        return new WhatIf(
                told, predictions.baseline(), predictions.baselineProbability(), terms(compiled, row, predictions));
    }

    private static List<WhatIf.Term> terms(CompiledModel compiled, Table row, Predictions predictions) {
        List<WhatIf.Term> terms = new ArrayList<>();
        for (int at = 0; at < predictions.columns().size(); at++) {
            String name = predictions.columns().get(at);
            Optional<Column> column = row.find(name);
            terms.add(new WhatIf.Term(
                    name,
                    column.map(CustomerScores::told).orElse(""),
                    predictions.contribution(0, at),
                    column.map(known -> kind(compiled, known)).orElse(WhatIf.Kind.NONE)));
        }
        return terms;
    }

    private static WhatIf.Kind kind(CompiledModel compiled, Column column) {
        boolean isTruth = compiled.features().stream()
                .filter(feature -> feature.columnNames().contains(column.name()))
                .anyMatch(feature -> feature.type() == ValueType.TRUTH || feature.type() == ValueType.SET);
        if (isTruth) {
            return WhatIf.Kind.TRUTH;
        }
        return column instanceof NumericColumn ? WhatIf.Kind.NUMBER : WhatIf.Kind.WORD;
    }

    private static Vector value(TagShelf.Tags read, String column, int customer, String model) {
        IndexColumn found = read.index().column(column).orElseThrow(() -> notComputed(model));
        return found.read(customer >>> Lake.BLOCK_BITS, new char[] {(char) (customer & PLACES)}, 1);
    }

    private static FaultException notComputed(String model) {
        return new FaultException(Fault.of(
                "MDL-2010",
                "The tags have not been computed with this champion yet.",
                model,
                "Start 'compute tags' and ask again."));
    }

    private static Table assume(Table row, String column, String value) {
        Column known = row.column(column);
        if (known instanceof NumericColumn && !value.isBlank() && !value.matches("-?\\d+(\\.\\d+)?([eE]-?\\d+)?")) {
            throw new FaultException(Fault.of(
                    "MDL-2011",
                    "'%s' is not a number.".formatted(value),
                    column,
                    "Write a number: yuan, fractions, 1 for true and 0 for false."));
        }
        return ModelScorer.with(row, column, value);
    }

    private static List<CustomerScore.Reason> reasons(CompiledModel model, Table row, Predictions predictions) {
        return IntStream.range(0, predictions.columns().size())
                .filter(column -> predictions.contribution(0, column) != 0)
                .boxed()
                .sorted(Comparator.comparingDouble(column -> -Math.abs(predictions.contribution(0, column))))
                .limit(REASONS)
                .map(column ->
                        reason(model, row, predictions.columns().get(column), predictions.contribution(0, column)))
                .toList();
    }

    private static CustomerScore.Reason reason(CompiledModel model, Table row, String column, double logOdds) {
        List<String> pair = List.of(column.split(GlassBox.TOGETHER));
        if (pair.size() == 2) {
            return reasonOfTwo(model, column, pair, logOdds);
        }
        Optional<ModelFeature> feature = feature(model, column);
        String value = row.find(column).map(CustomerScores::told).orElse("");
        String zh = feature.map(ModelFeature::zh).orElse(column);
        String en = feature.map(ModelFeature::en).orElse(column);
        return new CustomerScore.Reason(
                column,
                value,
                logOdds,
                "%s%s使可能性%s。".formatted(zh, value.isEmpty() ? "缺失，" : "为 " + value + "，", logOdds > 0 ? "上升" : "下降"),
                "%s %s it."
                        .formatted(
                                value.isEmpty() ? en + " is unknown, which" : en + " of " + value,
                                logOdds > 0 ? "raises" : "lowers"));
    }

    private static CustomerScore.Reason reasonOfTwo(
            CompiledModel model, String name, List<String> pair, double logOdds) {
        List<ModelFeature> features =
                pair.stream().flatMap(one -> feature(model, one).stream()).toList();
        String zh = features.size() == 2
                ? features.getFirst().zh() + "与" + features.getLast().zh()
                : name;
        String en = features.size() == 2
                ? features.getFirst().en() + " with " + features.getLast().en()
                : name;
        return new CustomerScore.Reason(
                name,
                "",
                logOdds,
                "%s合在一起使可能性%s。".formatted(zh, logOdds > 0 ? "上升" : "下降"),
                "%s together %s it.".formatted(en, logOdds > 0 ? "raise" : "lower"));
    }

    private static Optional<ModelFeature> feature(CompiledModel model, String column) {
        return model.features().stream()
                .filter(one -> one.columnNames().contains(column))
                .findFirst();
    }

    private static String told(Column column) {
        return column instanceof NumericColumn numbers
                        && !numbers.isMissing(0)
                        && numbers.type() == ColumnType.NUMERIC
                        && Math.abs(numbers.value(0)) < 1e15
                ? BigDecimal.valueOf(numbers.value(0))
                        .round(new MathContext(6))
                        .stripTrailingZeros()
                        .toPlainString()
                : column.text(0);
    }
}
