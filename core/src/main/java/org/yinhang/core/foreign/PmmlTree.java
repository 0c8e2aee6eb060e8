package org.yinhang.core.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** A tree of a document: a number, or the probability of an outcome, at each node. */
final class PmmlTree implements PmmlPart {

    /**
     * One node.
     *
     * @param score NaN where it has none
     */
    private record Node(String id, PmmlPredicate predicate, double score, String defaultChild, List<Node> children) {}

    private final PmmlDocument document;
    private final PmmlPredicates predicates;
    private final boolean isClassifier;
    private final Optional<String> event;
    private final String missing;
    private final boolean keepsLast;
    private final Node root;

    PmmlTree(PmmlDocument document, PmmlPredicates predicates, Element model, Optional<String> event) {
        this.document = document;
        this.predicates = predicates;
        this.event = event;
        this.isClassifier = model.getAttribute("functionName").equals("classification");
        this.missing = model.getAttribute("missingValueStrategy");
        if (!List.of("", "none", "lastPrediction", "nullPrediction", "defaultChild")
                .contains(missing)) {
            throw document.fault("The missing value strategy '%s' is not supported.".formatted(missing));
        }
        this.keepsLast = model.getAttribute("noTrueChildStrategy").equals("returnLastPrediction");
        this.root = node(document.child(model, "Node"));
    }

    private Node node(Element element) {
        List<Node> children = new ArrayList<>();
        for (Element child : PmmlDocument.children(element, "Node")) {
            children.add(node(child));
        }
        return new Node(
                element.getAttribute("id"),
                predicates.of(element),
                isClassifier ? probability(element) : document.number(element, "score", Double.NaN),
                element.getAttribute("defaultChild"),
                List.copyOf(children));
    }

    private double probability(Element node) {
        List<Element> distribution = PmmlDocument.children(node, "ScoreDistribution");
        if (distribution.isEmpty()) {
            return Double.NaN;
        }
        String wanted = event.orElse(distribution.getFirst().getAttribute("value"));
        double all = distribution.stream()
                .mapToDouble(outcome -> document.number(outcome, "recordCount"))
                .sum();
        return distribution.stream()
                .filter(outcome -> outcome.getAttribute("value").equals(wanted))
                .mapToDouble(outcome ->
                        document.number(outcome, "probability", document.number(outcome, "recordCount") / all))
                .findFirst()
                .orElse(0);
    }

    @Override
    public double score(PmmlRow row) {
        if (root.predicate.test(row) != Truth.TRUE) {
            return Double.NaN;
        }
        Node node = root;
        while (!node.children.isEmpty()) {
            Node next = null;
            for (Node child : node.children) {
                Truth truth = child.predicate.test(row);
                if (truth == Truth.TRUE) {
                    next = child;
                    break;
                }
                if (truth == Truth.UNKNOWN && !missing.isEmpty() && !missing.equals("none")) {
                    if (missing.equals("lastPrediction")) {
                        return node.score;
                    }
                    if (missing.equals("nullPrediction")) {
                        return Double.NaN;
                    }
                    String wanted = node.defaultChild;
                    next = node.children.stream()
                            .filter(other -> other.id.equals(wanted))
                            .findFirst()
                            .orElse(null);
                    break;
                }
            }
            if (next == null) {
                return keepsLast ? node.score : Double.NaN;
            }
            node = next;
        }
        return node.score;
    }
}
