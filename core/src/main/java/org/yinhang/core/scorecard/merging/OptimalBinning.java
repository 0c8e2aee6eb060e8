package org.yinhang.core.scorecard.merging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.yinhang.core.binning.Bins;
import org.yinhang.core.binning.NumberBins;
import org.yinhang.core.binning.WordBins;
import org.yinhang.core.scorecard.merging.MergedBin.Kind;

/**
 * Merges the fine bins of a column so that the criterion is the greatest there is under the conditions of
 * {@link MergeSettings}.
 *
 * <p>Numbers: neighbouring intervals are merged; a special code keeps its bin. Words: those with fewer rows than a bin needs at
 * least ({@link #RARE}) join the words never seen; the others are put in the order of their event rate and neighbours in that
 * order are merged, which for a convex criterion is as good as any grouping (Burshtein, Della Pietra, Kanevsky and Nádas
 * 1992, "Minimum impurity partitions", Annals of Statistics 20) as long as no condition on sizes binds. Missing values, special codes and other words with too few
 * events or non-events are neutral: their weight of evidence is 0.
 */
public final class OptimalBinning {

    /** Words with fewer training rows cannot be placed by their event rate. */
    private static final double RARE = 10;

    private final Bins bins;
    private final BinCounts counts;
    private final MergeSettings settings;
    private final WeightOfEvidence evidence;
    private final double allRows;

    private OptimalBinning(Bins bins, BinCounts counts, MergeSettings settings) {
        this.bins = bins;
        this.counts = counts;
        this.settings = settings;
        this.allRows = counts.allRows();
        this.evidence = new WeightOfEvidence(counts.allEvents(), allRows - counts.allEvents(), settings.prior());
    }

    /**
     * Merges the bins of a column.
     *
     * @param codes the fine bin of each row, as an unsigned byte
     * @param outcomes which rows are events; both outcomes must occur
     * @param weights how much each row counts, above 0
     */
    public static MergedBins merge(
            Bins bins, byte[] codes, boolean[] outcomes, double[] weights, MergeSettings settings) {
        return new OptimalBinning(bins, BinCounts.of(codes, bins.count(), outcomes, weights), settings).merge();
    }

    private MergedBins merge() {
        return switch (bins) {
            case NumberBins numbers -> mergeNumbers(numbers);
            case WordBins words -> mergeWords(words);
        };
    }

    private MergedBins mergeNumbers(NumberBins numbers) {
        List<Integer> order = IntStream.range(numbers.firstInterval(), numbers.count())
                .boxed()
                .toList();
        Merge merge = best(order, settings.trend());
        List<MergedBin> merged = new ArrayList<>();
        for (List<Integer> fine : merge.groups) {
            merged.add(bin(Kind.ORDINARY, interval(numbers, fine), fine));
        }
        for (int special = 1; special < numbers.firstInterval(); special++) {
            merged.add(bin(Kind.SPECIAL, numbers.label(special), List.of(special)));
        }
        merged.add(bin(Kind.MISSING, numbers.label(Bins.MISSING), List.of(Bins.MISSING)));
        return new MergedBins(numbers, merge.trend, merged);
    }

    /** The label of some neighbouring intervals taken as one. */
    private static String interval(NumberBins numbers, List<Integer> fine) {
        String first = numbers.label(fine.getFirst());
        String last = numbers.label(fine.getLast());
        return first.substring(0, first.indexOf(", ")) + last.substring(last.indexOf(", "));
    }

    private MergedBins mergeWords(WordBins words) {
        List<Integer> rare = new ArrayList<>();
        List<Integer> frequent = new ArrayList<>();
        for (int bin = 1; bin < words.others(); bin++) {
            (counts.rows()[bin] < RARE ? rare : frequent).add(bin);
        }
        frequent.sort(Comparator.comparingDouble((Integer bin) -> counts.events()[bin] / counts.rows()[bin])
                .thenComparing(Comparator.naturalOrder()));
        rare.add(words.others());
        Merge merge = best(frequent, Trend.ASCENDING);
        List<MergedBin> merged = new ArrayList<>();
        for (List<Integer> fine : merge.groups) {
            List<Integer> sorted = fine.stream().sorted().toList();
            String label = String.join(", ", sorted.stream().map(words::label).toList());
            merged.add(bin(Kind.ORDINARY, label, sorted));
        }
        merged.add(bin(Kind.OTHER_WORDS, words.label(words.others()), rare));
        merged.add(bin(Kind.MISSING, words.label(Bins.MISSING), List.of(Bins.MISSING)));
        return new MergedBins(words, merge.trend, merged);
    }

    private MergedBin bin(Kind kind, String label, List<Integer> fine) {
        double rows = 0;
        double events = 0;
        for (int code : fine) {
            rows += counts.rows()[code];
            events += counts.events()[code];
        }
        double nonEvents = rows - events;
        boolean isNeutral = events < settings.fewestEvents() || nonEvents < settings.fewestNonEvents() || rows == 0;
        return new MergedBin(
                kind,
                label,
                fine,
                rows,
                rows / allRows,
                events,
                isNeutral,
                isNeutral ? 0 : evidence.of(events, nonEvents),
                isNeutral ? 0 : evidence.informationValue(events, nonEvents));
    }

    /** Fine bins by merged bin, and the trend they follow. */
    private record Merge(Trend trend, List<List<Integer>> groups) {}

    /**
     * Divides fine bins under a trend.
     *
     * @param codes the fine bins in order
     */
    private Merge best(List<Integer> codes, Trend trend) {
        PartitionSolver solver = new PartitionSolver(
                codes.stream().mapToDouble(code -> counts.rows()[code]).toArray(),
                codes.stream().mapToDouble(code -> counts.events()[code]).toArray(),
                allRows,
                evidence,
                settings);
        Map<Trend, Optional<PartitionSolver.Division>> divisions = new EnumMap<>(Trend.class);
        Function<Trend, Optional<PartitionSolver.Division>> divide =
                wanted -> divisions.computeIfAbsent(wanted, each -> best(solver, each));
        Trend chosen = trend == Trend.AUTO
                ? plainest(wanted -> divide.apply(wanted)
                        .map(PartitionSolver.Division::worth)
                        .orElse(0.0))
                : trend;
        return new Merge(chosen, groups(codes, divide.apply(chosen)));
    }

    /** The plainest trend that loses no more than the settings allow. */
    private Trend plainest(ToDoubleFunction<Trend> worth) {
        double enough = (1 - settings.trendLoss()) * worth.applyAsDouble(Trend.NONE);
        Trend direction = better(worth, Trend.ASCENDING, Trend.DESCENDING);
        if (worth.applyAsDouble(direction) >= enough) {
            return direction;
        }
        Trend turn = better(worth, Trend.PEAK, Trend.VALLEY);
        return worth.applyAsDouble(turn) >= enough ? turn : Trend.NONE;
    }

    private static Trend better(ToDoubleFunction<Trend> worth, Trend one, Trend other) {
        return worth.applyAsDouble(one) >= worth.applyAsDouble(other) ? one : other;
    }

    /** The best division of enough bins, else of as many as there can be. */
    private Optional<PartitionSolver.Division> best(PartitionSolver solver, Trend trend) {
        return IntStream.iterate(settings.fewestBins(), fewest -> fewest >= 1, fewest -> fewest - 1)
                .mapToObj(fewest -> solver.best(trend, fewest))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The fine bins of each stretch; all in one where no division meets the conditions, none where there are none. */
    private static List<List<Integer>> groups(List<Integer> codes, Optional<PartitionSolver.Division> division) {
        List<Integer> starts = division.map(PartitionSolver.Division::starts).orElse(List.of(0));
        List<List<Integer>> groups = new ArrayList<>();
        for (int i = 0; i < starts.size() && !codes.isEmpty(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : codes.size();
            groups.add(codes.subList(starts.get(i), end));
        }
        return groups;
    }
}
