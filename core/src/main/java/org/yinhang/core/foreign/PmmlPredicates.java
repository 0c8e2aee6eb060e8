package org.yinhang.core.foreign;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Reads the conditions of a document (dmg.org/pmml/v4-4-1/TreeModel.html, "Predicates"). */
final class PmmlPredicates {

    /** An entry of an array: in quotes, where a backslash escapes a quote, or without. */
    private static final Pattern ENTRY = Pattern.compile("\"((?:[^\"\\\\]|\\\\\"|\\\\)*)\"|(\\S+)");

    private final PmmlDocument document;

    PmmlPredicates(PmmlDocument document) {
        this.document = document;
    }

    /** The condition of an element; the first of its children that is one. */
    PmmlPredicate of(Element parent) {
        return PmmlDocument.elements(parent).stream()
                .map(this::read)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> document.fault("A %s has no predicate.".formatted(parent.getTagName())));
    }

    private Optional<PmmlPredicate> read(Element element) {
        return switch (element.getTagName()) {
            case "True" -> Optional.of(row -> Truth.TRUE);
            case "False" -> Optional.of(row -> Truth.FALSE);
            case "SimplePredicate" -> Optional.of(simple(element));
            case "SimpleSetPredicate" -> Optional.of(set(element));
            case "CompoundPredicate" -> Optional.of(compound(element));
            default -> Optional.empty();
        };
    }

    private PmmlPredicate simple(Element element) {
        String field = element.getAttribute("field");
        String operator = element.getAttribute("operator");
        boolean isNumber = document.isNumber(field);
        return switch (operator) {
            case "isMissing" -> row -> Truth.of(row.isMissing(field));
            case "isNotMissing" -> row -> Truth.of(!row.isMissing(field));
            default -> isNumber ? number(element, field, operator) : text(element, field, operator);
        };
    }

    private PmmlPredicate number(Element element, String field, String operator) {
        double value = document.number(element, "value");
        DoublePredicate holds =
                switch (operator) {
                    case "equal" -> asked -> asked == value;
                    case "notEqual" -> asked -> asked != value;
                    case "lessThan" -> asked -> asked < value;
                    case "lessOrEqual" -> asked -> asked <= value;
                    case "greaterThan" -> asked -> asked > value;
                    case "greaterOrEqual" -> asked -> asked >= value;
                    default -> throw unknown(operator);
                };
        return row -> {
            double asked = row.number(field);
            return Double.isNaN(asked) ? Truth.UNKNOWN : Truth.of(holds.test(asked));
        };
    }

    private PmmlPredicate text(Element element, String field, String operator) {
        String value = element.getAttribute("value");
        Predicate<String> holds =
                switch (operator) {
                    case "equal" -> value::equals;
                    case "notEqual" -> asked -> !asked.equals(value);
                    default -> throw unknown(operator);
                };
        return row -> row.isMissing(field) ? Truth.UNKNOWN : Truth.of(holds.test(row.text(field)));
    }

    private org.yinhang.core.fault.FaultException unknown(String operator) {
        return document.fault("The operator '%s' is not supported here.".formatted(operator));
    }

    private PmmlPredicate set(Element element) {
        String field = element.getAttribute("field");
        boolean isIn = element.getAttribute("booleanOperator").equals("isIn");
        Set<String> texts = new LinkedHashSet<>();
        Matcher entry = ENTRY.matcher(document.child(element, "Array").getTextContent());
        while (entry.find()) {
            texts.add(entry.group(1) == null ? entry.group(2) : entry.group(1).replace("\\\"", "\""));
        }
        if (!document.isNumber(field)) {
            return row -> row.isMissing(field) ? Truth.UNKNOWN : Truth.of(texts.contains(row.text(field)) == isIn);
        }
        double[] numbers =
                texts.stream().mapToDouble(Double::parseDouble).sorted().toArray();
        return row -> {
            double asked = row.number(field);
            return Double.isNaN(asked)
                    ? Truth.UNKNOWN
                    : Truth.of(java.util.Arrays.binarySearch(numbers, asked) >= 0 == isIn);
        };
    }

    private PmmlPredicate compound(Element element) {
        List<PmmlPredicate> parts = PmmlDocument.elements(element).stream()
                .map(this::read)
                .flatMap(Optional::stream)
                .toList();
        String operator = element.getAttribute("booleanOperator");
        return switch (operator) {
            case "and" -> row -> parts.stream().map(part -> part.test(row)).reduce(Truth.TRUE, Truth::and);
            case "or" -> row -> parts.stream().map(part -> part.test(row)).reduce(Truth.FALSE, Truth::or);
            case "xor" -> row -> parts.stream().map(part -> part.test(row)).reduce(Truth.FALSE, Truth::xor);
            case "surrogate" ->
                row -> parts.stream()
                        .map(part -> part.test(row))
                        .filter(truth -> truth != Truth.UNKNOWN)
                        .findFirst()
                        .orElse(Truth.UNKNOWN);
            default -> throw unknown(operator);
        };
    }
}
