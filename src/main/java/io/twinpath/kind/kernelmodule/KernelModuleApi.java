package io.twinpath.kind.kernelmodule;

import io.twinpath.driver.Command;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.MethodQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.kind.Echo;
import io.twinpath.kind.Standing;
import io.twinpath.model.Address;
import io.twinpath.model.Observed;
import io.twinpath.model.Transport;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Kernel modules in the words of {@code HostKernelModuleSystem}, which knows parameters only as one text. */
final class KernelModuleApi implements Standing<KernelModule> {

    private static final Handle SYSTEM = new Handle.Manager("kernelModuleSystem");
    private static final MethodQuery LIST = MethodQuery.of(SYSTEM, "QueryModules");

    @Override
    public Transport transport() {
        return Transport.API;
    }

    @Override
    public Optional<String> lacks(KernelModule wanted) {
        return wanted.enabled().isPresent()
                ? Optional.of("The API cannot say whether a kernel module is loaded at the next start.")
                : Optional.empty();
    }

    @Override
    public List<Query> queries(Address address, Optional<KernelModule> wanted, Replies known) {
        boolean told = wanted.isEmpty() || !wanted.orElseThrow().parameters().isEmpty();
        return told && has(known, address) ? List.of(LIST, options(address)) : List.of(LIST);
    }

    private static MethodQuery options(Address address) {
        return MethodQuery.of(SYSTEM, "QueryConfiguredModuleOptionString", Node.string("name", address.name()));
    }

    private static boolean has(Replies known, Address address) {
        try {
            return known.has(LIST) && module(known, address).isPresent();
        } catch (UnreadableException e) {
            return false; // read() says so
        }
    }

    private static Optional<Node> module(Replies replies, Address address) throws UnreadableException {
        return replies.result(LIST).all("returnval").stream()
                .filter(m -> m.text("name").filter(address.name()::equals).isPresent())
                .findFirst();
    }

    @Override
    public Observed<KernelModule> read(Address address, Optional<KernelModule> wanted, Replies replies)
            throws UnreadableException {
        Optional<Node> found = module(replies, address);
        if (found.isEmpty()) {
            return new Observed.Absent<>();
        }
        Node module = found.orElseThrow();
        Optional<String> text = replies.has(options(address))
                ? Optional.of(replies.result(options(address)).text("returnval").orElse(""))
                : Optional.empty();
        Echo kept = new Echo();
        text.ifPresent(t -> kept.put("options", t));
        return new Observed.Present<>(new KernelModule(
                module.flag("enabled"),
                parameters(text.orElse("")),
                module.flag("loaded"),
                Collections.unmodifiableSortedSet(new TreeSet<>()),
                kept.fields()));
    }

    /** {@code debug=0x5 num_queues=4,4}; words without an equals sign are not parameters that a spec could name. */
    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new TreeMap<>();
        for (String word : text.strip().split("\\s+")) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                parameters.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        return Collections.unmodifiableMap(parameters);
    }

    /** What is no parameter stays where it is set. */
    private static String loose(KernelModule found) {
        StringBuilder words = new StringBuilder();
        for (String word : found.api().getOrDefault("options", "").strip().split("\\s+")) {
            if (word.indexOf('=') <= 0) {
                words.append(' ').append(word);
            }
        }
        return words.toString();
    }

    @Override
    public List<Command> change(Address address, KernelModule before, KernelModule after) {
        String text = (KernelModuleSsh.text(after) + loose(before)).strip();
        return KernelModuleSsh.text(after).equals(KernelModuleSsh.text(before))
                ? List.of()
                : List.of(MethodCommand.of(
                        SYSTEM,
                        "UpdateModuleOptionString",
                        Node.string("name", address.name()),
                        Node.string("options", text)));
    }
}
