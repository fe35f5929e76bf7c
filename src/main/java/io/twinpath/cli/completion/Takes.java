package io.twinpath.cli.completion;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/**
 * What a value can be completed with.
 *
 * @param word a list that the shell asks for, such as {@code @hosts}; empty for fixed words
 * @param words fixed words
 */
record Takes(String word, List<String> words) {

    static final Takes NOTHING = new Takes("", List.of());
    private static final Takes HOSTS = new Takes("@hosts", List.of());
    private static final Takes ADDRESSES = new Takes("@addresses", List.of());
    private static final Takes FILES = new Takes("@files", List.of());
    private static final Takes FOLDERS = new Takes("@folders", List.of());

    /** By what help calls a value, so that a new verb is completed without a word about it here. */
    private static final Map<String, Takes> BY_LABEL = Map.ofEntries(
            Map.entry("host", HOSTS),
            Map.entry("hosts", HOSTS),
            Map.entry("vm|host", HOSTS),
            Map.entry("address", ADDRESSES),
            Map.entry("address[.field]", ADDRESSES),
            Map.entry("file", FILES),
            Map.entry("dir", FOLDERS),
            Map.entry("folder", FOLDERS),
            Map.entry("on|off", words("on", "off")),
            Map.entry("format=file", words("json=", "ndjson=", "markdown=", "sarif=", "junit=", "github=", "gitlab=")),
            Map.entry("shell", words("bash", "zsh", "fish", "powershell")));

    private static Takes words(String... words) {
        return new Takes("", List.of(words));
    }

    static Takes of(ArgSpec argument) {
        if (argument.completionCandidates() != null) {
            List<String> candidates = new java.util.ArrayList<>();
            argument.completionCandidates().forEach(candidates::add);
            if (!candidates.isEmpty()) {
                return new Takes("", List.copyOf(candidates));
            }
        }
        String label = argument.paramLabel().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(BY_LABEL.get(label)).orElse(NOTHING);
    }

    /** As the scripts know it: a list by its name, or the words with blanks between. */
    String text() {
        return word.isEmpty() ? String.join(" ", words) : word;
    }
}
