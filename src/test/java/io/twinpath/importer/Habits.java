package io.twinpath.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What people do to hosts over the years, so that sites are less alike than a generator makes them. */
final class Habits {

    private static final List<String> NAMES = List.of(
            "it's",
            "a \"quote\"",
            "{{ 7 * 7 }}",
            "{% raw %}",
            "{% endraw %}{{ host }}",
            "{# no #}",
            "a: b",
            "# no",
            "- no",
            "null",
            "~",
            "yes",
            "état 😀",
            "[1]",
            "{a}",
            "*all",
            "&x",
            "!tag",
            "%",
            "@",
            "1.10",
            "010",
            "state",
            "a, b");

    static final String SECRET = "never-shown-1";

    private final Random random;

    Habits(Random random) {
        this.random = random;
    }

    /** Some of them on every host; what a host refuses, it refuses. */
    List<String> on(ImportedSite site, int times) {
        List<String> done = new ArrayList<>();
        for (String host : site.site.hosts.keySet()) {
            for (int i = 0; i < times; i++) {
                List<String> words = words();
                String refused = site.driver.esxcli(host, words);
                done.add(host + ": " + words
                        + (refused.isEmpty()
                                ? ""
                                : " -> " + refused.lines().findFirst().orElse("")));
            }
        }
        return done;
    }

    private List<String> words() {
        String vswitch = random.nextBoolean() ? "vSwitch0" : "vSwitch1";
        return switch (random.nextInt(12)) {
            case 0 ->
                call("network vswitch standard set", "vswitch-name=" + vswitch, "mtu=" + pick("1500", "2000", "9000"));
            case 1 ->
                call("network vswitch standard set", "vswitch-name=" + vswitch, "cdp-status=" + pick("both", "down"));
            case 2, 3 ->
                call("network vswitch standard portgroup add", "vswitch-name=" + vswitch, "portgroup-name=" + name());
            case 4 ->
                call(
                        "network vswitch standard policy security set",
                        "vswitch-name=" + vswitch,
                        "allow-promiscuous=" + random.nextBoolean(),
                        "allow-mac-change=" + random.nextBoolean());
            case 5 ->
                call(
                        "network vswitch standard policy failover set",
                        "vswitch-name=" + vswitch,
                        "load-balancing=" + pick("mac", "portid", "explicit"),
                        "failback=" + random.nextBoolean());
            case 6 ->
                call(
                        "network vswitch standard portgroup policy failover set",
                        "portgroup-name=VM Network",
                        "active-uplinks=vmnic" + random.nextInt(2));
            case 7 ->
                call(
                        "system settings advanced set",
                        "option=/Misc/APDTimeout",
                        "int-value=" + (100 + random.nextInt(200)));
            case 8 -> call("network ip interface tag add", "interface-name=vmk0", "tagname=VMotion");
            case 9 ->
                call(
                        "iscsi adapter param set",
                        "adapter=vmhba64",
                        "key=LoginTimeout",
                        "value=" + (5 + random.nextInt(20)));
            case 10 -> call("iscsi adapter set", "adapter=vmhba64", "alias=" + name());
            default ->
                call(
                        "iscsi adapter auth chap set",
                        "adapter=vmhba64",
                        "direction=uni",
                        "level=preferred",
                        "authname=" + name(),
                        "secret=" + SECRET);
        };
    }

    private String name() {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static List<String> call(String words, String... options) {
        List<String> all = new ArrayList<>(List.of(words.split(" ")));
        for (String option : options) {
            all.add("--" + option);
        }
        return all;
    }
}
