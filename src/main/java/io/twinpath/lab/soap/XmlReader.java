package io.twinpath.lab.soap;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a request: no document types, no entities, and no more depth and elements than any client needs. */
final class XmlReader {

    private static final int DEEPEST = 64;
    private static final int MOST_ELEMENTS = 200_000;
    private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader in;
    private int elements;

    private XmlReader(XMLStreamReader in) {
        this.in = in;
    }

    /** The root element; empty for anything that is not well-formed XML within the limits. */
    static Optional<Element> read(byte[] bytes) {
        try {
            XMLStreamReader in = FACTORY.createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (in.hasNext()) {
                int event = in.next();
                if (event == XMLStreamConstants.DTD) {
                    return Optional.empty();
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    return Optional.of(new XmlReader(in).element(0));
                }
            }
        } catch (XMLStreamException | RuntimeException wrong) {
            // Some parsers report damaged input unchecked; to the client all of it is one fault.
            return Optional.empty();
        }
        return Optional.empty();
    }

    private Element element(int depth) throws XMLStreamException {
        elements++;
        if (depth > DEEPEST || elements > MOST_ELEMENTS) {
            throw new XMLStreamException("too deep or too many");
        }
        String name = in.getLocalName();
        String type = bare(in.getAttributeValue(INSTANCE, "type"));
        String kind = bare(in.getAttributeValue("", "type"));
        StringBuilder text = new StringBuilder();
        List<Element> children = new ArrayList<>();
        for (int event = in.next(); event != XMLStreamConstants.END_ELEMENT; event = in.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                children.add(element(depth + 1));
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(in.getText());
            }
        }
        return new Element(name, type, kind, children.isEmpty() ? text.toString() : "", children);
    }

    private static String bare(@org.jspecify.annotations.Nullable String qualified) {
        return qualified == null ? "" : qualified.substring(qualified.indexOf(':') + 1);
    }

    /** The parser of the JDK by name: another one on the class path has other ways of being made safe. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
