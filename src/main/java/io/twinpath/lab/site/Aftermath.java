package io.twinpath.lab.site;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What a site does by itself after something has changed: machines go down with their hosts, and HA stops and restarts
 * them by the documented rules.
 *
 * <p>It is asked after every change, and works forwards from the state of the parts to a state in which nothing more
 * happens. Each thing that happens starts a machine or takes one down that then waits for a start, so it ends.
 */
public final class Aftermath {

    /** Seconds after which a host that went silent counts as failed, and after which an isolated one acts. */
    private static final long HOST_FAILURE = 18;

    private static final long ISOLATION = 30;
    private static final int MOST_WATCHED = 64;

    private final Site site;
    private final Instant now;
    private final boolean patient;
    private final Effects effects;
    private final Placement placement;

    /** How long after the failure it is, in the round of rules that is being worked on. */
    private long after;

    private int noted;

    /**
     * @param patient whether time-outs count as passed, however short a device has been lost
     */
    private Aftermath(Site site, Instant now, boolean patient) {
        this.site = site;
        this.now = now;
        this.patient = patient;
        this.effects = new Effects(site);
        this.placement = new Placement(site);
    }

    /** After something that lasts: all that follows from it happens at once, time-outs included. */
    public static void settle(Site site, Instant now) {
        new Aftermath(site, now, true).run(site.hosts.keySet());
    }

    /** After a change of one host that may be passing: what takes time happens only once that time has gone by. */
    public static void glance(Site site, Instant now, String host) {
        new Aftermath(site, now, false).run(Set.of(host));
    }

    /** When time has gone by: what was waiting for that happens. */
    public static void tick(Site site, Instant now) {
        Set<String> waiting = new TreeSet<>();
        site.hosts.forEach((name, host) -> {
            if (!host.apdSince.isEmpty()) {
                waiting.add(name);
            }
        });
        if (!waiting.isEmpty()) {
            new Aftermath(site, now, false).run(waiting);
        }
    }

    /** After a change whose host is not known. A large site is looked at only where something is wrong already. */
    public static void changed(Site site, Instant now) {
        if (site.hosts.size() > MOST_WATCHED) {
            tick(site, now);
        } else {
            new Aftermath(site, now, false).run(site.hosts.keySet());
        }
    }

    /**
     * Rounds until one passes in which nothing happened: who leaves a host makes room for others. No document orders what HA does
     * about several troubles at once. Our reading: failed hosts, cut-off hosts, units that are gone, lost paths; each by
     * priority, then name; and after each, whoever waits for a host is tried again.
     */
    private void run(Set<String> hosts) {
        hosts.forEach(h -> watchDevices(h, site.host(h)));
        int before;
        do {
            before = noted;
            round(hosts);
        } while (noted > before);
    }

    private void round(Set<String> hosts) {
        after = 0;
        site.vms.forEach(this::fallWithHost);
        after = HOST_FAILURE;
        restart("its host failed");
        site.clusters.values().stream().filter(c -> c.ha.enabled).forEach(cluster -> {
            List<String> touched =
                    cluster.hosts.stream().filter(hosts::contains).toList();
            if (patient) {
                after = HOST_FAILURE;
                List<String> silent =
                        touched.stream().filter(h -> isolated(cluster, h)).toList();
                silent.forEach(h -> respond(cluster, h));
                restart("its host is cut off");
                machines(cluster, silent).forEach(vm -> giveUp(cluster, vm));
            }
            if (cluster.ha.componentProtection) {
                protect(cluster, touched);
            }
        });
    }

    private void protect(Cluster cluster, List<String> hosts) {
        after = 0;
        machines(cluster, hosts).forEach(vm -> gone(cluster, vm));
        restart("its storage is gone");
        machines(cluster, hosts).forEach(vm -> allPathsDown(cluster, vm));
    }

    private void watchDevices(String name, Host host) {
        List<String> down = new Links(site).alive(name, host)
                ? host.devices.keySet().stream()
                        .filter(d -> effects.allPathsDown(name, d))
                        .toList()
                : List.of();
        host.apdSince.keySet().retainAll(down);
        down.forEach(d -> host.apdSince.putIfAbsent(d, now.toString()));
    }

    private void fallWithHost(String name, Vm vm) {
        if (vm.started() && !new Links(site).alive(vm.host, site.host(vm.host))) {
            lose(name, vm, "went down", vm.host + " is down");
        }
    }

    private boolean isolated(Cluster cluster, String host) {
        return new Links(site).alive(host, site.host(host))
                && !Isolation.connected(site, host)
                && Isolation.watched(site, cluster, host);
    }

    /** What a host that hears nobody does with its machines, as long as it shows that it is alive. */
    private void respond(Cluster cluster, String host) {
        if (!Isolation.beats(site, cluster, host)) {
            return;
        }
        after = ISOLATION;
        for (String name : machines(cluster, List.of(host))) {
            String response = VmOverride.or(cluster.override(name).isolationResponse, cluster.ha.isolationResponse);
            if (restarts(cluster, name) && !response.equals("none")) {
                String what = response.equals("shutdown") ? "was shut down" : "was powered off";
                lose(name, site.vm(name), what, host + " is isolated");
            }
        }
    }

    /** What others do with a machine that hangs on a host which shows no sign of life. */
    private void giveUp(Cluster cluster, String name) {
        Vm vm = site.vm(name);
        after = HOST_FAILURE;
        if (restarts(cluster, name)
                && !Isolation.beats(site, cluster, vm.host)
                && effects.vm(name) == Effects.VmState.STALLED
                && placement.pick(name, cluster).isPresent()) {
            lose(name, vm, "was given up", vm.host + " shows no sign of life");
            restart("its host is cut off");
        }
    }

    private void gone(Cluster cluster, String name) {
        Vm vm = site.vm(name);
        String response = VmOverride.or(cluster.override(name).onPdl, cluster.ha.onPdl);
        if (response.equals("restartAggressive") && restarts(cluster, name)) {
            lost(vm, d -> effects.permanentLoss(vm.host, d))
                    .ifPresent(d -> lose(name, vm, "was powered off", "datastore " + d + " is gone for good"));
        }
    }

    private void allPathsDown(Cluster cluster, String name) {
        Vm vm = site.vm(name);
        VmOverride own = cluster.override(name);
        String response = VmOverride.or(own.onApd, cluster.ha.onApd);
        after = timeOut(vm.host) + VmOverride.or(own.apdDelay, cluster.ha.apdDelay);
        Optional<String> datastore = lost(vm, d -> ripe(vm.host, d));
        if (!restarts(cluster, name) || !response.startsWith("restart") || !handled(vm.host) || datastore.isEmpty()) {
            return;
        }
        boolean blind = !Isolation.connected(site, vm.host);
        boolean somewhere = placement.pick(name, cluster).isPresent();
        if (blind ? response.equals("restartAggressive") : somewhere) {
            lose(name, vm, "was powered off", "all paths to datastore " + datastore.orElseThrow() + " are down");
            restart("its storage is lost");
        }
    }

    private boolean ripe(String host, String device) {
        String since = site.host(host).apdSince.get(device);
        return since != null
                && !effects.permanentLoss(host, device)
                && (patient || Duration.between(Instant.parse(since), now).toSeconds() >= after);
    }

    private Optional<String> lost(Vm vm, Predicate<String> device) {
        return vm.datastores().stream()
                .filter(d -> effects.device(d).filter(device).isPresent())
                .findFirst();
    }

    /** Starts what was lost in clusters with HA, in the order of priorities. */
    private void restart(String because) {
        for (String name : waitingForHa()) {
            Vm vm = site.vm(name);
            Cluster cluster = site.clusterOf(vm.host).map(Map.Entry::getValue).orElseThrow();
            placement.pick(name, cluster).ifPresent(host -> {
                vm.host = host;
                vm.lost = false;
                start(vm);
                note(name, "was restarted on " + host + (vm.waiting ? ", and waits for a person" : ""), because);
            });
        }
    }

    private List<String> waitingForHa() {
        List<String> names = new ArrayList<>();
        site.vms.forEach((name, vm) -> {
            if (vm.on
                    && vm.lost
                    && site.clusterOf(vm.host)
                            .filter(c -> restarts(c.getValue(), name))
                            .isPresent()) {
                names.add(name);
            }
        });
        names.sort(Comparator.comparing(
                n -> Priority.of(site.clusterOf(site.vm(n).host).orElseThrow().getValue(), n)));
        return names;
    }

    /**
     * Whether HA does anything for a machine. Without host monitoring, or with a restart priority of "disabled", a machine gets no
     * isolation response and VM component protection only reports (vSphere Availability, "Determining Responses to Host Issues"
     * and "VM Component Protection").
     */
    private static boolean restarts(Cluster cluster, String vm) {
        return cluster.ha.enabled && cluster.ha.hostMonitoring && Priority.of(cluster, vm) != Priority.DISABLED;
    }

    /** The guest of a machine starts. */
    public static void start(Vm vm) {
        vm.on = true;
        vm.suspended = false;
        vm.lost = false;
        vm.waiting = vm.needsPerson;
    }

    /** Those that run there, in the order in which HA takes care of them. */
    private List<String> machines(Cluster cluster, List<String> hosts) {
        return hosts.stream()
                .flatMap(h -> on(h).stream())
                .sorted(Comparator.comparing((String n) -> Priority.of(cluster, n))
                        .thenComparing(n -> n))
                .toList();
    }

    private List<String> on(String host) {
        return site.vms.entrySet().stream()
                .filter(v -> v.getValue().host.equals(host) && v.getValue().started())
                .map(Map.Entry::getKey)
                .toList();
    }

    private void lose(String name, Vm vm, String what, String because) {
        vm.lost = true;
        vm.waiting = false;
        note(name, what, because);
    }

    private void note(String vm, String what, String because) {
        noted++;
        site.happened(new Happening(now.toString(), after, vm, what, because));
    }

    private boolean handled(String host) {
        return !site.host(host)
                .advanced
                .getOrDefault("/Misc/APDHandlingEnable", "1")
                .equals("0");
    }

    private long timeOut(String host) {
        String set = site.host(host).advanced.getOrDefault("/Misc/APDTimeout", "140");
        return set.matches("[0-9]{1,6}") ? Long.parseLong(set) : 140;
    }

    /** How soon HA restarts a machine. */
    private enum Priority {
        HIGHEST,
        HIGH,
        MEDIUM,
        LOW,
        LOWEST,
        DISABLED;

        static Priority of(Cluster cluster, String vm) {
            String named = VmOverride.or(cluster.override(vm).restartPriority, cluster.ha.restartPriority);
            return switch (named) {
                case "highest" -> HIGHEST;
                case "high" -> HIGH;
                case "low" -> LOW;
                case "lowest" -> LOWEST;
                case "disabled" -> DISABLED;
                default -> MEDIUM;
            };
        }
    }
}
