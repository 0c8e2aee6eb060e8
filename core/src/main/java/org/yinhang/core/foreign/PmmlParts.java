package org.yinhang.core.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** Reads the models of a document that are supported; names what is not. */
final class PmmlParts {

    private final PmmlDocument document;
    private final PmmlPredicates predicates;

    PmmlParts(PmmlDocument document) {
        this.document = document;
        this.predicates = new PmmlPredicates(document);
    }

    /** A model element; what it computes first must be nothing. */
    PmmlPart of(Element model) {
        for (Element local : PmmlDocument.children(model, "LocalTransformations")) {
            if (!PmmlDocument.children(local, "DerivedField").isEmpty()) {
                throw document.fault("It computes fields (DerivedField), which is not supported.");
            }
        }
        if (!PmmlDocument.children(model, "Targets").isEmpty()) {
            throw document.fault("It rescales its predictions (Targets), which is not supported.");
        }
        return switch (model.getTagName()) {
            case "Scorecard" -> scorecard(model);
            case "RegressionModel" -> regression(model);
            case "TreeModel" -> new PmmlTree(document, predicates, model, event(model));
            case "MiningModel" -> ensemble(model);
            default -> throw document.fault("A %s is not supported.".formatted(model.getTagName()));
        };
    }

    /**
     * The outcome a classifier's probability is asked for: that of the first output of a probability, else none, which is the
     * first the model names.
     */
    static Optional<String> event(Element model) {
        return PmmlDocument.children(model, "Output").stream()
                .flatMap(output -> PmmlDocument.children(output, "OutputField").stream())
                .filter(field -> field.getAttribute("feature").equals("probability"))
                .map(field -> field.getAttribute("value"))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** One attribute of a characteristic. */
    private record Attribute(PmmlPredicate predicate, double points) {}

    private PmmlPart scorecard(Element model) {
        double start = document.number(model, "initialScore", 0);
        List<List<Attribute>> characteristics = new ArrayList<>();
        for (Element characteristic :
                PmmlDocument.children(document.child(model, "Characteristics"), "Characteristic")) {
            List<Attribute> attributes = new ArrayList<>();
            for (Element attribute : PmmlDocument.children(characteristic, "Attribute")) {
                attributes.add(new Attribute(predicates.of(attribute), document.number(attribute, "partialScore")));
            }
            characteristics.add(List.copyOf(attributes));
        }
        return row -> {
            double sum = start;
            for (List<Attribute> attributes : characteristics) {
                sum += attributes.stream()
                        .filter(attribute -> attribute.predicate.test(row) == Truth.TRUE)
                        .mapToDouble(Attribute::points)
                        .findFirst()
                        .orElse(Double.NaN);
            }
            return sum;
        };
    }

    private PmmlPart regression(Element model) {
        List<Element> tables = PmmlDocument.children(model, "RegressionTable");
        List<PmmlPart> sums = tables.stream().map(this::linear).toList();
        String normalisation = model.getAttribute("normalizationMethod");
        if (!model.getAttribute("functionName").equals("classification")) {
            PmmlPart sum = sums.getFirst();
            return switch (normalisation) {
                case "", "none" -> sum;
                case "logit", "softmax" -> row -> 1 / (1 + Math.exp(-sum.score(row)));
                case "exp" -> row -> Math.exp(sum.score(row));
                default -> throw document.fault("The normalisation '%s' is not supported.".formatted(normalisation));
            };
        }
        if (tables.size() != 2) {
            throw document.fault("It has %d outcomes (expected: 2).".formatted(tables.size()));
        }
        List<String> categories = tables.stream()
                .map(table -> table.getAttribute("targetCategory"))
                .toList();
        int wanted = event(model).map(categories::indexOf).orElse(0);
        PmmlPart first = sums.getFirst();
        PmmlPart second = sums.getLast();
        // With logit the second table is the reference; with softmax both count.
        PmmlPart gap =
                switch (normalisation) {
                    case "logit" -> first;
                    case "softmax" -> row -> first.score(row) - second.score(row);
                    default ->
                        throw document.fault("The normalisation '%s' is not supported.".formatted(normalisation));
                };
        return row -> 1 / (1 + Math.exp(wanted == 0 ? -gap.score(row) : gap.score(row)));
    }

    private PmmlPart linear(Element table) {
        if (!PmmlDocument.children(table, "PredictorTerm").isEmpty()) {
            throw document.fault("A PredictorTerm is not supported.");
        }
        double intercept = document.number(table, "intercept");
        List<PmmlPart> terms = new ArrayList<>();
        for (Element term : PmmlDocument.children(table, "NumericPredictor")) {
            String field = term.getAttribute("name");
            double coefficient = document.number(term, "coefficient");
            double exponent = document.number(term, "exponent", 1);
            document.isNumber(field);
            terms.add(row -> coefficient * (exponent == 1 ? row.number(field) : Math.pow(row.number(field), exponent)));
        }
        for (Element term : PmmlDocument.children(table, "CategoricalPredictor")) {
            String field = term.getAttribute("name");
            String value = term.getAttribute("value");
            double coefficient = document.number(term, "coefficient");
            document.isNumber(field);
            terms.add(row -> row.text(field).equals(value) ? coefficient : 0);
        }
        return row -> {
            double sum = intercept;
            for (PmmlPart term : terms) {
                sum += term.score(row);
            }
            return sum;
        };
    }

    /** Models one after the other: what one predicts, later ones read under the name it gives it; the last one counts. */
    private PmmlPart chain(Element segmentation) {
        record Link(PmmlPredicate predicate, PmmlPart part, List<String> outputs) {}
        List<Link> links = new ArrayList<>();
        for (Element segment : PmmlDocument.children(segmentation, "Segment")) {
            Element inner = inner(segment);
            List<String> outputs = PmmlDocument.children(inner, "Output").stream()
                    .flatMap(output -> PmmlDocument.children(output, "OutputField").stream())
                    .filter(field -> field.getAttribute("feature").equals("predictedValue"))
                    .map(field -> field.getAttribute("name"))
                    .toList();
            links.add(new Link(predicates.of(segment), of(inner), outputs));
            outputs.forEach(document::addNumber);
        }
        return row -> {
            PmmlRow known = row;
            double last = Double.NaN;
            for (Link link : links) {
                if (link.predicate.test(known) == Truth.TRUE) {
                    last = link.part.score(known);
                    for (String output : link.outputs) {
                        known = known.with(output, last);
                    }
                }
            }
            return last;
        };
    }

    private Element inner(Element segment) {
        return PmmlDocument.elements(segment).stream()
                .filter(element -> element.getTagName().endsWith("Model")
                        || element.getTagName().equals("Scorecard"))
                .findFirst()
                .orElseThrow(() -> document.fault("A Segment has no model."));
    }

    /** One model of several. */
    private record Segment(PmmlPredicate predicate, PmmlPart part) {}

    private PmmlPart ensemble(Element model) {
        Element segmentation = document.child(model, "Segmentation");
        String method = segmentation.getAttribute("multipleModelMethod");
        if (method.equals("modelChain")) {
            return chain(segmentation);
        }
        if (!method.equals("sum") && !method.equals("average")) {
            throw document.fault("Models joined by '%s' are not supported.".formatted(method));
        }
        List<Segment> segments = new ArrayList<>();
        for (Element segment : PmmlDocument.children(segmentation, "Segment")) {
            segments.add(new Segment(predicates.of(segment), of(inner(segment))));
        }
        return row -> {
            double sum = 0;
            int count = 0;
            for (Segment segment : segments) {
                if (segment.predicate.test(row) == Truth.TRUE) {
                    sum += segment.part.score(row);
                    count++;
                }
            }
            return count == 0 ? Double.NaN : method.equals("sum") ? sum : sum / count;
        };
    }
}
