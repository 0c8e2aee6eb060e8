package org.yinhang.core.scorecard.merging;

import java.util.Arrays;
import java.util.List;
import org.yinhang.core.archive.Archived;
import org.yinhang.core.binning.Bins;

/** The bins of one column after merging: a table from fine bin to merged bin, and what each merged bin is worth. */
public final class MergedBins implements Archived.Archivable {

    private final Bins fine;
    private final Trend trend;
    private final List<MergedBin> bins;
    private final int[] merged;

    MergedBins(Bins fine, Trend trend, List<MergedBin> bins) {
        this.fine = fine;
        this.trend = trend;
        this.bins = List.copyOf(bins);
        this.merged = new int[fine.count()];
        Arrays.fill(merged, -1);
        for (int i = 0; i < bins.size(); i++) {
            for (int code : bins.get(i).fine()) {
                merged[code] = i;
            }
        }
        if (Arrays.stream(merged).anyMatch(bin -> bin < 0)) {
            throw new IllegalArgumentException("column %s: a fine bin is in no merged bin".formatted(fine.column()));
        }
    }

    /** Bins that were merged before, such as those read from a file. */
    public static MergedBins of(Bins fine, Trend trend, List<MergedBin> bins) {
        return new MergedBins(fine, trend, bins);
    }

    /** The column. */
    public String column() {
        return fine.column();
    }

    /** The fine bins that were merged. */
    public Bins fine() {
        return fine;
    }

    /** How the event rate moves along the ordinary bins, as asked for or, for {@link Trend#AUTO}, as found. */
    public Trend trend() {
        return trend;
    }

    /** The merged bins: ordinary ones in order, then special codes, other words, missing. */
    public List<MergedBin> bins() {
        return bins;
    }

    /** Which merged bin a fine bin belongs to. */
    public int merged(int fineBin) {
        return merged[fineBin];
    }

    /** The weight of evidence by fine bin. */
    public double[] weightsOfEvidence() {
        return Arrays.stream(merged)
                .mapToDouble(bin -> bins.get(bin).weightOfEvidence())
                .toArray();
    }

    /** The information value of the column: the sum over its bins. Below 0.02 it tells next to nothing (Siddiqi 2006). */
    public double informationValue() {
        return bins.stream().mapToDouble(MergedBin::informationValue).sum();
    }

    @Override
    public Archived<MergedBins> archived() {
        return new Kept(fine, trend, bins);
    }

    private record Kept(Bins fine, Trend trend, List<MergedBin> bins) implements Archived<MergedBins> {

        @Override
        public MergedBins restore() {
            return new MergedBins(fine, trend, bins);
        }
    }
}
