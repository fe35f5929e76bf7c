package io.twinpath.lab.site;

import static io.twinpath.lab.site.Sites.ESXI3;
import static io.twinpath.lab.site.Sites.happen;
import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Result;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OperationsTest {

    private final Site site = Sites.lain();

    private Diagnostic refused(String operation) {
        Result<String> result = Operation.parse(operation) instanceof Result.Ok<Operation> ok
                ? new Operations(site, Sites.MORNING).apply(ok.value())
                : Operation.parse(operation).map(Operation::toString);
        assertThat(result).isInstanceOf(Result.Failed.class);
        return result.diagnostics().getFirst();
    }

    @Test
    void aCardIsSwappedWithThePowerOff() {
        assertThat(refused("card esxi3.lain.local 5 none").code()).isEqualTo("LAB0203");
        happen(
                site,
                "power esxi3.lain.local off",
                "card esxi3.lain.local 5 none",
                "card esxi3.lain.local 3 broadcom-57810",
                "card esxi3.lain.local 5 broadcom-57810",
                "power esxi3.lain.local on");
        Host host = site.host(ESXI3);

        assertThat(Hardware.nics(ESXI3, host).stream().map(Nic::name))
                .containsExactly("vmnic0", "vmnic1", "vmnic5", "vmnic6", "vmnic7", "vmnic8");
        assertThat(new Links(site).switchOf(ESXI3, "vmnic5")).contains("sw1");
        assertThat(new Links(site).switchOf(ESXI3, "vmnic7")).contains("sw2");
        assertThat(new Links(site).switchOf(ESXI3, "vmnic6")).isEmpty();
        assertThat(Sites.vswitch(site, ESXI3, "vSwitch1").uplinks)
                .as("the configuration keeps the old name")
                .containsExactly("vmnic4");
        assertThat(host.booted).isEqualTo(Sites.MORNING.toString());
        assertThat(host.paths).isEmpty();
    }

    @Test
    void theSameCardInTheSamePlaceKeepsItsNames() {
        happen(
                site,
                "power esxi3.lain.local off",
                "card esxi3.lain.local 5 none",
                "card esxi3.lain.local 5 mellanox-connectx2",
                "power esxi3.lain.local on");

        assertThat(Hardware.nic(ESXI3, site.host(ESXI3), "vmnic4")).isPresent();
    }

    @Test
    void aReleaseWithoutADriverShowsTheCardOnly() {
        site.host(ESXI3).release = new Release("7.0.3", 24784741, 3, 150);

        assertThat(Hardware.nics(ESXI3, site.host(ESXI3))).extracting(Nic::name).containsExactly("vmnic0", "vmnic1");
        assertThat(Hardware.ports(ESXI3, site.host(ESXI3))).hasSize(3);
    }

    @Test
    void unknownNamesAreAnsweredWithTheNearest() {
        assertThat(refused("fail nic:esxi3.lain.local/vmnc4").hints()).contains("Did you mean \"vmnic4\"?");
        assertThat(refused("fail switch:sw3").code()).isEqualTo("LAB0201");
        assertThat(refused("fail host:esxi4.lain.local").detail()).contains("esxi3.lain.local");
        assertThat(refused("power esxi9.lain.local on").code()).isEqualTo("LAB0201");
        assertThat(refused("card esxi3.lain.local 7 none").code()).isEqualTo("LAB0201");
        assertThat(refused("card esxi3.lain.local 5 broadcom-57811").hints())
                .contains("Did you mean \"broadcom-57810\"?");
        for (String nonsense :
                List.of("", "fail", "fail all", "fail x:y", "power esxi3.lain.local maybe", "dance now")) {
            assertThat(refused(nonsense).code()).as(nonsense).isEqualTo("LAB0202");
        }
    }
}
