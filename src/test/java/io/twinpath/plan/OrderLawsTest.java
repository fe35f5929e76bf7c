package io.twinpath.plan;

import static io.twinpath.toy.ToyKinds.group;
import static io.twinpath.toy.ToyKinds.vswitch;
import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.toy.ToyGroup;
import io.twinpath.toy.ToyPlans;
import io.twinpath.toy.ToySpec;
import io.twinpath.toy.ToySwitch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Laws of every plan, over random sites. */
class OrderLawsTest {

    private static final int SITES = 400;

    /** What a random site is made of; applied in any order it is the same site. */
    private static List<Consumer<ToySpec>> random(long seed) {
        Random random = new Random(seed);
        List<Consumer<ToySpec>> parts = new ArrayList<>();
        for (int h = 1 + random.nextInt(3); h > 0; h--) {
            String host = "esxi" + h + ".lain.local";
            parts.add(site -> site.host(host));
            List<Integer> wanted = shuffled(random);
            List<Integer> found = shuffled(random);
            for (int s = 0; s < 4; s++) {
                var address = vswitch(host, "vSwitch" + s);
                ToySwitch want = ToySwitch.of(uplinks(random, wanted)).mtu(1500 + 100 * random.nextInt(3));
                ToySwitch see = ToySwitch.of(uplinks(random, found)).mtu(1500 + 100 * random.nextInt(3));
                switch (random.nextInt(5)) {
                    case 0 -> parts.add(site -> site.wantsAbsent(address).sees(address, see));
                    case 1 -> parts.add(site -> site.wants(address, want).seesNothing(address));
                    case 2 ->
                        parts.add(site -> site.wants(address, want.size(1)).sees(address, see.size(2)));
                    default -> parts.add(site -> site.wants(address, want).sees(address, see));
                }
                var group = group(host, "group" + s);
                ToyGroup on = ToyGroup.on("vSwitch" + random.nextInt(4)).vlan(random.nextInt(3));
                ToyGroup was = ToyGroup.on("vSwitch" + random.nextInt(4)).vlan(random.nextInt(3));
                switch (random.nextInt(4)) {
                    case 0 -> parts.add(site -> site.wantsAbsent(group).sees(group, was));
                    case 1 -> parts.add(site -> site.wants(group, on).seesNothing(group));
                    default -> parts.add(site -> site.wants(group, on).sees(group, was));
                }
            }
        }
        return parts;
    }

    private static List<Integer> shuffled(Random random) {
        List<Integer> numbers = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7));
        Collections.shuffle(numbers, random);
        return numbers;
    }

    /** Takes some uplinks away, so that no two switches have the same. */
    private static String[] uplinks(Random random, List<Integer> free) {
        List<String> taken = new ArrayList<>();
        for (int n = random.nextInt(3); n > 0; n--) {
            taken.add("vmnic" + free.removeFirst());
        }
        return taken.toArray(String[]::new);
    }

    private static Plan plan(List<Consumer<ToySpec>> parts) {
        ToySpec site = new ToySpec();
        parts.forEach(part -> part.accept(site));
        return ToyPlans.plan(site);
    }

    @Test
    void noStepComesBeforeWhatItNeedsAndNoUplinkIsTakenTwice() {
        int steps = 0;
        for (long seed = 0; seed < SITES; seed++) {
            ToySpec site = new ToySpec();
            random(seed).forEach(part -> part.accept(site));
            Plan plan = ToyPlans.plan(site);
            new Replay(site).run(plan, "seed " + seed);
            steps += plan.steps().size();
        }
        assertThat(steps).isGreaterThan(SITES);
    }

    @Test
    void equalSitesHaveEqualPlansInWhateverOrderTheyAreTold() {
        for (long seed = 0; seed < 100; seed++) {
            List<Consumer<ToySpec>> parts = random(seed);
            Plan first = plan(parts);
            Collections.shuffle(parts, new Random(seed));
            assertThat(plan(parts)).as("seed " + seed).isEqualTo(first);
        }
    }

    @Test
    void hostsComeOneAfterAnother() {
        for (long seed = 0; seed < 100; seed++) {
            List<String> hosts = new ArrayList<>();
            for (Step step : plan(random(seed)).steps()) {
                if (hosts.isEmpty() || !hosts.get(hosts.size() - 1).equals(step.place())) {
                    hosts.add(step.place());
                }
            }
            assertThat(hosts).as("seed " + seed).doesNotHaveDuplicates();
        }
    }

    /** A host that refuses what real hosts refuse: a taken uplink, a missing switch, removing what is in use. */
    private static final class Replay {
        private final Map<String, Set<String>> uplinks = new HashMap<>();
        private final Map<String, String> groups = new HashMap<>();

        Replay(ToySpec site) {
            site.snapshot().facts().forEach((address, fact) -> {
                if (fact.observed() instanceof io.twinpath.model.Observed.Present<?> p) {
                    String key = address.host().orElseThrow() + "/" + address.name();
                    if (p.value() instanceof ToySwitch s) {
                        uplinks.put(key, names(s));
                    } else if (p.value() instanceof ToyGroup g) {
                        groups.put(key, address.host().orElseThrow() + "/" + g.on());
                    }
                }
            });
            groups.values().forEach(on -> uplinks.computeIfAbsent(on, k -> new HashSet<>()));
        }

        private static Set<String> names(ToySwitch s) {
            Set<String> names = new HashSet<>();
            s.uplinks().orElseThrow().forEach(p -> names.add(p.toString()));
            return names;
        }

        void run(Plan plan, String about) {
            for (Step step : plan.steps()) {
                for (var command : step.forward()) {
                    Map<String, String> options = new HashMap<>();
                    ((io.twinpath.driver.EsxcliCommand) command)
                            .options()
                            .forEach(o -> options.put(o.name(), o.argument().shown()));
                    String key = step.place() + "/" + options.get("name");
                    String as = about + ": " + command;
                    if (command.toString().startsWith("toy switch remove")) {
                        assertThat(groups.values()).as(as).doesNotContain(key);
                        uplinks.remove(key);
                    } else if (command.toString().startsWith("toy switch")) {
                        takeUplinks(step.place(), key, options.get("uplinks"), as);
                    } else if (command.toString().startsWith("toy group remove")) {
                        groups.remove(key);
                    } else if (options.containsKey("on")) {
                        assertThat(uplinks).as(as).containsKey(step.place() + "/" + options.get("on"));
                        groups.put(key, step.place() + "/" + options.get("on"));
                    }
                }
            }
        }

        private void takeUplinks(String host, String key, @org.jspecify.annotations.Nullable String text, String as) {
            Set<String> mine = uplinks.computeIfAbsent(key, k -> new HashSet<>());
            if (text != null) {
                mine.clear();
                mine.addAll(text.isEmpty() ? List.of() : List.of(text.split(",")));
                uplinks.forEach((other, theirs) -> {
                    if (!other.equals(key) && other.startsWith(host + "/")) {
                        assertThat(Collections.disjoint(theirs, mine)).as(as).isTrue();
                    }
                });
            }
        }
    }
}
