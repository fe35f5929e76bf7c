package io.twinpath.kind.iscsi;

import io.twinpath.driver.Command;
import io.twinpath.driver.MethodQuery;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.kind.HostProperties;
import io.twinpath.kind.Standing;
import io.twinpath.model.Address;
import io.twinpath.model.Ipv4;
import io.twinpath.model.Observed;
import io.twinpath.model.Portal;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Software iSCSI in the words of the API: what is asked and how it is read. Bound interfaces are a question of their own. */
final class IscsiApi implements Standing<Iscsi> {

    private static final String ENABLED = "config.storageDevice.softwareInternetScsiEnabled";
    private static final String ADAPTERS = "config.storageDevice.hostBusAdapter";
    private static final PropertyQuery STORAGE = HostProperties.query(ENABLED, ADAPTERS);

    @Override
    public Transport transport() {
        return Transport.API;
    }

    @Override
    public Optional<String> lacks(Iscsi wanted) {
        return wanted.managesLevels()
                ? Optional.of("The API's own text contradicts itself on how a parameter of a portal or a target is"
                        + " inherited again, so Twinpath leaves those to SSH.")
                : Optional.empty();
    }

    @Override
    public List<Query> queries(Address address, Optional<Iscsi> wanted, Replies known) {
        List<Query> queries = new ArrayList<>(List.of(STORAGE));
        if (wanted.isEmpty() || wanted.orElseThrow().portBinding().isPresent()) {
            adapter(known).ifPresent(adapter -> queries.add(bound(adapter)));
        }
        return queries;
    }

    private static MethodQuery bound(String adapter) {
        return MethodQuery.of(
                new Handle.Manager("iscsiManager"), "QueryBoundVnics", Node.string("iScsiHbaName", adapter));
    }

    private static Optional<String> adapter(Replies known) {
        try {
            return known.has(STORAGE) && enabled(known)
                    ? software(known).flatMap(a -> a.text("device"))
                    : Optional.empty();
        } catch (UnreadableException e) {
            return Optional.empty(); // read() says so
        }
    }

    private static boolean enabled(Replies replies) throws UnreadableException {
        Node host = HostProperties.of(replies, STORAGE);
        return host.flag(ENABLED)
                .orElseThrow(() -> new UnreadableException("The host does not say whether software iSCSI is on."));
    }

    private static Optional<Node> software(Replies replies) throws UnreadableException {
        for (Node adapter : HostProperties.items(replies, STORAGE, ADAPTERS)) {
            if (adapter.type().equals("HostInternetScsiHba")
                    && adapter.flag("isSoftwareBased").orElse(false)) {
                return Optional.of(adapter);
            }
        }
        return Optional.empty();
    }

    @Override
    public Observed<Iscsi> read(Address address, Optional<Iscsi> wanted, Replies replies) throws UnreadableException {
        if (!enabled(replies)) {
            return new Observed.Present<>(Iscsi.off());
        }
        Node adapter = software(replies)
                .orElseThrow(
                        () -> new UnreadableException("Software iSCSI is on, but the host lists no software adapter."));
        String device = adapter.requiredText("device");
        return new Observed.Present<>(new Iscsi(
                true,
                Optional.of(device),
                adapter.text("iScsiName"),
                Optional.of(adapter.text("iScsiAlias").orElse("")),
                replies.has(bound(device)) ? Optional.of(interfaces(replies.result(bound(device)))) : Optional.empty(),
                Optional.of(sendTargets(adapter)),
                Optional.of(staticTargets(adapter)),
                Optional.of(chap(adapter, "chapAuthenticationType", "chapName")),
                Optional.of(chap(adapter, "mutualChapAuthenticationType", "mutualChapName")),
                new ParametersApi(adapter).read(wanted.isPresent()),
                Map.of(),
                Map.of()));
    }

    private static SortedSet<String> interfaces(Node answer) throws UnreadableException {
        SortedSet<String> interfaces = new TreeSet<>();
        for (Node bound : answer.all("returnval")) {
            interfaces.add(bound.requiredText("vnicDevice"));
        }
        return Collections.unmodifiableSortedSet(interfaces);
    }

    private static SortedSet<Portal> sendTargets(Node adapter) throws UnreadableException {
        SortedSet<Portal> portals = new TreeSet<>();
        for (Node target : adapter.all("configuredSendTarget")) {
            portals.add(portal(target));
        }
        return Collections.unmodifiableSortedSet(portals);
    }

    /** What the portals told stands in the same list, with another word for how it was found. */
    private static SortedSet<StaticTarget> staticTargets(Node adapter) throws UnreadableException {
        SortedSet<StaticTarget> targets = new TreeSet<>();
        for (Node target : adapter.all("configuredStaticTarget")) {
            boolean discovered = target.text("discoveryMethod")
                    .filter(m -> !m.equals("staticMethod") && !m.equals("unknownMethod"))
                    .isPresent();
            if (!discovered) {
                targets.add(new StaticTarget(portal(target), target.requiredText("iScsiName")));
            }
        }
        return Collections.unmodifiableSortedSet(targets);
    }

    private static Portal portal(Node target) throws UnreadableException {
        String address = target.requiredText("address");
        try {
            Optional<Long> port = target.number("port");
            return port.isPresent() && !address.contains(":")
                    ? new Portal(Ipv4.parse(address), port.orElseThrow().intValue())
                    : Portal.parse(address);
        } catch (IllegalArgumentException e) {
            throw new UnreadableException("\"" + address + "\" is not an iSCSI portal: " + e.getMessage() + ".", e);
        }
    }

    private static Chap chap(Node adapter, String level, String user) throws UnreadableException {
        Optional<Node> properties = adapter.child("authenticationProperties");
        return new Chap(
                Optional.of(level(
                        properties.flatMap(p -> p.text(level)),
                        properties.isPresent()
                                && properties
                                        .orElseThrow()
                                        .flag("chapAuthEnabled")
                                        .orElse(false)
                                && user.equals("chapName"))),
                properties.flatMap(p -> p.text(user)).filter(t -> !t.isEmpty()),
                Optional.empty());
    }

    /** Servers before 4.0 said only whether CHAP is used. */
    private static Chap.Level level(Optional<String> word, boolean used) throws UnreadableException {
        if (word.isEmpty()) {
            return used ? Chap.Level.REQUIRED : Chap.Level.PROHIBITED;
        }
        for (Chap.Level level : Chap.Level.values()) {
            if (word.orElseThrow().equals(word(level))) {
                return level;
            }
        }
        throw new UnreadableException("The CHAP level \"" + word.orElseThrow() + "\" is not known.");
    }

    /** As in {@code HostInternetScsiHbaChapAuthenticationType}. */
    static String word(Chap.Level level) {
        String name = level.name().toLowerCase(Locale.ROOT);
        return "chap" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    @Override
    public List<Query> census() {
        return List.of(STORAGE);
    }

    /** While software iSCSI is off there is nothing of it. */
    @Override
    public Map<Address, Optional<Iscsi>> found(Scope.Host host, Replies replies) throws UnreadableException {
        return enabled(replies) ? Map.of(new Address("iscsi", host, "software"), Optional.empty()) : Map.of();
    }

    @Override
    public List<Command> change(Address address, Iscsi before, Iscsi after) {
        return IscsiMethods.of(before, after);
    }
}
