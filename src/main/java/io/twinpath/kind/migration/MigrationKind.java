package io.twinpath.kind.migration;

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
import java.util.SortedSet;
import java.util.TreeSet;

/** Moves of ports and interfaces between the standard and the distributed switches of a host. */
public final class MigrationKind implements Kind<Migration> {

    /** The setting of a vCenter by which it takes a change back over which it lost a host. */
    public static final String ROLLBACK = "config.vpxd.network.rollback";

    /** The name of what every host has once. */
    public static final String ALL = "switches";

    static SortedSet<String> portsOf(Migration at, String carrier) {
        SortedSet<String> ports = new TreeSet<>();
        at.ports().forEach((port, to) -> {
            if (to.equals(carrier)) {
                ports.add(port);
            }
        });
        return ports;
    }

    @Override
    public String name() {
        return "migration";
    }

    @Override
    public String title() {
        return "a move between standard and distributed switches";
    }

    @Override
    public Class<Migration> type() {
        return Migration.class;
    }

    @Override
    public Placement placement() {
        return Placement.hostSingle("migration", ALL);
    }

    @Override
    public Role role() {
        return Role.DERIVED;
    }

    @Override
    public RiskClass risk(Change<Migration> change) {
        return RiskClass.LIFELINE;
    }

    @Override
    public Optional<Obstacle> obstacle(Resource<Migration> resource, Observed<Migration> observed) {
        return observed instanceof Observed.Present<Migration>(Migration found)
                ? resource.desired()
                        .flatMap(wanted -> resource.requires().stream()
                                .findFirst()
                                .<Obstacle>map(missing -> new Obstacle.Unsupported("It moves to what is not there yet: "
                                        + missing + ". Apply the rest, then plan again."))
                                .or(() -> new MigrationObstacles(found, shape().overlay(wanted, found)).first()))
                : Optional.empty();
    }

    @Override
    public List<String> notes(Change<Migration> change) {
        return change instanceof Change.Update<Migration> update
                ? List.of("All of it moves in one call."
                        + (update.observed().rollback().orElse(false)
                                ? " vCenter takes it back by itself when it loses the host over it (" + ROLLBACK
                                        + " is on)."
                                : " Nobody takes it back by itself when the host is lost over it: " + ROLLBACK
                                        + (update.observed().rollback().isPresent()
                                                ? " is off."
                                                : " could not be read.")))
                : List.of();
    }

    @Override
    public List<Binding<Migration>> bindings() {
        return List.of(new MigrationApi());
    }
}
