package org.yinhang.model.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.learning.ResponseModel;
import org.yinhang.core.scorecard.Scorecard;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.model.ModelVersion;
import org.yinhang.shared.chart.Chart;
import org.yinhang.shared.web.PageFrame;

/**
 * What the page about the inside of a version shows.
 *
 * @param definition the model's declaration
 * @param version the version
 * @param card its card; null where it is none
 * @param bins pictures of the card's columns, in their order
 * @param parts its glass boxes
 * @param isFormula whether it is one glass box that other engines can be given
 * @param boosters how many ensembles of boosted trees it has
 */
public record ShapePage(
        ModelDefinition definition,
        ModelVersion version,
        @Nullable Scorecard card,
        List<Chart> bins,
        List<Part> parts,
        boolean isFormula,
        int boosters) {

    /**
     * A glass box.
     *
     * @param weight how much it counts beside the other learners, 0 to 1
     * @param curves pictures of its curves
     * @param maps pictures of its pairs
     */
    public record Part(double weight, List<Chart> curves, List<Chart> maps) {}

    static ShapePage of(
            ModelDefinition definition, ModelVersion version, ResponseModel model, ModelWords words, PageFrame page) {
        ShapePictures pictures = new ShapePictures(words, page);
        Optional<Scorecard> card = model.scorecard();
        return new ShapePage(
                definition,
                version,
                card.orElse(null),
                card.map(pictures::bins).orElse(List.of()),
                model.glassBoxes().stream()
                        .map(box -> new Part(box.weight(), pictures.curves(box), pictures.maps(box)))
                        .toList(),
                model.formula().isPresent(),
                model.boosters().size());
    }
}
