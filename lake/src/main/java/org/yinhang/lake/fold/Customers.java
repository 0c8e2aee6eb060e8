package org.yinhang.lake.fold;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.FactTable;
import org.yinhang.core.predicate.vector.Dictionary;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.SnapshotTable;
import org.yinhang.lake.fold.LakeFields.Owner;
import org.yinhang.lake.fold.LakeFields.Place;

/**
 * Reads who the customers of a block are: the newest row of each, and the fields of the employer and the household it
 * points at. Shared by threads; each opens a {@link Reader} of its own.
 */
public final class Customers {

    private final Path folder;
    private final SnapshotTable table;
    private final AsOf asOf;
    private final Map<String, Place> fields = new TreeMap<>();
    private final Map<Owner, ReferenceRows> references = new EnumMap<>(Owner.class);
    private final Map<String, Dictionary> dictionaries;
    private final Set<String> columns = new LinkedHashSet<>();

    /**
     * @param folder the lake's folder
     * @param names the fields wanted, of {@link LakeFields#fields}
     */
    public Customers(Path folder, Snapshot snapshot, Collection<String> names, AsOf asOf, Dictionaries dictionaries) {
        this.folder = folder;
        this.table = snapshot.table(LakeFields.CUSTOMERS);
        this.asOf = asOf;
        this.dictionaries = dictionaries.of(table.schema());
        names.forEach(name -> fields.put(name, LakeFields.place(name).orElseThrow()));
        for (Owner owner : Owner.values()) {
            Set<String> own = new LinkedHashSet<>();
            fields.values().stream().filter(p -> p.owner() == owner).forEach(p -> own.add(p.column()));
            if (owner == Owner.CUSTOMER) {
                columns.addAll(own);
            } else if (!own.isEmpty()) {
                columns.add(owner.key());
                SnapshotTable reference = snapshot.table(owner.table());
                references.put(
                        owner,
                        ReferenceRows.read(folder, reference, owner.key(), own, dictionaries.of(reference.schema())));
            }
        }
    }

    /** One more than the highest customer number. */
    public int numbers() {
        return table.files().stream().mapToInt(file -> file.last() + 1).max().orElse(0);
    }

    /** Opens a reader for one thread. */
    public Reader reader() {
        return new Reader();
    }

    /** Reads block after block; one thread at a time. */
    public final class Reader {

        private final FactReader reader = new FactReader(folder, table, columns, dictionaries);

        private Reader() {}

        /** The customers of a block; the arrays are the caller's. */
        public CustomerBlock read(int block) {
            FactRows rows = reader.read(block);
            long[] instants = rows.wholes(FactTable.OCCURRED_AT);
            int[] places = new int[Numbers.CUSTOMERS];
            Arrays.fill(places, -1);
            long[] present = new long[Numbers.CUSTOMERS >>> 6];
            for (int row = 0; row < rows.size(); row++) {
                int customer = rows.customers()[row];
                if (instants[row] < asOf.start()) {
                    places[customer] = row;
                    present[customer >>> 6] |= 1L << customer;
                }
            }
            Map<Owner, int[]> found = new EnumMap<>(Owner.class);
            references.forEach((owner, reference) ->
                    found.put(owner, reference.find(picked(rows, owner.key(), places), Numbers.CUSTOMERS)));
            Map<String, Vector> values = new HashMap<>();
            fields.forEach((name, place) -> {
                ReferenceRows reference = references.get(place.owner());
                int[] referred = found.get(place.owner());
                values.put(
                        name,
                        reference == null || referred == null
                                ? picked(rows, place.column(), places)
                                : Vectors.picked(reference.column(place.column()), referred, Numbers.CUSTOMERS));
            });
            return new CustomerBlock(block, present, values);
        }

        private static Vector picked(FactRows rows, String column, int[] places) {
            return Vectors.picked(rows.column(column), places, Numbers.CUSTOMERS);
        }
    }
}
