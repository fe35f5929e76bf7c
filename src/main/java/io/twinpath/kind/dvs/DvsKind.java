package io.twinpath.kind.dvs;

import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Placement;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Observed;
import io.twinpath.model.Obstacle;
import io.twinpath.model.PortRef;
import io.twinpath.model.Resource;
import io.twinpath.model.RiskClass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Distributed switches. */
public final class DvsKind implements Kind<Dvs> {

    @Override
    public String name() {
        return "dvs";
    }

    @Override
    public String title() {
        return "a distributed switch";
    }

    @Override
    public Class<Dvs> type() {
        return Dvs.class;
    }

    @Override
    public Placement placement() {
        return Placement.site("distributed_switches");
    }

    /** Ports stand under the host that they are in. */
    @Override
    public Optional<String> hostOf(Address self, FieldPath port) {
        return Optional.of(port.segments().get(1));
    }

    @Override
    public Optional<Obstacle> obstacle(Resource<Dvs> resource, Observed<Dvs> observed) {
        return resource.desired().flatMap(wanted -> switch (observed) {
            case Observed.Absent<Dvs> a ->
                wanted.datacenter().isPresent()
                        ? Optional.<Obstacle>empty()
                        : Optional.of(new Obstacle.HandsOn("vCenter has no distributed switch "
                                + resource.address().name() + ". Say with \"datacenter\" where it is to be made."));
            case Observed.Present<Dvs> p -> membership(wanted, p.value());
            case Observed.Unreadable<Dvs> u -> Optional.empty();
        });
    }

    private static Optional<Obstacle> membership(Dvs wanted, Dvs found) {
        SortedSet<String> unknown = found.unknownHosts().orElseGet(TreeSet::new);
        if (!unknown.isEmpty()) {
            return Optional.of(new Obstacle.HandsOn("vCenter has no " + String.join(", ", unknown) + "."));
        }
        for (Map.Entry<String, Dvs.Member> host : wanted.hosts().entrySet()) {
            Optional<Dvs.Member> now = Optional.ofNullable(found.hosts().get(host.getKey()));
            SortedSet<PortRef> lost =
                    new TreeSet<>(now.flatMap(Dvs.Member::ports).orElseGet(TreeSet::new));
            host.getValue().ports().ifPresent(kept -> lost.removeAll(kept));
            if (!lost.isEmpty() && host.getValue().ports().isPresent()) {
                return Optional.of(new Obstacle.Unsupported("Of " + host.getKey() + " it has "
                        + lost.stream().map(PortRef::toString).collect(Collectors.joining(", "))
                        + " as well. A port is not just taken from a distributed switch: say of which virtual switch of the"
                        + " host it is to be an uplink, and it moves there together with what needs it."));
            }
        }
        return wanted.hosts().entrySet().stream()
                .flatMap(host -> host.getValue().ports().stream()
                        .flatMap(Set::stream)
                        .flatMap(port -> taken(found, host.getKey(), port)))
                .findFirst();
    }

    private static Stream<Obstacle> taken(Dvs found, String host, PortRef port) {
        String name = Dvs.port(host, port.toString());
        return Optional.ofNullable(found.taken().get(name)).stream()
                .map(by -> new Obstacle.Unsupported(name + " is an uplink of " + by
                        + ". A port moves from a standard to a distributed switch over the API of its vCenter, which is not"
                        + " open for this host."));
    }

    @Override
    public RiskClass risk(Change<Dvs> change) {
        return change instanceof Change.Create<Dvs> ? RiskClass.HARMLESS : RiskClass.LIFELINE;
    }

    @Override
    public boolean narrows(Dvs observed, Dvs target) {
        return observed.mtu().isPresent()
                && target.mtu().isPresent()
                && target.mtu().orElseThrow() < observed.mtu().orElseThrow();
    }

    @Override
    public List<Binding<Dvs>> bindings() {
        return List.of(new DvsApi());
    }
}
