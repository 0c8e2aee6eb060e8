package org.yinhang.lake.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.vector.Dictionary;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.core.table.Table;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.fold.Vectors;
import org.yinhang.lake.schema.DataClass;
import org.yinhang.lake.tag.CompiledTag;
import org.yinhang.lake.tag.GivenTags;
import org.yinhang.lake.tag.NamedExpression;
import org.yinhang.lake.tag.Tag;
import org.yinhang.lake.tag.TagCatalogue;
import org.yinhang.lake.tag.TagKind;
import org.yinhang.lake.tag.TagPurpose;
import org.yinhang.lake.training.ModelDefinition.Score;

/**
 * Models in force as tags of kind score: a run of the tags computes what they read first, then asks for their scores, so
 * a score is always of the same day as everything beside it.
 */
public final class ScoredTags implements GivenTags {

    private static final int ROWS = 1 << Lake.BLOCK_BITS;

    private final TagCatalogue catalogue;
    private final Map<String, ModelScorer> byTag = new TreeMap<>();
    private final Map<String, Score> scores = new HashMap<>();
    private final Map<String, Dictionary> dictionaries = new ConcurrentHashMap<>();
    private final Map<Place, Seen> seen = new ConcurrentHashMap<>();

    private record Place(String model, int block) {}

    /** What a model sees of a block, kept until all its scores were asked for. */
    private record Seen(int[] rows, Table table, Set<String> left) {}

    private final SortedMap<String, List<Fault>> leftOut = new TreeMap<>();

    private ScoredTags(TagCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Prepares the tags of some models.
     *
     * @param tags the catalogue of a run
     * @param scorers the models in force
     * @throws FaultException MDL-1030 when a model writes a tag that is no score, MDL-1031 when a tag may be used for what
     *     its model may not, or hides data its model reads
     */
    public static ScoredTags of(TagCatalogue tags, Snapshot snapshot, List<ModelScorer> scorers) {
        TagCatalogue whole = tags;
        Map<String, Set<String>> reads = new TreeMap<>();
        for (ModelScorer scorer : scorers) {
            CompiledModel model = scorer.compiled();
            List<NamedExpression> asked = model.expressions().stream()
                    .filter(expression -> model.scored().contains(expression.id()))
                    .toList();
            whole = whole.with(asked, model.definition().governance(), snapshot);
            check(model, tags);
            model.definition().scores().forEach(score -> reads.put(score.tag(), model.scored()));
        }
        ScoredTags scored = new ScoredTags(whole.giving(reads));
        scorers.forEach(scorer -> scorer.compiled().definition().scores().forEach(score -> {
            scored.byTag.put(score.tag(), scorer);
            scored.scores.put(score.tag(), score);
        }));
        return scored;
    }

    /** Whether the tags of a model's scores can hold them: {@code MDL-1030} and {@code MDL-1031} otherwise. */
    static void check(CompiledModel model, TagCatalogue tags) {
        List<Fault> faults = new ArrayList<>();
        model.definition().scores().forEach(score -> check(model, score, tags, faults));
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
    }

    private static void check(CompiledModel model, Score score, TagCatalogue tags, List<Fault> faults) {
        Optional<CompiledTag> found = tags.find(score.tag());
        boolean fits = found.isPresent()
                && found.get().kind() == TagKind.SCORE
                && holds(found.get().tag().type(), score.reading());
        if (!fits) {
            faults.add(Fault.of(
                    "MDL-1030",
                    "Model '%s' writes '%s', which is no tag of kind score that can hold it."
                            .formatted(model.id(), score.tag()),
                    model.definition().where(),
                    "Declare it in the catalogue of tags."));
            return;
        }
        Tag.Governance governance = found.get().tag().governance();
        Set<DataClass> hidden = EnumSet.noneOf(DataClass.class);
        hidden.addAll(model.data());
        hidden.removeAll(governance.data());
        List<TagPurpose> foreign = governance.purposes().stream()
                .filter(purpose -> !model.definition().governance().purposes().contains(purpose))
                .toList();
        if (!hidden.isEmpty() || !foreign.isEmpty()) {
            faults.add(Fault.of(
                    "MDL-1031",
                    "Tag '%s' must declare the data its model reads (%s) and no purpose the model has not (%s)."
                            .formatted(
                                    score.tag(),
                                    model.data(),
                                    model.definition().governance().purposes()),
                    found.get().tag().where(),
                    "Correct 'data' or 'purpose' of the tag."));
        }
    }

    /** The same scores, telling which models in force give none and why. */
    ScoredTags leavingOut(SortedMap<String, List<Fault>> models) {
        leftOut.putAll(models);
        return this;
    }

    /** The models in force that cannot be asked, each with what is wrong. */
    public SortedMap<String, List<Fault>> leftOut() {
        return Collections.unmodifiableSortedMap(leftOut);
    }

    /** How many models give scores. */
    public long models() {
        return byTag.values().stream().distinct().count();
    }

    /** The tags, with what the models read before their scores. */
    public TagCatalogue catalogue() {
        return catalogue;
    }

    @Override
    public Optional<Vector> values(Tag tag, int block, Computed computed) {
        ModelScorer scorer = byTag.get(tag.id());
        if (scorer == null) {
            return Optional.empty();
        }
        Score score = Objects.requireNonNull(scores.get(tag.id()));
        Place place = new Place(scorer.compiled().id(), block);
        Seen of = seen.computeIfAbsent(place, p -> see(scorer, computed));
        of.left.remove(tag.id());
        if (of.left.isEmpty()) {
            seen.remove(place);
        }
        return Optional.of(spread(tag, of.rows, scorer.values(score.reading(), of.table)));
    }

    private static Seen see(ModelScorer scorer, Computed computed) {
        CompiledModel model = scorer.compiled();
        byte[] taking = ((Vector.Truths) computed.column(model.population())).values();
        long[] present = computed.present();
        int[] rows = new int[ROWS];
        int count = 0;
        for (int row = 0; row < ROWS; row++) {
            rows[count] = row;
            count += taking[row] == Vector.TRUE && (present[row >>> 6] >>> row & 1) == 1 ? 1 : 0;
        }
        int[] members = Arrays.copyOf(rows, count);
        Set<String> left = ConcurrentHashMap.newKeySet();
        model.definition().scores().forEach(score -> left.add(score.tag()));
        return new Seen(members, scorer.table(computed::column, members), left);
    }

    /** Scores of some rows as a column of the whole block, of the tag's type. */
    private Vector spread(Tag tag, int[] rows, ModelScorer.Values values) {
        Dictionary dictionary = dictionaries.computeIfAbsent(
                tag.id(), id -> Dictionary.of(tag.values().keySet()));
        Vector column = Vectors.missing(tag.type(), ROWS, dictionary);
        for (int i = 0; i < rows.length; i++) {
            switch (values) {
                case ModelScorer.Numbers(double[] numbers) -> number(column, rows[i], numbers[i]);
                case ModelScorer.Words(int[] places, List<String> words) -> word(column, rows[i], words.get(places[i]));
            }
        }
        return column;
    }

    private static void number(Vector column, int row, double value) {
        if (!(column instanceof Vector.Reals(double[] reals))) {
            throw new IllegalStateException("a score that is a number (expected: a tag of type number)");
        }
        reals[row] = value;
    }

    private static void word(Vector column, int row, String word) {
        if (column instanceof Vector.Codes(int[] codes, var dictionary)) {
            codes[row] = dictionary.code(word);
        } else if (column instanceof Vector.Wholes(long[] wholes)) {
            wholes[row] = Long.parseLong(word);
        } else {
            throw new IllegalStateException("a score that is a choice (expected: a tag of type text or integer)");
        }
    }

    private static boolean holds(ValueType type, ModelDefinition.Reading reading) {
        return switch (reading) {
            case ModelDefinition.Probability probability -> type == ValueType.NUMBER;
            case ModelDefinition.Change change -> type == ValueType.NUMBER;
            case ModelDefinition.Best best -> type == ValueType.TEXT || type == ValueType.INTEGER;
        };
    }
}
