package org.yinhang.core.foreign;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.yinhang.core.fault.FaultException;

/** A PMML document as elements, with the types of its fields. */
final class PmmlDocument {

    private static final Set<String> NUMBERS = Set.of("double", "float", "integer");

    private final String name;
    private final Element root;
    private final Map<String, Boolean> isNumber = new HashMap<>();

    private PmmlDocument(String name, Element root) {
        this.name = name;
        this.root = root;
    }

    /**
     * Parses a document; nothing outside it is looked up.
     *
     * @throws FaultException FOR-1001
     */
    static PmmlDocument parse(String text, String name) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            PmmlDocument document = new PmmlDocument(
                    name, builder.parse(new InputSource(new StringReader(text))).getDocumentElement());
            document.readTypes();
            return document;
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw ForeignFaults.unreadable("It is not well-formed XML: %s.".formatted(e.getMessage()), name);
        }
    }

    private void readTypes() {
        if (!root.getTagName().equals("PMML")) {
            throw fault("Its outermost element is '%s', not PMML.".formatted(root.getTagName()));
        }
        for (Element dictionary : children(root, "TransformationDictionary")) {
            if (!children(dictionary, "DerivedField").isEmpty()) {
                throw fault("It computes fields (DerivedField), which is not supported.");
            }
        }
        for (Element field : children(child(root, "DataDictionary"), "DataField")) {
            String type = field.getAttribute("dataType");
            isNumber.put(field.getAttribute("name"), NUMBERS.contains(type));
        }
    }

    String name() {
        return name;
    }

    Element root() {
        return root;
    }

    /** Whether a field holds numbers; anything else is compared as text. */
    boolean isNumber(String field) {
        return Optional.ofNullable(isNumber.get(field))
                .orElseThrow(() -> fault("The field '%s' is not in its data dictionary.".formatted(field)));
    }

    /** A field that an earlier model of a chain predicts. */
    void addNumber(String field) {
        isNumber.put(field, true);
    }

    FaultException fault(String what) {
        return ForeignFaults.unreadable(what, name);
    }

    double number(Element element, String attribute) {
        String text = element.getAttribute(attribute);
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw fault("The attribute '%s' of a %s is '%s' (expected: a number)."
                    .formatted(attribute, element.getTagName(), text));
        }
    }

    double number(Element element, String attribute, double otherwise) {
        return element.hasAttribute(attribute) ? number(element, attribute) : otherwise;
    }

    Element child(Element parent, String tag) {
        return children(parent, tag).stream()
                .findFirst()
                .orElseThrow(() -> fault("The element '%s' is missing from %s.".formatted(tag, parent.getTagName())));
    }

    static List<Element> children(Element parent, String tag) {
        return elements(parent).stream()
                .filter(element -> element.getTagName().equals(tag))
                .toList();
    }

    static List<Element> elements(Element parent) {
        List<Element> elements = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}
