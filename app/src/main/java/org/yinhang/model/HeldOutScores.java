package org.yinhang.model;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yinhang.core.evaluation.DeLong;
import org.yinhang.lake.training.TrainingSet;
import org.yinhang.model.internal.ImpactAssessments;

/**
 * What a version said about the rows of the days kept for judging, and what became of them.
 *
 * @param rows day and customer of each row: the day's number since 1970 in the upper half
 * @param probabilities one a row, 0 to 1
 * @param outcomes one a row, true for a success
 */
public record HeldOutScores(long[] rows, double[] probabilities, boolean[] outcomes) {

    private static final int BYTES = Long.BYTES + Double.BYTES + 1;

    /** With fewer of either outcome nothing is compared. */
    private static final int LEAST = 20;

    /** A day and customer that stands for the {@code nth} row of its kind; facts can have several a day. */
    private record Row(long dayAndCustomer, int nth) {}

    static HeldOutScores of(TrainedModel trained) {
        TrainingSet set = trained.set();
        int[] heldOut = set.heldOut();
        long[] rows = new long[heldOut.length];
        for (int i = 0; i < rows.length; i++) {
            LocalDate day = set.days().days().get(set.dayOf()[heldOut[i]]);
            rows[i] = day.toEpochDay() << Integer.SIZE | set.customers()[heldOut[i]];
        }
        return new HeldOutScores(
                rows, trained.model().probabilities(set.features().select(heldOut)), set.outcomes(heldOut));
    }

    /** The rows one after another: day and customer, probability, outcome. */
    public byte[] bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(rows.length * BYTES);
        for (int i = 0; i < rows.length; i++) {
            buffer.putLong(rows[i]).putDouble(probabilities[i]).put((byte) (outcomes[i] ? 1 : 0));
        }
        return buffer.array();
    }

    /** What {@link #bytes} wrote. */
    public static HeldOutScores of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int count = bytes.length / BYTES;
        HeldOutScores scores = new HeldOutScores(new long[count], new double[count], new boolean[count]);
        for (int i = 0; i < count; i++) {
            scores.rows[i] = buffer.getLong();
            scores.probabilities[i] = buffer.getDouble();
            scores.outcomes[i] = buffer.get() == 1;
        }
        return scores;
    }

    /** Compares two versions on the rows that both scored with the same outcome; empty where those are too few. */
    Optional<VersionComparison> against(HeldOutScores other) {
        Map<Row, Integer> theirs = new HashMap<>();
        List<Row> keys = keys(other.rows);
        for (int i = 0; i < keys.size(); i++) {
            theirs.put(keys.get(i), i);
        }
        List<int[]> both = new ArrayList<>();
        int successes = 0;
        List<Row> mine = keys(rows);
        for (int i = 0; i < mine.size(); i++) {
            Integer at = theirs.get(mine.get(i));
            if (at != null && outcomes[i] == other.outcomes[at]) {
                both.add(new int[] {i, at});
                successes += outcomes[i] ? 1 : 0;
            }
        }
        if (successes < LEAST || both.size() - successes < LEAST) {
            return Optional.empty();
        }
        double[] first = both.stream().mapToDouble(at -> probabilities[at[0]]).toArray();
        double[] second =
                both.stream().mapToDouble(at -> other.probabilities[at[1]]).toArray();
        boolean[] happened = new boolean[first.length];
        for (int i = 0; i < happened.length; i++) {
            happened[i] = outcomes[both.get(i)[0]];
        }
        return Optional.of(new VersionComparison(
                first.length,
                successes,
                DeLong.compare(first, second, happened),
                ImpactAssessments.shift(second, first),
                first,
                second));
    }

    private static List<Row> keys(long[] rows) {
        Map<Long, Integer> seen = new HashMap<>();
        List<Row> keys = new ArrayList<>();
        for (long row : rows) {
            keys.add(new Row(row, seen.merge(row, 1, Integer::sum)));
        }
        return keys;
    }
}
