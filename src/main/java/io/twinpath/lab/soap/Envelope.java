package io.twinpath.lab.soap;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The envelope around calls, answers and faults. */
final class Envelope {

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <soapenv:Envelope xmlns:soapenc="http://schemas.xmlsoap.org/soap/encoding/" \
            xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
            <soapenv:Body>
            """;
    private static final String TAIL = "\n</soapenv:Body>\n</soapenv:Envelope>";
    private static final String VIM = " xmlns=\"urn:vim25\"";

    /** The one method that returns a value of any type. */
    private static final String FETCH = "Fetch";

    private Envelope() {}

    /** The element of the method in a request. */
    static Element method(byte[] request) {
        return XmlReader.read(request)
                .filter(e -> e.name().equals("Envelope"))
                .flatMap(e -> e.child("Body"))
                .filter(b -> b.children().size() == 1)
                .map(b -> b.children().getFirst())
                .orElseThrow(() -> Faults.invalidRequest("The request is not an envelope with one call in it"));
    }

    static byte[] answer(String method, Optional<? extends Value> result) {
        XmlWriter out = new XmlWriter().raw(HEAD).raw("<" + method + "Response" + VIM + ">");
        result.ifPresent(v -> {
            if (method.equals(FETCH)) {
                out.anything("returnval", v);
            } else {
                out.field("returnval", v);
            }
        });
        return bytes(out.raw("</" + method + "Response>").raw(TAIL));
    }

    static byte[] fault(SoapFault fault) {
        XmlWriter out = new XmlWriter().raw(HEAD).raw("<soapenv:Fault><faultcode>ServerFaultCode</faultcode>");
        out.field("faultstring", Scalar.of(String.valueOf(fault.getMessage()))).raw("<detail>");
        String element = fault.name() + "Fault";
        XmlWriter detail = new XmlWriter().field(element, fault.detail());
        // The fault is the only element here that needs the namespace said again.
        out.raw("<" + element + VIM + detail.toString().substring(element.length() + 1));
        return bytes(out.raw("</detail></soapenv:Fault>").raw(TAIL));
    }

    private static byte[] bytes(XmlWriter out) {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
