package io.twinpath.rig;

import io.twinpath.rig.part.Component;
import io.twinpath.rig.part.Component.HostNamed;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whether an aftermath takes anything away, without a word on what and why: for most failures that is all that anybody wants to know. It
 * stops at the first loss, and makes no sentence.
 */
final class Loss {

    private final Site site;
    private final Aftermath aftermath;

    private Loss(Site site, Aftermath aftermath) {
        this.site = site;
        this.aftermath = aftermath;
    }

    /** @param before the fates of machines in each pool while nothing more fails */
    static boolean in(Site site, Aftermath aftermath, Map<String, SortedMap<String, SortedMap<String, Fate>>> before) {
        Loss loss = new Loss(site, aftermath);
        return aftermath.changed().keySet().stream().anyMatch(loss::onHost)
                || aftermath.shaken().stream().anyMatch(name -> loss.inPool(name, before));
    }

    private boolean onHost(String host) {
        Standing.Core from =
                Objects.requireNonNull(site.before().get(host), host).core();
        Standing.Core to = aftermath.standings().of(host);
        if (!to.up()) {
            Component itself = new HostNamed(host);
            return from.up() && !aftermath.outage().hit(itself);
        }
        return (to.cutOff() && !from.cutOff()) || datastore(site.circuit(host), from, to);
    }

    private static boolean datastore(Circuit circuit, Standing.Core from, Standing.Core to) {
        for (String datastore : circuit.host().datastores()) {
            int number = circuit.numbers().getOrDefault(datastore, 0);
            if (to.lost(number) && !from.lost(number)) {
                return true;
            }
        }
        return false;
    }

    private boolean inPool(String name, Map<String, SortedMap<String, SortedMap<String, Fate>>> before) {
        SortedMap<String, SortedMap<String, Fate>> earlier = before.getOrDefault(name, new TreeMap<>());
        SortedMap<String, SortedMap<String, Fate>> now = Turn.of(site, site.pool(name), aftermath.standings(), false);
        for (Map.Entry<String, SortedMap<String, Fate>> machine : now.entrySet()) {
            for (Fate fate : machine.getValue().values()) {
                if (fate.lost() && !Turn.same(Optional.of(fate), Turn.of(earlier, machine.getKey(), fate.on()))) {
                    return true;
                }
            }
        }
        return false;
    }
}
