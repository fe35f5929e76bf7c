package io.twinpath.driver.api;

import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.ReadingMethods;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.VimXml;
import java.util.List;
import java.util.Set;

/**
 * The last look at a request before it goes to a server for reading. It knows nothing of queries: it reads the final text
 * and lets it pass only when all of it is one call of a method that is known to read. So a slip anywhere above cannot
 * change a server.
 */
final class ReadOnlyCalls {

    /** What a session needs beside the methods that queries may name. */
    private static final Set<String> SESSION = Set.of(
            "RetrieveServiceContent",
            "Login",
            "Logout",
            "CreateContainerView",
            "DestroyView",
            "RetrievePropertiesEx",
            "ContinueRetrievePropertiesEx",
            "CancelRetrievePropertiesEx",
            "RetrieveManagedMethodExecuter");

    private static final String ESXCLI = "ExecuteSoap";

    private ReadOnlyCalls() {}

    /** Throws for anything else: to be refused here is a bug of whoever made the request. */
    static void check(CharSequence envelope) {
        if (!passes(envelope.toString())) {
            throw new IllegalStateException("a call that may change something was about to be sent for reading");
        }
    }

    static boolean passes(String envelope) {
        try {
            Node root = VimXml.read(envelope, "the request");
            List<Node> body = root.all("Body");
            if (!root.name().equals("Envelope") || root.items().size() != 1 || body.size() != 1) {
                return false;
            }
            List<Node> calls = body.get(0).items();
            return calls.size() == 1 && reads(calls.get(0));
        } catch (UnreadableException e) {
            return false;
        }
    }

    private static boolean reads(Node call) {
        return ReadingMethods.NAMES.contains(call.name())
                || SESSION.contains(call.name())
                || (call.name().equals(ESXCLI) && readsEsxcli(call));
    }

    private static boolean readsEsxcli(Node call) {
        List<String> methods = call.texts("method");
        if (methods.size() != 1) {
            return false;
        }
        String method = methods.get(0);
        return method.startsWith("vim.EsxCLI.")
                && EsxcliQuery.VERBS.contains(method.substring(method.lastIndexOf('.') + 1));
    }
}
