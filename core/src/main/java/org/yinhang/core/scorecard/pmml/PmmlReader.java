package org.yinhang.core.scorecard.pmml;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.yinhang.core.binning.Bins;
import org.yinhang.core.binning.NumberBins;
import org.yinhang.core.binning.WordBins;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.scorecard.ScoreScale;
import org.yinhang.core.scorecard.Scorecard;
import org.yinhang.core.scorecard.ScorecardTerm;
import org.yinhang.core.scorecard.merging.MergedBin;
import org.yinhang.core.scorecard.merging.MergedBin.Kind;
import org.yinhang.core.scorecard.merging.MergedBins;
import org.yinhang.core.scorecard.merging.Trend;

/** Makes a card of a document that {@link PmmlWriter} wrote: it gives the same scores to the bit. */
public final class PmmlReader {

    /** Bins as a card has them; a document has missing and special values first. */
    private static final List<Kind> ORDER = List.of(Kind.ORDINARY, Kind.SPECIAL, Kind.OTHER_WORDS, Kind.MISSING);

    /** A quoted entry of an array of strings. */
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");

    private final String where;

    private PmmlReader(String where) {
        this.where = where;
    }

    /**
     * Reads a card.
     *
     * @param where what the document is called in messages
     * @throws FaultException SCR-1002 when it is no card of ours or not well formed
     */
    public static Scorecard read(String document, String where) {
        return new PmmlReader(where).card(document);
    }

    /** A card, where the document is one that Yinhang exported and nothing around it; empty for any other well-formed one. */
    public static Optional<Scorecard> find(String document, String where) {
        PmmlReader reader = new PmmlReader(where);
        boolean isOurs = children(reader.root(document), "Scorecard").stream()
                .anyMatch(card -> find(card, "oddsAtBase").isPresent());
        return isOurs ? Optional.of(reader.card(document)) : Optional.empty();
    }

    private Scorecard card(String document) {
        Element root = root(document);
        Element scorecard = child(root, "Scorecard");
        try {
            ScoreScale scale = new ScoreScale(
                    Double.parseDouble(extension(scorecard, "base")),
                    Double.parseDouble(extension(scorecard, "oddsAtBase")),
                    Double.parseDouble(extension(scorecard, "pointsToDouble")),
                    ScoreScale.Event.valueOf(extension(scorecard, "event").toUpperCase(Locale.ROOT)),
                    Boolean.parseBoolean(extension(scorecard, "isWhole")));
            List<ScorecardTerm> terms = children(child(scorecard, "Characteristics"), "Characteristic").stream()
                    .map(characteristic -> term(characteristic, isNumber(root, characteristic.getAttribute("name"))))
                    .toList();
            return new Scorecard(number(scorecard, "initialScore"), terms, List.of(), scale);
        } catch (IllegalArgumentException e) {
            throw fault("A value in it cannot be read: %s.".formatted(e.getMessage()));
        }
    }

    /** Parses without looking anything up outside the document. */
    private Element root(String document) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(document))).getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw fault("It is not well-formed XML: %s.".formatted(e.getMessage()));
        }
    }

    private boolean isNumber(Element root, String column) {
        return children(child(root, "DataDictionary"), "DataField").stream()
                .filter(field -> field.getAttribute("name").equals(column))
                .map(field -> field.getAttribute("optype").equals("continuous"))
                .findFirst()
                .orElseThrow(() -> fault("The field '%s' is not in its data dictionary.".formatted(column)));
    }

    private ScorecardTerm term(Element characteristic, boolean isNumber) {
        String column = characteristic.getAttribute("name");
        List<Element> attributes = children(characteristic, "Attribute").stream()
                .sorted(Comparator.comparing(this::kind, Comparator.comparingInt(ORDER::indexOf)))
                .toList();
        Bins fine = isNumber ? numbers(column, attributes) : words(column, attributes);
        List<List<Integer>> codes = isNumber ? numberCodes(attributes) : wordCodes(attributes, (WordBins) fine);
        List<MergedBin> bins = IntStream.range(0, attributes.size())
                .mapToObj(i -> bin(attributes.get(i), fine, codes.get(i)))
                .toList();
        Optional<ScorecardTerm.Statistics> statistics = find(characteristic, "standardError")
                .map(error -> new ScorecardTerm.Statistics(
                        Double.parseDouble(error),
                        Double.parseDouble(extension(characteristic, "pValue")),
                        Double.parseDouble(extension(characteristic, "varianceInflation"))));
        return new ScorecardTerm(
                MergedBins.of(fine, Trend.valueOf(extension(characteristic, "trend")), bins),
                attributes.stream()
                        .map(attribute -> number(attribute, "partialScore"))
                        .toList(),
                number(characteristic, "baselineScore"),
                Double.parseDouble(extension(characteristic, "coefficient")),
                statistics);
    }

    private Kind kind(Element attribute) {
        return Kind.valueOf(extension(attribute, "kind"));
    }

    private NumberBins numbers(String column, List<Element> attributes) {
        return NumberBins.of(
                column, values(attributes, Kind.SPECIAL, "equal"), values(attributes, Kind.ORDINARY, "lessThan"));
    }

    private double[] values(List<Element> attributes, Kind kind, String operator) {
        return attributes.stream()
                .filter(attribute -> kind(attribute) == kind)
                .flatMap(attribute -> predicates(attribute).stream())
                .filter(predicate -> predicate.getAttribute("operator").equals(operator))
                .mapToDouble(predicate -> number(predicate, "value"))
                .toArray();
    }

    /** The simple predicates of an attribute, those of a compound one included. */
    private List<Element> predicates(Element attribute) {
        List<Element> simple = new ArrayList<>(children(attribute, "SimplePredicate"));
        children(attribute, "CompoundPredicate").forEach(both -> simple.addAll(children(both, "SimplePredicate")));
        return simple;
    }

    /** Ordinary bins come first among the attributes but last among the fine bins. */
    private List<List<Integer>> numberCodes(List<Element> attributes) {
        int specials = (int) attributes.stream()
                .filter(attribute -> kind(attribute) == Kind.SPECIAL)
                .count();
        List<List<Integer>> codes = new ArrayList<>();
        int interval = 1 + specials;
        int special = 1;
        for (Element attribute : attributes) {
            codes.add(List.of(
                    switch (kind(attribute)) {
                        case ORDINARY -> interval++;
                        case SPECIAL -> special++;
                        case MISSING, OTHER_WORDS -> Bins.MISSING;
                    }));
        }
        return codes;
    }

    private WordBins words(String column, List<Element> attributes) {
        return new WordBins(
                column,
                attributes.stream()
                        .flatMap(attribute -> words(attribute).stream())
                        .toList());
    }

    private List<String> words(Element attribute) {
        List<String> words = new ArrayList<>();
        for (Element predicate : predicates(attribute)) {
            if (predicate.getAttribute("operator").equals("equal")) {
                words.add(predicate.getAttribute("value"));
            }
        }
        for (Element set : children(attribute, "SimpleSetPredicate")) {
            Matcher word = WORD.matcher(child(set, "Array").getTextContent());
            while (word.find()) {
                words.add(word.group(1));
            }
        }
        return words;
    }

    private List<List<Integer>> wordCodes(List<Element> attributes, WordBins fine) {
        List<List<Integer>> codes = new ArrayList<>();
        int next = 1;
        for (Element attribute : attributes) {
            switch (kind(attribute)) {
                case ORDINARY -> {
                    int words = words(attribute).size();
                    codes.add(IntStream.range(next, next + words).boxed().toList());
                    next += words;
                }
                case OTHER_WORDS -> codes.add(List.of(fine.others()));
                case MISSING, SPECIAL -> codes.add(List.of(Bins.MISSING));
            }
        }
        return codes;
    }

    private MergedBin bin(Element attribute, Bins fine, List<Integer> codes) {
        return new MergedBin(
                kind(attribute),
                codes.stream().map(fine::label).collect(Collectors.joining(", ")),
                codes,
                Double.parseDouble(extension(attribute, "rows")),
                Double.parseDouble(extension(attribute, "share")),
                Double.parseDouble(extension(attribute, "events")),
                Boolean.parseBoolean(extension(attribute, "isNeutral")),
                Double.parseDouble(extension(attribute, "weightOfEvidence")),
                Double.parseDouble(extension(attribute, "informationValue")));
    }

    private double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private String extension(Element element, String name) {
        return find(element, name)
                .orElseThrow(
                        () -> fault("The extension '%s' is missing from a %s.".formatted(name, element.getTagName())));
    }

    private static Optional<String> find(Element element, String name) {
        return children(element, "Extension").stream()
                .filter(extension -> extension.getAttribute("extender").equals(PmmlWriter.EXTENDER))
                .filter(extension -> extension.getAttribute("name").equals(name))
                .map(extension -> extension.getAttribute("value"))
                .findFirst();
    }

    private Element child(Element parent, String name) {
        return children(parent, name).stream()
                .findFirst()
                .orElseThrow(() -> fault("The element '%s' is missing from %s.".formatted(name, parent.getTagName())));
    }

    private static List<Element> children(Element parent, String name) {
        return elements(parent).stream()
                .filter(element -> element.getTagName().equals(name))
                .toList();
    }

    private static List<Element> elements(Element parent) {
        List<Element> elements = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    private FaultException fault(String what) {
        return new FaultException(Fault.of(
                "SCR-1002", what, where, "Give a card that Yinhang exported; score other models as foreign models."));
    }
}
