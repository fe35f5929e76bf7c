package io.twinpath.kind.iscsi;

import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Parameters of the adapter. A spec calls them as esxcli does; the API calls one otherwise, and has digests in a place of their
 * own.
 */
record ParametersApi(Node adapter) {

    private static final Map<String, String> DIGESTS =
            Map.of("HeaderDigest", "headerDigestType", "DataDigest", "dataDigestType");
    private static final String DIGEST = "digest";

    /** esxcli's name of what the API calls otherwise. */
    private static final String SEGMENT = "MaxRecvDataSegment";

    private static final String SEGMENT_API = "MaxRecvDataSegLen";

    /** @param all else only those that differ from their defaults */
    Map<String, String> read(boolean all) throws UnreadableException {
        Map<String, String> found = new TreeMap<>();
        Map<String, String> defaults = defaults();
        for (Node option : adapter.all("advancedOptions")) {
            String key = option.requiredText("key");
            String value = option.text("value").orElse("");
            if (all || !value.equals(defaults.get(key))) {
                found.put(key.equals(SEGMENT_API) ? SEGMENT : key, value);
            }
        }
        DIGESTS.forEach((name, field) -> adapter.text("digestProperties", field)
                .map(ParametersApi::digest)
                .filter(word -> all || !word.equals("prohibited"))
                .ifPresent(word -> found.put(name, word)));
        return Collections.unmodifiableMap(found);
    }

    private Map<String, String> defaults() {
        Map<String, String> defaults = new TreeMap<>();
        for (Node option : adapter.all("supportedAdvancedOptions")) {
            option.text("key")
                    .ifPresent(key ->
                            option.text("optionType", "defaultValue").ifPresent(value -> defaults.put(key, value)));
        }
        return defaults;
    }

    /** {@code digestProhibited} is {@code prohibited} to esxcli. */
    private static String digest(String word) {
        return word.startsWith(DIGEST) ? word.substring(DIGEST.length()).toLowerCase(Locale.ROOT) : word;
    }

    /** The options that turn one set of parameters into another. */
    static List<Node> options(Map<String, String> before, Map<String, String> after) {
        List<Node> options = new ArrayList<>();
        after.forEach((name, value) -> {
            if (!DIGESTS.containsKey(name) && !value.equals(before.get(name))) {
                options.add(Node.object(
                        "options",
                        "HostInternetScsiHbaParamValue",
                        Node.string("key", name.equals(SEGMENT) ? SEGMENT_API : name),
                        value(value)));
            }
        });
        return options;
    }

    /** Of the types of parameters: truth values and whole numbers. */
    private static Node value(String value) {
        if (value.equals("true") || value.equals("false")) {
            return Node.plain("value", "boolean", value);
        }
        return Node.plain("value", value.matches("-?[0-9]{1,9}") ? "int" : "string", value);
    }

    /** Both digests, whichever changes; none when neither does. */
    static Optional<Node> digests(Map<String, String> before, Map<String, String> after) {
        boolean changes = DIGESTS.keySet().stream()
                .anyMatch(name -> after.containsKey(name) && !after.get(name).equals(before.get(name)));
        if (!changes) {
            return Optional.empty();
        }
        List<Node> fields = new ArrayList<>();
        for (String name : List.of("HeaderDigest", "DataDigest")) {
            Optional.ofNullable(after.get(name)).filter(word -> !word.isEmpty()).ifPresent(word -> {
                String type = DIGEST + word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
                fields.add(Node.string(DIGESTS.getOrDefault(name, ""), type));
            });
        }
        return Optional.of(Node.object("digestProperties", "HostInternetScsiHbaDigestProperties", fields));
    }
}
