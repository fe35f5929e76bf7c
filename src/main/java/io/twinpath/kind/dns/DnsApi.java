package io.twinpath.kind.dns;

import io.twinpath.driver.Command;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Node;
import io.twinpath.kind.Echo;
import io.twinpath.kind.HostProperties;
import io.twinpath.kind.NetworkConfig;
import io.twinpath.kind.Script;
import io.twinpath.kind.Standing;
import io.twinpath.model.Address;
import io.twinpath.model.Ip;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Names in the words of {@code HostNetworkSystem}. A configuration replaces the former as a whole, so all of it is sent. */
final class DnsApi implements Standing<Dns> {

    private static final String PATH = "config.network.dnsConfig";
    private static final PropertyQuery OWN = HostProperties.query(PATH);
    private static final PropertyQuery STACKS = HostProperties.query(NetworkConfig.STACKS);
    private static final String TYPE = "HostDnsConfig";

    @Override
    public Transport transport() {
        return Transport.API;
    }

    @Override
    public List<Query> queries(Address address, Optional<Dns> wanted, Replies known) {
        return wanted.filter(w -> !w.netstacks().isEmpty()).isPresent() ? List.of(OWN, STACKS) : List.of(OWN);
    }

    @Override
    public Observed<Dns> read(Address address, Optional<Dns> wanted, Replies replies) throws UnreadableException {
        Node own = HostProperties.one(replies, OWN, PATH);
        Dns.Resolver resolver = resolver(own);
        Map<String, Dns.Resolver> others = new TreeMap<>();
        Echo kept = keep(own, "");
        for (String stack : wanted.map(Dns::netstacks).orElseGet(Map::of).keySet()) {
            Optional<Node> config = HostProperties.named(
                            HostProperties.items(replies, STACKS, NetworkConfig.STACKS), stack, "key")
                    .flatMap(s -> s.child("dnsConfig"));
            if (config.isPresent()) {
                others.put(stack, resolver(config.orElseThrow()));
                keep(config.orElseThrow(), stack + "/").fields().forEach(kept::put);
            }
        }
        return new Observed.Present<>(new Dns(
                own.text("hostName"),
                Optional.of(own.text("domainName").orElse("")),
                resolver.servers(),
                resolver.search(),
                others,
                kept.fields()));
    }

    private static Dns.Resolver resolver(Node config) throws UnreadableException {
        List<Ip> servers = new ArrayList<>();
        for (String text : config.texts("address")) {
            try {
                servers.add(Ip.parse(text));
            } catch (IllegalArgumentException e) {
                throw new UnreadableException("The name server \"" + text + "\" is no address.", e);
            }
        }
        return new Dns.Resolver(Optional.of(servers), Optional.of(config.texts("searchDomain")));
    }

    /** Under the name of its stack, of the default one under none. */
    private static Echo keep(Node config, String stack) {
        Echo kept = new Echo();
        for (String field : List.of("dhcp", "virtualNicDevice", "ipv6VirtualNicDevice", "hostName", "domainName")) {
            config.text(field).ifPresent(text -> kept.put(stack + field, text));
        }
        return kept;
    }

    @Override
    public List<Query> census() {
        return List.of(OWN);
    }

    @Override
    public Map<Address, Optional<Dns>> found(Scope.Host host, Replies replies) throws UnreadableException {
        HostProperties.one(replies, OWN, PATH);
        return Map.of(new Address("dns", host, "dns"), Optional.empty());
    }

    @Override
    public List<Command> change(Address address, Dns before, Dns after) {
        Script script = new Script();
        if (Script.differs(before.hostname(), after.hostname())
                || Script.differs(before.domain(), after.domain())
                || differs(before.resolver(), after.resolver())) {
            script.add(MethodCommand.of(NetworkConfig.NETWORK, "UpdateDnsConfig", own(after)));
        }
        after.netstacks().forEach((stack, wanted) -> {
            Dns.Resolver found =
                    before.netstacks().getOrDefault(stack, new Dns.Resolver(Optional.empty(), Optional.empty()));
            if (differs(found, wanted)) {
                script.add(NetworkConfig.stack(stack, "edit", other(stack, wanted, after.api())));
            }
        });
        return script.commands();
    }

    private static boolean differs(Dns.Resolver found, Dns.Resolver wanted) {
        return Script.differs(found.servers(), wanted.servers()) || Script.differs(found.search(), wanted.search());
    }

    private static Node own(Dns after) {
        return Node.build("config", TYPE)
                .put(flag(after.api(), "dhcp"))
                .put(Echo.field(after.api(), "virtualNicDevice", "string"))
                .put(Echo.field(after.api(), "ipv6VirtualNicDevice", "string"))
                .put(Node.string("hostName", after.hostname().orElse("")))
                .put(Node.string("domainName", after.domain().orElse("")))
                .putAll(lists(after.resolver()))
                .end();
    }

    private static Node other(String stack, Dns.Resolver wanted, Map<String, String> api) {
        return Node.build("dnsConfig", TYPE)
                .put(flag(api, stack + "/dhcp"))
                .put(text(api, stack, "virtualNicDevice"))
                .put(text(api, stack, "ipv6VirtualNicDevice"))
                .put(text(api, stack, "hostName").orElseGet(() -> Node.string("hostName", "")))
                .put(text(api, stack, "domainName").orElseGet(() -> Node.string("domainName", "")))
                .putAll(lists(wanted))
                .end();
    }

    private static Node flag(Map<String, String> api, String path) {
        return Node.plain("dhcp", "boolean", api.getOrDefault(path, "false"));
    }

    private static Optional<Node> text(Map<String, String> api, String stack, String field) {
        return Optional.ofNullable(api.get(stack + "/" + field)).map(text -> Node.string(field, text));
    }

    private static List<Node> lists(Dns.Resolver resolver) {
        List<Node> fields = new ArrayList<>();
        resolver.servers().orElseGet(List::of).forEach(ip -> fields.add(Node.string("address", ip.toString())));
        resolver.search().orElseGet(List::of).forEach(d -> fields.add(Node.string("searchDomain", d)));
        return fields;
    }
}
