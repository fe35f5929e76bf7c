package io.twinpath.lab.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.twinpath.lab.site.Effects.VmState;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds after any failures on any site, whatever HA did. */
final class AftermathLawTest {

    private static final int ROUNDS = 25;

    private final Random random = new Random(5);

    private Site site() {
        Site site = random.nextInt(3) == 0
                ? Sites.lain()
                : new SiteReader("generated", LabSites::text)
                        .read(LabSites.generate(2 + random.nextInt(4), random.nextLong()), Sites.MORNING)
                        .orElseThrow();
        site.clusters.values().forEach(c -> {
            c.ha.enabled = random.nextInt(4) > 0;
            c.ha.componentProtection = random.nextBoolean();
            c.ha.onApd = pick(List.of("disabled", "warning", "restartConservative", "restartAggressive"));
            c.ha.onPdl = pick(List.of("disabled", "restartAggressive"));
            c.ha.isolationResponse = pick(List.of("none", "powerOff", "shutdown"));
        });
        site.vms.values().forEach(v -> v.memory.reservation = random.nextInt(4) * 20_000L);
        return site;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private List<String> parts(Site site) {
        List<String> parts = new ArrayList<>();
        site.switches.keySet().forEach(s -> parts.add("switch:" + s));
        site.arrays.forEach((n, a) -> {
            parts.add("array:" + n);
            a.portals.forEach(p -> parts.add("portal:" + p.ip()));
            a.luns.forEach(l -> parts.add("lun:" + l.device()));
        });
        site.hosts.forEach((n, h) -> {
            parts.add("host:" + n);
            h.cards.keySet().forEach(s -> parts.add("card:" + n + "/" + s));
        });
        return parts;
    }

    @Test
    void nothingMoreHappensAndNobodyIsForgotten() {
        for (int round = 0; round < ROUNDS; round++) {
            Site site = site();
            List<String> parts = parts(site);
            List<String> told = new ArrayList<>();
            for (int n = 0; n < 4; n++) {
                String operation = (random.nextInt(4) == 0 ? "repair " : "fail ") + pick(parts);
                told.add(operation);
                Sites.happen(site, operation);
                holds(site, told.toString());
            }
        }
    }

    private static void holds(Site site, String told) {
        Effects effects = new Effects(site);
        Placement placement = new Placement(site);
        site.vms.forEach((name, vm) -> {
            VmState state = effects.vm(name);
            boolean reaches = vm.datastores().stream().allMatch(d -> effects.sees(vm.host, d));
            assertThat(state == VmState.RUNNING || state == VmState.WAITING)
                    .as("%s: %s on %s is %s", told, name, vm.host, state)
                    .isEqualTo(vm.started() && reaches);
            site.clusterOf(vm.host)
                    .filter(c -> c.getValue().ha.enabled && state == VmState.LOST)
                    .ifPresent(c -> assertThat(placement.pick(name, c.getValue()))
                            .as("%s: %s is lost", told, name)
                            .isEmpty());
        });
        List<Happening> before = List.copyOf(site.happened);
        JsonNode then = Json.json().valueToTree(site);
        Aftermath.settle(site, Sites.MORNING);
        assertThat(site.happened).as(told).isEqualTo(before);
        assertThat(Json.json().<JsonNode>valueToTree(site)).as(told).isEqualTo(then);
    }
}
