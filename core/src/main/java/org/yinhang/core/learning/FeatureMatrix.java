package org.yinhang.core.learning;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Encoded rows: one float a feature, NaN where missing. Few rows are encoded once; of many, each is encoded when it is read, for all
 * of them together would take several times the room of their table.
 */
final class FeatureMatrix {

    /** Up to so many values are kept: 256 MiB. */
    private static final long MOST_KEPT = 1L << 26;

    /** Trees learn from at most so many values: XGBoost takes eight bytes of native memory for each, and we four. */
    private static final long MOST_PACKED = 200_000_000;

    private final List<Feature> features;
    private final int rows;
    private final Encoding.RowWriter writer;
    private final float @Nullable [] kept;

    /**
     * @param writer what encodes a row; for several threads
     */
    FeatureMatrix(List<Feature> features, int rows, Encoding.RowWriter writer) {
        this.features = List.copyOf(features);
        this.rows = rows;
        this.writer = writer;
        this.kept = (long) rows * features.size() <= MOST_KEPT ? encoded(writer, rows, features.size()) : null;
    }

    private static float[] encoded(Encoding.RowWriter writer, int rows, int width) {
        float[] values = new float[rows * width];
        for (int row = 0; row < rows; row++) {
            writer.write(row, values, row * width);
        }
        return values;
    }

    List<Feature> features() {
        return features;
    }

    int width() {
        return features.size();
    }

    int rows() {
        return rows;
    }

    /** Writes a row's features into {@code into} from its beginning. */
    void read(int row, float[] into) {
        if (kept == null) {
            writer.write(row, into, 0);
        } else {
            System.arraycopy(kept, row * width(), into, 0, width());
        }
    }

    /** What a model says of some rows. */
    double[] logOdds(AdditiveModel model, int[] chosen) {
        float[] encoded = new float[width()];
        return Arrays.stream(chosen)
                .mapToDouble(row -> {
                    read(row, encoded);
                    return model.logOdds(encoded, 0);
                })
                .toArray();
    }

    /**
     * As many of some rows as may be packed at once, evenly spread over them. Trees of a few leaves learn little more from more rows than
     * these.
     *
     * @param width how many features are packed
     */
    static int[] packable(int[] chosen, int width) {
        long most = MOST_PACKED / width;
        if (chosen.length <= most) {
            return chosen;
        }
        return IntStream.range(0, (int) most)
                .map(i -> chosen[(int) ((long) i * chosen.length / most)])
                .toArray();
    }

    /** The chosen rows packed together, row after row, keeping the first {@code most} features only. */
    float[] pack(int[] chosen, int most) {
        float[] packed = new float[Math.multiplyExact(chosen.length, most)];
        float[] encoded = new float[width()];
        for (int i = 0; i < chosen.length; i++) {
            read(chosen[i], encoded);
            System.arraycopy(encoded, 0, packed, i * most, most);
        }
        return packed;
    }
}
