package io.twinpath.lab.esxcli;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The words of a call with the values of secret options taken out, for a log.
 *
 * @param words what may be written
 * @param secrets what was taken out
 */
public record Redaction(List<String> words, List<String> secrets) {

    private static final String HIDDEN = "***";

    public Redaction {
        words = List.copyOf(words);
        secrets = List.copyOf(secrets);
    }

    public static Redaction of(List<String> call) {
        Set<String> options = options(call);
        List<String> safe = IntStream.range(0, call.size())
                .mapToObj(i -> safe(call, i, options))
                .toList();
        List<String> secrets = IntStream.range(0, call.size())
                .filter(i -> !call.get(i).equals(safe.get(i)))
                .mapToObj(i -> call.get(i).substring(safe.get(i).length() - HIDDEN.length()))
                .filter(s -> !s.isEmpty())
                .toList();
        return new Redaction(safe, secrets);
    }

    private static String safe(List<String> call, int at, Set<String> options) {
        String word = call.get(at);
        int equals = word.indexOf('=');
        if (equals > 0 && options.contains(word.substring(0, equals))) {
            return word.substring(0, equals + 1) + HIDDEN;
        }
        return at > 0 && options.contains(call.get(at - 1)) ? HIDDEN : word;
    }

    /** Every spelling that is secret in this call; long ones are secret in any call, also in one that is mistyped. */
    private static Set<String> options(List<String> call) {
        Stream<String> names =
                CommandTable.all().stream().flatMap(c -> secret(c).map(o -> "--" + o.name()));
        Stream<String> letters = command(call).flatMap(c -> secret(c).map(o -> "-" + o.letter()));
        return Stream.concat(names, letters).collect(Collectors.toSet());
    }

    private static Stream<Option> secret(Command command) {
        return command.options().stream().filter(Option::secret);
    }

    private static Stream<Command> command(List<String> call) {
        try {
            return CommandTable.find(GlobalOptions.parse(call).rest()).stream();
        } catch (UsageException mistyped) {
            return Stream.empty();
        }
    }
}
