package org.yinhang.core.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.yinhang.core.learning.ResponseModel.Part;
import org.yinhang.core.table.RowSource;

/** Scores one row after another with the parts of a model, reusing its space. Not for sharing by threads. */
final class RowScorer {

    /**
     * Rows as the parts of a model read them; may be shared by threads.
     *
     * @param encodings what parts read, each once
     * @param writers one an encoding
     * @param elsewhere the same rows for a model made elsewhere
     */
    record Rows(List<Encoding> encodings, List<Encoding.RowWriter> writers, Optional<ElsewhereModel.Reader> elsewhere) {

        static Rows of(List<Part> parts, Optional<ElsewhereModel> elsewhere, RowSource rows) {
            List<Encoding> encodings =
                    parts.stream().map(Part::encoding).distinct().toList();
            return new Rows(
                    encodings,
                    encodings.stream().map(encoding -> encoding.bind(rows)).toList(),
                    elsewhere.map(model -> model.bind(rows)));
        }
    }

    private final List<Part> parts;
    private final Rows rows;
    private final Calibration calibration;
    private final int[] encodingOf;
    private final List<float[]> encoded = new ArrayList<>();
    private final double[] bySource;

    RowScorer(List<Part> parts, Rows rows, Calibration calibration, int sources) {
        this.parts = parts;
        this.rows = rows;
        this.calibration = calibration;
        this.encodingOf = parts.stream()
                .mapToInt(part -> rows.encodings.indexOf(part.encoding()))
                .toArray();
        rows.encodings.forEach(
                encoding -> encoded.add(new float[encoding.features().size()]));
        this.bySource = new double[sources];
    }

    /**
     * The calibrated probability of a row.
     *
     * @param contributions filled with the row's reasons; of length 0 for none
     */
    double score(int row, float[] contributions) {
        for (int i = 0; i < encoded.size(); i++) {
            rows.writers.get(i).write(row, encoded.get(i), 0);
        }
        double logOdds = 0;
        for (int i = 0; i < encodingOf.length; i++) {
            Part part = parts.get(i);
            logOdds += part.weight() * part.model().logOdds(encoded.get(encodingOf[i]), 0);
        }
        if (rows.elsewhere.isPresent()) {
            logOdds += rows.elsewhere.get().logOdds(row);
        }
        if (contributions.length > 0) {
            explain(row, contributions);
        }
        return calibration.probability(logOdds);
    }

    private void explain(int row, float[] contributions) {
        Arrays.fill(bySource, 0);
        for (int i = 0; i < encodingOf.length; i++) {
            Part part = parts.get(i);
            part.model().explain(encoded.get(encodingOf[i]), 0, part.weight(), bySource);
        }
        rows.elsewhere.ifPresent(model -> model.explain(row, bySource));
        for (int source = 0; source < bySource.length; source++) {
            contributions[row * bySource.length + source] = (float) bySource[source];
        }
    }
}
