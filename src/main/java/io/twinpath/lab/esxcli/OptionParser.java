package io.twinpath.lab.esxcli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the words behind a command: {@code --name=value}, {@code --name value}, {@code -x value}, {@code -x=value}. */
final class OptionParser {

    private final Command command;
    private final List<String> words;
    private final Arguments arguments = new Arguments();
    private int next;

    OptionParser(Command command, List<String> words) {
        this.command = command;
        this.words = words;
    }

    Arguments parse() throws UsageException {
        while (next < words.size()) {
            one(words.get(next++));
        }
        List<Option> missing = command.options().stream()
                .filter(o -> o.required() && !arguments.has(o.name()))
                .toList();
        if (!missing.isEmpty()) {
            throw new UsageException(missing.stream()
                    .map(o -> "Missing required parameter " + o.spelling())
                    .collect(Collectors.joining("\n       ")));
        }
        return arguments;
    }

    private void one(String word) throws UsageException {
        int equals = word.indexOf('=');
        String spelled = equals < 0 ? word : word.substring(0, equals);
        Option option = find(spelled).orElseThrow(() -> new UsageException("Invalid option " + spelled));
        if (arguments.has(option.name()) && option.type() != Option.Type.TEXTS) {
            throw new UsageException("Duplicated option " + option.spelling());
        }
        arguments.add(
                option.name(),
                value(option, spelled, equals < 0 ? Optional.empty() : Optional.of(word.substring(equals + 1))));
    }

    private String value(Option option, String spelled, Optional<String> joined) throws UsageException {
        if (option.type() == Option.Type.PLAIN) {
            if (joined.isPresent()) {
                throw new UsageException("Option " + spelled + " does not take a value");
            }
            return "true";
        }
        if (joined.isEmpty() && next == words.size()) {
            throw new UsageException("Missing argument for option " + spelled);
        }
        String value = joined.isPresent() ? joined.orElseThrow() : words.get(next++);
        check(option, spelled, value);
        return value;
    }

    private static void check(Option option, String spelled, String value) throws UsageException {
        switch (option.type()) {
            case BOOL -> {
                if (!Booleans.valid(value)) {
                    throw mismatch(spelled, "Expecting one of {0, 1, n[o], y[es], f[alse], t[rue], off, on}", value);
                }
            }
            case NUMBER -> {
                if (!isInt(value)) {
                    throw mismatch(spelled, "Expecting an integer", value);
                }
            }
            case CHOICE -> {
                if (!option.choices().contains(value)) {
                    throw new UsageException(
                            "'" + option.name() + "' must be one of [" + String.join("|", option.choices()) + "]");
                }
            }
            case TEXT, TEXTS, PLAIN -> {}
        }
    }

    private static boolean isInt(String value) {
        try {
            Integer.parseInt(value);
            return true;
        } catch (NumberFormatException wrong) {
            return false;
        }
    }

    private static UsageException mismatch(String spelled, String expected, String value) {
        return new UsageException(
                "While processing '" + spelled + "'. Argument type mismatch. " + expected + ". Got '" + value + "'");
    }

    private Optional<Option> find(String spelled) {
        return command.options().stream()
                .filter(o ->
                        spelled.equals("--" + o.name()) || (!o.letter().isEmpty() && spelled.equals("-" + o.letter())))
                .findFirst();
    }
}
