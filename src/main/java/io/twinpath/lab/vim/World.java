package io.twinpath.lab.vim;

import io.twinpath.lab.site.Host;
import io.twinpath.lab.site.Reach;
import io.twinpath.lab.site.Site;
import io.twinpath.lab.site.VCenter;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.soap.Scalar;
import io.twinpath.lab.vim.machine.ProvisioningChecker;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one server knows of the site: a vCenter all of it, a host's own agent that host. */
public final class World {

    private static final String AGENT_HOST = "ha-host";

    private final Site site;
    private final InstantSource clock;
    private final Guard guard;
    private final Optional<String> only;
    private final MoRefs ids = new MoRefs();
    private final Tasks tasks = new Tasks(this);

    /** @param only the host whose agent this is; empty for a vCenter */
    public World(Site site, InstantSource clock, Guard guard, Optional<String> only) {
        this.site = site;
        this.clock = clock;
        this.guard = guard;
        this.only = only;
    }

    public Site site() {
        return site;
    }

    public InstantSource clock() {
        return clock;
    }

    public Instant now() {
        return clock.instant();
    }

    public Guard guard() {
        return guard;
    }

    public Tasks tasks() {
        return tasks;
    }

    public boolean vcenter() {
        return only.isEmpty();
    }

    /** The host whose agent this is. */
    public Optional<String> agentOf() {
        return only;
    }

    /** The hosts that it manages. */
    public List<String> hosts() {
        return only.map(List::of).orElseGet(() -> List.copyOf(site.hosts.keySet()));
    }

    /** Whether it manages a host. */
    public boolean manages(String host) {
        return only.isPresent() ? only.orElseThrow().equals(host) : site.hosts.containsKey(host);
    }

    public Host host(String name) {
        return site.host(name);
    }

    /**
     * How this server refers to something, by its kind and what tells it apart there: the name of a host, virtual machine,
     * datastore or network.
     */
    public Ref ref(String kind, String key) {
        return new Ref(kind, only.isPresent() ? AgentIds.id(this, kind, key) : ids.id(kind, key));
    }

    public Ref hostRef(String host) {
        return ref("HostSystem", host);
    }

    /** What a reference of this server was made for; empty when it made none. */
    public Optional<String> key(Ref ref) {
        return only.isPresent() ? AgentIds.key(this, ref) : ids.key(ref.kind(), ref.id());
    }

    /** Keeps the identity of what gets another name. */
    public void renamed(String kind, String from, String to) {
        ids.rename(kind, from, to);
    }

    public Optional<ManagedObject> find(Ref ref) {
        return Catalogue.find(this, ref);
    }

    /** An object that must be there. */
    public ManagedObject object(Ref ref) {
        return find(ref).orElseThrow(() -> Faults.notFound(ref));
    }

    /** The name of an entity; empty for what has none. */
    public String nameOf(Ref ref) {
        return find(ref)
                .flatMap(o -> o.properties().field("name"))
                .map(v -> v instanceof Scalar s ? s.text() : "")
                .orElse("");
    }

    /** Whether a host answers its vCenter; its own agent is only ever asked when it does. */
    public boolean responds(String host) {
        return !vcenter() || new Reach(site).manageable(host);
    }

    /** The vCenter that this is; only asked of one. */
    public VCenter centre() {
        VCenter centre = site.vcenter;
        if (centre == null) {
            throw new IllegalStateException("a site without vCenter has no server for it");
        }
        return centre;
    }

    String datacenter() {
        return vcenter() ? centre().datacenter : "ha-datacenter";
    }

    /** Further services that this server offers, by their field in its content. */
    Map<String, Ref> services() {
        return vcenter() ? Map.of("vmProvisioningChecker", ProvisioningChecker.ref()) : Map.of();
    }

    /** The version of the API that a product of some version and update serves. */
    public static String apiVersion(String version, int update) {
        return ServiceInstance.apiVersion(version, update);
    }

    static String agentHost() {
        return AGENT_HOST;
    }
}
