package org.yinhang.lake.attribution;

import java.util.ArrayList;
import java.util.List;

/**
 * Key figures by value of a breakdown, over every span asked for.
 *
 * @param settings what was counted
 * @param rows by value
 */
public record KeyFiguresReport(KeyFiguresRun.Settings settings, List<Row> rows) {

    public KeyFiguresReport {
        rows = List.copyOf(rows);
    }

    /**
     * One value.
     *
     * @param value its code; empty where there is none
     * @param spans its figures, in the order of the spans asked for
     */
    public record Row(String value, List<KeyFigures> spans) {

        public Row {
            spans = List.copyOf(spans);
        }
    }

    /** All values together, in the order of the spans asked for. */
    public List<KeyFigures> total() {
        List<KeyFigures> total = new ArrayList<>();
        for (int span = 0; span < settings.spans().size(); span++) {
            KeyFigures sum = KeyFigures.NONE;
            for (Row row : rows) {
                sum = sum.plus(row.spans().get(span));
            }
            total.add(sum);
        }
        return total;
    }
}
