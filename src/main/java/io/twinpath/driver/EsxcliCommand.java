package io.twinpath.driver;

import io.twinpath.driver.esxcli.Words;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An esxcli call that changes a host.
 *
 * @param words namespace and command, such as {@code network vswitch standard add}
 */
public record EsxcliCommand(List<String> words, List<Option> options) implements Command {

    public EsxcliCommand {
        words = Words.checked(words);
        options = List.copyOf(options);
    }

    /** From words as one would type them: {@code network vswitch standard add}. */
    public static EsxcliCommand of(String words, Option... options) {
        return new EsxcliCommand(List.of(words.split(" ")), List.of(options));
    }

    /** As it may be shown; secrets show their references. */
    @Override
    public String toString() {
        return Stream.concat(words.stream(), options.stream().map(Option::toString))
                .collect(Collectors.joining(" "));
    }

    @Override
    public String typed() {
        return "esxcli " + this;
    }
}
