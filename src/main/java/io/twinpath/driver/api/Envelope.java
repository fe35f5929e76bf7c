package io.twinpath.driver.api;

import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.VimXml;
import io.twinpath.model.SecretRef;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Requests as SOAP 1.1, and what is in the answers. */
final class Envelope {

    static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    /** Every request begins with this. */
    static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<soap:Envelope xmlns:soap=\"" + SOAP
            + "\" xmlns:xsd=\"" + VimXml.SCHEMA + "\" xmlns:xsi=\"" + VimXml.INSTANCE + "\"><soap:Body>";

    /** And ends with this. */
    static final String TAIL = "</soap:Body></soap:Envelope>";

    private Envelope() {}

    static StringBuilder of(Request request, String namespace, Function<SecretRef, String> secrets) {
        StringBuilder out = new StringBuilder(HEAD);
        out.append('<')
                .append(request.method())
                .append(" xmlns=\"")
                .append(namespace)
                .append("\">");
        VimXml.write(Request.reference("_this", request.on()), secrets, out);
        request.args().forEach(arg -> VimXml.write(arg, secrets, out));
        return out.append("</").append(request.method()).append('>').append(TAIL);
    }

    /**
     * What an answer holds: a response with {@code returnval}s, or a {@code Fault}.
     *
     * @throws Broken when it is no answer at all
     */
    static Node read(InputStream body) throws IOException, Broken {
        try {
            return content(body);
        } catch (XMLStreamException | RuntimeException e) {
            // Beside its own exception a parser lets others slip through on bytes that are no XML at all.
            Optional<IOException> cause = io(e);
            if (cause.isPresent()) {
                throw cause.orElseThrow();
            }
            throw new Broken(Broken.Blame.SERVER, "its answer is no XML that can be read", e);
        }
    }

    private static Optional<IOException> io(Throwable e) {
        if (e instanceof XMLStreamException xml && xml.getNestedException() instanceof IOException io) {
            return Optional.of(io);
        }
        return e.getCause() instanceof IOException io ? Optional.of(io) : Optional.empty();
    }

    private static Node content(InputStream body) throws XMLStreamException, Broken {
        XMLStreamReader xml = VimXml.FACTORY.createXMLStreamReader(body);
        try {
            xml.nextTag();
            expect(xml, "Envelope");
            xml.nextTag();
            while (xml.isStartElement() && !xml.getLocalName().equals("Body")) {
                VimXml.read(xml);
                xml.nextTag();
            }
            expect(xml, "Body");
            xml.nextTag();
            Node content = VimXml.read(xml);
            requireEnd(xml); // of the body
            requireEnd(xml); // of the envelope
            while (xml.hasNext()) {
                xml.next();
            }
            return content;
        } finally {
            xml.close();
        }
    }

    private static void requireEnd(XMLStreamReader xml) throws XMLStreamException, Broken {
        if (xml.nextTag() != XMLStreamConstants.END_ELEMENT) {
            throw new Broken(Broken.Blame.SERVER, "its answer holds more than one thing");
        }
    }

    private static void expect(XMLStreamReader xml, String name) throws Broken {
        if (!xml.isStartElement() || !xml.getLocalName().equals(name) || !SOAP.equals(xml.getNamespaceURI())) {
            throw new Broken(Broken.Blame.SERVER, "its answer is no SOAP");
        }
    }
}
