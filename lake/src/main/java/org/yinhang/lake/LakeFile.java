package org.yinhang.lake;

/**
 * One immutable Parquet file of a snapshot.
 *
 * @param path relative to the lake's folder
 * @param bucket {@code (customer >>> 16) & 15} of every row, or 0 in a reference table
 * @param run files of one run lie in customer order and do not overlap; runs of a table may
 * @param rows number of rows
 * @param first lowest customer number, 0 in a reference table
 * @param last highest customer number, 0 in a reference table
 */
public record LakeFile(String path, int bucket, long run, long rows, int first, int last) {}
