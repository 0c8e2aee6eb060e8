package org.yinhang.model.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.unit.Probability;
import org.yinhang.model.ModelEvidence;
import org.yinhang.model.WhatIf;
import org.yinhang.shared.chart.Chart;
import org.yinhang.shared.web.PageFrame;

/**
 * What the try-out of one customer shows.
 *
 * @param inputs the features that can be moved, the most influential first
 * @param answer what the model says with them as they are
 */
public record WhatIfPage(List<Input> inputs, Answer answer) {

    /** More than these nobody moves. */
    private static final int MOST_INPUTS = 14;

    /** Terms drawn by themselves; the others are added up. */
    private static final int MOST_TERMS = 9;

    /**
     * A feature that can be moved.
     *
     * @param column its name in the model
     * @param name in the viewer's language
     * @param value what it is, empty where missing
     * @param kind of its values
     * @param range the lowest and highest value of a slider; null where nothing is known to bound it
     * @param options words it can be; empty where any can be written
     */
    public record Input(
            String column,
            String name,
            String value,
            WhatIf.Kind kind,
            @Nullable Range range,
            List<Option> options) {}

    /** The ends and the step of a slider. */
    public record Range(String low, String high, String step) {}

    /** A word and its name. */
    public record Option(String code, String name) {}

    /**
     * What the model says.
     *
     * @param probability of success
     * @param baseline of an average customer, 0 to 1
     * @param isMember whether the customer is of the model's population
     * @param sum how the score comes about
     */
    public record Answer(Probability probability, double baseline, boolean isMember, Chart sum) {}

    static WhatIfPage of(WhatIf found, Optional<ModelEvidence> evidence, ModelWords words, PageFrame page) {
        Map<String, Double> weights = new HashMap<>();
        Map<String, ModelEvidence.Range> ranges = new HashMap<>();
        evidence.ifPresent(known -> {
            known.influences().forEach(influence -> weights.put(influence.column(), influence.mean()));
            known.ranges().forEach(range -> ranges.put(range.column(), range));
        });
        List<Input> inputs = found.terms().stream()
                .filter(term -> term.kind() != WhatIf.Kind.NONE)
                .sorted(Comparator.comparingDouble(term -> -weights.getOrDefault(term.column(), 0.0)))
                .limit(MOST_INPUTS)
                .map(term -> input(term, Optional.ofNullable(ranges.get(term.column())), words))
                .toList();
        return new WhatIfPage(inputs, answer(found, words, page));
    }

    private static Input input(WhatIf.Term term, Optional<ModelEvidence.Range> range, ModelWords words) {
        boolean isWord = term.kind() == WhatIf.Kind.WORD;
        boolean isNumber = term.kind() == WhatIf.Kind.NUMBER;
        return new Input(
                term.column(),
                words.feature(term.column()),
                term.value(),
                term.kind(),
                isNumber ? range.flatMap(usual -> slider(usual, term.value())).orElse(null) : null,
                isWord ? words.options(term.column(), term.value()) : List.of());
    }

    /** A slider over where the column usually lies, wide enough for the value itself, in about a hundred round steps. */
    private static Optional<Range> slider(ModelEvidence.Range usual, String value) {
        double low = usual.low();
        double high = usual.high();
        if (!value.isEmpty()) {
            low = Math.min(low, Double.parseDouble(value));
            high = Math.max(high, Double.parseDouble(value));
        }
        if (!(high > low)) {
            return Optional.empty();
        }
        BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen((int) Math.floor(Math.log10((high - low) / 20)));
        return Optional.of(new Range(
                rounded(low, step, RoundingMode.FLOOR),
                rounded(high, step, RoundingMode.CEILING),
                step.toPlainString()));
    }

    private static String rounded(double value, BigDecimal step, RoundingMode mode) {
        return BigDecimal.valueOf(value).divide(step, 0, mode).multiply(step).toPlainString();
    }

    static Answer answer(WhatIf found, ModelWords words, PageFrame page) {
        List<String> labels = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        labels.add(page.t("model.what-if.average"));
        values.add(ModelPictures.rounded(found.baseline()));
        List<WhatIf.Term> strongest = found.terms().stream()
                .filter(term -> term.logOdds() != 0)
                .sorted(Comparator.comparingDouble(term -> -Math.abs(term.logOdds())))
                .toList();
        double sum = found.baseline();
        double others = 0;
        for (int i = 0; i < strongest.size(); i++) {
            WhatIf.Term term = strongest.get(i);
            sum += term.logOdds();
            if (i < MOST_TERMS) {
                labels.add(label(term, words, page));
                values.add(ModelPictures.rounded(term.logOdds()));
            } else {
                others += term.logOdds();
            }
        }
        if (strongest.size() > MOST_TERMS) {
            labels.add(page.t("model.what-if.others", strongest.size() - MOST_TERMS));
            values.add(ModelPictures.rounded(others));
        }
        labels.add(page.t("model.what-if.sum"));
        values.add(ModelPictures.rounded(sum));
        Chart chart = new Chart(
                Chart.Kind.SUM,
                Chart.Size.TALL,
                page.t("model.what-if.how"),
                page.t("model.log-odds"),
                page.t("model.feature"),
                labels,
                List.of(new Chart.Series(page.t("model.shape.adds"), values)),
                null);
        return new Answer(
                Probability.of(found.score().probability()),
                found.baselineProbability(),
                found.score().isMember(),
                chart);
    }

    private static String label(WhatIf.Term term, ModelWords words, PageFrame page) {
        String name = words.feature(term.column());
        return switch (term.kind()) {
            case NONE -> name;
            case NUMBER, TRUTH, WORD -> {
                String told = term.value().isEmpty() ? page.t("model.missing") : told(term, words, page);
                yield page.t("model.what-if.term", name, told);
            }
        };
    }

    private static String told(WhatIf.Term term, ModelWords words, PageFrame page) {
        return switch (term.kind()) {
            case TRUTH -> page.t(term.value().equals("1") ? "model.yes" : "model.no");
            case WORD -> words.value(term.column(), term.value());
            case NUMBER, NONE -> term.value();
        };
    }
}
