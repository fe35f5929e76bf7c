package io.twinpath.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the bytes are, a load ends with a result. */
class LoaderFuzzTest {

    private static final String[] SEEDS = {"""
        project: {name: fuzz}
        hosts:
          esxi1.lain.local:
            vars: {id: 11, net: "10.0.0.{{ id }}"}
            cards: {a: {model: broadcom-57810, slot: "3"}}
            vswitches:
              vSwitch0: {uplinks: [a/0], mtu: 9000, port_groups: {LAN: {vlan: "{{ id }}"}}}
            vmkernel: {vmk0: {port_group: LAN, ip: "{{ net }}/24"}}
            advanced: {Misc.APDTimeout: "{% if id > 3 %}140{% else %}60{% endif %}"}
        groups: {g: {hosts: ["esxi[1:1].lain.local"], use: [{module: m, with: {n: 3}}]}}
        """};

    private static final String MODULE = """
            parameters: {n: {type: integer, default: "{{ 1 + 1 }}"}}
            resources: {advanced: {Misc.Other: "{{ n }}"}}
            """;

    private static void load(byte[] inventory, byte[] module) {
        Loading loading = SpecLoader.load(
                MemoryFiles.ofBytes(Map.of("inventory/a.yml", inventory, "modules/m/module.yml", module)),
                LoadOptions.standard());
        assertThat(loading.result()).isNotNull();
    }

    @Test
    void randomBytes() {
        Random random = new Random(20221013);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            load(bytes, MODULE.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void mutatedSpecs() {
        Random random = new Random(57810);
        String marks = "{}[]:,#&*!|>'\"%@`-\n {{}}%~\\?<";
        for (int i = 0; i < 250; i++) {
            load(mutated(SEEDS[0], marks, random), mutated(MODULE, marks, random));
        }
    }

    private static byte[] mutated(String seed, String marks, Random random) {
        StringBuilder text = new StringBuilder(seed);
        for (int n = random.nextInt(4); n >= 0; n--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, marks.charAt(random.nextInt(marks.length())));
                case 1 -> text.deleteCharAt(at);
                default -> text.insert(at, marks.charAt(random.nextInt(marks.length())));
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void randomTemplates() {
        Random random = new Random(9000);
        String[] words = {
            "id",
            "host",
            "groups",
            "|",
            "ipaddr",
            "(",
            ")",
            "'x'",
            "1",
            "+",
            "/",
            "0",
            "[",
            "]",
            ".",
            "{",
            "}",
            "if",
            "else",
            "is",
            "defined",
            "default",
            ",",
            "~",
            "range",
            "combine",
            "flatten",
            "regex_search",
            "nthhost",
            "-5"
        };
        for (int i = 0; i < 600; i++) {
            StringBuilder template = new StringBuilder();
            for (int n = random.nextInt(7); n >= 0; n--) {
                template.append(' ').append(words[random.nextInt(words.length)]);
            }
            String site = "hosts: {a: {vars: {id: 1}, advanced: {K: \"{{" + template + " }}\"}}}\n";
            load(site.getBytes(StandardCharsets.UTF_8), MODULE.getBytes(StandardCharsets.UTF_8));
        }
    }
}
