package io.twinpath.rig;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.diag.Result;
import io.twinpath.lab.site.Hardware;
import io.twinpath.lab.site.Site;
import io.twinpath.lab.site.Sites;
import io.twinpath.rig.Effects.DeviceEffect;
import io.twinpath.rig.Effects.HostState;
import io.twinpath.rig.MachineEffect.Verdict;
import io.twinpath.rig.part.Component;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What the rig predicts is what the lab then does, though they share no code: paths as esxcli lists them, whether a host can be
 * managed, and what becomes of every machine and where. {@code -Dtwinpath.rig.agreement=1000} tries as many sites.
 */
class LabAgreementTest {

    private static final int SITES = Integer.getInteger("twinpath.rig.agreement", 40);

    @Test
    void whatIsPredictedHappens() throws Exception {
        int tried = 0;
        List<String> differences = new ArrayList<>();
        for (long seed = 1; tried < SITES; seed++) {
            RandomSite random = new RandomSite(seed);
            if (quiet(random.site())) {
                tried++;
                differ(random, seed, differences);
            }
        }
        assertThat(differences).as("%d sites", tried).isEmpty();
    }

    /** Room that is short, and hosts without a sign of life, once went otherwise here. */
    @Test
    void whatOnceDifferedDoesSoNoMore() throws Exception {
        List<String> differences = new ArrayList<>();
        for (long seed : List.of(42L, 138L, 220L)) {
            differ(new RandomSite(seed), seed, differences);
        }
        assertThat(differences).isEmpty();
    }

    /** Whether nothing is in trouble before anything fails. */
    private static boolean quiet(Site site) {
        SortedMap<String, String> before = told(site, true);
        site.hosts.keySet().forEach(host -> Sites.happen(site, "repair host:" + host));
        return told(site, true).equals(before) && !before.containsValue("false");
    }

    private static void differ(RandomSite random, long seed, List<String> differences) throws InterruptedException {
        Site site = random.site();
        Rig rig = LabSight.rig(site, random.spec());
        Failing failing = new Failing(rig);
        Components components = Components.of(rig, failing);
        List<String> parts = parts(site);
        Random dice = new Random(seed);
        for (int round = 0; round < 3; round++) {
            Set<String> failed = new HashSet<>();
            for (int n = 0; n <= dice.nextInt(2); n++) {
                failed.add(parts.get(dice.nextInt(parts.size())));
            }
            Set<Component> known = new HashSet<>();
            for (String part : failed) {
                if (components.parse(typed(site, part)) instanceof Result.Ok<Component> ok) {
                    known.add(ok.value());
                }
            }
            SortedMap<String, String> predicted = predicted(random.site(), failing.effects(known));
            Site then = random.site();
            failed.forEach(then.failed::add);
            Sites.happen(then, "fail " + failed.iterator().next());
            SortedMap<String, String> happened = told(then, false);
            if (!happened.equals(predicted)) {
                predicted.forEach((what, value) -> {
                    if (!value.equals(happened.get(what))) {
                        differences.add("seed %d %s: %s predicted %s, happened %s %s"
                                .formatted(seed, failed, what, value, happened.get(what), then.happened));
                    }
                });
                happened.keySet().stream()
                        .filter(w -> !predicted.containsKey(w))
                        .forEach(w -> differences.add("seed %d %s: %s not predicted, happened %s"
                                .formatted(seed, failed, w, happened.get(w))));
            }
        }
    }

    /** All that a site says of itself; of a host that is down no path. */
    private static SortedMap<String, String> told(Site site, boolean still) {
        SortedMap<String, String> told = new TreeMap<>();
        site.hosts.keySet().forEach(host -> {
            told.put("management of " + host, Boolean.toString(LabSight.manageable(site, host)));
            if (still || !site.failed.contains("host:" + host)) {
                LabSight.paths(site, host).forEach((path, works) -> told.put(host + " " + path, works.toString()));
            }
        });
        site.vms.keySet().forEach(vm -> told.put(vm, LabSight.machine(site, vm)));
        return told;
    }

    private static SortedMap<String, String> predicted(Site before, Effects effects) {
        SortedMap<String, String> told = told(before, true);
        effects.hosts().forEach(host -> {
            told.put("management of " + host.host(), "false");
            if (host.state() == HostState.DOWN) {
                told.keySet().removeIf(what -> what.startsWith(host.host() + " "));
            }
        });
        for (DeviceEffect device : effects.devices()) {
            device.lost().forEach(path -> told.put(device.host() + " " + path, "false"));
        }
        effects.machines().forEach((name, effect) -> {
            String host = Objects.requireNonNull(before.vms.get(name)).host;
            if (effect.verdict() == Verdict.RESTARTED) {
                told.put(
                        name,
                        (effect.waitsForPerson() ? "WAITING" : "RUNNING") + " on "
                                + effect.to().orElseThrow());
            } else if (effect.verdict() == Verdict.STALLED) {
                told.put(name, "STALLED on " + host);
            } else if (effect.verdict() == Verdict.DOWN) {
                told.put(name, "LOST");
            }
        });
        return told;
    }

    /** Slots have names in the lab that hosts do not tell: there a card goes by its PCI address. */
    private static String typed(Site site, String part) {
        if (!part.startsWith("card:")) {
            return part;
        }
        String host = part.substring("card:".length(), part.indexOf('/'));
        String pci = Sites.host(site, host).slots.get(part.substring(part.indexOf('/') + 1));
        return "card:" + host + "/" + pci;
    }

    private static List<String> parts(Site site) {
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
            Hardware.nics(n, h).forEach(nic -> parts.add("nic:" + n + "/" + nic.name()));
        });
        return parts;
    }
}
