package org.yinhang.core.uplift;

import java.util.List;

/**
 * What a treatment is expected to change for each row, in points of probability, with the part each column has in it.
 *
 * @param columns the columns learned from
 * @param effects one a row: chance of success when treated less chance when left alone, −1 to 1
 * @param baseline the effect on an average training row
 * @param contributions by row and column; baseline and contributions add up to the effect, up to rounding
 */
public record Effects(List<String> columns, double[] effects, double baseline, double[][] contributions) {

    public Effects {
        columns = List.copyOf(columns);
    }
}
