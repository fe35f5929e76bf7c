package io.twinpath.driver;

import io.twinpath.driver.esxcli.Format;
import io.twinpath.driver.vim.Node;
import java.util.Optional;

/**
 * What a host or a vCenter answered to one call.
 *
 * @param exit esxcli's exit code: 0, or 1 for every failure; a fault of the API is a failure; {@link #NOT_ASKED}
 * @param format of the body
 * @param body standard output, whole; on failure the host's own words, of the API {@code FaultName: message}
 * @param source where the body stands for people: {@code esxi1: esxcli network nic list}, or a file
 * @param tree what the API answered, parsed once: to properties a {@code RetrieveResult} with {@code objects}, to a method
 *     its response with {@code returnval}s, also where a task was followed. Nothing for other calls and for failures
 */
public record Reply(int exit, Format format, String body, String source, Optional<Node> tree) {

    /** An answer that is text. */
    public Reply(int exit, Format format, String body, String source) {
        this(exit, format, body, source, Optional.empty());
    }

    /** An answer of the API. */
    public static Reply of(Node tree, String source) {
        return new Reply(0, Format.XML, "", source, Optional.of(tree));
    }

    /** A fault of the API. */
    public static Reply fault(String name, String message, String source) {
        return new Reply(1, Format.TEXT, message.isEmpty() ? name : name + ": " + message, source);
    }

    /** In the place of an exit code: nobody was asked, and the body is the reason as a full sentence. */
    public static final int NOT_ASKED = -1;

    /** No answer, because the way to it is closed. */
    public static Reply notAsked(String reason) {
        return new Reply(NOT_ASKED, Format.TEXT, reason, "");
    }

    public boolean ok() {
        return exit == 0;
    }
}
