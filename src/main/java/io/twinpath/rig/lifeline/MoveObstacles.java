package io.twinpath.rig.lifeline;

import io.twinpath.kind.iscsi.Iscsi;
import io.twinpath.kind.migration.Migration;
import io.twinpath.kind.vmkernel.VMkernel;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Obstacle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a move between switches must not do, and what has to wait for it: a call that sends a whole specification of a switch
 * or an interface, made from what was found before the move, would take the move back.
 */
public final class MoveObstacles {

    private final Collection<Change<?>> changes;
    private final boolean atConsole;
    private final SortedMap<Address, List<Obstacle>> found = new TreeMap<>();

    private MoveObstacles(Collection<Change<?>> changes, boolean atConsole) {
        this.changes = changes;
        this.atConsole = atConsole;
    }

    /**
     * The changes that must not be made, and why.
     *
     * @param changes of the whole site
     * @param atConsole whether a person stands at the consoles of the hosts
     */
    public static SortedMap<Address, List<Obstacle>> of(Collection<Change<?>> changes, boolean atConsole) {
        MoveObstacles obstacles = new MoveObstacles(changes, atConsole);
        for (Change<?> change : changes) {
            if (change instanceof Change.Update<?> update
                    && update.observed() instanceof Migration before
                    && update.target() instanceof Migration after) {
                obstacles.move(change.address(), before, after);
            } else if (change instanceof Change.Create<?> create && create.target() instanceof VMkernel vmk) {
                obstacles.fresh(change.address(), vmk);
            }
        }
        return obstacles.found;
    }

    private void move(Address address, Migration before, Migration after) {
        String host = address.host().orElseThrow();
        SortedSet<String> nics = new TreeSet<>(after.interfaces().keySet());
        nics.removeIf(n ->
                Objects.equals(after.interfaces().get(n), before.interfaces().get(n)));
        SortedSet<String> carriers = new TreeSet<>();
        after.ports().forEach((port, to) -> {
            String from = before.ports().getOrDefault(port, "");
            if (!to.equals(from)) {
                carriers.addAll(List.of(from, to));
            }
        });
        nics.forEach(n -> ground(address, host, after.interfaces().getOrDefault(n, "")));
        management(address, before, nics, carriers);
        storage(address, host, after, nics);
        if (!found.containsKey(address)) {
            wait(address, host, before, nics, carriers);
        }
    }

    /** What it moves to was judged as it is. */
    private void ground(Address address, String host, String group) {
        for (Address under :
                List.of(Address.onHost("port_group", host, group), Address.inSite("dv_port_group", group))) {
            if (changes.stream().anyMatch(c -> c.address().equals(under) && pending(c))) {
                blame(address, LifelineProblem.changesFirst(under));
            }
        }
    }

    private static boolean pending(Change<?> change) {
        return change.isPending();
    }

    /** Also when only the ports under it move. */
    private void management(Address address, Migration before, SortedSet<String> nics, SortedSet<String> carriers) {
        before.nics().forEach((name, nic) -> {
            Optional<Migration.Group> group =
                    Optional.ofNullable(before.groups().get(before.interfaces().getOrDefault(name, "")));
            boolean touched = nics.contains(name)
                    || group.filter(g -> carriers.contains(g.carrier())).isPresent();
            if (nic.management() && touched && !before.rollback().orElse(false) && !atConsole) {
                blame(address, LifelineProblem.unguarded(name, before.rollback().isPresent()));
            }
        });
    }

    private void storage(Address address, String host, Migration after, SortedSet<String> nics) {
        for (Change<?> change : changes) {
            if (change.address().host().filter(host::equals).isPresent()
                    && change.before().orElse(null) instanceof Iscsi iscsi) {
                iscsi.portBinding().stream()
                        .flatMap(Collection::stream)
                        .filter(nic -> nics.contains(nic))
                        .forEach(nic -> bound(address, nic, after));
            }
        }
    }

    private void bound(Address address, String nic, Migration after) {
        String name = after.interfaces().getOrDefault(nic, "");
        Optional.ofNullable(after.groups().get(name))
                .filter(g -> g.active() != 1 || g.uplinks().size() != 1)
                .ifPresent(g -> blame(address, LifelineProblem.unfitForBinding(nic, name)));
    }

    private void wait(Address move, String host, Migration before, SortedSet<String> nics, SortedSet<String> carriers) {
        SortedSet<Address> waiting = new TreeSet<>();
        carriers.forEach(c -> waiting.addAll(List.of(Address.onHost("vswitch", host, c), Address.inSite("dvs", c))));
        nics.forEach(n -> {
            waiting.add(Address.onHost("vmkernel", host, n));
            waiting.add(Address.onHost("port_group", host, before.interfaces().getOrDefault(n, n)));
        });
        for (Change<?> change : changes) {
            if (pending(change) && waiting.contains(change.address())) {
                blame(change.address(), LifelineProblem.afterMove(move));
            }
        }
    }

    /** The keys by which a distributed switch knows its port groups are only read for interfaces that exist. */
    private void fresh(Address address, VMkernel vmk) {
        boolean distributed =
                changes.stream().anyMatch(c -> c.address().equals(Address.inSite("dv_port_group", vmk.portGroup())));
        boolean standard = changes.stream()
                .anyMatch(c -> c.address()
                        .equals(Address.onHost("port_group", address.host().orElseThrow(), vmk.portGroup())));
        if (distributed && !standard) {
            blame(address, LifelineProblem.madeOnDistributed(address.name(), vmk.portGroup()));
        }
    }

    private void blame(Address address, Obstacle obstacle) {
        found.computeIfAbsent(address, a -> new ArrayList<>()).add(obstacle);
    }
}
