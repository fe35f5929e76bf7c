package io.twinpath.lab.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** One simulated ESXi host: its hardware, its configuration, and what it remembers. */
public final class Host {

    public Release release = new Release("6.7.0", 14320388, 3, 73);
    public Platform platform = new Platform("Dell Inc.", "PowerEdge R630", "");
    public String uuid = "";
    public String booted = "2022-10-01T06:00:00Z";
    public String password = "lab-password";
    public boolean powered = true;
    public boolean maintenance;
    public Processor processor = new Processor("Intel(R) Xeon(R) CPU E5-2660 v3 @ 2.60GHz", 2, 20, 40, 2600);
    public int memoryMib = 131_072;

    /** Since when all paths to a device are down, as an instant by its name. */
    public NavigableMap<String, String> apdSince = new TreeMap<>();

    /** PCI location, without function, of every place a card can be in. */
    public NavigableMap<String, String> slots = new TreeMap<>();

    /** By slot. */
    public NavigableMap<String, Card> cards = new TreeMap<>();

    /** By slot and port, as {@code 5/0}. */
    public NavigableMap<String, Cable> cables = new TreeMap<>();

    /** Cables that lie ready and are plugged in along with a new card; by slot and port. */
    public NavigableMap<String, Cable> plannedCables = new TreeMap<>();

    public List<Disk> localDisks = new ArrayList<>();

    public NavigableMap<String, NicSettings> nics = new TreeMap<>();
    public NavigableMap<String, VirtualSwitch> vswitches = new TreeMap<>();
    public NavigableMap<String, Vmk> vmkernel = new TreeMap<>();

    /** Beside the default one. */
    public NavigableSet<String> netstacks = new TreeSet<>();

    public Iscsi iscsi = new Iscsi();
    public List<SatpRule> satpRules = new ArrayList<>();

    public Firewall firewall = new Firewall();
    public Naming naming = new Naming();
    public Logging logging = new Logging();
    public Agent agent = new Agent();

    /** Routes that somebody set. */
    public List<StaticRoute> routes = new ArrayList<>();

    /** Options that differ from their default, by esxcli path such as {@code /Misc/APDTimeout}. */
    public NavigableMap<String, String> advanced = new TreeMap<>();

    /** Services that are otherwise than in {@link Services}, by the keys of the API. */
    public NavigableMap<String, Service> services = new TreeMap<>();

    public NtpClient ntp = new NtpClient();

    /** Files that are otherwise than in {@link HostFiles}, by path. */
    public NavigableMap<String, String> files = new TreeMap<>();

    public Software software = new Software();
    public Volumes volumes = new Volumes();

    /** The names given to card ports so far, by PCI address and model; a name is never given twice. */
    public Map<String, String> aliases = new LinkedHashMap<>();

    public List<ScsiPath> paths = new ArrayList<>();
    public NavigableMap<String, DeviceClaim> devices = new TreeMap<>();

    /** The SSH host key as {@code lab.ssh} encodes it; empty until the host first serves. */
    public String key = "";

    /** Key and certificate of the API as {@code lab.soap} encodes them; empty until the host first serves. */
    public String identity = "";

    /** {@code lockdownDisabled}, {@code lockdownNormal} or {@code lockdownStrict}. */
    public String lockdown = "lockdownDisabled";

    /** Whether it has the licence that costs nothing and lets the API read only. */
    public boolean freeLicence;

    public Optional<VirtualSwitch> switchOf(String portGroup) {
        return vswitches.values().stream()
                .filter(v -> v.portGroups.containsKey(portGroup))
                .findFirst();
    }

    public NicSettings nicSettings(String vmnic) {
        return nics.computeIfAbsent(vmnic, n -> new NicSettings());
    }
}
