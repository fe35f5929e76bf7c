package io.twinpath.kind.service;

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
import java.util.List;
import java.util.Optional;

/** The services of a host. */
public final class ServiceKind implements Kind<Service> {

    static final String NAME = "service";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "a service";
    }

    @Override
    public Class<Service> type() {
        return Service.class;
    }

    @Override
    public Placement placement() {
        return Placement.hostNamed("services");
    }

    @Override
    public void check(Resource<Service> resource, Diagnostics into) {
        String name = resource.address().name();
        if (Scripts.of(name).isEmpty()) {
            into.add(KindProblem.malformed(
                    resource, FieldPath.ROOT, name, "the key of a service, such as TSM-SSH or ntpd"));
        }
        if (resource.desired().isEmpty()) {
            into.add(KindProblem.cannotBeAbsent(resource, "Write \"policy: off\" and \"running: false\"."));
        }
    }

    @Override
    public Optional<Obstacle> obstacle(Resource<Service> resource, Observed<Service> observed) {
        String name = resource.address().name();
        return switch (observed) {
            case Observed.Absent<Service> a ->
                Optional.of(new Obstacle.Unsupported(
                        "This host has no service " + name + ". Services come with the VIBs that are installed."));
            case Observed.Present<Service> p ->
                resource.desired().flatMap(d -> refusal(name, d, p.value())).map(Obstacle.Unsupported::new);
            case Observed.Unreadable<Service> u -> Optional.empty();
        };
    }

    private static Optional<String> refusal(String name, Service wanted, Service found) {
        boolean stops =
                wanted.running().equals(Optional.of(false)) && found.running().equals(Optional.of(true));
        return stops && name.equals(Scripts.SSH)
                ? Optional.of("Stopping SSH takes away the way over which this host is managed, the way back with it."
                        + " Do it at the host's console, or leave \"running\" out.")
                : Optional.empty();
    }

    @Override
    public List<String> notes(Change<Service> change) {
        boolean goes = change.address().name().equals(Scripts.SSH)
                && change.after()
                        .flatMap(Service::policy)
                        .filter(p -> p == Service.Policy.OFF)
                        .isPresent();
        return goes && change instanceof Change.Update<Service>
                ? List.of("After its next start this host has no SSH, and cannot be read or changed over it.")
                : List.of();
    }

    @Override
    public List<Binding<Service>> bindings() {
        return List.of(new ServiceSsh(), new ServiceApi());
    }
}
