package io.twinpath.lab.esxcli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What stands before the namespace: {@code --formatter=xml}, {@code --debug}, and connection options, which are ignored. */
final class GlobalOptions {

    private static final Set<String> IGNORED = Set.of(
            "-s", "--server", "-u", "--username", "-p", "--password", "-d", "--thumbprint", "-t", "-N", "--config");

    private Optional<String> formatter = Optional.empty();
    private boolean debug;
    private boolean help;
    private boolean version;
    private boolean header = true;
    private List<String> fields = List.of();
    private final List<String> rest = new ArrayList<>();

    static GlobalOptions parse(List<String> words) throws UsageException {
        GlobalOptions options = new GlobalOptions();
        int at = 0;
        while (at < words.size() && words.get(at).startsWith("-")) {
            at += options.take(words.get(at), at + 1 < words.size() ? words.get(at + 1) : "");
        }
        options.rest.addAll(words.subList(Math.min(at, words.size()), words.size()));
        return options;
    }

    /** The namespace and all that follows. */
    List<String> rest() {
        return rest;
    }

    boolean help() {
        return help;
    }

    boolean version() {
        return version;
    }

    /** The formatter that was asked for; empty when there is none of that name. */
    Optional<Format> format(boolean shortLast) {
        return switch (formatterName()) {
            case "" -> Optional.of(new TextFormat(shortLast));
            case "xml" -> Optional.of(new XmlFormat());
            case "csv" -> Optional.of(new CsvFormat());
            case "keyvalue" -> Optional.of(new KeyValueFormat());
            case "json" -> debug ? Optional.of(new JsonFormat()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    String formatterName() {
        return formatter.orElse("");
    }

    Format.Parameters parameters() {
        return new Format.Parameters(fields, header);
    }

    /** Takes one option and says how many words it took. */
    private int take(String word, String following) throws UsageException {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        String value = equals < 0 ? following : word.substring(equals + 1);
        int two = equals < 0 ? 2 : 1;
        return switch (name) {
            case "--formatter" -> {
                formatter = Optional.of(value);
                yield two;
            }
            case "--format-param" -> {
                parameter(value);
                yield two;
            }
            case "--debug" -> {
                debug = true;
                yield 1;
            }
            case "--help", "-h", "-?" -> {
                help = true;
                yield 1;
            }
            case "--version", "-V" -> {
                version = true;
                yield 1;
            }
            default -> {
                if (!IGNORED.contains(name)) {
                    throw new UsageException("Invalid option " + name);
                }
                yield two;
            }
        };
    }

    private void parameter(String text) {
        int equals = text.indexOf('=');
        String value = text.substring(equals + 1);
        switch (equals < 0 ? "" : text.substring(0, equals).toLowerCase(Locale.ROOT)) {
            case "fields" -> fields = List.of(value.split(",", -1));
            case "show-header" -> header = Booleans.truth(value);
            default -> {}
        }
    }
}
