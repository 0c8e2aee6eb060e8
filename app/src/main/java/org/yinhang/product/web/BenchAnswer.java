package org.yinhang.product.web;

import java.util.List;

/**
 * What a table says of the customer on the bench.
 *
 * @param rows every row of the table
 * @param isCertain whether nothing that is missing could change the answer
 * @param unknown what the table says instead where it is not certain; empty where it says nothing
 * @param read the fields it reads with their values
 */
public record BenchAnswer(List<BenchRow> rows, boolean isCertain, String unknown, List<String> read) {

    public BenchAnswer {
        rows = List.copyOf(rows);
        read = List.copyOf(read);
    }
}
