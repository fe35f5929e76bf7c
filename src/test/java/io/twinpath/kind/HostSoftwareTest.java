package io.twinpath.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.driver.esxcli.Format;
import io.twinpath.kind.image.ImageKind;
import io.twinpath.kind.kernelmodule.KernelModuleKind;
import io.twinpath.kind.maintenance.MaintenanceKind;
import io.twinpath.lab.site.KernelModule;
import io.twinpath.lab.site.Release;
import io.twinpath.lab.site.Sites;
import io.twinpath.model.Change;
import io.twinpath.model.Desired;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Modules, acceptance level and maintenance mode against the lab, which read the rules by itself. */
class HostSoftwareTest {

    static Stream<LabHost> hosts() {
        return Stream.of("6.0.0", "6.7.0", "7.0.3", "8.0.3", "9.0.0")
                .flatMap(v -> Stream.of(Format.XML, Format.TEXT).map(format -> {
                    LabHost host = new LabHost(Sites.lain(), Sites.ESXI3, format);
                    host.host.release = new Release(v, 1, 0, 0);
                    return host;
                }));
    }

    private static <D extends Record & Desired> LabTrip<D> trip(Kind<D> kind, LabHost host, String name) {
        return new LabTrip<>(kind, host, name);
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void modules(LabHost host) {
        var module = trip(new KernelModuleKind(), host, "iscsi_vmk");
        assertThat(module.thereAndBack(Map.of("enabled", "false")))
                .containsExactly("system module set --module=iscsi_vmk --enabled=false");
        assertThat(module.thereAndBack(Map.of("parameters", Map.of("iscsivmk_LunQDepth", "0"))))
                .containsExactly(
                        "system module parameters set --module=iscsi_vmk --parameter-string=iscsivmk_LunQDepth=0");
        assertThat(module.change(Map.of("enabled", "true"))).isInstanceOf(Change.Keep.class);
        assertThat(module.change(Map.of("parameters", Map.of("iscsivmk_LunQDepth", ""))))
                .isInstanceOf(Change.Keep.class);
        assertThat(module.census()).contains("iscsi_vmk").doesNotContain("vmkernel");
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void parametersThatNobodyNamesStay(LabHost host) {
        var module = trip(new KernelModuleKind(), host, "iscsi_vmk");
        module.there(module.change(Map.of("parameters", Map.of("iscsivmk_LunQDepth", "0"))));
        assertThat(module.thereAndBack(Map.of("parameters", Map.of("iscsivmk_HostQDepth", "4"))))
                .containsExactly("system module parameters set --module=iscsi_vmk"
                        + " --parameter-string=iscsivmk_HostQDepth=4 iscsivmk_LunQDepth=0");
        assertThat(module.thereAndBack(Map.of("parameters", Map.of("iscsivmk_LunQDepth", ""))))
                .containsExactly("system module parameters set --module=iscsi_vmk --parameter-string=");
        Change<?> change = module.change(Map.of("parameters", Map.of("iscsivmk_LunQDepth", "1")));
        assertThat(module.kind().notes(module.change(Map.of("parameters", Map.of("iscsivmk_LunQDepth", "1")))))
                .singleElement()
                .asString()
                .contains("starts the next time");
        assertThat(change).isInstanceOf(Change.Update.class);
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void whatAModuleDoesNotHaveIsBlocked(LabHost host) {
        assertThat(trip(new KernelModuleKind(), host, "iscsi_vmk")
                        .blocked(Map.of("parameters", Map.of("iscsivmk_LunQdept", "1"))))
                .contains("no parameter iscsivmk_LunQdept", "Did you mean \"iscsivmk_LunQDepth\"?");
        assertThat(trip(new KernelModuleKind(), host, "qfle3").blocked(Map.of("enabled", "true")))
                .contains("no kernel module qfle3");
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void aModuleThatIsKeptOutIsFound(LabHost host) {
        host.host.software.modules.put("nmp", new KernelModule());
        host.host.software.modules.firstEntry().getValue().enabled = false;
        assertThat(trip(new KernelModuleKind(), host, "nmp").census()).contains("nmp");
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void acceptance(LabHost host) {
        var image = trip(new ImageKind(), host, "esxi");
        assertThat(image.census()).isEmpty();
        assertThat(image.thereAndBack(Map.of("acceptance_level", "community_supported")))
                .containsExactly("software acceptance set --level=CommunitySupported");
        host.host.software.acceptance = "VMwareCertified";
        assertThat(image.census()).containsExactly("esxi");
        assertThat(image.found().acceptanceLevel()).hasToString("VMWARE_CERTIFIED");
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void maintenance(LabHost host) {
        var mode = trip(new MaintenanceKind(), host, "mode");
        assertThat(mode.census()).isEmpty();
        Map<String, Object> wanted = Map.of("enabled", "true", "vsan", "ensure_accessibility", "timeout", "5m");
        assertThat(mode.kind().notes(mode.change(wanted)))
                .singleElement()
                .asString()
                .contains("waits 300s");
        host.send(mode.commands(mode.change(wanted)));
        assertThat(host.refusals).as("machines run").hasSize(1);
        host.refusals.clear();
        host.site.vms.values().forEach(v -> v.host = Sites.ESXI1);
        assertThat(mode.thereAndBack(wanted))
                .containsExactly(
                        "system maintenanceMode set --enable=true --timeout=300 --vsanmode=ensureObjectAccessibility");
        assertThat(mode.change(Map.of("enabled", "false", "timeout", "10s"))).isInstanceOf(Change.Keep.class);
        host.host.maintenance = true;
        assertThat(mode.script(mode.change(Map.of("enabled", "false"))))
                .isEqualTo(List.of("system maintenanceMode set --enable=false --timeout=60"));
        assertThat(mode.census()).containsExactly("mode");
    }

    @Test
    void aStartLoadsWhatIsEnabled() {
        LabHost host = new LabHost(Sites.lain(), Sites.ESXI3, Format.XML);
        var module = trip(new KernelModuleKind(), host, "iscsi_vmk");
        module.there(module.change(Map.of("enabled", "false", "parameters", Map.of("iscsivmk_LunQDepth", "64"))));
        assertThat(module.found().loaded()).contains(true);
        Sites.happen(host.site, "power " + Sites.ESXI3 + " off", "power " + Sites.ESXI3 + " on");
        assertThat(module.found().loaded()).contains(false);
        assertThat(host.host.software.modules.firstEntry().getValue().active).isEqualTo("iscsivmk_LunQDepth=64");
    }
}
