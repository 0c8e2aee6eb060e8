package org.yinhang.core.scorecard.pmml;

import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the elements of a document, indented. Equal calls give equal bytes. */
final class PmmlXml {

    static final String NAMESPACE = "http://www.dmg.org/PMML-4_4";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private int depth;

    /** Begins a document. */
    PmmlXml(String description) throws XMLStreamException {
        this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        xml.writeStartDocument("UTF-8", "1.0");
        open("PMML", "version", "4.4", "xmlns", NAMESPACE);
        open("Header", "description", description);
        leaf("Application", "name", "Yinhang");
        close();
    }

    /** Ends the document and gives it. */
    String end() throws XMLStreamException {
        close();
        xml.writeEndDocument();
        xml.writeCharacters("\n");
        return text.toString();
    }

    static String number(double value) {
        return Double.toString(value);
    }

    void constant(double value) throws XMLStreamException {
        indent();
        xml.writeStartElement("Constant");
        xml.writeAttribute("dataType", "double");
        xml.writeCharacters(number(value));
        xml.writeEndElement();
    }

    void predicate(String field, String operator) throws XMLStreamException {
        leaf("SimplePredicate", "field", field, "operator", operator);
    }

    void predicate(String field, String operator, String value) throws XMLStreamException {
        leaf("SimplePredicate", "field", field, "operator", operator, "value", value);
    }

    /**
     * Whether a field is one of some words or none of them: a set where they need no escaping, about which engines differ;
     * otherwise one comparison a word.
     */
    void words(String field, List<String> words, boolean isIn) throws XMLStreamException {
        if (words.size() == 1) {
            predicate(field, isIn ? "equal" : "notEqual", words.getFirst());
        } else if (words.stream().anyMatch(word -> word.indexOf('"') >= 0 || word.indexOf('\\') >= 0)) {
            open("CompoundPredicate", "booleanOperator", isIn ? "or" : "and");
            for (String word : words) {
                predicate(field, isIn ? "equal" : "notEqual", word);
            }
            close();
        } else {
            open("SimpleSetPredicate", "field", field, "booleanOperator", isIn ? "isIn" : "isNotIn");
            indent();
            xml.writeStartElement("Array");
            xml.writeAttribute("type", "string");
            xml.writeAttribute("n", Integer.toString(words.size()));
            xml.writeCharacters(words.stream().map(word -> '"' + word + '"').collect(Collectors.joining(" ")));
            xml.writeEndElement();
            close();
        }
    }

    void open(String element, String... attributes) throws XMLStreamException {
        indent();
        xml.writeStartElement(element);
        attributes(attributes);
        depth++;
    }

    void leaf(String element, String... attributes) throws XMLStreamException {
        indent();
        xml.writeEmptyElement(element);
        attributes(attributes);
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i].equals("xmlns")) {
                xml.writeDefaultNamespace(attributes[i + 1]);
            } else {
                xml.writeAttribute(attributes[i], attributes[i + 1]);
            }
        }
    }

    void close() throws XMLStreamException {
        depth--;
        indent();
        xml.writeEndElement();
    }

    private void indent() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
