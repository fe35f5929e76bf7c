package io.twinpath.driver.api;

import io.twinpath.driver.vim.Node;
import java.util.Optional;

/**
 * What a server said instead of an answer.
 *
 * @param name such as {@code InvalidLogin}
 * @param message the server's words and, where it told, what exactly it means
 */
record Fault(String name, String message) {

    private static final String SUFFIX = "Fault";

    /** Of the {@code Fault} element of a SOAP body. */
    static Fault of(Node fault) {
        String said = fault.text("faultstring").orElse("");
        Optional<Node> detail =
                fault.child("detail").flatMap(d -> d.items().stream().findFirst());
        return detail.map(d -> of(d, said)).orElseGet(() -> new Fault("SoapFault", said.strip()));
    }

    /** Of a {@code LocalizedMethodFault}, as in a task or a missing property. */
    static Fault localized(Node error) {
        String said = error.text("localizedMessage").orElse("");
        return error.child("fault").map(f -> of(f, said)).orElseGet(() -> new Fault("MethodFault", said.strip()));
    }

    private static Fault of(Node detail, String said) {
        String name = detail.type().isEmpty() ? withoutSuffix(detail.name()) : detail.type();
        StringBuilder message = new StringBuilder(said.strip());
        add(message, detail.text("invalidProperty").orElse(""), "invalidProperty");
        add(message, detail.text("name").orElse(""), "name");
        add(message, detail.text("reason").orElse(""), "reason");
        add(message, detail.text("privilegeId").orElse(""), "privilegeId");
        for (Node more : detail.all("faultMessage")) {
            add(message, more.text("message").orElse(""), "");
        }
        for (Node cause : detail.all("faultCause")) {
            Fault below = localized(cause);
            add(message, below.message.isEmpty() ? below.name : below.name + " " + below.message, "because of");
        }
        return new Fault(name, message.toString());
    }

    private static String withoutSuffix(String name) {
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    private static void add(StringBuilder message, String text, String label) {
        if (!text.isBlank() && message.indexOf(text.strip()) < 0) {
            message.append(message.isEmpty() ? "" : " ")
                    .append('(')
                    .append(label)
                    .append(label.isEmpty() ? "" : ": ")
                    .append(text.strip())
                    .append(')');
        }
    }

    @Override
    public String toString() {
        return message.isEmpty() ? name : name + ": " + message;
    }
}
