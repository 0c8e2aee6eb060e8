package org.yinhang.core.learning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.yinhang.core.foreign.PmmlModel;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.OneRow;
import org.yinhang.core.table.RowSource;

/**
 * A model that was made elsewhere and is known by its document alone. What it says of a row becomes log odds by one rule; its
 * reasons are the steps from a typical customer to this one, a field after the other in the order of the document: exact for
 * whatever is a sum over fields, and in any case adding up to the log odds.
 */
final class ElsewhereModel {

    /** How far from certain a stated probability is held. */
    private static final double NARROWEST = 1e-9;

    /**
     * How a score becomes log odds.
     *
     * @param isProbability whether scores are probabilities; others are points
     * @param sign −1 where a high score speaks against success
     * @param centre mean of points, and
     * @param unit their standard deviation, over the rows it was brought in on; 0 and 1 for probabilities
     * @param unsaid log odds of a row it says nothing about: the mean of the others
     */
    record Link(boolean isProbability, int sign, double centre, double unit, double unsaid) {

        double logOdds(double score) {
            if (Double.isNaN(score)) {
                return unsaid;
            }
            if (isProbability) {
                double inside = Math.clamp(score, NARROWEST, 1 - NARROWEST);
                return sign * Math.log(inside / (1 - inside));
            }
            return sign * (score - centre) / unit;
        }

        Link saying(double otherwise) {
            return new Link(isProbability, sign, centre, unit, otherwise);
        }
    }

    /**
     * What is kept of it.
     *
     * @param name its file's name
     * @param document PMML
     * @param typical by field what a typical customer has, as text; empty for a missing value
     */
    record Kept(String name, String document, Link link, Map<String, String> typical) {

        Kept {
            typical = Map.copyOf(typical);
        }
    }

    private final Kept kept;
    private final PmmlModel model;
    private final List<String> fields;

    ElsewhereModel(Kept kept) {
        this(kept, PmmlModel.read(kept.document, kept.name));
    }

    ElsewhereModel(Kept kept, PmmlModel model) {
        this.kept = kept;
        this.model = model;
        this.fields = model.fields();
    }

    Kept kept() {
        return kept;
    }

    /** Log odds of rows, and where they come from. */
    final class Reader {

        /** At {@code i} the scores of rows whose first {@code i} fields are their own and whose others are typical. */
        private final List<PmmlModel.Scores> steps;

        private Reader(RowSource rows) {
            this.steps = IntStream.rangeClosed(0, fields.size())
                    .mapToObj(own -> model.bind(new Partly(rows, own)))
                    .toList();
        }

        double logOdds(int row) {
            return kept.link.logOdds(steps.getLast().at(row));
        }

        /** Adds what each field moves, in the order of {@link ResponseModel#columns()}. */
        void explain(int row, double[] bySource) {
            double before = kept.link.logOdds(steps.getFirst().at(row));
            for (int field = 0; field < bySource.length; field++) {
                double after = kept.link.logOdds(steps.get(field + 1).at(row));
                bySource[field] += after - before;
                before = after;
            }
        }
    }

    Reader bind(RowSource rows) {
        return new Reader(rows);
    }

    /** The log odds of the typical customer. */
    double baseline() {
        return kept.link.logOdds(model.bind(new Partly(new OneRow(fields), 0)).at(0));
    }

    /** Rows whose first fields are their own and whose others are a typical customer's. */
    private final class Partly implements RowSource {

        private final RowSource rows;
        private final Set<String> own;

        Partly(RowSource rows, int own) {
            this.rows = rows;
            this.own = Set.copyOf(fields.subList(0, own));
        }

        private String typical(String column) {
            return kept.typical.getOrDefault(column, "");
        }

        @Override
        public Numbers numbers(String column) {
            if (own.contains(column)) {
                return rows.numbers(column);
            }
            double number = typical(column).isEmpty() ? Double.NaN : Double.parseDouble(typical(column));
            return row -> number;
        }

        @Override
        public Texts texts(String column) {
            String text = typical(column);
            return own.contains(column) ? rows.texts(column) : row -> text;
        }

        @Override
        public Positions positions(String column, List<String> dictionary) {
            throw new IllegalStateException("PMML compares words");
        }
    }

    /** What a typical row has: the middle one of the numbers, the most frequent word. */
    static String typical(boolean isNumber, RowSource rows, String field, int size) {
        if (isNumber) {
            RowSource.Numbers numbers = rows.numbers(field);
            double[] sorted = IntStream.range(0, size)
                    .mapToDouble(numbers::at)
                    .filter(number -> !Double.isNaN(number))
                    .sorted()
                    .toArray();
            return sorted.length == 0 ? "" : NumericColumn.plainText(sorted[sorted.length / 2]);
        }
        RowSource.Texts texts = rows.texts(field);
        Map<String, Integer> counts = new HashMap<>();
        IntStream.range(0, size)
                .mapToObj(texts::at)
                .filter(text -> !text.isEmpty())
                .forEach(text -> counts.merge(text, 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
