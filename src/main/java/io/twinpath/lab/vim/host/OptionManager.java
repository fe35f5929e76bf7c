package io.twinpath.lab.vim.host;

import io.twinpath.lab.site.AdvancedOption;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.soap.Listing;
import io.twinpath.lab.soap.Scalar;
import io.twinpath.lab.soap.Value;
import io.twinpath.lab.vim.Call;
import io.twinpath.lab.vim.Methods;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The advanced options of a host: typed, and changed all together or not at all. */
record OptionManager(HostContext at) implements HostPart {

    private static final String LONG = "long";
    private static final String TEXT = "string";

    @Override
    public Data properties() {
        return Data.of("OptionManager")
                .lazy("setting", this::values)
                .list(
                        "supportedOption",
                        "OptionDef",
                        Stream.concat(options().map(OptionManager::definition), LogOptions.definitions().stream()));
    }

    @Override
    public Methods calls() {
        return Methods.none().reads("QueryOptions", this::query).does("UpdateOptions", this::update);
    }

    static Listing all(HostContext at) {
        return new OptionManager(at).values();
    }

    private Listing values() {
        return Listing.of("OptionValue", Stream.concat(options().map(this::told), LogOptions.values(at, "").stream()));
    }

    /** Without those of the log, which has its settings in a place of its own. */
    private static Stream<AdvancedOption> options() {
        return AdvancedOption.ALL.stream().filter(o -> !key(o).startsWith(LogOptions.PREFIX));
    }

    private Data told(AdvancedOption option) {
        return Data.of("OptionValue").text("key", key(option)).any("value", value(option));
    }

    private Scalar value(AdvancedOption option) {
        String text = option.value(at.host());
        return option.number() ? Scalar.of(Long.parseLong(text)) : Scalar.of(text);
    }

    private static String key(AdvancedOption option) {
        return option.path().substring(1).replace('/', '.');
    }

    /** One by its key, a branch by its name with a dot at the end, or all. */
    private Optional<Value> query(Call call) {
        String name = call.method().text("name").orElse("");
        List<Data> found = Stream.concat(
                        options()
                                .filter(o -> name.isEmpty()
                                        || key(o).equals(name)
                                        || (name.endsWith(".") && key(o).startsWith(name)))
                                .map(this::told),
                        LogOptions.values(at, name).stream())
                .toList();
        if (found.isEmpty()) {
            throw Faults.invalidName(name, Optional.empty());
        }
        return Optional.of(Listing.of("OptionValue", found.stream()));
    }

    private void update(Call call) {
        Map<String, String> changed = new TreeMap<>();
        List<Runnable> log = new ArrayList<>();
        for (Element option : call.method().all("changedValue")) {
            Optional<Runnable> ofLog = LogOptions.change(at, option);
            if (ofLog.isPresent()) {
                log.add(ofLog.orElseThrow());
                continue;
            }
            String key = option.need("key");
            AdvancedOption known = options()
                    .filter(o -> key(o).equals(key))
                    .findFirst()
                    .orElseThrow(() -> Faults.invalidName(key, Optional.empty()));
            changed.put(known.path(), checked(known, option.required("value")));
        }
        at.host().advanced.putAll(changed);
        log.forEach(Runnable::run);
    }

    /** A number of another width than the option's is refused like a text; the fault does not say why. */
    private static String checked(AdvancedOption option, Element value) {
        if (!value.type().equals(option.number() ? LONG : TEXT)) {
            throw Faults.invalidArgument("");
        }
        if (option.number()) {
            boolean digits = value.text().matches("[+-]?[0-9]{1,18}");
            long number = digits ? Long.parseLong(value.text()) : Long.MIN_VALUE;
            if (number < option.least() || number > option.most()) {
                throw Faults.invalidArgument("");
            }
        }
        return value.text();
    }

    private static Data definition(AdvancedOption option) {
        Data type = option.number()
                ? Data.of("LongOption")
                        .flag("valueIsReadonly", false)
                        .large("min", option.least())
                        .large("max", option.most())
                        .large("defaultValue", Long.parseLong(option.fallback()))
                : Data.of("StringOption")
                        .flag("valueIsReadonly", false)
                        .text("defaultValue", option.fallback())
                        .unset("validCharacters");
        return Data.of("OptionDef")
                .text("label", key(option))
                .text("summary", option.help())
                .text("key", key(option))
                .put("optionType", type);
    }
}
