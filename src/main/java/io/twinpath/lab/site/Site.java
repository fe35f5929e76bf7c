package io.twinpath.lab.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Everything that exists in one simulated site. */
public final class Site {

    static final int MOST_HAPPENINGS = 500;

    public String name = "";
    public NavigableMap<String, Network> networks = new TreeMap<>();
    public NavigableMap<String, PhysicalSwitch> switches = new TreeMap<>();
    public List<Trunk> trunks = new ArrayList<>();
    public NavigableMap<String, StorageArray> arrays = new TreeMap<>();
    public NavigableMap<String, Datastore> datastores = new TreeMap<>();

    /** Datastores in maintenance mode, which take nothing. */
    public NavigableSet<String> emptied = new TreeSet<>();

    public List<NfsExport> exports = new ArrayList<>();

    /** Packages by the path or URL that they can be had from, and by name. */
    public NavigableMap<String, NavigableMap<String, Vib>> depots = new TreeMap<>();

    public NavigableMap<String, Host> hosts = new TreeMap<>();
    public NavigableMap<String, Vm> vms = new TreeMap<>();
    public NavigableMap<String, Cluster> clusters = new TreeMap<>();
    public NavigableMap<String, DistributedSwitch> distributedSwitches = new TreeMap<>();

    /** Null where every host is on its own. */
    public @Nullable VCenter vcenter;

    /** What the site did by itself, oldest first, of the last {@value #MOST_HAPPENINGS}. */
    public List<Happening> happened = new ArrayList<>();

    /** Where those who manage the hosts sit, such as {@code 10.9.0.5}; empty for somewhere in each management network. */
    public String client = "";

    /** Routers that know the way to {@link #client}; empty for any. */
    public NavigableSet<String> routers = new TreeSet<>();

    /** Parts that are broken, each as a {@link Component} prints itself. */
    public NavigableSet<String> failed = new TreeSet<>();

    public boolean failed(Component component) {
        return failed.contains(component.toString());
    }

    /** A host that is known to exist. */
    public Host host(String host) {
        return Optional.ofNullable(hosts.get(host)).orElseThrow(() -> new IllegalArgumentException("no host " + host));
    }

    /** A machine that is known to exist. */
    public Vm vm(String vm) {
        return Optional.ofNullable(vms.get(vm)).orElseThrow(() -> new IllegalArgumentException("no machine " + vm));
    }

    /** The cluster that a host is in. */
    public Optional<Map.Entry<String, Cluster>> clusterOf(String host) {
        return clusters.entrySet().stream()
                .filter(c -> c.getValue().hosts.contains(host))
                .findFirst();
    }

    /** Notes what the site did by itself. */
    void happened(Happening happening) {
        if (happened.size() == MOST_HAPPENINGS) {
            happened.removeFirst();
        }
        happened.add(happening);
    }

    /** The array and portal that answer at an address, whether or not they are alive. */
    public Optional<StorageArray.At> portal(String ip) {
        return arrays.entrySet().stream()
                .flatMap(a -> a.getValue().portals.stream()
                        .filter(p -> p.ip().equals(ip))
                        .map(p -> new StorageArray.At(a.getKey(), a.getValue(), p)))
                .findFirst();
    }
}
