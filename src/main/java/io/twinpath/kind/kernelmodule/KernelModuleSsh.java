package io.twinpath.kind.kernelmodule;

import io.twinpath.driver.Command;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Option;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Row;
import io.twinpath.kind.Listing;
import io.twinpath.kind.Script;
import io.twinpath.kind.Standing;
import io.twinpath.model.Address;
import io.twinpath.model.Names;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Kernel modules in the words of {@code esxcli system module}. */
final class KernelModuleSsh implements Standing<KernelModule> {

    private static final EsxcliQuery LIST = EsxcliQuery.of("system module list");
    private static final EsxcliQuery NICS = EsxcliQuery.of("network nic list");
    private static final EsxcliQuery ADAPTERS = EsxcliQuery.of("storage core adapter list");
    private static final String MODULE = "module";

    @Override
    public Transport transport() {
        return Transport.SSH;
    }

    /** Parameters are a question of their own for each module. */
    @Override
    public List<Query> queries(Address address, Optional<KernelModule> wanted, Replies known) {
        boolean told = wanted.isEmpty() || !wanted.orElseThrow().parameters().isEmpty();
        return told && Listing.has(known, LIST, "Name", address.name())
                ? List.of(LIST, parameters(address))
                : List.of(LIST);
    }

    @Override
    public Observed<KernelModule> read(Address address, Optional<KernelModule> wanted, Replies replies)
            throws UnreadableException {
        Optional<Row> listed = Listing.named(replies, LIST, "Name", address.name());
        if (listed.isEmpty()) {
            return new Observed.Absent<>();
        }
        Row row = listed.orElseThrow();
        SortedSet<String> takes = new TreeSet<>();
        Map<String, String> set = new TreeMap<>();
        if (replies.has(parameters(address))) {
            for (Row parameter : replies.rows(parameters(address))) {
                String name = parameter.need("Name");
                takes.add(name);
                parameter.text("Value").ifPresent(value -> set.put(name, value));
            }
        }
        return new Observed.Present<>(new KernelModule(
                row.flag("Is Enabled"),
                Collections.unmodifiableMap(set),
                row.flag("Is Loaded"),
                Collections.unmodifiableSortedSet(takes)));
    }

    @Override
    public List<Query> census() {
        return List.of(LIST, NICS, ADAPTERS);
    }

    /**
     * The drivers of the host's own ports and adapters, which are what people set parameters of, and whatever is kept from
     * being loaded although it is. A host has more than a hundred others.
     */
    @Override
    public Map<Address, Optional<KernelModule>> found(Scope.Host host, Replies replies) throws UnreadableException {
        SortedSet<String> drivers = new TreeSet<>();
        for (EsxcliQuery list : List.of(NICS, ADAPTERS)) {
            for (Row row : replies.rows(list)) {
                row.text("Driver").ifPresent(d -> drivers.add(d));
            }
        }
        Map<Address, Optional<KernelModule>> found = new LinkedHashMap<>();
        for (Row row : replies.rows(LIST)) {
            String name = row.need("Name");
            boolean odd = !row.flag("Is Enabled").equals(row.flag("Is Loaded"));
            if (Names.isObject(name) && (odd || drivers.contains(name))) {
                found.put(new Address(KernelModuleKind.KIND, host, name), Optional.empty());
            }
        }
        return found;
    }

    @Override
    public List<Command> change(Address address, KernelModule before, KernelModule after) {
        Option module = Option.of(MODULE, address.name());
        Script script = new Script();
        if (Script.differs(before.enabled(), after.enabled())) {
            script.add(
                    "system module set",
                    module,
                    Option.of("enabled", after.enabled().orElseThrow()));
        }
        if (!text(before).equals(text(after))) {
            script.add("system module parameters set", module, Option.of("parameter-string", text(after)));
        }
        return script.commands();
    }

    /** All parameters as one text, as a host takes them. */
    static String text(KernelModule module) {
        return new TreeMap<>(module.parameters())
                .entrySet().stream()
                        .filter(e -> !e.getValue().isEmpty())
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining(" "));
    }

    private static EsxcliQuery parameters(Address address) {
        return EsxcliQuery.of("system module parameters list", Option.of(MODULE, address.name()));
    }
}
