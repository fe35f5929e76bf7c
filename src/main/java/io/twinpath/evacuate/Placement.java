package io.twinpath.evacuate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Gives every virtual machine of a host another one, or says what keeps it.
 *
 * <p>Machines with the largest reservations choose first, since they fit on the fewest hosts; each takes the host with the most
 * memory that no machine has. Equal sites give equal decisions. Rules are kept, also those that DRS would break to empty a host: whoever
 * evacuates should not have to look for what else went wrong.
 */
public final class Placement {

    private static final Comparator<Machine> LARGEST_FIRST = Comparator.comparingLong(Machine::memoryMb)
            .thenComparingLong(Machine::cpuMhz)
            .thenComparingLong(Machine::sizeMb)
            .reversed()
            .thenComparing(Machine::name);

    private final Scene scene;
    private final Map<String, Map<String, String>> refused;
    private final Map<String, Room> rooms = new LinkedHashMap<>();
    private final Map<String, String> where;

    private Placement(Scene scene, Map<String, Map<String, String>> refused) {
        this.scene = scene;
        this.refused = refused;
        this.where = new TreeMap<>(scene.where());
        scene.rooms().stream().sorted(Comparator.comparing(Room::host)).forEach(room -> rooms.put(room.host(), room));
    }

    /**
     * Decides for all machines of a scene.
     *
     * @param refused what the server said against moves: by machine and host
     * @return in the order of the machines' names
     */
    public static List<Decision> of(Scene scene, Map<String, Map<String, String>> refused) {
        Placement placement = new Placement(scene, refused);
        Map<String, Decision> decisions = new TreeMap<>();
        scene.machines().stream()
                .sorted(LARGEST_FIRST)
                .forEach(machine -> decisions.put(machine.name(), placement.decide(machine)));
        return List.copyOf(decisions.values());
    }

    private Decision decide(Machine machine) {
        if (!machine.ties().isEmpty()) {
            return new Decision.Stays(machine.name(), machine.ties());
        }
        List<String> because = new ArrayList<>();
        Optional<Room> best = Optional.empty();
        for (Room room : rooms.values()) {
            Optional<String> why = obstacle(machine, room);
            why.ifPresent(because::add);
            if (why.isEmpty() && best.filter(b -> b.spareMb() >= room.spareMb()).isEmpty()) {
                best = Optional.of(room);
            }
        }
        if (best.isEmpty()) {
            return new Decision.Stays(
                    machine.name(),
                    because.isEmpty()
                            ? List.of("There is no other host in the cluster of " + scene.host() + ".")
                            : because);
        }
        Room room = best.orElseThrow();
        rooms.put(room.host(), room.without(machine));
        where.put(machine.name(), room.host());
        return new Decision.Goes(machine.name(), room.host());
    }

    private Optional<String> obstacle(Machine machine, Room room) {
        String host = room.host();
        return room.closed()
                .map(why -> host + " " + why + ".")
                .or(() -> storage(machine, room))
                .or(() -> network(machine, room))
                .or(() -> rule(machine, host))
                .or(() -> size(machine, room))
                .or(() -> Optional.ofNullable(
                                refused.getOrDefault(machine.name(), Map.of()).get(host))
                        .map(why -> host + ": " + why));
    }

    private static Optional<String> storage(Machine machine, Room room) {
        return machine.disks().entrySet().stream()
                .filter(disk -> !room.datastores().contains(disk.getValue()))
                .findFirst()
                .map(disk ->
                        disk.getKey() + " lies on " + disk.getValue() + ", which " + room.host() + " does not have.");
    }

    private static Optional<String> network(Machine machine, Room room) {
        SortedSet<String> missing = new TreeSet<>(machine.networks());
        missing.removeAll(room.networks());
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(room.host() + " does not have the port group " + String.join(", ", missing) + ".");
    }

    private Optional<String> rule(Machine machine, String host) {
        return scene.rules().stream()
                .filter(rule -> rule.machines().contains(machine.name()) && broken(rule, machine.name(), host))
                .findFirst()
                .map(rule -> "The rule \"" + rule.rule() + "\" keeps it off " + host + ".");
    }

    private boolean broken(Affinity rule, String machine, String host) {
        return switch (rule.type()) {
            case ONLY_ON -> !rule.hosts().contains(host);
            case NEVER_ON -> rule.hosts().contains(host);
            case APART ->
                rule.machines().stream().anyMatch(other -> !other.equals(machine) && host.equals(where.get(other)));
        };
    }

    /** A machine that is off reserves nothing. */
    private static Optional<String> size(Machine machine, Room room) {
        if (machine.memoryMb() > room.memoryMb()) {
            return Optional.of("It has " + machine.memoryMb() + " MB of memory reserved, and " + room.host() + " has "
                    + Math.max(0, room.memoryMb()) + " MB that are not.");
        }
        return machine.cpuMhz() > room.cpuMhz()
                ? Optional.of("It has " + machine.cpuMhz() + " MHz reserved, and " + room.host() + " has "
                        + Math.max(0, room.cpuMhz()) + " MHz that are not.")
                : Optional.empty();
    }
}
