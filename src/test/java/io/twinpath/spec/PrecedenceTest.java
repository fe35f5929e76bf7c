package io.twinpath.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Result;
import io.twinpath.model.Address;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Origin;
import io.twinpath.model.Resource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Who wins, from module default to the command line. */
class PrecedenceTest {

    private static final String MODULE = "resources: {advanced: {Misc.APDTimeout: 1}}\n";
    private static final FieldPath VALUE = FieldPath.of("value");

    private static Result<Loaded> load(String site, String... set) {
        return SpecLoader.load(
                        new MemoryFiles(Map.of("inventory/site.yml", site, "modules/m/module.yml", MODULE)),
                        LoadOptions.standard().with(List.of(set)))
                .result();
    }

    private static List<String> chain(Result<Loaded> result) {
        Resource<?> resource = Objects.requireNonNull(
                result.orElseThrow().spec().resources().get(Address.onHost("advanced", "a", "Misc.APDTimeout")));
        return Objects.requireNonNull(resource.origins().get(VALUE)).stream()
                .map(Origin::written)
                .toList();
    }

    @Test
    void everyLayerGoesBeforeTheOnesBelow() {
        Result<Loaded> result = load("""
                hosts: {a: {advanced: {Misc.APDTimeout: 5}}}
                clusters: {c: {hosts: [a], host_settings: {advanced: {Misc.APDTimeout: 4}}}}
                groups:
                  inner: {hosts: [a], parents: [outer], advanced: {Misc.APDTimeout: 3}}
                  outer: {advanced: {Misc.APDTimeout: 2}, use: [{module: m}]}
                """, "a:advanced.Misc.APDTimeout=6", "advanced:a/Misc.APDTimeout=7");
        assertThat(chain(result)).containsExactly("7", "6", "5", "4", "3", "2", "1");
    }

    @Test
    void aModuleUsedByTheHostStillLosesToAGroup() {
        Result<Loaded> result = load("""
                hosts: {a: {use: [{module: m}]}}
                groups: {g: {hosts: [a], advanced: {Misc.APDTimeout: 2}}}
                """);
        assertThat(chain(result)).containsExactly("2", "1");
    }

    @Test
    void twoUnrelatedGroupsMayAgree() {
        Result<Loaded> result = load("""
                hosts: {a: }
                groups:
                  x: {hosts: [a], advanced: {Misc.APDTimeout: 2}}
                  y: {hosts: [a], advanced: {Misc.APDTimeout: 2}}
                """);
        assertThat(chain(result)).containsExactly("2", "2");
    }

    @Test
    void aTieIsNoneWhenTheHostDecides() {
        Result<Loaded> result = load("""
                hosts: {a: {advanced: {Misc.APDTimeout: 9}}}
                groups:
                  x: {hosts: [a], advanced: {Misc.APDTimeout: 2}}
                  y: {hosts: [a], advanced: {Misc.APDTimeout: 3}}
                """);
        assertThat(chain(result)).containsExactly("9", "3", "2");
    }

    @Test
    void aThirdGroupInsideOfBothDecides() {
        Result<Loaded> result = load("""
                hosts: {a: }
                groups:
                  x: {advanced: {Misc.APDTimeout: 2}}
                  y: {advanced: {Misc.APDTimeout: 3}}
                  z: {hosts: [a], parents: [x, y], advanced: {Misc.APDTimeout: 4}}
                """);
        assertThat(chain(result).getFirst()).isEqualTo("4");
    }

    @Test
    void theGroupAllContainsEveryOther() {
        Result<Loaded> result = load("""
                hosts: {a: }
                groups:
                  all: {advanced: {Misc.APDTimeout: 2}}
                  g: {hosts: [a], advanced: {Misc.APDTimeout: 3}}
                """);
        assertThat(chain(result)).containsExactly("3", "2");
    }

    @Test
    void mappingsAreMergedAndListsReplaced() {
        Loaded loaded = load("""
                        hosts: {a: {vswitches: {vSwitch0: {uplinks: [vmnic1]}}}}
                        groups: {g: {hosts: [a], vswitches: {vSwitch0: {mtu: 9000, uplinks: [vmnic0]}}}}
                        """).orElseThrow();
        assertThat(String.valueOf(loaded.spec().resources().get(Address.onHost("vswitch", "a", "vSwitch0"))))
                .contains("uplinks=Optional[[vmnic1]]", "mtu=Optional[9000]");
    }

    @Test
    void whatIsAbsentTakesWhatStandsUnderItAlong() {
        Loaded loaded = load("""
                        hosts: {a: {vswitches: {vSwitch0: {state: absent}}}}
                        groups: {g: {hosts: [a], vswitches: {vSwitch0: {port_groups: {LAN: {vlan: 1}}}}}}
                        """).orElseThrow();
        assertThat(loaded.spec().resources().values())
                .hasSize(2)
                .allMatch(r -> r.desired().isEmpty());
    }

    @Test
    void aMistakeOfAGroupIsToldOnceForAllItsHosts() {
        List<Diagnostic> found = load("""
                        hosts: {a: , b: , c: }
                        groups: {g: {hosts: ["[a:c]"], advanced: {Misc.APDTimeout: "{{ nothing }}"}}}
                        """).diagnostics();
        assertThat(found).singleElement().satisfies(d -> assertThat(d.code()).isEqualTo("SPC0071"));
    }
}
