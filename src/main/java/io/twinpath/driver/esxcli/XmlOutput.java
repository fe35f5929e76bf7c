package io.twinpath.driver.esxcli;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import io.twinpath.driver.Reply;
import io.twinpath.driver.UnreadableException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The xml formatter: {@code output/root} with structures, lists and typed values. DTDs and entities are refused. */
final class XmlOutput {

    private static final int DEEPEST = 20;

    /** Safe for several threads once it is set up, as it is here. */
    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader xml;
    private final String source;
    private final int above;

    /** @param above how many lines stand above the document, which must start with its first character */
    private XmlOutput(XMLStreamReader xml, String source, int above) {
        this.xml = xml;
        this.source = source;
        this.above = above;
    }

    static List<Row> rows(Reply reply) throws UnreadableException {
        List<Row> rows = new ArrayList<>();
        for (Row.Cell cell : root(reply)) {
            switch (cell) {
                case Row.Rows r -> rows.addAll(r.rows());
                case Row.Items i when i.items().isEmpty() -> {}
                case Row.Items i -> throw new UnreadableException(reply.source() + ": structures were expected.");
                case Row.Text t -> throw new UnreadableException(reply.source() + ": a structure was expected.");
                case Row.Either e -> throw new UnreadableException(reply.source() + ": a structure was expected.");
            }
        }
        return rows;
    }

    static String scalar(Reply reply) throws UnreadableException {
        List<Row.Cell> cells = root(reply);
        if (cells.size() == 1 && cells.get(0) instanceof Row.Text text) {
            return text.text();
        }
        throw new UnreadableException(reply.source() + ": one bare value was expected.");
    }

    private static List<Row.Cell> root(Reply reply) throws UnreadableException {
        if (reply.body().isBlank()) {
            return List.of();
        }
        String body = reply.body();
        int above = Math.toIntExact(
                body.substring(0, body.length() - body.stripLeading().length())
                        .chars()
                        .filter(c -> c == '\n')
                        .count());
        try {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(new StringReader(body.strip()));
            List<Row.Cell> root = new XmlOutput(xml, reply.source(), above).root();
            xml.close();
            return root;
        } catch (XMLStreamException e) {
            throw new UnreadableException(
                    reply.source() + ", line " + (above + e.getLocation().getLineNumber()) + ": the xml is damaged.",
                    e);
        } catch (RuntimeException e) {
            // A parser may let one of its own slips through on bytes that are no xml at all.
            throw new UnreadableException(reply.source() + ": the xml is damaged.", e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private List<Row.Cell> root() throws XMLStreamException, UnreadableException {
        List<Row.Cell> cells = new ArrayList<>();
        open("output");
        open("root");
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            cells.add(cell(0));
        }
        if (xml.nextTag() != XMLStreamConstants.END_ELEMENT) {
            throw damaged("something follows </root>");
        }
        while (xml.hasNext()) {
            xml.next();
        }
        return cells;
    }

    private void open(String name) throws XMLStreamException, UnreadableException {
        if (xml.nextTag() != XMLStreamConstants.START_ELEMENT
                || !xml.getLocalName().equals(name)) {
            throw damaged("<" + name + "> was expected");
        }
    }

    /** The value whose start tag was just read, to its end tag. */
    private Row.Cell cell(int depth) throws XMLStreamException, UnreadableException {
        if (depth > DEEPEST) {
            throw damaged("the structure is too deep");
        }
        return switch (xml.getLocalName()) {
            case "structure" -> new Row.Rows(List.of(structure(depth)));
            case "list" -> list(depth);
            default -> new Row.Text(xml.getElementText().strip());
        };
    }

    private Row.Cell list(int depth) throws XMLStreamException, UnreadableException {
        List<Row> rows = new ArrayList<>();
        List<String> items = new ArrayList<>();
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            switch (cell(depth + 1)) {
                case Row.Rows r -> rows.addAll(r.rows());
                case Row.Text t -> items.add(t.text());
                case Row.Items i -> throw damaged("a list of lists is not known");
                case Row.Either e -> throw damaged("a list of lists is not known");
            }
        }
        if (!rows.isEmpty() && !items.isEmpty()) {
            throw damaged("a list holds structures and plain values");
        }
        return rows.isEmpty() ? new Row.Items(items) : new Row.Rows(rows);
    }

    private Row structure(int depth) throws XMLStreamException, UnreadableException {
        String place = source + ", line " + line();
        Map<String, Row.Cell> cells = new LinkedHashMap<>();
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            String name = xml.getAttributeValue(null, "name");
            if (!xml.getLocalName().equals("field") || name == null) {
                throw damaged("<field name=…> was expected");
            }
            String field = Row.normal(name);
            if (field.isEmpty() || cells.put(field, value(depth)) != null) {
                throw damaged("a field has no name or stands twice");
            }
        }
        return new Row(place, "", cells);
    }

    private Row.Cell value(int depth) throws XMLStreamException, UnreadableException {
        if (xml.nextTag() == XMLStreamConstants.END_ELEMENT) {
            return new Row.Text("");
        }
        Row.Cell cell = cell(depth + 1);
        if (xml.nextTag() != XMLStreamConstants.END_ELEMENT) {
            throw damaged("a field has two values");
        }
        return cell;
    }

    private int line() {
        return above + xml.getLocation().getLineNumber();
    }

    private UnreadableException damaged(String why) {
        return new UnreadableException(source + ", line " + line() + ": the xml is not esxcli's: " + why + ".");
    }
}
