package io.twinpath.driver.api;

import io.twinpath.driver.vim.Node;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/**
 * A TLS hello to nobody, and the hello and an answer of a server that does not exist: Java loads and sets up what the first connection
 * will need. That takes a third of the time until a real server's first answer, so it is done beside the reading of the spec. Opens no
 * connection, has no key and no certificate, and what comes of it is thrown away.
 */
public final class Rehearsal {

    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    private static final ApiTarget NOBODY =
            new ApiTarget("nobody", "nobody.invalid", 443, "", Optional.empty(), Optional.empty());

    /** RFC 8446, 4.1.2: a record's head of 5 bytes, a message's of 4, the version's 2 and 32 random ones. */
    private static final int SESSION_ID = 43;

    /** RFC 8446, 4.1.3: up to the session id; lengths are those for a session id of 32 bytes. */
    private static final String BEFORE_SESSION_ID = "160303007a" + "02000076" + "0303" + "5a".repeat(32);

    /** TLS_AES_256_GCM_SHA384, no compression, TLS 1.3, and the base point of x25519 (RFC 7748) as the server's share. */
    private static final String AFTER_SESSION_ID =
            "130200" + "002e" + "002b00020304" + "00330024001d0020" + "09" + "00".repeat(31);

    private static final String ANSWER = Envelope.HEAD
            + "<CurrentTimeResponse xmlns=\"urn:vim25\"><returnval xsi:type=\"xsd:dateTime\">2026-01-01T00:00:00Z"
            + "</returnval></CurrentTimeResponse>" + Envelope.TAIL;

    private Rehearsal() {}

    /** Does it, in the first call of a process. What fails here is met again where it matters, and told there. */
    public static void once() {
        if (BEGUN.compareAndSet(false, true)) {
            try {
                var unused = hellos() && answer();
            } catch (IOException | Broken | RuntimeException e) {
                // Only time is lost.
            }
        }
    }

    /** Whether it came as far as keys for what the server would say next. */
    static boolean hellos() throws SSLException {
        CertificateCheck check = CertificateCheck.looking(NOBODY);
        SSLEngine client = Channel.context(check).createSSLEngine();
        client.setUseClientMode(true);
        client.setSSLParameters(Channel.parameters(client.getSSLParameters(), check));
        int room = client.getSession().getPacketBufferSize();
        ByteBuffer said = ByteBuffer.allocate(room);
        client.wrap(ByteBuffer.allocate(0), said);
        client.unwrap(serverHello(said), ByteBuffer.allocate(room));
        for (Runnable task = client.getDelegatedTask(); task != null; task = client.getDelegatedTask()) {
            task.run();
        }
        return client.getHandshakeSession() != null
                && client.getHandshakeSession().getCipherSuite().equals("TLS_AES_256_GCM_SHA384");
    }

    /** Whether an answer was read. */
    static boolean answer() throws IOException, Broken {
        Node answer = Envelope.read(new ByteArrayInputStream(ANSWER.getBytes(StandardCharsets.UTF_8)));
        return answer.text("returnval").isPresent();
    }

    private static ByteBuffer serverHello(ByteBuffer said) {
        int length = said.get(SESSION_ID);
        byte[] session = new byte[length];
        said.get(SESSION_ID + 1, session);
        HexFormat hex = HexFormat.of();
        return ByteBuffer.wrap(hex.parseHex(BEFORE_SESSION_ID + "20" + hex.formatHex(session) + AFTER_SESSION_ID));
    }
}
