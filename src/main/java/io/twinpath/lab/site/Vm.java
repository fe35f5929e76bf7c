package io.twinpath.lab.site;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonMerge;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A virtual machine, registered on one host: its hardware, its settings, and how it is doing. */
public final class Vm {

    public String host = "";

    /** Of the firmware, as the guest sees it. */
    public String uuid = "";

    /** Of the virtual machine in its vCenter; worked out when left out. */
    public String instanceUuid = "";

    public String guest = "debian10_64Guest";
    public String hardware = "vmx-14";
    public String notes = "";

    public int cpus = 1;
    public int coresPerSocket = 1;
    public boolean cpuHotAdd;
    public int memoryMib = 1024;
    public boolean memoryHotAdd;

    /** In MHz. */
    public Allocation cpu = new Allocation();

    /** In MB. */
    public Allocation memory = new Allocation();

    /** Whether the reservation follows the size of the memory. */
    public boolean memoryLocked;

    /** {@code low}, {@code normal}, {@code medium} or {@code high}. */
    public String latency = "normal";

    /** The processors of the host that it may use; empty for any. */
    public List<Integer> cpuAffinity = new ArrayList<>();

    /** The NUMA nodes of the host that its memory may lie in; empty for any. */
    public List<Integer> memoryAffinity = new ArrayList<>();

    /** Settings beside the hardware, by key. */
    public NavigableMap<String, String> advanced = new TreeMap<>();

    /** The datastore that holds its configuration; that of the first disk when left out. */
    public String home = "";

    /** By label, such as {@code Hard disk 1}. A list of datastores stands for disks that differ in nothing else. */
    @JsonMerge
    public NavigableMap<String, VirtualDisk> disks = new TreeMap<>(Labels.ORDER);

    /** By label, such as {@code Network adapter 1}. */
    @JsonMerge
    public NavigableMap<String, Adapter> adapters = new TreeMap<>(Labels.ORDER);

    /** What else it has of its host, by label. */
    @JsonMerge
    public NavigableMap<String, HostDevice> devices = new TreeMap<>(Labels.ORDER);

    /** Where it swaps: {@code inherit}, {@code vmDirectory} or {@code hostLocal}. */
    public String swap = "inherit";

    /**
     * Advanced settings without which a machine of high latency sensitivity does not leave its host while it runs; empty
     * for one that moves like any other.
     */
    public NavigableMap<String, String> pinnedUnless = new TreeMap<>();

    /** Whether its guest needs a person after each start, such as for a passphrase. */
    public boolean needsPerson;

    /** Whether it is to be on. What it does then is worked out by {@link Effects}. */
    public boolean on = true;

    public boolean suspended;

    /** Whether it went down with its host, or was taken down there, and nothing has started it since. */
    public boolean lost;

    /** Whether its guest was started and no person has been there yet. */
    public boolean waiting;

    /** Counts the changes of its configuration. */
    public long changes;

    /** Whether it has a process on its host. */
    @JsonIgnore
    public boolean started() {
        return on && !lost && !suspended;
    }

    /** In MB; what is guaranteed, also where that follows the size. */
    @JsonIgnore
    public long reservedMemory() {
        return memoryLocked ? memoryMib : memory.reservation;
    }

    /** Whether nothing in its settings ties it to the host that it runs on. */
    @JsonIgnore
    public boolean latencyLetsMove() {
        return !latency.equals("high")
                || pinnedUnless.entrySet().stream().allMatch(e -> e.getValue().equals(advanced.get(e.getKey())));
    }

    /** A datastore that it may lie on bears another name. */
    public void renamed(String from, String to) {
        disks.values().stream().filter(d -> d.datastore.equals(from)).forEach(d -> d.datastore = to);
        home = home.equals(from) ? to : home;
    }

    /** The datastores that it needs, in no order. */
    @JsonIgnore
    public List<String> datastores() {
        List<String> all =
                new ArrayList<>(disks.values().stream().map(d -> d.datastore).toList());
        if (!home.isEmpty()) {
            all.add(home);
        }
        return all.stream().distinct().toList();
    }
}
