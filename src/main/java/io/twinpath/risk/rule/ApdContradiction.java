package io.twinpath.risk.rule;

import io.twinpath.model.Address;
import io.twinpath.rig.part.Cluster;
import io.twinpath.rig.part.Host;
import io.twinpath.risk.Finding;
import io.twinpath.risk.Remedy;
import io.twinpath.risk.Rule;
import io.twinpath.risk.Scene;
import io.twinpath.risk.Severity;
import io.twinpath.risk.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * HA is to restart what lost all paths, and a host never gives up on a device ({@code Misc.APDHandlingEnable} is 0), so that HA
 * is never told. Or the hosts of a cluster give up after different times. Silent about hosts that were not read.
 */
public final class ApdContradiction implements Rule {

    @Override
    public String code() {
        return "RSK0203";
    }

    @Override
    public String summary() {
        return "Settings for lost paths that contradict each other";
    }

    @Override
    public List<Finding> findings(Scene scene) {
        List<Finding> findings = new ArrayList<>();
        for (Cluster cluster : scene.rig().clusters().values()) {
            List<Host> hosts = cluster.hosts().stream()
                    .flatMap(name -> scene.rig().host(name).stream())
                    .filter(host -> host.condition() == Host.Condition.UP)
                    .toList();
            ToldCluster told = ToldCluster.of(scene, cluster.name());
            if (told.on() && told.restartsOnApd()) {
                hosts.stream()
                        .filter(host -> !host.apd().handled())
                        .forEach(host -> findings.add(silent(scene, cluster, host)));
            }
            Map<Integer, SortedSet<String>> timeouts = new TreeMap<>();
            hosts.stream()
                    .filter(host -> host.apd().handled())
                    .forEach(host -> timeouts.computeIfAbsent(host.apd().timeout(), t -> new TreeSet<>())
                            .add(host.name()));
            if (timeouts.size() > 1) {
                findings.add(uneven(cluster, timeouts));
            }
        }
        return findings;
    }

    private Finding silent(Scene scene, Cluster cluster, Host host) {
        Address setting = Address.onHost("advanced", host.name(), "Misc.APDHandlingEnable");
        String title = "HA of " + cluster.name() + " restarts what lost its paths, and " + host.name()
                + " never gives up on a device (Misc.APDHandlingEnable is 0), so that HA is never told.";
        return Finding.of(code(), Severity.HIGH, title, setting.toString())
                .on(host.name())
                .at(scene.place(setting))
                .remedy(Remedy.of(
                        "Let the host give up after its time-out.",
                        Yaml.host(host.name(), "advanced: {Misc.APDHandlingEnable: 1}")));
    }

    private Finding uneven(Cluster cluster, Map<Integer, SortedSet<String>> timeouts) {
        NavigableSet<String> hosts = new TreeSet<>();
        timeouts.values().forEach(hosts::addAll);
        String title = "Hosts of " + cluster.name() + " give up on lost paths after different times: "
                + timeouts.entrySet().stream()
                        .map(e -> Words.some(e.getValue()) + " after " + e.getKey() + " s")
                        .collect(Collectors.joining(", "))
                + ".";
        return Finding.of(
                        code(),
                        Severity.LOW,
                        title,
                        ToldCluster.address(cluster.name()).toString())
                .on(hosts)
                .remedy(Remedy.of("Set Misc.APDTimeout to the same on all of them; 140 is what ESXi comes with."));
    }
}
