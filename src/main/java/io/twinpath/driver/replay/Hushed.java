package io.twinpath.driver.replay;

import io.twinpath.driver.Query;
import io.twinpath.driver.vim.Node;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a host tells in clear though it is secret, taken out of a body before that is kept; how many there are stays. */
final class Hushed {

    private static final String SNMP = "system snmp get";
    private static final String FIELDS = "(?:Communities|Targets|Users|Remoteusers)";
    private static final Pattern TEXT = Pattern.compile("(?m)^(\\s*" + FIELDS + ":[ \\t]*)([^\\r\\n]*)");
    private static final Pattern XML =
            Pattern.compile("(<field name=\"" + FIELDS + "\">)(.*?)(?=</field>)", Pattern.DOTALL);
    private static final Pattern STRING = Pattern.compile("(<string>)([^<]*)");
    private static final Pattern ITEM = Pattern.compile("[^,]*[^,\\s]");

    /** Elements of the API that are secret or may be. */
    private static final Set<String> ELEMENTS =
            Set.of("chapSecret", "mutualChapSecret", "password", "readOnlyCommunities", "community", "privateKey");

    private Hushed() {}

    static Node tree(Node node) {
        if (ELEMENTS.contains(node.name())) {
            return Node.plain(node.name(), "string", node.text().orElse("").isEmpty() ? "" : "***");
        }
        return node.items().isEmpty()
                ? node
                : Node.object(
                        node.name(),
                        node.type(),
                        node.items().stream().map(Hushed::tree).toList());
    }

    static String body(Query query, String body) {
        if (!query.toString().startsWith(SNMP)) {
            return body;
        }
        String text = TEXT.matcher(body).replaceAll(m -> Matcher.quoteReplacement(m.group(1) + items(m.group(2))));
        return XML.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(m.group(1)
                        + STRING.matcher(m.group(2))
                                .replaceAll(s -> Matcher.quoteReplacement(s.group(1) + items(s.group(2))))));
    }

    private static String items(String list) {
        return ITEM.matcher(list).replaceAll("***");
    }
}
