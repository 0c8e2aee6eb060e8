package org.yinhang.core.glassbox;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One model of one share of the rows, grown by visiting its terms one after another, round after round (cyclic gradient
 * boosting). Gradients are exact at the start of a round and follow by their curvature inside it, so a visit costs one pass
 * over a byte a row. Rows left out of the bag say when to stop.
 */
final class Bag {

    private static final int CHUNK = 1 << 16;

    private final Loss loss;
    private final double[] targets;
    private final double[] weights;
    private final boolean[] isLeftOut;
    private final boolean anyLeftOut;
    private final float[] scores;
    private final float[] gradients;
    private final float[] curvatures;
    private final boolean inParallel;
    private double meanCurvature;

    /**
     * Starts a bag.
     *
     * @param targets one a row
     * @param weights what each row counts, above 0
     * @param isLeftOut rows the bag does not learn from
     * @param start the score every row begins with
     * @param inParallel whether to use all processors for this bag
     */
    Bag(Loss loss, double[] targets, double[] weights, boolean[] isLeftOut, float[] start, boolean inParallel) {
        this.loss = loss;
        this.targets = targets;
        this.isLeftOut = isLeftOut;
        this.weights = weights;
        boolean any = false;
        for (boolean leftOut : isLeftOut) {
            any |= leftOut;
        }
        this.anyLeftOut = any;
        this.scores = start;
        this.gradients = new float[targets.length];
        this.curvatures = new float[targets.length];
        this.inParallel = inParallel;
    }

    /** Sets every row back to what given curves say of it, which the last rounds may have gone beyond. */
    Bag restart(List<? extends Cells> curves, double[][] values, float start) {
        for (int row = 0; row < scores.length; row++) {
            double score = start;
            for (int curve = 0; curve < values.length; curve++) {
                score += values[curve][curves.get(curve).codes()[row] & 0xff];
            }
            scores[row] = (float) score;
        }
        return this;
    }

    /**
     * Grows the terms.
     *
     * @param order in which terms are visited
     * @return by term and cell, the values after the best round
     */
    double[][] grow(List<? extends Cells> terms, int[] order, GlassBoxSettings settings) {
        double[][] values = new double[terms.size()][];
        int[][] rows = new int[terms.size()][];
        for (int term = 0; term < values.length; term++) {
            values[term] = new double[terms.get(term).count()];
            rows[term] = countRows(terms.get(term).codes());
        }
        double[][] best = copy(values);
        double least = leftOutLoss();
        int since = 0;
        float[] delta = new float[Cells.MOST];
        for (int round = 0; round < settings.rounds(); round++) {
            renew();
            double ridge = settings.ridge() * meanCurvature;
            byte[] visited = terms.get(order[0]).codes();
            Arrays.fill(delta, 0);
            for (int term : order) {
                Cells cells = terms.get(term);
                double[] sums = pass(visited, delta, cells.codes());
                Arrays.fill(delta, 0);
                cells.correct(sums, rows[term], ridge, delta);
                for (int cell = 0; cell < cells.count(); cell++) {
                    delta[cell] *= (float) settings.learningRate();
                    values[term][cell] += delta[cell];
                }
                visited = cells.codes();
            }
            add(visited, delta);
            if (settings.patience() == 0 || !anyLeftOut) {
                best = values;
                continue;
            }
            double now = leftOutLoss();
            if (now < least) {
                least = now;
                best = copy(values);
                since = 0;
            } else if (++since >= settings.patience()) {
                break;
            }
        }
        return best;
    }

    private static double[][] copy(double[][] values) {
        return Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
    }

    private int[] countRows(byte[] codes) {
        int[] rows = new int[Cells.MOST];
        for (int row = 0; row < codes.length; row++) {
            if (!isLeftOut[row]) {
                rows[codes[row] & 0xff]++;
            }
        }
        return rows;
    }

    private int chunks() {
        return Math.max(1, (targets.length + CHUNK - 1) / CHUNK);
    }

    private IntStream chunkNumbers() {
        IntStream chunks = IntStream.range(0, chunks());
        return inParallel ? chunks.parallel() : chunks;
    }

    private int end(int chunk) {
        return Math.min(targets.length, (chunk + 1) * CHUNK);
    }

    /** Computes every row's gradient and curvature anew. */
    private void renew() {
        double[] sums = new double[2 * chunks()];
        chunkNumbers().forEach(chunk -> {
            double curvature = 0;
            double weight = 0;
            for (int row = chunk * CHUNK; row < end(chunk); row++) {
                double counts = isLeftOut[row] ? 0 : weights[row];
                double expected = loss.expected(scores[row]);
                gradients[row] = (float) (counts * (expected - targets[row]));
                curvatures[row] = (float) (counts * loss.curvature(expected));
                curvature += curvatures[row];
                weight += counts;
            }
            sums[2 * chunk] = curvature;
            sums[2 * chunk + 1] = weight;
        });
        double curvature = 0;
        double weight = 0;
        for (int chunk = 0; chunk < chunks(); chunk++) {
            curvature += sums[2 * chunk];
            weight += sums[2 * chunk + 1];
        }
        meanCurvature = curvature / weight;
    }

    /** Adds the last correction to every row and sums gradients and curvatures by the cells of the next term. */
    private double[] pass(byte[] visited, float[] delta, byte[] next) {
        double[][] parts = new double[chunks()][];
        chunkNumbers().forEach(chunk -> parts[chunk] = pass(visited, delta, next, chunk * CHUNK, end(chunk)));
        double[] sums = parts[0];
        for (int chunk = 1; chunk < parts.length; chunk++) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += parts[chunk][i];
            }
        }
        return sums;
    }

    private double[] pass(byte[] visited, float[] delta, byte[] next, int from, int to) {
        double[] even = new double[2 * Cells.MOST];
        double[] odd = new double[2 * Cells.MOST];
        int row = from;
        for (; row + 1 < to; row += 2) {
            float step = delta[visited[row] & 0xff];
            float gradient = gradients[row] + curvatures[row] * step;
            scores[row] += step;
            gradients[row] = gradient;
            int cell = 2 * (next[row] & 0xff);
            even[cell] += gradient;
            even[cell + 1] += curvatures[row];
            float otherStep = delta[visited[row + 1] & 0xff];
            float otherGradient = gradients[row + 1] + curvatures[row + 1] * otherStep;
            scores[row + 1] += otherStep;
            gradients[row + 1] = otherGradient;
            int otherCell = 2 * (next[row + 1] & 0xff);
            odd[otherCell] += otherGradient;
            odd[otherCell + 1] += curvatures[row + 1];
        }
        for (; row < to; row++) {
            float step = delta[visited[row] & 0xff];
            scores[row] += step;
            gradients[row] += curvatures[row] * step;
            int cell = 2 * (next[row] & 0xff);
            even[cell] += gradients[row];
            even[cell + 1] += curvatures[row];
        }
        for (int i = 0; i < even.length; i++) {
            even[i] += odd[i];
        }
        return even;
    }

    private void add(byte[] visited, float[] delta) {
        chunkNumbers().forEach(chunk -> {
            for (int row = chunk * CHUNK; row < end(chunk); row++) {
                scores[row] += delta[visited[row] & 0xff];
            }
        });
    }

    private double leftOutLoss() {
        if (!anyLeftOut) {
            return Double.NaN;
        }
        double[] sums = new double[chunks()];
        chunkNumbers().forEach(chunk -> {
            double sum = 0;
            for (int row = chunk * CHUNK; row < end(chunk); row++) {
                if (isLeftOut[row]) {
                    sum += weights[row] * loss.value(scores[row], targets[row]);
                }
            }
            sums[chunk] = sum;
        });
        return Arrays.stream(sums).sum();
    }
}
