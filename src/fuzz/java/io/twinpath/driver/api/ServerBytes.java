package io.twinpath.driver.api;

import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.Retrieved;
import io.twinpath.driver.vim.VimXml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What reads the bytes of a vSphere API, opened for fuzzing: answers with their HTTP around them, and without. */
public final class ServerBytes {

    private static final String OPEN = Envelope.HEAD + "<RetrievePropertiesExResponse xmlns=\"urn:vim25\">";
    private static final String CLOSE = "</RetrievePropertiesExResponse>" + Envelope.TAIL;
    private static final int MOST = 1 << 20;

    private ServerBytes() {}

    /** Answers to start from: an inventory's page, a missing property, a fault, a service's content; whole and in chunks. */
    public static List<byte[]> answers() {
        String page = OPEN + "<returnval><token>1</token><objects><obj type=\"HostSystem\">host-1</obj>"
                + "<propSet><name>name</name><val xsi:type=\"xsd:string\">a&amp;b</val></propSet>"
                + "<propSet><name>config.option[\"a.b\"]</name><val xsi:type=\"ArrayOfInt\"><int>1</int></val></propSet>"
                + "</objects></returnval>" + CLOSE;
        String missing = OPEN + "<returnval><objects><obj type=\"HostSystem\">host-1</obj><missingSet><path>name</path>"
                + "<fault><fault xsi:type=\"NoPermission\"><privilegeId>a</privilegeId></fault>"
                + "<localizedMessage/></fault></missingSet></objects></returnval>" + CLOSE;
        String fault = Envelope.HEAD + "<soap:Fault><faultcode>ServerFaultCode</faultcode><faultstring>no</faultstring>"
                + "<detail><InvalidPropertyFault xmlns=\"urn:vim25\" xsi:type=\"InvalidProperty\"><name>x</name>"
                + "<faultCause><fault xsi:type=\"A\"/><localizedMessage>b</localizedMessage></faultCause>"
                + "<faultMessage><key>k</key><message>m</message></faultMessage></InvalidPropertyFault></detail></soap:Fault>"
                + Envelope.TAIL;
        String content = OPEN + "<returnval><propertyCollector type=\"PropertyCollector\">p</propertyCollector>"
                + "<sessionManager type=\"SessionManager\">s</sessionManager><about><apiType>HostAgent</apiType>"
                + "<apiVersion>8.0.2.0</apiVersion></about></returnval>" + CLOSE;
        String chunks = "HTTP/1.1 200 OK\r\nSet-Cookie: vmware_soap_session=\"a\"; Path=/\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(content.length()) + "\r\n" + content
                + "\r\n0\r\n\r\n";
        String whole = "HTTP/1.1 500 Error\r\nContent-Type: text/xml\r\nContent-Length: " + fault.length() + "\r\n\r\n"
                + fault;
        return List.of(page, missing, fault, content, chunks, whole).stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    public static void answer(byte[] input) {
        taken(() -> Envelope.read(new ByteArrayInputStream(input)));
        taken(() -> http(new ByteArrayInputStream(input)));
    }

    private static Node http(InputStream in) throws IOException, Broken {
        HttpHead head = HttpHead.read(in);
        head.cookie();
        head.closes();
        try (HttpBody body = new HttpBody(in, head, MOST)) {
            Node content = Envelope.read(body);
            body.drain();
            return content;
        }
    }

    @FunctionalInterface
    private interface Answer {
        Node read() throws IOException, Broken;
    }

    private static void taken(Answer answer) {
        Node content;
        try {
            content = answer.read();
        } catch (IOException | Broken expected) {
            require(expected);
            return;
        }
        if (content.name().equals("Fault")) {
            require(Fault.of(content).toString());
        }
        ServerContent.of(content).ifPresent(ServerContent::spoken);
        again(content);
        content.all("returnval").forEach(ServerBytes::retrieved);
    }

    /** What was read can be recorded, and is then the same. */
    private static void again(Node content) {
        try {
            if (!VimXml.read(VimXml.document(content), "fuzz").equals(content)) {
                throw new AssertionError("what is written down is another thing: " + VimXml.document(content));
            }
        } catch (UnreadableException e) {
            throw new AssertionError("what is written down cannot be read: " + VimXml.document(content), e);
        }
    }

    private static void retrieved(Node page) {
        try {
            Retrieved.objects(page, "fuzz").forEach(object -> require(object.toString()));
            Retrieved.objects(Slice.of(page.all("objects"), List.of("name")), "fuzz");
        } catch (UnreadableException expected) {
            require(expected);
        }
    }

    private static void require(Exception typed) {
        require(String.valueOf(typed.getMessage()));
    }

    private static void require(String text) {
        if (text.isBlank() || text.equals("null")) {
            throw new AssertionError("an error says what is wrong");
        }
    }
}
