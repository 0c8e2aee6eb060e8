package org.yinhang.lake.tag;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;

/**
 * What a changed definition would do to one tag before it is saved: how many customers move, and from which value to
 * which. Numbers are told by rough places, see {@link TagFigures#quantile}, but every changed number counts as moved.
 *
 * @param id the tag that changes, itself or because it reads the changed one
 * @param customers how many customers there are
 * @param moves customers by old and new value, none for those that stay
 */
public record TagImpact(String id, long customers, SortedMap<Move, Long> moves) {

    /** A value before and after; a hyphen where there is none. */
    public record Move(String before, String after) implements Comparable<Move> {

        private static final Comparator<Move> ORDER =
                Comparator.comparing(Move::before).thenComparing(Move::after);

        @Override
        public int compareTo(Move other) {
            return ORDER.compare(this, other);
        }
    }

    public TagImpact {
        moves = Collections.unmodifiableSortedMap(new TreeMap<>(moves));
    }

    /** How many customers change their value. */
    public long moved() {
        return moves.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Compares a changed definition with the present one, and all tags that read it. Computes only these and what they
     * stand on.
     *
     * @param declared the present catalogue
     * @param changed the new definition of one of its tags
     * @throws FaultException when the changed catalogue does not hold together
     */
    public static List<TagImpact> of(
            Lake lake, Snapshot snapshot, Collection<Tag> declared, Tag changed, AsOf asOf, GivenTags given) {
        TagCatalogue before = TagCatalogue.compile(declared, snapshot);
        TagCatalogue after = TagCatalogue.compile(
                declared.stream()
                        .map(tag -> tag.id().equals(changed.id()) ? changed : tag)
                        .toList(),
                snapshot);
        Set<String> ids = after.after(changed.id());
        Columns old = columns(lake, snapshot, before, ids, asOf, given);
        Columns now = columns(lake, snapshot, after, ids, asOf, given);
        List<TagImpact> impacts = new ArrayList<>();
        ids.forEach(id -> impacts.add(compare(after.tag(id), old, now)));
        return impacts;
    }

    private static Columns columns(
            Lake lake, Snapshot snapshot, TagCatalogue catalogue, Set<String> ids, AsOf asOf, GivenTags given) {
        Columns columns = new Columns(ids);
        new TagEngine(lake, snapshot, catalogue.only(catalogue.behind(ids)), asOf, given, columns)
                .run(Runtime.getRuntime().availableProcessors(), Progress.SILENT);
        return columns;
    }

    private static TagImpact compare(CompiledTag tag, Columns old, Columns now) {
        SortedMap<Move, Long> moves = new TreeMap<>();
        long customers = 0;
        for (Map.Entry<Integer, long[]> block : now.present.entrySet()) {
            Vector before = old.kept.get(tag.id(), block.getKey());
            Vector after = now.kept.get(tag.id(), block.getKey());
            long[] present = Objects.requireNonNull(block.getValue());
            for (int row = 0; row < BlockValues.ROWS; row++) {
                if ((present[row >>> 6] >>> row & 1) == 1) {
                    customers++;
                    if (differ(before, after, row)) {
                        Move move = new Move(told(tag, before, row), told(tag, after, row));
                        moves.merge(move, 1L, Long::sum);
                    }
                }
            }
        }
        return new TagImpact(tag.id(), customers, moves);
    }

    private static boolean differ(Vector before, Vector after, int row) {
        if (before instanceof Vector.Wholes(long[] old) && after instanceof Vector.Wholes(long[] now)) {
            return old[row] != now[row];
        }
        if (before instanceof Vector.Reals(double[] old) && after instanceof Vector.Reals(double[] now)) {
            return Double.compare(old[row], now[row]) != 0;
        }
        return !exact(before, row).equals(exact(after, row));
    }

    private static String told(CompiledTag tag, Vector vector, int row) {
        ValueType type = tag.tag().type();
        return switch (vector) {
            case Vector.Wholes(long[] values) ->
                values[row] == Vector.MISSING
                        ? "-"
                        : Double.toString(NumberBands.start(type, NumberBands.of(type, values[row])));
            case Vector.Reals(double[] values) ->
                Double.isNaN(values[row]) ? "-" : Double.toString(NumberBands.start(type, NumberBands.of(values[row])));
            case Vector.Codes codes -> exact(codes, row);
            case Vector.Truths truths -> exact(truths, row);
            case Vector.Sets sets -> exact(sets, row);
        };
    }

    private static String exact(Vector vector, int row) {
        return switch (vector) {
            case Vector.Wholes(long[] values) -> Long.toString(values[row]);
            case Vector.Reals(double[] values) -> Double.toString(values[row]);
            case Vector.Codes(int[] codes, var dictionary) -> codes[row] < 0 ? "-" : dictionary.text(codes[row]);
            case Vector.Truths(byte[] truths) -> truths[row] < 0 ? "-" : Boolean.toString(truths[row] == Vector.TRUE);
            case Vector.Sets(long[] masks, var dictionary) -> {
                List<String> labels = new ArrayList<>();
                for (int label = 0; label < dictionary.size() && masks[row] != Vector.MISSING; label++) {
                    if ((masks[row] >>> label & 1) == 1) {
                        labels.add(dictionary.text(label));
                    }
                }
                Collections.sort(labels);
                yield masks[row] == Vector.MISSING ? "-" : String.join("+", labels);
            }
        };
    }

    /** Keeps the columns of the tags that change. */
    private static final class Columns implements ColumnSink {

        private final Set<String> ids;
        private final Kept kept = new Kept();
        private final Map<Integer, long[]> present = new ConcurrentHashMap<>();

        Columns(Set<String> ids) {
            this.ids = Set.copyOf(ids);
        }

        @Override
        public void customers(int block, long[] customers) {
            present.put(block, customers);
        }

        @Override
        public void column(CompiledTag tag, int block, Vector values) {
            if (ids.contains(tag.id())) {
                kept.put(tag.id(), block, values);
            }
        }
    }
}
