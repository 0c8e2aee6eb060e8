package org.yinhang.core.audience.index;

import org.yinhang.core.predicate.ValueType;

/**
 * A column as the manifest names it.
 *
 * @param number its place among the columns
 * @param name of its field
 * @param file name in the folder
 * @param size of the file in bytes
 * @param tailAt where in the file the part begins that says how to read the rest
 * @param checksum CRC-32C of that part
 */
record ColumnEntry(int number, String name, ValueType type, String file, long size, long tailAt, int checksum) {}
