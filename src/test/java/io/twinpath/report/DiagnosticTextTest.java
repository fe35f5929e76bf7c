package io.twinpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Span;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiagnosticTextTest {

    private static final String YAML = "port_groups:\n  VM Network:\n    vswitch: vSwitch0\n    vlann: 20\n";
    private final DiagnosticText text = new DiagnosticText(
            name -> name.equals("inventory/a.yml") ? Optional.of(YAML) : Optional.empty(), Style.PLAIN);

    @Test
    void drawsPlaceCaretReasonAndHint() {
        Diagnostic d = Diagnostic.error("SPC0104", "Unknown field", "Known fields are vlan, vswitch.")
                .at(Span.of("inventory/a.yml", 4, 5, 5), "a port group has no field of this name")
                .about("port_group:esx01/VM Network")
                .hint("Did you mean \"vlan\"?");
        assertThat(text.one(d)).isEqualTo("""
                error SPC0104: Unknown field

                  inventory/a.yml:4:5
                    3 |     vswitch: vSwitch0
                    4 |     vlann: 20
                      |     ^^^^^ a port group has no field of this name

                  port_group:esx01/VM Network: Known fields are vlan, vswitch.
                  Did you mean "vlan"?
                """);
    }

    @Test
    void showsWhatCannotBeSeen() {
        Diagnostic d = Diagnostic.error("SPC0001", "Hidden", "the key is \"v\u200blan\u202e\u0007\"");
        assertThat(text.one(d)).contains("v\\u{200b}lan\\u{202e}\\u{7}").doesNotContain("\u202e");
    }

    @Test
    void namesAPlaceWhoseTextIsNotAtHand() {
        Diagnostic d = Diagnostic.error("SPC0001", "Gone", "").at(Span.of("--set", 1, 7, 3), "here");
        assertThat(text.one(d)).isEqualTo("error SPC0001: Gone\n\n  --set:1:7\n    here\n");
    }

    @Test
    void countsWhatItLeavesOut() {
        Diagnostic d = Diagnostic.error("SPC0001", "Same", "");
        assertThat(text.all(Collections.nCopies(23, d))).endsWith("… and 3 more.\n\n");
    }

    @Test
    void staysInBoundsForAnySpan() {
        for (int line = 1; line < 8; line++) {
            for (int column = 1; column < 40; column++) {
                for (int length : new int[] {0, 1, 50}) {
                    Diagnostic d = Diagnostic.error("SPC0001", "Any", "")
                            .at(Span.of("inventory/a.yml", line, column, length), "x");
                    assertThat(text.one(d)).contains("inventory/a.yml:" + line + ":" + column);
                }
            }
        }
    }
}
