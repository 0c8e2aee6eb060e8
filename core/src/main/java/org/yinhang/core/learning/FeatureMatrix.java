package org.yinhang.core.learning;

import java.util.List;

/** Encoded rows: one float a feature, NaN where missing, row after row. */
final class FeatureMatrix {

    private final List<Feature> features;
    private final float[] values;
    private final int rows;

    FeatureMatrix(List<Feature> features, float[] values) {
        this.features = List.copyOf(features);
        this.values = values;
        this.rows = values.length / features.size();
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

    /** All values, row after row; shared, not to be written. */
    float[] values() {
        return values;
    }

    /** Where a row begins in {@link #values()}. */
    int offset(int row) {
        return row * features.size();
    }

    /** The chosen rows packed together, keeping the first {@code width} features only. */
    float[] pack(int[] chosen, int width) {
        float[] packed = new float[chosen.length * width];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(values, offset(chosen[i]), packed, i * width, width);
        }
        return packed;
    }
}
