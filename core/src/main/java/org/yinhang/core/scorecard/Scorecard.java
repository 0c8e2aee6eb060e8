package org.yinhang.core.scorecard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.yinhang.core.binning.BinnedTable;
import org.yinhang.core.binning.Bins;
import org.yinhang.core.scorecard.merging.MergedBin;
import org.yinhang.core.table.Table;
import org.yinhang.core.unit.Probability;

/**
 * A card of points: a start and, for each column, points by bin. The sum is the score, and the scale turns the score into a
 * probability; nothing else enters, so a score can be checked by hand. Immutable and safe to share by threads.
 *
 * @param start the points every row has
 * @param terms the columns, in the order they were chosen
 * @param dropped columns that did not enter, and why
 * @param scale how points and log odds go together
 */
public record Scorecard(double start, List<ScorecardTerm> terms, List<DroppedColumn> dropped, ScoreScale scale) {

    public Scorecard {
        terms = List.copyOf(terms);
        dropped = List.copyOf(dropped);
    }

    /** The score of the average training row. */
    public double averageScore() {
        return start + terms.stream().mapToDouble(ScorecardTerm::averagePoints).sum();
    }

    /** The fine bins of the card's columns, in the order of the terms. */
    public List<Bins> bins() {
        return terms.stream().map(term -> term.bins().fine()).toList();
    }

    /**
     * Opens a table for scoring.
     *
     * @throws org.yinhang.core.fault.FaultException LRN-1003 when a column of the card is missing
     */
    public Rows open(Table table) {
        return new Rows(bins().stream().map(bins -> bins.bind(table)).toList());
    }

    /**
     * Opens rows that are already in the fine bins the card was made of.
     *
     * @throws IllegalArgumentException when a column of the card is missing or in other bins
     */
    public Rows open(BinnedTable table) {
        List<Bins.RowBins> codes = new ArrayList<>();
        for (Bins wanted : bins()) {
            int column = table.bins().indexOf(wanted);
            if (column < 0) {
                throw new IllegalArgumentException("column %s: not here in the card's bins".formatted(wanted.column()));
            }
            codes.add(row -> table.bin(column, row));
        }
        return new Rows(codes);
    }

    /**
     * The score of every row; the same bits as of each alone.
     *
     * @throws org.yinhang.core.fault.FaultException LRN-1003 when a column of the card is missing
     */
    public double[] scores(Table table) {
        Rows rows = open(table);
        return IntStream.range(0, table.size()).mapToDouble(rows::score).toArray();
    }

    /** The probability of the event at a score. */
    public Probability probability(double score) {
        return Probability.of(scale.probability(score));
    }

    /** Scores the rows of one table. */
    public final class Rows {

        private final Bins.RowBins[] codes;
        private final double[][] points;

        private Rows(List<Bins.RowBins> rows) {
            this.codes = rows.toArray(Bins.RowBins[]::new);
            this.points = terms.stream().map(ScorecardTerm::pointsByFineBin).toArray(double[][]::new);
        }

        /** The points of a row. */
        public double score(int row) {
            double sum = start;
            for (int term = 0; term < codes.length; term++) {
                sum += points[term][codes[term].at(row)];
            }
            return sum;
        }

        /** The bin a row falls into, by term. */
        public List<MergedBin> bins(int row) {
            return IntStream.range(0, codes.length)
                    .mapToObj(term -> bin(term, row))
                    .toList();
        }

        private MergedBin bin(int term, int row) {
            var bins = terms.get(term).bins();
            return bins.bins().get(bins.merged(codes[term].at(row)));
        }

        /** Where a row loses points, the greatest loss first. */
        public List<ReasonCode> reasons(int row, ReasonCode.Standard standard, int most) {
            List<ReasonCode> reasons = new ArrayList<>();
            for (int i = 0; i < codes.length; i++) {
                ScorecardTerm term = terms.get(i);
                double has = points[i][codes[i].at(row)];
                double lost =
                        switch (standard) {
                            case AVERAGE -> term.averagePoints() - has;
                            case BEST -> term.mostPoints() - has;
                        };
                if (lost > 0) {
                    MergedBin bin = bin(i, row);
                    boolean isMissing = bin.kind() == MergedBin.Kind.MISSING;
                    reasons.add(new ReasonCode(term.column(), bin.label(), isMissing, has, lost));
                }
            }
            reasons.sort(Comparator.comparingDouble(reason -> -reason.lost()));
            return List.copyOf(reasons.subList(0, Math.min(most, reasons.size())));
        }
    }
}
