package io.twinpath.kind.dvs;

import io.twinpath.diag.Diagnostics;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.KindProblem;
import io.twinpath.kind.Placement;
import io.twinpath.model.Change;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Observed;
import io.twinpath.model.Obstacle;
import io.twinpath.model.Resource;
import io.twinpath.model.RiskClass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Distributed switches. */
public final class DvsKind implements Kind<Dvs> {

    private static final Pattern PORT = Pattern.compile("vmnic[0-9]{1,4}|vusb[0-9]{1,3}");

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

    @Override
    public void check(Resource<Dvs> resource, Diagnostics into) {
        resource.desired()
                .ifPresent(dvs -> dvs.hosts()
                        .forEach((host, member) -> member.ports()
                                .ifPresent(ports -> ports.stream()
                                        .filter(p -> !PORT.matcher(p).matches())
                                        .forEach(p -> into.add(KindProblem.malformed(
                                                resource,
                                                new FieldPath(List.of("hosts", host, "ports")),
                                                p,
                                                "a port by the host's own name, such as vmnic4"))))));
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
            SortedSet<String> lost =
                    new TreeSet<>(now.flatMap(Dvs.Member::ports).orElseGet(TreeSet::new));
            host.getValue().ports().ifPresent(kept -> lost.removeAll(kept));
            if (!lost.isEmpty() && host.getValue().ports().isPresent()) {
                return Optional.of(new Obstacle.Unsupported("Of " + host.getKey() + " it has "
                        + String.join(", ", lost)
                        + " as well. A port is not taken from a distributed switch from here: what"
                        + " runs over it could be cut off, and nothing would bring it back by itself."));
            }
        }
        return found.taken().entrySet().stream()
                .findFirst()
                .map(taken -> new Obstacle.Unsupported(taken.getKey() + " is an uplink of " + taken.getValue()
                        + ". A port does not move from a standard to a distributed switch from here: take it out of the"
                        + " standard switch first, when nothing needs it there."));
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
