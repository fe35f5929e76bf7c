package io.twinpath.kind.host;

import io.twinpath.driver.MethodQuery;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.kind.HostProperties;
import io.twinpath.kind.host.HostState.Fabric;
import io.twinpath.kind.host.HostState.Path;
import io.twinpath.kind.host.HostState.Session;
import io.twinpath.model.Ipv4;
import io.twinpath.model.Ipv4Prefix;
import io.twinpath.model.Portal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Paths in the words of {@code HostMultipathInfo} and {@code HostPlugStoreTopology}. The API does not tell the interface of a
 * session: it is the bound one in the portal's network, when there is one such only; without any bound ones, any interface.
 */
final class PathsApi {

    private static final Pattern RUNTIME = Pattern.compile("vmhba[0-9]+:C[0-9]+:T[0-9]+:L[0-9]+");
    private static final String ISCSI = "HostInternetScsiHba";

    private final Replies replies;
    private final Map<String, String> units = new HashMap<>();
    private final Map<String, Node> topology = new HashMap<>();
    private final Map<String, Node> adapters = new HashMap<>();
    private final Map<String, Ipv4Prefix> interfaces = new TreeMap<>();

    PathsApi(Replies replies) throws UnreadableException {
        this.replies = replies;
        for (Node unit : items(HostApi.UNITS)) {
            units.put(unit.requiredText("key"), unit.requiredText("canonicalName"));
        }
        for (Node path : items(HostApi.TOPOLOGY)) {
            path.text("name").ifPresent(name -> topology.put(name, path));
        }
        for (Node adapter : items(HostApi.ADAPTERS)) {
            adapters.put(adapter.requiredText("key"), adapter);
        }
        for (Node vnic : items(HostApi.INTERFACES)) {
            Optional<Ipv4Prefix> address = address(vnic);
            address.ifPresent(a -> interfaces.put(vnic.text("device").orElse(""), a));
        }
    }

    private List<Node> items(String path) throws UnreadableException {
        return HostProperties.items(replies, HostApi.HOST, path);
    }

    /** The iSCSI adapters of a host by name, such as {@code vmhba64}. */
    static List<String> adapters(Replies known) throws UnreadableException {
        return HostProperties.items(known, HostApi.HOST, HostApi.ADAPTERS).stream()
                .filter(a -> a.type().equals(ISCSI))
                .flatMap(a -> a.text("device").stream())
                .toList();
    }

    /** Which interfaces an adapter is bound to. */
    static MethodQuery bound(String adapter) {
        return MethodQuery.of(
                new Handle.Manager("iscsiManager"), "QueryBoundVnics", Node.string("iScsiHbaName", adapter));
    }

    /** An interface may have none, or one of IPv6 only. */
    private static Optional<Ipv4Prefix> address(Node vnic) {
        Optional<String> ip = vnic.text("spec", "ip", "ipAddress").filter(t -> !t.isEmpty());
        Optional<String> mask = vnic.text("spec", "ip", "subnetMask").filter(t -> !t.isEmpty());
        try {
            return ip.flatMap(i -> mask.map(m -> Ipv4Prefix.of(Ipv4.parse(i), Ipv4.parse(m))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Map<String, Path> paths() throws UnreadableException {
        Map<String, Path> paths = new LinkedHashMap<>();
        for (Node unit : items(HostApi.PATHS)) {
            String device = units.get(unit.requiredText("lun"));
            if (device == null) {
                throw new UnreadableException("The server lists paths to a unit that it does not describe.");
            }
            for (Node path : unit.all("path")) {
                paths.put(runtimeName(path), path(device, path));
            }
        }
        return paths;
    }

    /** Put together of the numbers of the topology, unless the path is called so. */
    private String runtimeName(Node path) throws UnreadableException {
        String name = path.requiredText("name");
        Node known = topology.get(name);
        if (known == null || RUNTIME.matcher(name).matches()) {
            return name;
        }
        Optional<String> adapter = Optional.ofNullable(
                        adapters.get(path.text("adapter").orElse("")))
                .flatMap(a -> a.text("device"));
        Optional<Long> channel = known.number("channelNumber");
        Optional<Long> target = known.number("targetNumber");
        Optional<Long> lun = known.number("lunNumber");
        return adapter.isPresent() && channel.isPresent() && target.isPresent() && lun.isPresent()
                ? adapter.orElseThrow() + ":C" + channel.orElseThrow() + ":T" + target.orElseThrow() + ":L"
                        + lun.orElseThrow()
                : name;
    }

    private Path path(String device, Node path) throws UnreadableException {
        Optional<Node> transport = path.child("transport");
        Optional<Fabric> fabric = transport.map(Node::type).flatMap(PathWords::type);
        boolean iscsi = fabric.equals(Optional.of(Fabric.ISCSI));
        return new Path(
                device,
                path.text("state").or(() -> path.text("pathState")).flatMap(PathWords::state),
                fabric,
                iscsi ? Optional.of(session(path, transport.orElseThrow())) : Optional.empty());
    }

    private Session session(Node path, Node transport) throws UnreadableException {
        List<String> addresses =
                new TreeSet<>(transport.texts("address")).stream().toList();
        Optional<Portal> portal =
                addresses.size() == 1 ? PathWords.portal(addresses.getFirst()) : Optional.<Portal>empty();
        Optional<String> vmk =
                portal.isPresent() ? vmk(path.text("adapter").orElse(""), portal.orElseThrow()) : Optional.empty();
        return new Session(transport.text("iScsiName").filter(n -> !n.isEmpty()), vmk, portal);
    }

    private Optional<String> vmk(String adapter, Portal portal) throws UnreadableException {
        List<String> bound = bound(Optional.ofNullable(adapters.get(adapter)));
        List<String> near = interfaces.entrySet().stream()
                .filter(i -> bound.isEmpty() || bound.contains(i.getKey()))
                .filter(i -> i.getValue().contains(portal.ip()))
                .map(Map.Entry::getKey)
                .toList();
        return near.size() == 1 ? Optional.of(near.getFirst()) : Optional.empty();
    }

    private List<String> bound(Optional<Node> adapter) throws UnreadableException {
        Optional<MethodQuery> asked =
                adapter.flatMap(a -> a.text("device")).map(PathsApi::bound).filter(q -> !Told.refused(replies, q));
        return asked.isEmpty()
                ? List.of()
                : replies.result(asked.orElseThrow()).all("returnval").stream()
                        .flatMap(b -> b.text("vnicDevice").stream())
                        .toList();
    }
}
