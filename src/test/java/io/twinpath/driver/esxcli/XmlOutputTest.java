package io.twinpath.driver.esxcli;

import static io.twinpath.driver.esxcli.Fixtures.xml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinpath.driver.UnreadableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlOutputTest {

    @Test
    void readsBareValues() throws UnreadableException {
        assertThat(Output.scalar(xml("<output><root><boolean>true</boolean></root></output>")))
                .isEqualTo("true");
    }

    @Test
    void nothingIsNoRecords() throws UnreadableException {
        assertThat(Output.rows(xml("\n"))).isEmpty();
        assertThat(Output.rows(xml("<output><root><list type=\"structure\"></list></root></output>")))
                .isEmpty();
    }

    @Test
    void keepsTextAsItWasMeant() throws UnreadableException {
        Row row = Output.rows(
                        xml(
                                "<output><root><structure><field name=\"Name\"><string>a &amp; b &lt;c&gt; &#x4E2D;</string></field></structure></root></output>"))
                .get(0);
        assertThat(row.text("name")).contains("a & b <c> \u4e2d");
    }

    /** One parser serves many documents: neither a damaged one nor the number of them may tell in the next. */
    @Test
    void documentsDoNotTellInEachOther() throws UnreadableException {
        String good = "<output><root><structure><field name=\"Name\"><string>%s &amp;&#x4E2D;</string></field>"
                + "</structure></root></output>";
        for (int i = 0; i < 5_000; i++) {
            assertThat(Output.rows(xml(good.formatted(i))).get(0).text("name")).contains(i + " &\u4e2d");
            String damaged = good.substring(0, i % good.length());
            if (!damaged.isBlank() && i % 7 == 0) {
                assertThatThrownBy(() -> Output.rows(xml(damaged))).isInstanceOf(UnreadableException.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Unable to Set: Busy",
                "<output>",
                "<output><root>",
                "<output><root></root>",
                "<html><body/></html>",
                "<output><body/></output>",
                "<output><root></root><root></root></output>",
                "<output><root></root></output><output/>",
                "<output><root><structure><field><string>x</string></field></structure></root></output>",
                "<output><root><structure><string>x</string></structure></root></output>",
                "<output><root><structure><field name=\"-\"><string>x</string></field></structure></root></output>",
                "<output><root><structure><field name=\"A\"><string>x</string><string>y</string></field></structure></root></output>",
                "<output><root><structure><field name=\"A\"/><field name=\"a\"/></structure></root></output>",
                "<output><root><list><structure/><string>x</string></list></root></output>",
                "<output><root><list><list/></list></root></output>",
                "<output><root><string>x</string></root></output>",
                "<output><root>\u0000</root></output>",
                "<!DOCTYPE output [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><output><root><structure>"
                        + "<field name=\"A\"><string>&b;</string></field></structure></root></output>",
                "<!DOCTYPE output [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><output><root><structure>"
                        + "<field name=\"A\"><string>&x;</string></field></structure></root></output>",
            })
    void refusesDamage(String body) {
        assertThatThrownBy(() -> Output.rows(xml(body)))
                .isInstanceOf(UnreadableException.class)
                .hasMessageStartingWith("esxi1");
    }

    @Test
    void depthIsBounded() {
        String deep = "<structure><field name=\"a\">".repeat(5_000) + "</field></structure>".repeat(5_000);
        assertThatThrownBy(() -> Output.rows(xml("<output><root>" + deep + "</root></output>")))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("too deep");
    }

    @Test
    void noCutIsTakenForTheWhole() throws UnreadableException {
        String whole = Fixtures.body("network-nic-list.xml").stripTrailing();
        for (int end = 1; end < whole.length(); end += 7) {
            String cut = whole.substring(0, end);
            assertThatThrownBy(() -> Output.rows(xml(cut))).isInstanceOf(UnreadableException.class);
        }
        assertThat(Output.rows(xml(whole))).hasSize(2);
    }
}
