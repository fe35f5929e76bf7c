package io.twinpath.kind.maintenance;

import io.twinpath.diag.Diagnostics;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.KindProblem;
import io.twinpath.kind.Placement;
import io.twinpath.model.Change;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Resource;
import io.twinpath.model.Seconds;
import java.util.List;

/** Maintenance mode. */
public final class MaintenanceKind implements Kind<Maintenance> {

    static final Seconds PATIENCE = new Seconds(60);

    private static final Seconds LONGEST = new Seconds(3600);

    @Override
    public String name() {
        return "maintenance";
    }

    @Override
    public String title() {
        return "the maintenance mode";
    }

    @Override
    public Class<Maintenance> type() {
        return Maintenance.class;
    }

    @Override
    public Placement placement() {
        return Placement.hostSingleOrBare("maintenance", "mode", "enabled");
    }

    /** Zero would be a wait without end to the host. */
    @Override
    public void check(Resource<Maintenance> resource, Diagnostics into) {
        resource.desired()
                .flatMap(Maintenance::timeout)
                .filter(t -> t.count() < 1 || t.compareTo(LONGEST) > 0)
                .ifPresent(t -> into.add(KindProblem.malformed(
                        resource, FieldPath.of("timeout"), t.toString(), "a time from 1s to 1h")));
    }

    @Override
    public List<String> notes(Change<Maintenance> change) {
        boolean enters =
                change instanceof Change.Update<Maintenance> u && u.target().enabled();
        return enters
                ? List.of("The host waits " + patience(change.after().orElseThrow())
                        + " for its virtual machines to stop or leave, and if one still runs then it refuses. Only DRS moves"
                        + " them by itself; \"twinpath evacuate\" does where DRS does not.")
                : List.of();
    }

    static Seconds patience(Maintenance maintenance) {
        return maintenance.timeout().orElse(PATIENCE);
    }

    @Override
    public List<Binding<Maintenance>> bindings() {
        return List.of(new MaintenanceSsh(), new MaintenanceApi());
    }
}
