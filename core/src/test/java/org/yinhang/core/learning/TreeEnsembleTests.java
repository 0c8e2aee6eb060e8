package org.yinhang.core.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;

class TreeEnsembleTests {

    private static final int ROWS = 3_000;
    private static final int WIDTH = 12;

    @Test
    void givesXgboostsOwnFloatsAndContributionsThatAddUp() throws XGBoostError, IOException {
        Random random = new Random(3);
        float[] values = new float[ROWS * WIDTH];
        float[] labels = new float[ROWS];
        float[] margins = new float[ROWS];
        float prior = -0.7f;
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < WIDTH; column++) {
                float value = (float) random.nextGaussian();
                values[row * WIDTH + column] = random.nextInt(10) == 0 ? Float.NaN : value;
            }
            labels[row] = values[row * WIDTH] + random.nextGaussian() > 0.5 ? 1 : 0;
            margins[row] = prior;
        }
        DMatrix matrix = new DMatrix(values, ROWS, WIDTH, Float.NaN);
        matrix.setLabel(labels);
        matrix.setBaseMargin(margins);
        Booster booster = XGBoost.train(
                matrix, BoostingSettings.forRows(ROWS, 1, 2).parameters(List.of()), 60, Map.of(), null, null);
        float[][] theirs = booster.predict(matrix, true);
        int[] sources = new int[WIDTH];
        Arrays.setAll(sources, column -> column / 2);
        TreeEnsemble ours = new TreeEnsemble(prior, BoosterTree.readAll(booster.toByteArray("ubj")), sources);
        assertThat(ours.trees()).isEqualTo(60);
        for (int row = 0; row < ROWS; row++) {
            double score = ours.logOdds(values, row * WIDTH);
            assertThat((float) score).isEqualTo(theirs[row][0]);
            double[] contributions = new double[WIDTH / 2];
            ours.explain(values, row * WIDTH, 1, contributions);
            assertThat(ours.baseline() + Arrays.stream(contributions).sum()).isCloseTo(score, within(1e-4));
        }
        Booster again = XGBoost.loadModel(
                BoosterJson.write(ours.first(40), origin(sources)).getBytes(StandardCharsets.UTF_8));
        DMatrix plain = new DMatrix(values, ROWS, WIDTH, Float.NaN);
        float[][] exported = again.predict(plain, true);
        for (int row = 0; row < ROWS; row++) {
            assertThat((double) exported[row][0]).isCloseTo(ours.first(40).logOdds(values, row * WIDTH), within(1e-5));
        }
        assertThat(again.getFeatureNames()).startsWith("f 0", "f \"1\"");
        again.dispose();
        plain.dispose();
        booster.dispose();
        matrix.dispose();
    }

    /** Twelve numbers, two of which belong to one column. */
    private static BoosterFile.Origin origin(int[] sources) {
        List<Encoding.Part> parts = new ArrayList<>();
        for (int i = 0; i < sources.length; i++) {
            parts.add(new NumberPart(i == 1 ? "f \"1\"" : "f " + i, sources[i]));
        }
        return new BoosterFile.Origin(new Encoding(parts), List.of(), -0.7f, Optional.empty());
    }
}
