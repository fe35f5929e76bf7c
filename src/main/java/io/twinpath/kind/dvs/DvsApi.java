package io.twinpath.kind.dvs;

import io.twinpath.driver.Command;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.Ref;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Vim;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Names;
import io.twinpath.model.Observed;
import io.twinpath.model.Transport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Distributed switches in the words of {@code VmwareDistributedVirtualSwitch}. */
final class DvsApi implements Binding<Dvs> {

    @Override
    public Transport transport() {
        return Transport.API;
    }

    @Override
    public List<Query> queries(Address address, Optional<Dvs> wanted, Replies known) {
        List<Query> queries = new ArrayList<>(List.of(Vim.SWITCHES, Vim.HOSTS));
        Vim.glance(known, Vim.SWITCHES, address.name())
                .flatMap(s -> s.ref("self"))
                .map(DvsApi::configuration)
                .ifPresent(queries::add);
        wanted.ifPresent(w -> w.hosts()
                .keySet()
                .forEach(host -> Vim.glance(known, Vim.HOSTS, host)
                        .flatMap(h -> h.ref("self"))
                        .map(DvsApi::standard)
                        .ifPresent(queries::add)));
        return queries;
    }

    private static PropertyQuery configuration(Ref self) {
        return PropertyQuery.of(
                new Handle.Found(self),
                "config.configVersion",
                "config.maxMtu",
                "config.linkDiscoveryProtocolConfig",
                "config.uplinkPortPolicy",
                "config.host");
    }

    private static PropertyQuery standard(Ref host) {
        return PropertyQuery.of(new Handle.Found(host), "config.network.vswitch");
    }

    @Override
    public Observed<Dvs> read(Address address, Optional<Dvs> wanted, Replies replies) throws UnreadableException {
        Optional<Node> found = Vim.named(replies, Vim.SWITCHES, address.name());
        if (found.isEmpty()) {
            return new Observed.Absent<>();
        }
        Node config = replies.object(configuration(Vim.self(found.orElseThrow())));
        Map<String, Dvs.Member> members = DvsWords.members(config, Vim.names(replies, Vim.HOSTS));
        SortedSet<String> unknown =
                new TreeSet<>(wanted.map(w -> w.hosts().keySet()).orElseGet(Set::of));
        unknown.removeAll(Vim.names(replies, Vim.HOSTS).values());
        Optional<Node> discovery = config.child("config.linkDiscoveryProtocolConfig");
        return new Observed.Present<>(new Dvs(
                Optional.empty(),
                Vim.integer(config, "config.maxMtu"),
                config.child("config.uplinkPortPolicy").map(p -> p.texts("uplinkPortName")),
                discovery.map(DvsWords::discovery),
                members,
                config.text("config.configVersion"),
                wanted.isEmpty() ? Map.of() : taken(wanted.orElseThrow(), members, replies),
                Optional.of(Collections.unmodifiableSortedSet(unknown))));
    }

    /** Wanted ports that the switch does not have yet and a standard one has. */
    private static Map<String, String> taken(Dvs wanted, Map<String, Dvs.Member> members, Replies replies)
            throws UnreadableException {
        Map<String, String> taken = new TreeMap<>();
        for (Map.Entry<String, Dvs.Member> host : wanted.hosts().entrySet()) {
            Optional<Node> known = Vim.named(replies, Vim.HOSTS, host.getKey());
            if (known.isEmpty()) {
                continue;
            }
            Set<String> open = names(Optional.of(host.getValue()));
            open.removeAll(names(Optional.ofNullable(members.get(host.getKey()))));
            Node network = replies.object(standard(Vim.self(known.orElseThrow())));
            for (Node vswitch :
                    network.child("config.network.vswitch").map(Node::items).orElseGet(List::of)) {
                for (String key : vswitch.texts("pnic")) {
                    String port = key.substring(key.lastIndexOf('-') + 1);
                    if (open.contains(port)) {
                        taken.put(
                                Dvs.port(host.getKey(), port),
                                vswitch.text("name").orElse("a standard switch"));
                    }
                }
            }
        }
        return taken;
    }

    private static Set<String> names(Optional<Dvs.Member> member) {
        Set<String> names = new TreeSet<>();
        member.flatMap(Dvs.Member::ports).ifPresent(ports -> ports.forEach(p -> names.add(p.toString())));
        return names;
    }

    @Override
    public List<Query> census() {
        return List.of(Vim.SWITCHES);
    }

    @Override
    public Map<Address, Optional<Dvs>> foundInSite(Replies replies) throws UnreadableException {
        Map<Address, Optional<Dvs>> found = new LinkedHashMap<>();
        for (Node each : replies.objects(Vim.SWITCHES)) {
            if (Names.isObject(Vim.name(each))) {
                found.put(Address.inSite("dvs", Vim.name(each)), Optional.empty());
            }
        }
        return found;
    }

    @Override
    public List<Command> script(Change<Dvs> change) {
        String name = change.address().name();
        Handle self = new Handle.Named("DistributedVirtualSwitch", name);
        return switch (change) {
            case Change.Create<Dvs> c -> create(name, c.target());
            case Change.Update<Dvs> c -> {
                boolean forward = c.resource().desired().flatMap(Dvs::version).isEmpty();
                yield DvsWords.changed(
                                c.observed(), c.target(), c.observed().version().filter(v -> forward))
                        .<List<Command>>map(s -> List.of(MethodCommand.of(self, "ReconfigureDvs_Task", s)))
                        .orElseGet(List::of);
            }
            case Change.Delete<Dvs> c -> List.of(MethodCommand.of(self, "Destroy_Task"));
            case Change.Replace<Dvs> c -> List.of();
            case Change.Keep<Dvs> c -> List.of();
            case Change.Blocked<Dvs> c -> List.of();
        };
    }

    private static List<Command> create(String name, Dvs target) {
        return target.datacenter()
                .<List<Command>>map(datacenter -> List.of(MethodCommand.of(
                        new Handle.Member(new Handle.Named("Datacenter", datacenter), "networkFolder"),
                        "CreateDVS_Task",
                        Node.object("spec", "DVSCreateSpec", DvsWords.fresh(name, target)))))
                .orElseGet(List::of);
    }
}
