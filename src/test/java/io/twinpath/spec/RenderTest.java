package io.twinpath.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.diag.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The expanded spec and the origin of its values. */
class RenderTest {

    private static Loaded site() {
        return SpecLoader.load(new FolderFiles(Path.of(".")), LoadOptions.standard())
                .result()
                .orElseThrow();
    }

    private static Loaded memory(String text) {
        return SpecLoader.load(new MemoryFiles(Map.of("inventory/site.yml", text)), LoadOptions.standard())
                .result()
                .orElseThrow();
    }

    private static Map<Object, Object> desired(Loaded loaded) {
        Map<Object, Object> all = new TreeMap<>();
        loaded.spec().resources().forEach((address, resource) -> all.put(address, resource.desired()));
        return all;
    }

    @Test
    void whatIsRenderedGivesTheSameResourcesAgain() {
        Loaded loaded = site();
        Loaded again = memory(Render.yaml(loaded));
        assertThat(desired(again)).isEqualTo(desired(loaded));
        assertThat(Render.yaml(again)).isEqualTo(Render.yaml(loaded));
    }

    @Test
    void absenceAndTemplateMarksSurvive() {
        Loaded loaded = memory("""
                hosts:
                  a:
                    vswitches: {vSwitch0: {port_groups: {LAN: {state: absent}}}, vSwitch1: {state: absent}}
                    advanced: {UserVars.Mark: "{% raw %}{{ x }}{% endraw %}", UserVars.No: 'no: "1" # 2'}
                """);
        assertThat(desired(memory(Render.yaml(loaded)))).isEqualTo(desired(loaded));
    }

    @Test
    void whatStandsInsideOfASingleThingIsFoundAgain() {
        Loaded loaded = memory("""
                hosts:
                  a:
                    firewall: {enabled: true, rulesets: {syslog: {enabled: true}}}
                    netstacks: {vmotion: {}}
                    routes: {default@vmotion: {gateway: 10.9.0.1}}
                groups: {g: {hosts: [a], firewall: {rulesets: {sshServer: {allowed_ips: [10.0.0.0/24]}}}}}
                """);
        assertThat(desired(memory(Render.yaml(loaded)))).hasSize(5).isEqualTo(desired(loaded));
        assertThat(Explain.of(loaded, "firewall_ruleset:a/sshServer.allowed_ips")
                        .orElseThrow()
                        .text())
                .contains("allowed_ips = [10.0.0.0/24]", "group g");
    }

    @Test
    void whatStandsInsideOfASingleThingCanBeSet() {
        Loaded loaded = SpecLoader.load(
                        new MemoryFiles(
                                Map.of("inventory/site.yml", "hosts: {a: {firewall: {rulesets: {syslog: {}}}}}")),
                        LoadOptions.standard().with(List.of("firewall_ruleset:a/syslog.enabled=true")))
                .result()
                .orElseThrow();
        assertThat(Render.yaml(loaded)).contains("enabled: true");
    }

    @Test
    void explainNamesWinnersAndLosers() {
        Loaded loaded = memory("""
                hosts: {a: {advanced: {Misc.APDTimeout: 5}}}
                groups: {g: {hosts: [a], advanced: {Misc.APDTimeout: 2}}}
                """);
        Result<Explanation> answer = Explain.of(loaded, "advanced:a/Misc.APDTimeout.value");
        assertThat(answer.orElseThrow().text()).isEqualTo("""
                        advanced:a/Misc.APDTimeout, an advanced setting, declared at inventory/site.yml:1:24

                          value = 5
                            wins  inventory/site.yml:1:41  host: 5
                            loses inventory/site.yml:2:54  group g: 2
                        """);
    }

    @Test
    void explainOffersTheNearestName() {
        Result<Explanation> answer = Explain.of(site(), "vswitch:esxi3.lain.local/vSwich1.mtu");
        assertThat(answer.diagnostics().getFirst().code()).isEqualTo("SPC0057");
    }
}
