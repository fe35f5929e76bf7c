package io.twinpath.diff;

import static io.twinpath.toy.ToyKinds.card;
import static io.twinpath.toy.ToyKinds.group;
import static io.twinpath.toy.ToyKinds.vswitch;
import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Result;
import io.twinpath.model.Address;
import io.twinpath.toy.ToyCard;
import io.twinpath.toy.ToyGroup;
import io.twinpath.toy.ToySpec;
import io.twinpath.toy.ToySwitch;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {

    private final ToySpec site = new ToySpec()
            .host("esxi1.lain.local")
            .host("esxi2.lain.local")
            .host("esxi3.lain.local")
            .host("esx10")
            .group("storage_hosts", "esxi1.lain.local", "esxi3.lain.local")
            .group("edge", "esx10");

    private Result<Selection> limit(String pattern) {
        return Selection.parse(Optional.of(pattern), List.of(), site.spec());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            storage_hosts:!esxi3*              | esxi1.lain.local
            !esxi3*:storage_hosts              | esxi1.lain.local
            esxi[1:2].lain.local               | esxi1.lain.local esxi2.lain.local
            esx[10:10]                         | esx10
            esxi?.lain.local:&storage_hosts    | esxi1.lain.local esxi3.lain.local
            *                                  | esx10 esxi1.lain.local esxi2.lain.local esxi3.lain.local
            all:!edge                          | esxi1.lain.local esxi2.lain.local esxi3.lain.local
            !edge                              | esxi1.lain.local esxi2.lain.local esxi3.lain.local
            edge,esxi1.lain.local              | esx10 esxi1.lain.local
            ed*                                | esx10
            """)
    void patternsAreReadAsAnsibleReadsThem(String pattern, String hosts) {
        assertThat(limit(pattern).orElseThrow().hosts().orElseThrow()).containsExactly(hosts.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            storage_host          | DIF0102 | Did you mean "storage_hosts"?
            esxi1.lian.local      | DIF0102 | Did you mean "esxi1.lain.local"?
            esxi[1-3].lain.local  | DIF0101 | Write names
            esxi[3:1].lain.local  | DIF0101 | Write names
            esxi[1:99999]         | DIF0101 | Write names
            edge::edge            | DIF0101 | Write names
            xen*                  | DIF0103 |
            edge:!esx10           | DIF0103 |
            """)
    void whatSelectsNothingIsRefused(String pattern, String code, String hint) {
        assertThat(limit(pattern).diagnostics()).isNotEmpty().first().satisfies(d -> {
            assertThat(d.code()).isEqualTo(code);
            assertThat(String.join(" ", d.hints()))
                    .contains(Optional.ofNullable(hint).orElse(""));
        });
    }

    @Test
    void everyUnknownNameIsTold() {
        assertThat(limit("esxi7.lain.local,esxi[8:9].lain.local").diagnostics()).hasSize(3);
    }

    @Test
    void aTargetBringsWhatItRequires() {
        Address card = card("esxi1.lain.local", "a");
        Address vswitch = vswitch("esxi1.lain.local", "vSwitch1");
        Address group = group("esxi1.lain.local", "iSCSI-A");
        site.wants(card, new ToyCard("57810", List.of()))
                .wants(vswitch, ToySwitch.of("a/0"))
                .wants(group, ToyGroup.on("vSwitch1"))
                .wants(group("esxi1.lain.local", "other"), ToyGroup.on("vSwitch1"));
        Selection selection = Selection.parse(Optional.empty(), List.of(group.toString()), site.spec())
                .orElseThrow();
        assertThat(selection.narrow(site.spec()).resources()).containsOnlyKeys(card, vswitch, group);
    }

    @Test
    void unknownAndMalformedTargetsAreRefusedTogether() {
        site.wants(vswitch("esxi1.lain.local", "vSwitch1"), ToySwitch.of("vmnic1"));
        List<Diagnostic> found = Selection.parse(
                        Optional.empty(), List.of("switch:esxi1.lain.local/vSwitch7", "vSwitch1"), site.spec())
                .diagnostics();
        assertThat(found).extracting(Diagnostic::code).containsExactlyInAnyOrder("DIF0104", "DIF0105");
        assertThat(found)
                .flatExtracting(Diagnostic::hints)
                .contains("Did you mean \"switch:esxi1.lain.local/vSwitch1\"?");
    }

    @Test
    void aLimitTakesOtherHostsAndTheirResourcesOut() {
        site.wants(vswitch("esxi1.lain.local", "s"), ToySwitch.of())
                .wants(vswitch("esx10", "s"), ToySwitch.of())
                .wants(Address.inSite("vm", "pomf"), ToyGroup.on("x"));
        var narrowed = limit("edge").orElseThrow().narrow(site.spec());
        assertThat(narrowed.hosts()).containsOnlyKeys("esx10");
        assertThat(narrowed.resources()).containsOnlyKeys(vswitch("esx10", "s"));
        assertThat(Selection.everything().narrow(site.spec())).isEqualTo(site.spec());
    }

    @Test
    void anyTextIsAnswered() {
        Random random = new Random(7);
        String alphabet = "es1[]:!&,*?-. \\$(\u202e";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(limit(text.toString())).isNotNull();
        }
    }
}
