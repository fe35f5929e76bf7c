package io.twinpath.evacuate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PlacementTest {

    private static final Map<String, Map<String, String>> NOTHING = Map.of();

    @Test
    void goesWhereMostMemoryIsLeft() {
        Scene scene = scene(List.of(), room("esxi1", 100), room("esxi2", 200), machine("a", 0), machine("b", 150));
        assertThat(Placement.of(scene, NOTHING))
                .containsExactly(new Decision.Goes("a", "esxi1"), new Decision.Goes("b", "esxi2"));
    }

    @Test
    void aDiskOnALocalDatastoreKeepsItsMachine() {
        Machine pomf = new Machine(
                "pomf",
                true,
                0,
                0,
                0,
                disks("Hard disk 1", "shared", "Hard disk 2", "esxi3-ssd"),
                set("lan"),
                List.of());
        assertThat(stays(scene(List.of(), room("esxi1", 100), room("esxi2", 100), pomf)))
                .containsExactly(
                        "Hard disk 2 lies on esxi3-ssd, which esxi1 does not have.",
                        "Hard disk 2 lies on esxi3-ssd, which esxi2 does not have.");
    }

    @Test
    void whatTiesItIsSaidOnceAndNoHostIsAsked() {
        Machine tied = new Machine("gpu", true, 0, 0, 0, disks(), set("lan"), List.of("It has the host's GPU."));
        assertThat(stays(scene(List.of(), room("esxi1", 100), tied))).containsExactly("It has the host's GPU.");
    }

    @Test
    void namesWhatEveryHostLacks() {
        Room dark = new Room("esxi1", Optional.of("is in maintenance mode"), 100, 100, 100, set("shared"), set("lan"));
        Room apart = new Room("esxi2", Optional.empty(), 100, 100, 100, set("shared"), set());
        Room small = room("esxi4", 5);
        assertThat(stays(scene(List.of(), dark, apart, small, machine("a", 50))))
                .containsExactly(
                        "esxi1 is in maintenance mode.",
                        "esxi2 does not have the port group lan.",
                        "It has 50 MB of memory reserved, and esxi4 has 5 MB that are not.");
        assertThat(stays(scene(List.of(), machine("a", 50))))
                .containsExactly("There is no other host in the cluster of" + " esxi3.");
    }

    @Test
    void reservationsOfThoseWhoGoAreTakenFromWhatIsLeft() {
        Scene scene = scene(List.of(), room("esxi1", 100), machine("a", 60), machine("b", 60));
        assertThat(Placement.of(scene, NOTHING))
                .containsExactly(
                        new Decision.Goes("a", "esxi1"),
                        new Decision.Stays(
                                "b", List.of("It has 60 MB of memory reserved, and esxi1 has 40 MB that are not.")));
    }

    @Test
    void rulesAreKept() {
        Affinity apart = new Affinity("spread", Affinity.Type.APART, set("a", "b"), set());
        Scene two = scene(List.of(apart), room("esxi1", 100), room("esxi2", 90), machine("a", 0), machine("b", 0));
        assertThat(Placement.of(two, NOTHING))
                .containsExactly(new Decision.Goes("a", "esxi1"), new Decision.Goes("b", "esxi2"));
        Affinity only = new Affinity("licensed", Affinity.Type.ONLY_ON, set("a"), set("esxi2", "esxi3"));
        assertThat(Placement.of(scene(List.of(only), room("esxi1", 100), room("esxi2", 1), machine("a", 0)), NOTHING))
                .containsExactly(new Decision.Goes("a", "esxi2"));
        Affinity never = new Affinity("kept off", Affinity.Type.NEVER_ON, set("a"), set("esxi1"));
        assertThat(stays(scene(List.of(never), room("esxi1", 100), machine("a", 0))))
                .containsExactly("The rule \"kept off\" keeps it off esxi1.");
    }

    @Test
    void whatTheServerRefusesIsNotDecidedAgain() {
        Scene scene = scene(List.of(), room("esxi1", 100), room("esxi2", 50), machine("a", 0));
        assertThat(Placement.of(scene, Map.of("a", Map.of("esxi1", "CPU mismatch"))))
                .containsExactly(new Decision.Goes("a", "esxi2"));
        assertThat(Placement.of(scene, Map.of("a", Map.of("esxi1", "CPU mismatch", "esxi2", "No vMotion"))))
                .containsExactly(new Decision.Stays("a", List.of("esxi1: CPU mismatch", "esxi2: No vMotion")));
    }

    /** Whatever the site is, nothing goes where it does not fit, and every machine has its answer. */
    @Test
    void decisionsHoldOnRandomSites() {
        Random random = new Random(20_221_013);
        for (int round = 0; round < 2_000; round++) {
            List<Room> rooms = new ArrayList<>();
            List<Machine> machines = new ArrayList<>();
            for (int i = 0; i < random.nextInt(5); i++) {
                rooms.add(new Room(
                        "h" + i,
                        random.nextInt(5) == 0 ? Optional.of("is closed") : Optional.empty(),
                        random.nextInt(100),
                        random.nextInt(100),
                        random.nextInt(100),
                        random.nextBoolean() ? set("shared") : set("shared", "local"),
                        set("lan")));
            }
            for (int i = 0; i < random.nextInt(6); i++) {
                machines.add(new Machine(
                        "m" + i,
                        true,
                        random.nextInt(40),
                        random.nextInt(40),
                        random.nextInt(40),
                        disks("Hard disk 1", random.nextInt(3) == 0 ? "local" : "shared"),
                        set("lan"),
                        List.of()));
            }
            Affinity apart = new Affinity("r", Affinity.Type.APART, set("m0", "m1"), set());
            List<Decision> decisions =
                    Placement.of(new Scene("esxi3", machines, rooms, List.of(apart), new TreeMap<>()), NOTHING);
            assertThat(decisions).hasSameSizeAs(machines);
            holds(rooms, machines, decisions);
        }
    }

    private static void holds(List<Room> rooms, List<Machine> machines, List<Decision> decisions) {
        for (Room room : rooms) {
            List<Machine> here = machines.stream()
                    .filter(m -> decisions.contains(new Decision.Goes(m.name(), room.host())))
                    .toList();
            assertThat(here.stream().mapToLong(Machine::memoryMb).sum()).isLessThanOrEqualTo(room.memoryMb());
            assertThat(here.stream().mapToLong(Machine::cpuMhz).sum()).isLessThanOrEqualTo(room.cpuMhz());
            assertThat(here.isEmpty() || room.closed().isEmpty()).isTrue();
            assertThat(here)
                    .allMatch(m -> room.datastores().containsAll(m.disks().values()));
            assertThat(here.stream().map(Machine::name)).doesNotContainSequence("m0", "m1");
        }
    }

    private static List<String> stays(Scene scene) {
        return ((Decision.Stays) Placement.of(scene, NOTHING).getFirst()).because();
    }

    private static Scene scene(List<Affinity> rules, Record... things) {
        return new Scene(
                "esxi3",
                Arrays.stream(things)
                        .filter(Machine.class::isInstance)
                        .map(Machine.class::cast)
                        .toList(),
                Arrays.stream(things)
                        .filter(Room.class::isInstance)
                        .map(Room.class::cast)
                        .toList(),
                rules,
                new TreeMap<>());
    }

    private static Room room(String host, long memory) {
        return new Room(host, Optional.empty(), 1000, memory, memory, set("shared"), set("lan"));
    }

    private static Machine machine(String name, long memory) {
        return new Machine(name, true, 10, memory, memory, disks("Hard disk 1", "shared"), set("lan"), List.of());
    }

    private static SortedSet<String> set(String... items) {
        return new TreeSet<>(List.of(items));
    }

    private static SortedMap<String, String> disks(String... pairs) {
        SortedMap<String, String> disks = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            disks.put(pairs[i], pairs[i + 1]);
        }
        return disks;
    }
}
