package org.yinhang.core.table;

/** One attribute of every row; immutable. */
public sealed interface Column permits NumericColumn, CategoryColumn {

    /** The name in the file's header, or {@code c1}, {@code c2}… where there is none. */
    String name();

    ColumnType type();

    /** The number of rows. */
    int size();

    boolean isMissing(int row);

    /** The value as a person would write it, empty when missing. */
    String text(int row);

    /**
     * The same attribute of some rows only.
     *
     * @param rows row numbers from 0 to size − 1, in the order wanted, repeats allowed
     */
    Column select(int[] rows);
}
