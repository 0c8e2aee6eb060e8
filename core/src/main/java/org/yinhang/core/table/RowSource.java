package org.yinhang.core.table;

import java.util.List;

/**
 * Rows to be read by the names of their columns, as the training table had them, whatever type they have here: a table, or
 * one customer's record filled anew each time.
 */
public interface RowSource {

    /** A missing word. */
    int MISSING = -1;

    /** A word that is not in the dictionary. */
    int UNKNOWN = -2;

    /** A number a row. */
    @FunctionalInterface
    interface Numbers {

        /** The value, NaN when missing or no number. */
        double at(int row);
    }

    /** A dictionary position a row. */
    @FunctionalInterface
    interface Positions {

        /** The position of the row's word in the dictionary, {@link #MISSING} or {@link #UNKNOWN}. */
        int at(int row);
    }

    /** A word a row. */
    @FunctionalInterface
    interface Texts {

        /** The word, or the number as it is written; empty when missing. */
        String at(int row);
    }

    /**
     * Reads a column as numbers.
     *
     * @throws org.yinhang.core.fault.FaultException LRN-1003 when it is not here
     */
    Numbers numbers(String column);

    /**
     * Reads a column as words of a dictionary.
     *
     * @throws org.yinhang.core.fault.FaultException LRN-1003 when it is not here
     */
    Positions positions(String column, List<String> dictionary);

    /**
     * Reads a column as words.
     *
     * @throws org.yinhang.core.fault.FaultException LRN-1003 when it is not here
     */
    Texts texts(String column);
}
