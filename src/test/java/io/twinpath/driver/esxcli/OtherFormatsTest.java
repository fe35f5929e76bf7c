package io.twinpath.driver.esxcli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinpath.driver.UnreadableException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The formatters csv, keyvalue and json. */
class OtherFormatsTest {

    private static final String PAIRS = """
            structure[0].Nic.Modes.string[0].string=Auto
            structure[0].Nic.Modes.string[1].string=a, b
            structure[0].Nic.Driver.NICDriverInfo.Version.string=1.0
            structure[0].Nic.None.string[] =\s
            structure[0].Nic.Text.string=two\\nlines = one value\s
            structure[0].Nic.Up.boolean=true
            """;

    private static List<Row> csv(String body) throws UnreadableException {
        return Output.rows(Fixtures.of(Format.CSV, body));
    }

    private static List<Row> pairs(String body) throws UnreadableException {
        return Output.rows(Fixtures.of(Format.KEYVALUE, body));
    }

    private static List<Row> json(String body) throws UnreadableException {
        return Output.rows(Fixtures.of(Format.JSON, body));
    }

    @Test
    void quotedCells() throws UnreadableException {
        Row row =
                csv("List,Name,Nested,None,Text,\n\"vmnic1,vmnic0,\",\"a \"\"b\"\", c\",\"\"\"x,y\"\",z,\",,two\\nlines,\n")
                        .get(0);
        assertThat(row.items("List")).containsExactly("vmnic1", "vmnic0");
        assertThat(row.text("Name")).contains("a \"b\", c");
        assertThat(row.items("Nested")).containsExactly("x,y", "z");
        assertThat(row.items("None")).isEmpty();
        assertThat(row.text("None")).isEmpty();
        assertThat(row.text("Text")).contains("two\nlines");
        assertThat(row.source()).isEqualTo("esxi1, line 2");
    }

    /** A list of one and a text with a comma at its end are printed alike. */
    @Test
    void whoAsksKnowsWhetherItIsAList() throws UnreadableException {
        Row row = csv("Name,\n\"a,\",\n").get(0);
        assertThat(row.text("Name")).contains("a,");
        assertThat(row.items("Name")).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Name,Up\na,true,\n",
                "Name,Up,\na,true\n",
                "Name,Up,\na,\n",
                "Name,Up,\na,true,x,\n",
                "Name,Up,\n\"a,true,\n",
                "Name,Up,\n\"a\"b,true,\n",
                "Name,Up,\na\"b,true,\n",
                "Name,Up,\n",
                "Name,name,\na,b,\n",
                "vmnic0,up,\nvmnic1,up,\n",
                "0000:01:00.0,Up,\n0000:02:00.0,Up,\n",
                "Name,,\na,b,\n",
                "Name,\na,\n\nb,\n",
                "Unable to Set: Busy\n",
            })
    void damagedCsvIsRefused(String body) {
        assertThatThrownBy(() -> csv(body))
                .isInstanceOf(UnreadableException.class)
                .hasMessageMatching("(?s)esxi1, line \\d+: .* at \".*\"\\.");
    }

    @Test
    void pathsAndValues() throws UnreadableException {
        Row row = pairs(PAIRS).get(0);
        assertThat(row.items("Modes")).containsExactly("Auto", "a, b");
        assertThat(row.rows("Driver").get(0).text("Version")).contains("1.0");
        assertThat(row.items("None")).isEmpty();
        assertThat(row.needItems("None")).isEmpty();
        assertThat(row.text("Text")).contains("two\nlines = one value");
        assertThat(row.flag("Up")).contains(true);
        assertThat(pairs("NICInfo.MTU.integer=1500\n").get(0).number("MTU")).contains(1500L);
        assertThat(pairs("structure[] = \n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no equals sign\n",
                "=x\n",
                "structure[0].Nic.Name.string=a\nstructure[0].Nic.Name.string=b\n",
                "structure[0].Nic.Name.string=a\nstructure[2].Nic.Name.string=b\n",
                "structure[1].Nic.Name.string=a\n",
                "structure[0].Nic.Name.string=a\nstructure[0].Vib.Up.string=b\n",
                "structure[0].Nic.Name.string=a\nVib.Up.string=b\n",
                "A.L.string[0].string=a\nA.L.string[2].string=a\n",
                "A.L.string[0].string=a\nA.L.string[] = \n",
                "A.L.string[] = x\n",
                "A.L\n",
                "A.L=x\n",
                "A..L.string=x\n",
                "A.L.string=x\nA.L.string.b.c=x\n",
                "structure[99999999].Nic.Name.string=a\n",
                "Unable to Set: Busy = x\n",
            })
    void damagedPairsAreRefused(String body) {
        assertThatThrownBy(() -> pairs(body))
                .isInstanceOf(UnreadableException.class)
                .hasMessageMatching("(?s)esxi1, line \\d+: .* at \".*\"\\.");
    }

    @Test
    void objectsAndLists() throws UnreadableException {
        Row row = json("""
                [{"A": "\\/vmfs", "B": [], "C": ["x, y", "z"], "D": {"E": 1}, "F": null, "G": true},
                 {"A": ""}]""").get(0);
        assertThat(row.text("a")).contains("/vmfs");
        assertThat(row.items("b")).isEmpty();
        assertThat(row.items("c")).containsExactly("x, y", "z");
        assertThat(row.rows("d").get(0).number("e")).contains(1L);
        assertThat(row.text("f")).isEmpty();
        assertThat(row.flag("g")).contains(true);
        assertThat(json("[]")).isEmpty();
        assertThat(json("{\"A\": \"b\"}\n")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"A\": \"b\"}",
                "[{\"A\": \"b}]",
                "[{\"A\": \"b\"}]]",
                "[{\"A\": \"b\"}, {\"A\": ",
                "{\"A\": \"b\", \"a\": \"c\"}",
                "{\"-\": \"b\"}",
                "[{\"A\": [[1]]}]",
                "[{\"A\": [1, {}]}]",
                "Unable to Set: Busy",
            })
    void damagedJsonIsRefused(String body) {
        assertThatThrownBy(() -> json(body))
                .isInstanceOf(UnreadableException.class)
                .hasMessageMatching("esxi1, line \\d+: the json is .*");
    }

    @Test
    void bareValues() throws UnreadableException {
        assertThat(Output.scalar(Fixtures.of(Format.CSV, "true,\n"))).isEqualTo("true");
        assertThat(Output.scalar(Fixtures.of(Format.KEYVALUE, "boolean=true\n")))
                .isEqualTo("true");
        assertThat(Output.scalar(Fixtures.of(Format.JSON, "true"))).isEqualTo("true");
        assertThat(Output.scalar(Fixtures.of(Format.JSON, "\"Enabled\"\n"))).isEqualTo("Enabled");
        for (Format format : Format.values()) {
            assertThatThrownBy(() -> Output.scalar(Fixtures.of(format, " \n")))
                    .as(format.name())
                    .isInstanceOf(UnreadableException.class);
            assertThat(Output.rows(Fixtures.of(format, " \n"))).isEmpty();
        }
    }

    @Test
    void noCutOfPairsOrJsonIsTakenForTheWhole() {
        String two = (PAIRS + PAIRS.replace("[0].Nic", "[1].Nic")).stripTrailing();
        int start = two.indexOf("structure[1]");
        int last = two.lastIndexOf('\n');
        for (int end = start + 1; end <= last; end += 3) {
            String cut = two.substring(0, end);
            assertThatThrownBy(() -> pairs(cut)).isInstanceOf(UnreadableException.class);
        }
        String whole = "[{\"A\": \"b\", \"C\": [1]}, {\"A\": \"c\", \"C\": [2]}]";
        for (int end = 1; end < whole.length(); end++) {
            String cut = whole.substring(0, end);
            assertThatThrownBy(() -> json(cut)).isInstanceOf(UnreadableException.class);
        }
    }
}
