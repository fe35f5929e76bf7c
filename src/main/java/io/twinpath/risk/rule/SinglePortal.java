package io.twinpath.risk.rule;

import io.twinpath.model.Address;
import io.twinpath.rig.Rig;
import io.twinpath.rig.part.Array;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Path;
import io.twinpath.risk.Finding;
import io.twinpath.risk.Remedy;
import io.twinpath.risk.Rule;
import io.twinpath.risk.Scene;
import io.twinpath.risk.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An array has one portal, or a host uses one of several: all paths to its units end there. Silent about arrays that no host has
 * a path to.
 */
public final class SinglePortal implements Rule {

    @Override
    public String code() {
        return "RSK0111";
    }

    @Override
    public String summary() {
        return "One portal for all paths";
    }

    @Override
    public List<Finding> findings(Scene scene) {
        List<Finding> findings = new ArrayList<>();
        SortedMap<String, SortedSet<String>> poor = new TreeMap<>();
        for (Host host : scene.rig().hosts().values()) {
            for (Map.Entry<String, SortedSet<String>> entry :
                    used(scene.rig(), host).entrySet()) {
                if (entry.getValue().size() > 1) {
                    continue;
                }
                Array array = scene.rig().arrays().get(entry.getKey());
                if (array != null && array.portals().size() > 1) {
                    findings.add(one(scene, host, array, entry.getValue().first()));
                } else {
                    poor.computeIfAbsent(entry.getKey(), a -> new TreeSet<>()).add(host.name());
                }
            }
        }
        poor.forEach((array, hosts) -> findings.add(only(scene, array, hosts)));
        return findings;
    }

    /** The portals that lead to each array, over paths that work. */
    private static SortedMap<String, SortedSet<String>> used(Rig rig, Host host) {
        SortedMap<String, SortedSet<String>> used = new TreeMap<>();
        for (Path path : host.paths()) {
            if (path.works() && path.carrier() instanceof Path.Carrier.Iscsi iscsi) {
                Optional<String> array = Storage.arrayOf(rig, iscsi.portal()).map(Array::name);
                array.ifPresent(
                        a -> used.computeIfAbsent(a, k -> new TreeSet<>()).add(iscsi.portal()));
            }
        }
        return used;
    }

    private Finding one(Scene scene, Host host, Array array, String portal) {
        SortedSet<String> others = new TreeSet<>(array.portals().keySet());
        others.remove(portal);
        String title = host.name() + " reaches " + array.name() + " over the portal " + portal
                + " alone, although it has " + Words.and(others) + " too.";
        return Finding.of(code(), Severity.MEDIUM, title, "host:" + host.name(), "portal:" + portal)
                .on(host.name())
                .at(scene.place(Address.onHost("iscsi", host.name(), "software"), "send_targets"))
                .remedy(
                        Remedy.of(
                                "Let the host ask the other portals too (\"iscsi.send_targets\"), from a network that reaches them."));
    }

    private Finding only(Scene scene, String array, SortedSet<String> hosts) {
        String title = array + " has one portal: every path of " + Words.some(hosts) + " to it ends there.";
        return Finding.of(code(), Severity.MEDIUM, title, "array:" + array)
                .on(hosts)
                .at(scene.place(Address.inSite("array", array), "portals"))
                .remedy(Remedy.of("Give it a second portal, in another network and on another controller."));
    }
}
