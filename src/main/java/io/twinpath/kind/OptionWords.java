package io.twinpath.kind;

import io.twinpath.driver.Command;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.MethodQuery;
import io.twinpath.driver.Replies;
import io.twinpath.driver.Reply;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import java.util.List;
import java.util.Map;

/**
 * The words of a host's {@code OptionManager}. It takes a value only in the very type that the option has, {@code long} not
 * being {@code int}, so the type is that of the value that was read.
 */
public final class OptionWords {

    public static final Handle OPTIONS = new Handle.Manager("advancedOption");

    /** Types of numbers. */
    private static final List<String> NUMBERS = List.of("int", "long", "short", "byte");

    private OptionWords() {}

    /** One option by its name, or all that begin so when the name ends in a dot. */
    public static MethodQuery query(String name) {
        return MethodQuery.of(OPTIONS, "QueryOptions", Node.string("name", name));
    }

    /**
     * The answers; none when the host has no such option.
     *
     * @throws UnreadableException when it was not asked or was refused for another reason
     */
    public static List<Node> read(Replies replies, MethodQuery query) throws UnreadableException {
        return unknown(replies, query) ? List.of() : replies.result(query).all("returnval");
    }

    private static boolean unknown(Replies replies, MethodQuery query) {
        return replies.reply(query)
                .filter(r -> !r.ok())
                .map(Reply::body)
                .filter(b -> b.startsWith("InvalidName"))
                .isPresent();
    }

    public static boolean isNumber(String type) {
        return NUMBERS.contains(type);
    }

    /** Sets options in one call, which takes all of them or none. */
    public static Command update(List<Node> values) {
        return new MethodCommand(OPTIONS, "UpdateOptions", values);
    }

    /** @param type of XML Schema, without prefix */
    public static Node value(String key, String type, String value) {
        return Node.object(
                "changedValue", "OptionValue", Node.string("key", key), Node.plain("value", plain(type), value));
    }

    private static String plain(String type) {
        return Node.PLAIN.contains(type) ? type : "string";
    }

    /** What an {@code OptionDef} says of an option, as far as a change needs it. */
    public static Map<String, String> kept(String type, Node definition) {
        Echo kept = new Echo().put("type", type);
        definition.text("optionType", "defaultValue").ifPresent(text -> kept.put("default", text));
        return kept.fields();
    }
}
