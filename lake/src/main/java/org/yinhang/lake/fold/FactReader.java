package org.yinhang.lake.fold;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.vector.Dictionary;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeFile;
import org.yinhang.lake.SnapshotTable;
import org.yinhang.lake.parquet.ColumnReader;
import org.yinhang.lake.parquet.ColumnTarget;
import org.yinhang.lake.parquet.ParquetFile;
import org.yinhang.lake.parquet.ParquetFile.RowGroup;

/**
 * Reads the rows of one table for one block of 65,536 customers after the other, whatever runs and files they lie in.
 * Holds the arrays of one block; one thread at a time.
 */
public final class FactReader {

    private static final int BLOCK = 1 << Lake.BLOCK_BITS;
    private static final String CUSTOMER = "customer";
    private static final String OCCURRED_AT = "occurred_at";
    private static final String RECORDED_AT = "recorded_at";
    private static final String ID = "id";

    private final Path folder;
    private final SnapshotTable table;
    private final ColumnReader reader = new ColumnReader();
    private final Map<String, ColumnArray> columns = new LinkedHashMap<>();
    private final long runs;
    private int[] customers = {};
    private int[] part = {};

    /**
     * @param folder the lake's folder
     * @param table the table as the snapshot has it
     * @param names the columns wanted; the instant always comes too
     * @param dictionaries the dictionary of each text column, shared by all readers of the table
     */
    public FactReader(
            Path folder, SnapshotTable table, Collection<String> names, Map<String, Dictionary> dictionaries) {
        this.folder = folder;
        this.table = table;
        this.runs = table.files().stream().mapToLong(LakeFile::run).distinct().count();
        Dictionary none = new Dictionary();
        for (String name : wanted(names)) {
            ValueType type =
                    FactTypes.of(table.schema().column(name).orElseThrow().type());
            Dictionary dictionary =
                    type == ValueType.TEXT ? Objects.requireNonNull(dictionaries.get(name), name) : none;
            columns.put(name, new ColumnArray(type, dictionary));
        }
    }

    /** What is read besides what is wanted: the order of the rows, where several runs must be merged. */
    private Set<String> wanted(Collection<String> names) {
        Set<String> wanted = new LinkedHashSet<>(names);
        wanted.remove(CUSTOMER);
        wanted.add(OCCURRED_AT);
        if (runs > 1) {
            wanted.add(ID);
            wanted.add(RECORDED_AT);
        }
        return wanted;
    }

    /** Reads the rows of the customers {@code block × 65,536} and following. */
    public FactRows read(int block) {
        int first = block << Lake.BLOCK_BITS;
        List<ParquetFile> files = new ArrayList<>();
        try {
            int rows = 0;
            for (LakeFile file : table.bucket(block & (Lake.BUCKETS - 1))) {
                if (file.first() < first + BLOCK && file.last() >= first) {
                    ParquetFile open = ParquetFile.open(folder.resolve(file.path()));
                    files.add(open);
                    rows += open.rowGroups().stream()
                            .filter(group -> touches(group, first))
                            .mapToInt(RowGroup::rows)
                            .sum();
                }
            }
            return read(files, rows, first);
        } finally {
            files.forEach(ParquetFile::close);
        }
    }

    private FactRows read(List<ParquetFile> files, int rows, int first) {
        customers = customers.length < rows ? new int[rows + (rows >>> 3)] : customers;
        columns.values().forEach(column -> column.reserve(rows));
        int size = 0;
        for (ParquetFile file : files) {
            for (RowGroup group : file.rowGroups()) {
                if (touches(group, first)) {
                    size += read(file, group, first, size);
                }
            }
        }
        if (!isInOrder(size)) {
            sort(size);
        }
        Map<String, Vector> vectors = new LinkedHashMap<>();
        columns.forEach((name, column) -> vectors.put(name, column.vector()));
        return new FactRows(size, customers, vectors);
    }

    private static boolean touches(RowGroup group, int first) {
        ParquetFile.ColumnChunk chunk = group.column(CUSTOMER).orElseThrow();
        return chunk.lowest().orElse(Integer.MIN_VALUE) < first + BLOCK
                && chunk.highest().orElse(Integer.MAX_VALUE) >= first;
    }

    /** Reads the rows of a row group that belong to the block and gives how many they are. */
    private int read(ParquetFile file, RowGroup group, int first, int at) {
        part = part.length < group.rows() ? new int[group.rows()] : part;
        reader.read(file, group.column(CUSTOMER).orElseThrow(), new ColumnTarget.Integers(part), 0);
        int from = 0;
        while (from < group.rows() && part[from] < first) {
            from++;
        }
        int until = from;
        while (until < group.rows() && part[until] < first + BLOCK) {
            customers[at + until - from] = part[until] - first;
            until++;
        }
        for (Map.Entry<String, ColumnArray> column : columns.entrySet()) {
            ColumnTarget target = column.getValue().target();
            group.column(column.getKey())
                    .ifPresentOrElse(
                            chunk -> reader.read(file, chunk, target, at),
                            () -> target.fillMissing(at, at + group.rows()));
            column.getValue().move(at + from, at, until - from);
        }
        return until - from;
    }

    /** Rows of one run are in order already; those of several may not be. */
    private boolean isInOrder(int size) {
        if (runs < 2) {
            return true;
        }
        long[] instants = key(OCCURRED_AT);
        long[] ids = key(ID);
        for (int i = 1; i < size; i++) {
            int customer = Integer.compare(customers[i - 1], customers[i]);
            int instant = customer == 0 ? Long.compare(instants[i - 1], instants[i]) : customer;
            if (instant > 0 || (instant == 0 && ids[i - 1] >= ids[i])) {
                return false;
            }
        }
        return true;
    }

    /** Brings the rows of several runs into one order: by customer, instant, id and time of recording. */
    private void sort(int size) {
        int[] order = RowOrder.of(customers, size, key(OCCURRED_AT), key(ID), key(RECORDED_AT));
        int[] sorted = new int[customers.length];
        for (int i = 0; i < size; i++) {
            sorted[i] = customers[order[i]];
        }
        customers = sorted;
        columns.values().forEach(column -> column.reorder(order, size));
    }

    private long[] key(String name) {
        return ((Vector.Wholes) Objects.requireNonNull(columns.get(name)).vector()).values();
    }
}
