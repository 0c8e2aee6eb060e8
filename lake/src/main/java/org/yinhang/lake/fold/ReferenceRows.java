package org.yinhang.lake.fold;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.vector.Dictionary;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.lake.LakeFile;
import org.yinhang.lake.SnapshotTable;
import org.yinhang.lake.parquet.ColumnReader;
import org.yinhang.lake.parquet.ColumnTarget;
import org.yinhang.lake.parquet.ParquetFile;
import org.yinhang.lake.parquet.ParquetFile.RowGroup;

/** A reference table in memory, whose rows are found by key. Read-only. */
final class ReferenceRows {

    private final Map<String, Vector> columns;
    private final int[] byKey;
    private final long[] sortedKeys;

    private ReferenceRows(Map<String, Vector> columns, Vector keys, int rows) {
        this.columns = columns;
        this.byKey = switch (keys) {
            case Vector.Codes(int[] codes, var dictionary) -> {
                int[] places = new int[dictionary.size()];
                Arrays.fill(places, -1);
                for (int row = 0; row < rows; row++) {
                    if (codes[row] >= 0) {
                        places[codes[row]] = row;
                    }
                }
                yield places;
            }
            case Vector.Wholes(long[] values) ->
                IntStream.range(0, rows)
                        .boxed()
                        .sorted((a, b) -> Long.compare(values[a], values[b]))
                        .mapToInt(Integer::intValue)
                        .toArray();
            case Vector.Reals reals -> throw new IllegalArgumentException("a real number is no key");
            case Vector.Truths truths -> throw new IllegalArgumentException("a truth is no key");
            case Vector.Sets sets -> throw new IllegalArgumentException("a set is no key");
        };
        this.sortedKeys = keys instanceof Vector.Wholes(long[] values)
                ? Arrays.stream(byKey).mapToLong(row -> values[row]).toArray()
                : new long[0];
    }

    /** Reads some columns of a reference table, and its key. */
    static ReferenceRows read(
            Path folder,
            SnapshotTable table,
            String key,
            Collection<String> names,
            Map<String, Dictionary> dictionaries) {
        int rows = Math.toIntExact(table.rows());
        Map<String, ColumnArray> arrays = new LinkedHashMap<>();
        Dictionary none = new Dictionary();
        names.forEach(name -> arrays.put(name, array(table, name, dictionaries, none)));
        arrays.computeIfAbsent(key, name -> array(table, name, dictionaries, none));
        arrays.values().forEach(array -> array.reserve(rows));
        ColumnReader reader = new ColumnReader();
        int at = 0;
        for (LakeFile file : table.files()) {
            try (ParquetFile open = ParquetFile.open(folder.resolve(file.path()))) {
                for (RowGroup group : open.rowGroups()) {
                    int from = at;
                    arrays.forEach((name, array) -> {
                        ColumnTarget target = array.target();
                        group.column(name)
                                .ifPresentOrElse(
                                        chunk -> reader.read(open, chunk, target, from),
                                        () -> target.fillMissing(from, from + group.rows()));
                    });
                    at += group.rows();
                }
            }
        }
        Map<String, Vector> columns = new LinkedHashMap<>();
        arrays.forEach((name, array) -> columns.put(name, array.vector()));
        return new ReferenceRows(columns, Objects.requireNonNull(columns.get(key)), rows);
    }

    private static ColumnArray array(
            SnapshotTable table, String name, Map<String, Dictionary> dictionaries, Dictionary none) {
        ValueType type = FactTypes.of(table.schema().column(name).orElseThrow().type());
        return new ColumnArray(type, dictionaries.getOrDefault(name, none));
    }

    /** The row of each key, or -1. Text keys use the dictionary of the table's own. */
    int[] find(Vector wanted, int count) {
        int[] places = new int[count];
        for (int i = 0; i < count; i++) {
            places[i] = switch (wanted) {
                case Vector.Codes(int[] codes, var dictionary) ->
                    codes[i] >= 0 && codes[i] < byKey.length ? byKey[codes[i]] : -1;
                case Vector.Wholes(long[] values) -> {
                    int at = Arrays.binarySearch(sortedKeys, values[i]);
                    yield at < 0 ? -1 : byKey[at];
                }
                case Vector.Reals reals -> -1;
                case Vector.Truths truths -> -1;
                case Vector.Sets sets -> -1;
            };
        }
        return places;
    }

    Vector column(String name) {
        return Objects.requireNonNull(columns.get(name), name);
    }
}
