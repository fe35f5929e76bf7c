package io.twinpath.rig.lifeline;

import io.twinpath.kind.Teaming;
import io.twinpath.kind.card.Card;
import io.twinpath.kind.dvs.Dvs;
import io.twinpath.kind.migration.Migration;
import io.twinpath.kind.vmkernel.VMkernel;
import io.twinpath.kind.vswitch.VSwitch;
import io.twinpath.model.Address;
import io.twinpath.model.Desired;
import io.twinpath.model.Fact;
import io.twinpath.model.Observed;
import io.twinpath.model.PortRef;
import io.twinpath.model.Resource;
import io.twinpath.model.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What moves on one host. Works on the resources of a spec, which it changes. */
final class HostMove {

    private final Resource<?> implied;
    private final String host;
    private final Migration found;
    private final Snapshot snapshot;
    private final SortedMap<Address, Resource<?>> resources;
    private final Map<String, String> ports = new TreeMap<>();
    private final Map<String, String> interfaces = new TreeMap<>();
    private final Set<Address> missing = new TreeSet<>();

    HostMove(
            Resource<?> implied,
            String host,
            Migration found,
            Snapshot snapshot,
            SortedMap<Address, Resource<?>> resources) {
        this.implied = implied;
        this.host = host;
        this.found = found;
        this.snapshot = snapshot;
        this.resources = resources;
    }

    void settle() {
        Map<String, String> wanted = wantedPorts();
        wanted.forEach((port, to) -> {
            if (crosses(port, to)) {
                ports.put(port, to);
            }
        });
        each(VMkernel.class).forEach((address, vmk) -> {
            if (crosses(address.name(), vmk)) {
                interfaces.put(address.name(), vmk.portGroup());
            }
        });
        boolean moves = !ports.isEmpty() || !interfaces.isEmpty();
        if (moves) {
            wanted.forEach((port, to) -> {
                if (found.switches().containsKey(to)
                        && distributed(to)
                        && !found.ports().containsKey(port)) {
                    ports.put(port, to);
                }
            });
            ports.values().forEach(this::needsSwitch);
            interfaces.values().forEach(this::needsGroup);
            resources.put(implied.address(), Moves.resource(host, implied, new Migration(ports, interfaces), missing));
        }
        each(VMkernel.class).forEach(this::settle);
        each(VSwitch.class).forEach(this::settle);
        new ArrayList<>(resources.values()).forEach(resource -> {
            if (resource.desired().orElse(null) instanceof Dvs dvs
                    && dvs.hosts().containsKey(host)) {
                put(resource, settled(resource.address().name(), dvs));
            }
        });
    }

    // What is wanted

    private <D extends Desired> Map<Address, D> each(Class<D> type) {
        Map<Address, D> found = new TreeMap<>();
        resources.forEach((address, resource) -> {
            if (address.host().filter(host::equals).isPresent()
                    && type.isInstance(resource.desired().orElse(null))) {
                found.put(address, type.cast(resource.desired().orElseThrow()));
            }
        });
        return found;
    }

    /** Without ports that two switches are to have: whoever looks at claims says so. */
    private Map<String, String> wantedPorts() {
        Map<String, String> wanted = new TreeMap<>();
        Set<String> twice = new HashSet<>();
        each(VSwitch.class).forEach((address, v) -> want(v.uplinks(), address.name(), wanted, twice));
        resources.forEach((address, resource) -> {
            if (resource.desired().orElse(null) instanceof Dvs dvs) {
                Optional.ofNullable(dvs.hosts().get(host))
                        .ifPresent(member -> want(member.ports(), address.name(), wanted, twice));
            }
        });
        wanted.keySet().removeAll(twice);
        return wanted;
    }

    private void want(Optional<SortedSet<PortRef>> uplinks, String to, Map<String, String> wanted, Set<String> twice) {
        uplinks.ifPresent(all -> named(all).forEach(port -> {
            if (wanted.put(port, to) != null) {
                twice.add(port);
            }
        }));
    }

    /** By the host's names; without those of cards that are not found. */
    private SortedSet<String> named(Collection<PortRef> refs) {
        NavigableSet<String> names = new TreeSet<>();
        refs.forEach(ref -> name(ref).ifPresent(names::add));
        return names;
    }

    private Optional<String> name(PortRef ref) {
        return switch (ref) {
            case PortRef.Vmnic vmnic -> Optional.of(vmnic.name());
            case PortRef.CardPort c ->
                fact(c.on(host), Card.class)
                        .flatMap(card -> card.ports().stream()
                                .skip(c.index())
                                .map(PortRef::toString)
                                .findFirst());
        };
    }

    private <D extends Desired> Optional<D> fact(Address address, Class<D> type) {
        return snapshot.fact(address)
                .map(Fact::observed)
                .flatMap(o -> o instanceof Observed.Present<?> p && type.isInstance(p.value())
                        ? Optional.of(type.cast(p.value()))
                        : Optional.empty());
    }

    // What moves

    private boolean crosses(String port, String to) {
        Optional<String> from = Optional.ofNullable(found.ports().get(port));
        return from.filter(f -> !f.equals(to) && distributed(f) != distributed(to))
                .isPresent();
    }

    /** Also from one port group of distributed switches to another. */
    private boolean crosses(String name, VMkernel vmk) {
        Optional<String> from = Optional.ofNullable(found.interfaces().get(name));
        return from.filter(
                        f -> !f.equals(vmk.portGroup()) && (distributedGroup(f) || distributedGroup(vmk.portGroup())))
                .isPresent();
    }

    private boolean distributed(String carrier) {
        Migration.Carrier known = found.switches().get(carrier);
        return known == null ? resources.containsKey(Address.inSite("dvs", carrier)) : known.distributed();
    }

    private boolean distributedGroup(String group) {
        Migration.Group known = found.groups().get(group);
        return known == null
                ? resources.containsKey(Address.inSite("dv_port_group", group))
                : known.key().isPresent();
    }

    // What must be there before

    private void needsSwitch(String carrier) {
        if (!found.switches().containsKey(carrier)) {
            declared(Address.inSite("dvs", carrier))
                    .or(() -> declared(Address.onHost("vswitch", host, carrier)))
                    .ifPresent(missing::add);
        }
    }

    private void needsGroup(String group) {
        Migration.Group known = found.groups().get(group);
        if (known != null) {
            needsSwitch(known.carrier());
            return;
        }
        declared(Address.inSite("dv_port_group", group))
                .or(() -> declared(Address.onHost("port_group", host, group)))
                .ifPresent(missing::add);
    }

    private Optional<Address> declared(Address address) {
        return Optional.of(address).filter(a -> resources.containsKey(a));
    }

    // What is left to others

    private <D extends Record & Desired> void put(Resource<?> old, D desired) {
        resources.put(
                old.address(),
                new Resource<>(old.address(), Optional.of(desired), old.declaredAt(), old.origins(), old.requires()));
    }

    /** An interface that moves, or is where it is to be by what vCenter says, has its port group as its own words tell it. */
    private void settle(Address address, VMkernel wanted) {
        boolean there = wanted.portGroup().equals(found.interfaces().get(address.name()));
        if (there || interfaces.containsKey(address.name())) {
            fact(address, VMkernel.class).ifPresent(now -> put(resource(address), wanted.on(now.portGroup())));
        }
    }

    private Resource<?> resource(Address address) {
        return Optional.ofNullable(resources.get(address)).orElseThrow();
    }

    private void settle(Address address, VSwitch wanted) {
        Set<String> leaving = new TreeSet<>(ports.keySet());
        leaving.removeIf(port -> !address.name().equals(found.ports().get(port)));
        Set<String> coming = new TreeSet<>(ports.keySet());
        coming.removeIf(port -> !address.name().equals(ports.get(port)));
        if (wanted.uplinks().isEmpty() || (leaving.isEmpty() && coming.isEmpty())) {
            return;
        }
        SortedSet<String> kept = named(wanted.uplinks().orElseThrow());
        kept.addAll(leaving);
        kept.removeAll(coming);
        Optional<Teaming> now = fact(address, VSwitch.class).flatMap(VSwitch::teaming);
        put(
                resource(address),
                new VSwitch(
                        Optional.of(refs(kept)),
                        wanted.mtu(),
                        wanted.cdp(),
                        wanted.teaming().map(t -> teaming(t, now, leaving, coming)),
                        wanted.security(),
                        wanted.shaping()));
    }

    /** The order as it is, where it differs from the wanted one by nothing but what moves. */
    private Teaming teaming(Teaming wanted, Optional<Teaming> now, Set<String> leaving, Set<String> coming) {
        return new Teaming(
                wanted.loadBalancing(),
                wanted.active().map(w -> order(w, now.flatMap(Teaming::active), leaving, coming)),
                wanted.standby().map(w -> order(w, now.flatMap(Teaming::standby), leaving, coming)),
                wanted.failback(),
                wanted.notifySwitches(),
                wanted.failureDetection());
    }

    private List<PortRef> order(
            List<PortRef> wanted, Optional<List<PortRef>> now, Set<String> leaving, Set<String> coming) {
        List<PortRef> staying = new ArrayList<>(wanted);
        staying.removeIf(p -> name(p).filter(coming::contains).isPresent());
        List<PortRef> left = new ArrayList<>(now.orElseGet(List::of));
        left.removeIf(p -> name(p).filter(leaving::contains).isPresent());
        List<String> names = staying.stream().flatMap(p -> name(p).stream()).toList();
        return now.isPresent()
                        && left.stream().flatMap(p -> name(p).stream()).toList().equals(names)
                ? now.orElseThrow()
                : List.copyOf(staying);
    }

    private static SortedSet<PortRef> refs(Collection<String> names) {
        SortedSet<PortRef> refs = new TreeSet<>();
        names.forEach(n -> refs.add(new PortRef.Vmnic(n)));
        return refs;
    }

    /** A host that joins brings what is free; one that is there leaves all to the move, when there is one. */
    private Dvs settled(String name, Dvs dvs) {
        Map<String, Dvs.Member> hosts = new LinkedHashMap<>(dvs.hosts());
        Dvs.Member member = Optional.ofNullable(hosts.get(host)).orElseThrow();
        Migration.Carrier carrier = found.switches().get(name);
        member.ports().ifPresent(wanted -> {
            if (carrier == null) {
                SortedSet<PortRef> free = new TreeSet<>(wanted);
                free.removeIf(p -> name(p).filter(ports::containsKey).isPresent());
                hosts.put(host, new Dvs.Member(Optional.of(free), Map.of()));
            } else if (resources.containsKey(implied.address())) {
                SortedSet<String> staying = new TreeSet<>(carrier.ports().keySet());
                hosts.put(host, new Dvs.Member(Optional.of(refs(staying)), Map.of()));
            }
        });
        return dvs.with(hosts);
    }
}
