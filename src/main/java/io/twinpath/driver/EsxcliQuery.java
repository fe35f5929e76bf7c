package io.twinpath.driver;

import io.twinpath.driver.esxcli.Words;
import java.util.List;
import java.util.Set;

/**
 * An esxcli call that reads: its last word is {@code list} or {@code get}, which is what makes it one.
 *
 * @param words namespace and command, such as {@code network nic list}
 */
public record EsxcliQuery(List<String> words, List<Option> options) implements Query {

    /** The only verbs that a query may end in. No esxcli command of this name changes anything. */
    public static final Set<String> VERBS = Set.of("list", "get");

    public EsxcliQuery {
        words = Words.checked(words);
        options = List.copyOf(options);
        if (!VERBS.contains(words.get(words.size() - 1))) {
            throw new IllegalArgumentException("a query ends in list or get: " + words);
        }
        if (options.stream().anyMatch(o -> o.argument() instanceof Option.Secret)) {
            throw new IllegalArgumentException("a query carries no secret: " + words);
        }
    }

    /** From words as one would type them: {@code network nic list}. */
    public static EsxcliQuery of(String words, Option... options) {
        return new EsxcliQuery(List.of(words.split(" ")), List.of(options));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.join(" ", words));
        options.forEach(option -> text.append(' ').append(option));
        return text.toString();
    }

    @Override
    public String typed() {
        return "esxcli " + this;
    }
}
