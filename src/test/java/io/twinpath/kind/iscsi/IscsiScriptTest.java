package io.twinpath.kind.iscsi;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.driver.Command;
import io.twinpath.model.Portal;
import io.twinpath.model.SecretRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class IscsiScriptTest {

    @Test
    void switchesOnBeforeItBindsAndLooksLast() {
        assertThat(commands(Iscsi.off(), on(Optional.empty(), "vmk1", "vmk2")))
                .containsExactly(
                        "iscsi software set --enabled=true",
                        "iscsi adapter discovery sendtarget add --adapter=vmhba64 --address=10.20.0.11:3260",
                        "iscsi networkportal add --adapter=vmhba64 --nic=vmk1",
                        "iscsi networkportal add --adapter=vmhba64 --nic=vmk2",
                        "iscsi adapter discovery rediscover --adapter=vmhba64",
                        "storage core adapter rescan --adapter=vmhba64");
    }

    @Test
    void bindsAndLooksBeforeItLetsGo() {
        assertThat(commands(on(Optional.of("vmhba37"), "vmk1"), on(Optional.of("vmhba37"), "vmk2")))
                .containsExactly(
                        "iscsi networkportal add --adapter=vmhba37 --nic=vmk2",
                        "iscsi adapter discovery rediscover --adapter=vmhba37",
                        "storage core adapter rescan --adapter=vmhba37",
                        "iscsi networkportal remove --adapter=vmhba37 --nic=vmk1",
                        "iscsi adapter discovery rediscover --adapter=vmhba37",
                        "storage core adapter rescan --adapter=vmhba37");
    }

    @Test
    void showsSecretsByReferenceOnly() {
        Iscsi before = on(Optional.of("vmhba64"), "vmk1");
        Chap chap = new Chap(
                Optional.of(Chap.Level.REQUIRED),
                Optional.of("esxi3"),
                Optional.of(SecretRef.parse("secret://env/CHAP")));
        Iscsi after = new Iscsi(
                true,
                before.adapter(),
                before.iqn(),
                before.alias(),
                before.portBinding(),
                before.sendTargets(),
                before.staticTargets(),
                Optional.of(chap),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Map.of());
        assertThat(commands(before, after))
                .containsExactly("iscsi adapter auth chap set --adapter=vmhba64 --direction=uni --level=required"
                        + " --authname=esxi3 --secret=secret://env/CHAP");
    }

    private static List<String> commands(Iscsi before, Iscsi after) {
        return IscsiScript.of(before, after).stream().map(Command::toString).toList();
    }

    private static Iscsi on(Optional<String> adapter, String... bound) {
        SortedSet<String> vmks = new TreeSet<>(List.of(bound));
        SortedSet<Portal> portals = new TreeSet<>(List.of(Portal.parse("10.20.0.11")));
        return new Iscsi(
                true,
                adapter,
                Optional.empty(),
                Optional.empty(),
                Optional.of(vmks),
                Optional.of(portals),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Map.of());
    }
}
