package org.yinhang.lake.fold;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Expression.Aggregate;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;

/**
 * Aggregates that are no tag, for the customers of one block when they are asked for; the newest answers are kept.
 * For several threads.
 */
public final class FactColumns {

    /** Blocks kept: each up to half a megabyte. */
    private static final int KEPT = 64;

    private final Path folder;
    private final Snapshot snapshot;
    private final AsOf asOf;
    private final Dictionaries dictionaries = new Dictionaries();
    private final Map<Aggregate, Fold> folds = new LinkedHashMap<>();
    private final Map<Place, Vector> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Vector> eldest) {
            return size() > KEPT;
        }
    };

    private record Place(Aggregate aggregate, int block) {}

    /** Of a snapshot, as of a day. */
    public FactColumns(Lake lake, Snapshot snapshot, AsOf asOf) {
        this.folder = lake.folder();
        this.snapshot = snapshot;
        this.asOf = asOf;
    }

    /** The aggregate for each of the 65,536 customers of a block. */
    public Vector of(Aggregate aggregate, int block) {
        Place place = new Place(aggregate, block);
        Vector known = known(place);
        return known == null ? keep(place, read(aggregate, block)) : known;
    }

    private synchronized @Nullable Vector known(Place place) {
        return kept.get(place);
    }

    private synchronized Vector keep(Place place, Vector vector) {
        kept.put(place, vector);
        return vector;
    }

    /** One fold for each aggregate, so that its dictionary stays the same in every block. */
    private synchronized Fold fold(Aggregate aggregate) {
        return folds.computeIfAbsent(aggregate, a -> new Fold(a.table(), List.of(a), asOf));
    }

    private Vector read(Aggregate aggregate, int block) {
        Fold fold = fold(aggregate);
        var table = snapshot.table(aggregate.table().name());
        FactReader reader = new FactReader(folder, table, fold.columns(), dictionaries.of(table.schema()));
        return Objects.requireNonNull(fold.run(reader.read(block)).get(aggregate));
    }
}
