package io.twinpath.driver.vim;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import io.twinpath.driver.UnreadableException;
import io.twinpath.model.SecretRef;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Nodes as XML and back. */
public final class VimXml {

    /** The namespace of an {@code xsi:type}. */
    public static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    /** The namespace of the types of XML Schema, prefix {@code xsd}. */
    public static final String SCHEMA = "http://www.w3.org/2001/XMLSchema";

    private static final int DEEPEST = 200;

    /** Safe for several threads once it is set up, as it is here. Reads neither document types nor entities. */
    public static final XMLInputFactory FACTORY = factory();

    private VimXml() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** A document of its own, declarations included; only of what was read: it holds no secret and no unresolved name. */
    public static String document(Node node) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        write(
                node,
                " xmlns:xsd=\"" + SCHEMA + "\" xmlns:xsi=\"" + INSTANCE + "\"",
                reference -> {
                    throw new IllegalStateException("no secret was read");
                },
                out);
        return out.append('\n').toString();
    }

    /**
     * One element as it is sent; the prefixes {@code xsd} and {@code xsi} are declared around it. Every object in it is one
     * that was found.
     *
     * @param secrets in the clear
     */
    public static void write(Node node, Function<SecretRef, String> secrets, StringBuilder out) {
        write(node, "", secrets, out);
    }

    private static void write(Node node, String attributes, Function<SecretRef, String> secrets, StringBuilder out) {
        out.append('<').append(node.name()).append(attributes);
        if (!node.type().isEmpty()) {
            out.append(" xsi:type=\"");
            out.append(Node.PLAIN.contains(node.type()) ? "xsd:" : "")
                    .append(node.type())
                    .append('"');
        }
        switch (node.content()) {
            case Node.Text t -> XmlText.escape(t.text(), out.append('>'));
            case Node.Children c -> {
                out.append('>');
                c.nodes().forEach(child -> write(child, "", secrets, out));
            }
            case Node.Link l -> {
                if (!(l.handle() instanceof Handle.Found found)) {
                    throw new IllegalStateException(
                            "nobody looked up " + l.handle().shown());
                }
                Ref ref = found.ref();
                XmlText.escape(
                        ref.id(), out.append(" type=\"").append(ref.type()).append("\">"));
            }
            case Node.Hidden h -> XmlText.escape(secrets.apply(h.reference()), out.append('>'));
        }
        out.append("</").append(node.name()).append('>');
    }

    /**
     * The element that is a whole document.
     *
     * @param source for the message
     */
    public static Node read(String document, String source) throws UnreadableException {
        try {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(
                    new ByteArrayInputStream(document.strip().getBytes(StandardCharsets.UTF_8)));
            xml.nextTag();
            Node node = read(xml);
            while (xml.hasNext()) {
                xml.next();
            }
            xml.close();
            return node;
        } catch (XMLStreamException | RuntimeException e) {
            // Beside its own exception a parser lets others slip through on bytes that are no XML at all.
            throw new UnreadableException(source + ": the XML is damaged.", e);
        }
    }

    /**
     * The element whose start tag was just read, to its end tag.
     *
     * @throws XMLStreamException also when text stands between elements or they nest without end
     */
    public static Node read(XMLStreamReader xml) throws XMLStreamException {
        return read(xml, 0);
    }

    private static Node read(XMLStreamReader xml, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw damaged(xml, "elements are nested without end");
        }
        String name = xml.getLocalName();
        String type = withoutPrefix(xml.getAttributeValue(INSTANCE, "type"));
        String target = xml.getAttributeValue(null, "type");
        StringBuilder text = new StringBuilder();
        List<Node> children = new ArrayList<>();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                children.add(read(xml, depth + 1));
            } else if (xml.isCharacters()) {
                text.append(xml.getText());
            } else if (xml.getEventType() == XMLStreamConstants.DTD
                    || xml.getEventType() == XMLStreamConstants.ENTITY_REFERENCE) {
                throw damaged(xml, "a document type or an entity");
            }
        }
        if (!children.isEmpty() && !text.toString().isBlank()) {
            throw damaged(xml, "text between elements");
        }
        try {
            return node(name, type, target, text.toString(), children);
        } catch (IllegalArgumentException e) {
            throw new XMLStreamException(String.valueOf(e.getMessage()), xml.getLocation(), e);
        }
    }

    private static Node node(String name, String type, String target, String text, List<Node> children) {
        if (target != null && children.isEmpty()) {
            return Node.reference(name, new Handle.Found(new Ref(withoutPrefix(target), text.strip())));
        }
        return new Node(name, type, children.isEmpty() ? new Node.Text(text) : new Node.Children(children));
    }

    private static String withoutPrefix(String type) {
        return type == null ? "" : type.substring(type.indexOf(':') + 1);
    }

    private static XMLStreamException damaged(XMLStreamReader xml, String what) {
        return new XMLStreamException(what, xml.getLocation());
    }
}
