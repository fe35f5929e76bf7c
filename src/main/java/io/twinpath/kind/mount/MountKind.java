package io.twinpath.kind.mount;

import io.twinpath.diag.Diagnostics;
import io.twinpath.driver.DatastoreName;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Placement;
import io.twinpath.model.Change;
import io.twinpath.model.Observed;
import io.twinpath.model.Obstacle;
import io.twinpath.model.Resource;
import io.twinpath.model.RiskClass;
import java.util.List;
import java.util.Optional;

/** Datastores as one host has them. */
public final class MountKind implements Kind<Mount> {

    static final String KIND = "mount";

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public String title() {
        return "a datastore of a host";
    }

    @Override
    public Class<Mount> type() {
        return Mount.class;
    }

    @Override
    public Placement placement() {
        return Placement.hostNamedBy("datastores", "name");
    }

    @Override
    public void check(Resource<Mount> resource, Diagnostics into) {
        MountRules.check(resource, into);
    }

    @Override
    public Optional<String> identity(Mount observed) {
        return observed.uuid();
    }

    /** A host mounts every VMFS volume that it sees; only that one stays unmounted is somebody's doing. */
    @Override
    public boolean asInstalled(Mount observed) {
        return !observed.remote() && observed.mounted().equals(Optional.of(true));
    }

    @Override
    public RiskClass risk(Change<Mount> change) {
        return switch (change) {
            case Change.Create<Mount> c -> RiskClass.HARMLESS;
            case Change.Update<Mount> c ->
                c.target().mounted().equals(Optional.of(false)) ? RiskClass.LIFELINE : RiskClass.HOST;
            case Change.Replace<Mount> c -> RiskClass.LIFELINE;
            case Change.Delete<Mount> c -> RiskClass.LIFELINE;
            case Change.Keep<Mount> c -> RiskClass.HARMLESS;
            case Change.Blocked<Mount> c -> RiskClass.HARMLESS;
        };
    }

    @Override
    public Optional<Obstacle> obstacle(Resource<Mount> resource, Observed<Mount> observed) {
        String name = resource.address().name();
        Optional<Mount> found =
                observed instanceof Observed.Present<Mount> present ? Optional.of(present.value()) : Optional.empty();
        if (resource.desired().isEmpty()) {
            return found.filter(f -> !f.remote()).map(f -> MountObstacle.notDeleted(name));
        }
        Mount wanted = resource.desired().orElseThrow();
        if (found.isEmpty()) {
            return wanted.remote() ? Optional.empty() : Optional.of(MountObstacle.notThere(wanted));
        }
        return against(wanted, found.orElseThrow());
    }

    private static Optional<Obstacle> against(Mount wanted, Mount found) {
        if (found.copy().isPresent()) {
            return Optional.of(MountObstacle.copy(wanted, found.copy().orElseThrow()));
        }
        if (wanted.nfs().isPresent() != found.nfs().isPresent()
                || wanted.nfs41().isPresent() != found.nfs41().isPresent()) {
            return Optional.of(MountObstacle.otherKind(wanted, found));
        }
        if (wanted.name().equals(found.name())) {
            return Optional.empty();
        }
        if (DatastoreName.of(wanted.name()).isEmpty()
                || DatastoreName.of(found.name()).isEmpty()) {
            return Optional.of(MountObstacle.renamedByHand(wanted.name(), found.name()));
        }
        boolean away =
                found.mounted().equals(Optional.of(false)) && !wanted.mounted().equals(Optional.of(true));
        return away ? Optional.of(MountObstacle.renamedWhenMounted(wanted.name(), found.name())) : Optional.empty();
    }

    @Override
    public List<Binding<Mount>> bindings() {
        return List.of(new MountSsh(), new MountApi());
    }
}
