package io.twinpath.lab.site;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The iSCSI paths of a host: which there are, and which of them work.
 *
 * <p>Our reading: discovery asks every send target that some interface reaches, and is told all portals of its array. A
 * rescan logs in from every usable interface to every discovered portal in its subnet and adds a path for each LUN. It
 * drops a path only when the configuration no longer asks for it; a dead one that is still asked for stays and is dead.
 */
public final class IscsiPaths {

    private final Site site;
    private final String name;
    private final Host host;
    private final Reach reach;

    public IscsiPaths(Site site, String hostName) {
        this.site = site;
        this.name = hostName;
        this.host = site.host(hostName);
        this.reach = new Reach(site);
    }

    /** Whether a path that was seen works now. */
    public boolean active(ScsiPath path) {
        return !site.failed(new Component.Lun(path.device())) && answered(path);
    }

    /** Whether the array answers over a path, be it to say that the unit is gone. */
    boolean answered(ScsiPath path) {
        return configured(path) && usable(path.vmk()) && reach.portal(name, path.vmk(), path.portal());
    }

    /** Whether an interface may carry iSCSI: bound and compliant, or nothing is bound at all. */
    public boolean usable(String vmk) {
        return host.iscsi.enabled
                && host.vmkernel.containsKey(vmk)
                && (host.iscsi.bound.isEmpty() || (host.iscsi.bound.contains(vmk) && compliant(vmk)));
    }

    /** Whether the port group of an interface leaves it exactly one active uplink and no standby one. */
    public boolean compliant(String vmk) {
        return Optional.ofNullable(host.vmkernel.get(vmk))
                .flatMap(v -> Attachment.of(site, name, v.portGroup))
                .filter(Attachment::compliant)
                .isPresent();
    }

    /** Asks the send targets again. */
    public void discover() {
        NavigableSet<String> found = new TreeSet<>();
        for (String target : host.iscsi.sendTargets) {
            Optional<StorageArray.At> at = site.portal(Ipv4Port.ip(target));
            boolean answers = vmks().anyMatch(v -> usable(v) && reach.portal(name, v, Ipv4Port.ip(target)));
            at.stream()
                    .flatMap(a -> a.array().portals.stream())
                    .map(Portal::ip)
                    .filter(ip -> answers || host.iscsi.discovered.contains(ip))
                    .forEach(found::add);
        }
        host.iscsi.discovered = found;
    }

    /** Discovers, logs in where it can, and forgets what is no longer configured. */
    public void rescan() {
        discover();
        host.paths.removeIf(p -> !configured(p));
        for (String ip : portals()) {
            site.portal(ip)
                    .ifPresent(at -> vmks().filter(v -> usable(v) && reach.portal(name, v, ip))
                            .limit(host.iscsi.bound.isEmpty() ? 1 : Long.MAX_VALUE)
                            .forEach(v -> login(v, at)));
        }
        Claims.claimNew(site, host);
    }

    /** Every portal that the configuration leads to, found or told. */
    public List<String> portals() {
        NavigableSet<String> all = new TreeSet<>(host.iscsi.discovered);
        host.iscsi.staticTargets.stream()
                .filter(t -> site.portal(Ipv4Port.ip(t.address()))
                        .filter(at -> at.array().target.equals(t.name()))
                        .isPresent())
                .forEach(t -> all.add(Ipv4Port.ip(t.address())));
        return List.copyOf(all);
    }

    private boolean configured(ScsiPath path) {
        return host.iscsi.enabled
                && host.vmkernel.containsKey(path.vmk())
                && (host.iscsi.bound.isEmpty() || host.iscsi.bound.contains(path.vmk()))
                && portals().contains(path.portal());
    }

    private void login(String vmk, StorageArray.At at) {
        String ip = at.portal().ip();
        if (host.paths.stream().anyMatch(p -> p.vmk().equals(vmk) && p.portal().equals(ip))) {
            return;
        }
        int session = 1 + host.paths.stream().mapToInt(ScsiPath::session).max().orElse(0);
        int target = targetNumber(at.array().target);
        int channel = channel(at.array().target);
        List<ScsiPath> fresh = new ArrayList<>();
        for (Disk lun : at.array().luns) {
            fresh.add(new ScsiPath(vmk, ip, at.array().target, lun.device(), channel, target, lun.lun(), session));
        }
        host.paths.addAll(fresh);
    }

    private int targetNumber(String target) {
        return host.paths.stream()
                .filter(p -> p.target().equals(target))
                .mapToInt(ScsiPath::targetNumber)
                .findFirst()
                .orElse(1
                        + host.paths.stream()
                                .mapToInt(ScsiPath::targetNumber)
                                .max()
                                .orElse(-1));
    }

    private int channel(String target) {
        return 1
                + host.paths.stream()
                        .filter(p -> p.target().equals(target))
                        .mapToInt(ScsiPath::channel)
                        .max()
                        .orElse(-1);
    }

    private Stream<String> vmks() {
        return host.iscsi.bound.isEmpty() ? host.vmkernel.keySet().stream() : host.iscsi.bound.stream();
    }
}
