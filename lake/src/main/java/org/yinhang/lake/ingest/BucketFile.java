package org.yinhang.lake.ingest;

import java.nio.file.Path;
import org.yinhang.lake.LakeCommit;
import org.yinhang.lake.sql.Sql;

/**
 * One bucket of a load on its way to its file.
 *
 * @param table the canonical table
 * @param bucket which of the buckets
 * @param rows the query for its rows, in no order
 * @param file where they go
 */
record BucketFile(String table, int bucket, String rows, Path file) {

    private static final String ORDER = "customer, occurred_at, id, recorded_at";

    /** Writes the rows in their order. Whether some have the same customer, instant and id. */
    boolean write(Engine engine) {
        engine.execute("COPY (%s ORDER BY %s) TO %s (FORMAT parquet, COMPRESSION zstd)"
                .formatted(rows, ORDER, Sql.literal(file.toString())));
        return hasEqualNeighbours(engine);
    }

    /** Tells the commit what is in the finished file. */
    void addTo(LakeCommit commit, Engine engine) {
        engine.each("SELECT count(*), min(customer), max(customer) FROM " + read(), row -> {
            commit.add(table, file, bucket, row.getLong(1), row.getInt(2), row.getInt(3));
            return row;
        });
    }

    /** Sorted rows that are there twice lie side by side, so finding out whether there are any costs next to nothing. */
    private boolean hasEqualNeighbours(Engine engine) {
        return engine.count(("SELECT count(*) FROM (SELECT customer = lag(customer) OVER ()"
                                + " AND occurred_at = lag(occurred_at) OVER () AND id = lag(id) OVER () AS _same"
                                + " FROM %s) WHERE _same")
                        .formatted(read()))
                > 0;
    }

    private String read() {
        return "read_parquet(%s)".formatted(Sql.literal(file.toString()));
    }
}
