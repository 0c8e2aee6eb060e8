package org.yinhang.lake.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.yinhang.core.table.Column;

/**
 * What a declaration means before it is trained: from how many rows it would learn, and what is odd about its columns.
 *
 * @param asOf the day of training
 * @param snapshot the version of the lake that was read
 * @param days the observation days, the oldest first
 * @param offered rows there were before sampling
 * @param undecided rows left out because their outcome is not known
 * @param overlapping rows of {@link TrainingSet#overlapping}, not learned from
 * @param suspects columns that tell the outcome too well to be true, so that they may have leaked from it
 * @param idle columns that have no value, or one only, among the rows learned from
 */
public record TrainingOutlook(
        String asOf,
        long snapshot,
        List<Day> days,
        long offered,
        long undecided,
        int overlapping,
        List<Suspect> suspects,
        List<String> idle) {

    public TrainingOutlook {
        days = List.copyOf(days);
        suspects = List.copyOf(suspects);
        idle = List.copyOf(idle);
    }

    /**
     * An observation day.
     *
     * @param day the day
     * @param mature the day as of which its outcomes are known
     * @param isHeldOut whether it is kept for judging
     * @param rows rows of it that are learned from or judged
     * @param successes those of them that succeeded
     */
    public record Day(String day, String mature, boolean isHeldOut, int rows, int successes) {}

    /**
     * A column that may have leaked.
     *
     * @param auc of the column alone, on rows it was not learned from
     */
    public record Suspect(String column, double auc) {}

    /** What a training set shows. */
    public static TrainingOutlook of(TrainingSet set) {
        List<LocalDate> observed = set.days().days();
        int[] rows = new int[observed.size()];
        int[] successes = new int[observed.size()];
        int[] learned = set.learned();
        for (int row : IntStream.concat(IntStream.of(learned), IntStream.of(set.heldOut()))
                .toArray()) {
            rows[set.dayOf()[row]]++;
            successes[set.dayOf()[row]] += set.outcomes()[row] ? 1 : 0;
        }
        List<Day> days = new ArrayList<>();
        for (int day = 0; day < rows.length; day++) {
            LocalDate mature = ObservationDays.mature(set.model().definition(), observed.get(day));
            days.add(new Day(
                    observed.get(day).toString(),
                    mature.toString(),
                    set.days().isHeldOut(day),
                    rows[day],
                    successes[day]));
        }
        return new TrainingOutlook(
                set.asOf().toString(),
                set.snapshot(),
                days,
                set.offered(),
                set.undecided(),
                set.overlapping().length,
                set.suspects().stream()
                        .map(one -> new Suspect(one.column(), one.auc()))
                        .toList(),
                set.features().select(learned).columns().stream()
                        .filter(TrainingOutlook::isIdle)
                        .map(Column::name)
                        .toList());
    }

    private static boolean isIdle(Column column) {
        return IntStream.range(0, column.size())
                        .mapToObj(column::text)
                        .distinct()
                        .limit(2)
                        .count()
                < 2;
    }

    /** Rows learned from, or kept for judging. */
    public int rows(boolean heldOut) {
        return days.stream()
                .filter(day -> day.isHeldOut == heldOut)
                .mapToInt(Day::rows)
                .sum();
    }

    /** Successes among the rows learned from, or kept for judging. */
    public int successes(boolean heldOut) {
        return days.stream()
                .filter(day -> day.isHeldOut == heldOut)
                .mapToInt(Day::successes)
                .sum();
    }
}
