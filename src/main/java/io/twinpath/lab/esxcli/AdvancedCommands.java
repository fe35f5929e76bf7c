package io.twinpath.lab.esxcli;

import static io.twinpath.lab.esxcli.Command.read;
import static io.twinpath.lab.esxcli.Command.write;

import io.twinpath.lab.site.AdvancedOption;
import io.twinpath.lab.site.Host;
import java.util.List;

/** {@code system settings advanced …} */
final class AdvancedCommands {

    private static final Option OPTION = Option.text("o", "option", "Path of the option.");

    static final List<Command> TABLE = List.of(
            read(
                    "system settings advanced list",
                    "List the advanced options.",
                    AdvancedCommands::list,
                    Option.plain("d", "delta", "Only options that differ from their default."),
                    OPTION,
                    Option.text("t", "tree", "Only options below this path.")),
            write(
                    "system settings advanced set",
                    "Set an advanced option.",
                    AdvancedCommands::set,
                    Option.plain("d", "default", "Go back to the default."),
                    Option.number("i", "int-value", "The number to set."),
                    OPTION.needed(),
                    Option.text("s", "string-value", "The text to set.")));

    private AdvancedCommands() {}

    private static Output list(HostView host, Arguments arguments) {
        String tree = arguments.text("tree", "/");
        String below = tree.endsWith("/") ? tree : tree + "/";
        List<AdvancedOption> options = arguments.has("option")
                ? List.of(find(arguments))
                : AdvancedOption.ALL.stream()
                        .filter(o -> o.path().startsWith(below))
                        .filter(o ->
                                !arguments.has("delta") || !o.value(host.host()).equals(o.fallback()))
                        .toList();
        return Output.records(options.stream().map(o -> row(o, host.host())).toList());
    }

    private static Structure row(AdvancedOption option, Host host) {
        boolean number = option.number();
        long now = number ? Long.parseLong(option.value(host)) : 0;
        return Structure.of("AdvancedOption")
                .with("Path", option.path())
                .with("Type", number ? "integer" : "string")
                .with("Int Value", now)
                .with("Default Int Value", number ? Long.parseLong(option.fallback()) : 0)
                .with("Min Value", option.least())
                .with("Max Value", option.most())
                .with("String Value", number ? "" : option.value(host))
                .with("Default String Value", number ? "" : option.fallback())
                .with("Valid Characters", number ? "" : "*")
                .with("Description", option.help());
    }

    private static Output set(HostView host, Arguments arguments) {
        AdvancedOption option = find(arguments);
        if (arguments.has("default")) {
            host.host().advanced.remove(option.path());
            return Output.nothing();
        }
        if (arguments.has("int-value") == arguments.has("string-value")) {
            throw new Fault("Unable to set option: one of --int-value, --string-value and --default is needed");
        }
        if (option.number() != arguments.has("int-value")) {
            throw new Fault("Unable to set option " + option.path() + ": it is of type "
                    + (option.number() ? "integer" : "string"));
        }
        String value = arguments.text(option.number() ? "int-value" : "string-value", "");
        if (option.number() && outside(option, Long.parseLong(value))) {
            throw new Fault("Unable to set option " + option.path() + ": " + value + " is not between " + option.least()
                    + " and " + option.most());
        }
        host.host().advanced.put(option.path(), value);
        return Output.nothing();
    }

    private static boolean outside(AdvancedOption option, long value) {
        return value < option.least() || value > option.most();
    }

    private static AdvancedOption find(Arguments arguments) {
        String path = arguments.text("option");
        return AdvancedOption.named(path).orElseThrow(() -> new Fault("Unable to find option " + path));
    }
}
