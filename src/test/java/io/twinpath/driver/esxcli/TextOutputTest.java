package io.twinpath.driver.esxcli;

import static io.twinpath.driver.esxcli.Fixtures.reply;
import static io.twinpath.driver.esxcli.Fixtures.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinpath.driver.UnreadableException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextOutputTest {

    @Test
    void bothFormattersGiveEqualCells() throws UnreadableException {
        List<Row> text = Output.rows(reply("network-nic-list.txt"));
        List<Row> xml = Output.rows(reply("network-nic-list.xml"));
        assertThat(text).hasSize(2).hasSameSizeAs(xml);
        for (int i = 0; i < text.size(); i++) {
            // xml also has fields that text hides
            assertThat(xml.get(i).cells()).containsAllEntriesOf(text.get(i).cells());
        }
    }

    @Test
    void bothFormattersGiveEqualRecords() throws UnreadableException {
        Row text = Output.rows(reply("network-nic-get.txt")).get(0);
        Row xml = Output.rows(reply("network-nic-get.xml")).get(0);
        for (String field : List.of("Cable Type", "Link Status", "PHYAddress", "Virtual Address", "Name")) {
            assertThat(text.text(field)).as(field).isEqualTo(xml.text(field));
        }
        for (String field : List.of("Advertised Link Modes", "Supported Ports")) {
            assertThat(text.items(field)).as(field).isEqualTo(xml.items(field));
        }
        assertThat(text.rows("Driver Info").get(0).cells())
                .isEqualTo(xml.rows("Driver Info").get(0).cells());
        assertThat(text.cells().keySet()).isEqualTo(xml.cells().keySet());
    }

    @Test
    void readsRecordsThatAreNamed() throws UnreadableException {
        List<Row> rows = Output.rows(reply("network-vswitch-standard-list.txt"));
        assertThat(rows).extracting(Row::key).containsExactly("vSwitch0", "vSwitch1");
        assertThat(rows.get(0).items("Uplinks")).containsExactly("vmnic3", "vmnic2");
        assertThat(rows.get(1).items("Uplinks")).isEmpty();
        assertThat(rows.get(1).number("MTU")).contains(9000L);
        assertThat(rows.get(0).flag("Beacon Enabled")).contains(false);
    }

    @Test
    void readsRecordsThatAreNot() throws UnreadableException {
        List<Row> rows = Output.rows(reply("network-vm-port-list.txt"));
        assertThat(rows).hasSize(2).extracting(Row::key).containsOnly("");
        assertThat(rows.get(1).text("MAC Address")).contains("00:0c:29:72:3f:ed");
        assertThat(rows.get(1).text("DVPort ID")).isEmpty();
        assertThat(rows.get(1).source()).isEqualTo("network-vm-port-list.txt, line 7");
    }

    @Test
    void readsListsOfStructures() throws UnreadableException {
        List<Row> rows = Output.rows(reply("network-vswitch-dvs-vmware-list.txt"));
        assertThat(rows).extracting(Row::key).containsExactly("VDS-Prod", "VDS-Lab");
        List<Row> ports = rows.get(0).rows("DVPort");
        assertThat(ports).hasSize(2);
        assertThat(ports.get(0).text("Client")).isEmpty();
        assertThat(ports.get(1).text("Client")).contains("vmk0");
        assertThat(ports.get(1).number("Port ID")).contains(1L);
        assertThat(rows.get(1).rows("DVPort")).isEmpty();
    }

    @Test
    void aListOfStructuresSurvivesLostBlanks() throws UnreadableException {
        String stripped = Fixtures.body("network-vswitch-dvs-vmware-list.txt").replaceAll("(?m) +$", "");
        assertThat(cells(stripped)).isEqualTo(cells(Fixtures.body("network-vswitch-dvs-vmware-list.txt")));
    }

    @Test
    void aFieldMayFollowAListOfStructures() throws UnreadableException {
        Row row = Output.rows(text("a\n   List: \n         X: 1\n      \n         X: 2\n      \n   Tail: t\n"))
                .get(0);
        assertThat(row.rows("List")).hasSize(2);
        assertThat(row.text("Tail")).contains("t");
    }

    @Test
    void cutsTablesByTheirDashes() throws UnreadableException {
        List<Row> groups = Output.rows(reply("network-vswitch-standard-portgroup-list.txt"));
        assertThat(groups).hasSize(3);
        assertThat(groups.get(1).text("Name")).contains("Büro A");
        assertThat(groups.get(1).number("VLAN ID")).contains(941L);
        assertThat(groups.get(2).number("Active Clients")).contains(14L);

        List<Row> adapters = Output.rows(reply("storage-core-adapter-list.txt"));
        assertThat(adapters).extracting(r -> r.text("Capabilities").isEmpty()).containsOnly(true);
        assertThat(adapters.get(0).text("Description")).contains("(0000:02:00.0) VMware Inc. PVSCSI SCSI Controller");

        List<Row> machines = Output.rows(reply("network-vm-list.txt"));
        assertThat(machines.get(1).number("World ID")).contains(455_345L);
        assertThat(machines.get(1).items("Networks")).containsExactly("Server Network", "Server Network");
    }

    @Test
    void readsOlderColumns() throws UnreadableException {
        List<Row> rows = Output.rows(reply("network-nic-list-5.5.txt"));
        assertThat(rows.get(1).text("Link")).contains("Down");
        assertThat(rows.get(1).number("Speed")).contains(0L);
        assertThat(rows.get(0).text("PCI Device")).contains("0000:001:00.0");
    }

    @Test
    void leavesUnitsAway() throws UnreadableException {
        List<Row> rows = Output.rows(reply("storage-core-device-capacity-list.txt"));
        assertThat(rows.get(0).number("Size")).contains(19_074_048L);
        assertThat(rows.get(1).number("Size")).contains(0L);
    }

    @Test
    void readsTitlesColonsAndHexadecimals() throws UnreadableException {
        Row platform = Output.rows(reply("hardware-platform-get.txt")).get(0);
        assertThat(platform.key()).isEqualTo("Platform Information");
        assertThat(platform.text("BIOS Asset Tag")).isEmpty();

        Row card = Output.rows(reply("hardware-pci-list.txt")).get(0);
        assertThat(card.key()).isEqualTo("0000:03:00.0");
        assertThat(card.number("Vendor ID")).contains(0x14e4L);
        assertThat(card.text("Slot Description")).contains("Chassis slot 2; function 0; relative bdf 02:00.0");
        assertThat(card.text("Parent Device")).contains("PCI 0:2:0:0");

        assertThat(Output.rows(reply("localcli-iscsi-networkportal-list.txt"))
                        .get(0)
                        .key())
                .isEqualTo("vmhba64");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "network-nic-list.txt",
                "network-nic-list-5.5.txt",
                "network-nic-get.txt",
                "network-vswitch-standard-list.txt",
                "network-vswitch-dvs-vmware-list.txt",
                "network-vswitch-standard-portgroup-list.txt",
                "storage-core-adapter-list.txt",
                "hardware-pci-list.txt",
                "storage-nmp-psp-roundrobin-deviceconfig-get.txt"
            })
    void lineEndsDoNotMatter(String file) throws UnreadableException {
        String body = Fixtures.body(file);
        List<String> expected = cells(body);
        assertThat(expected).isNotEmpty();
        assertThat(cells(body.replace("\n", "\r\n"))).isEqualTo(expected);
        assertThat(cells(body.strip().equals(body) ? body : body.substring(0, body.length() - 1)))
                .isEqualTo(expected);
        assertThat(cells("\n\n" + body + "\n\n")).isEqualTo(expected);
        assertThat(cells(body.replaceAll("(?m) +$", ""))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "  \r\n \n"})
    void nothingIsNoRecords(String body) throws UnreadableException {
        assertThat(Output.rows(text(body))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a message instead of an answer
                "Unable to Set: Busy\n",
                "Error: Unknown command or namespace network nic lst\n\nUsage: esxcli\n",
                // layout that was collapsed on the way
                "Name Virtual Switch VLAN ID\n------ -------- -------\nA vSwitch0 0\n",
                "vSwitch0\nName: vSwitch0\nClass: etherswitch\n",
                // cut short
                "vSwitch0\n   Name: vSwitch0\n\nvSwitch1\n",
                "vSwitch0\n   Name: vSwitch0\n   Num Por",
                // a row that does not keep to its columns
                "Name  VLAN\n----  ----\nabcdef   1\n",
                "Name  VLAN\n----  ----\n\tab   1\n",
                "Name      VLAN  Port\n--------  ----  ----\n\u540d\u524d  10    11\n",
                // a row that lost blanks, but by chance none between the columns
                "Name      Virtual Switch\n--------  --------------\nA          vSwitch0\n",
                "Device Name       Port  Up\n----------------  ----  --\nvmnic0 10 true\n",
                // a row that a narrow terminal broke in two
                "Name    Port  Description\n------  ----  -----------\nvmnic0    10  Intel\nX540\n",
                // titles without rows
                "Name  VLAN\n----  ----\n",
                // titles
                "Name  Name\n----  ----\n",
                "Name      \n----  ----\n",
                // more behind the end
                "Name  VLAN\n----  ----\nab       1\n\nab       2\n",
                // records
                "a\n   X: 1\n   X: 2\n",
                "a\n   X: 1\n  Y: 2\n",
                "a\n   X: 1\nb\n   X: 2\n",
                "a\n   X: 1\n\n   X: 2\n",
                "a\n   : 1\n",
                "   X: \n               Y: 2\n",
            })
    void refusesDamage(String body) {
        assertThatThrownBy(() -> Output.rows(text(body)))
                .isInstanceOf(UnreadableException.class)
                .hasMessageMatching("(?s)esxi1, line \\d+: .* at \".*\"\\.");
    }

    @Test
    void whatIsCutInItsLastRowIsNotTheWhole() {
        assertThatThrownBy(() -> Output.rows(text("Name  VLAN  On\n----  ----  --\na        1  x\nb")))
                .hasMessageContaining("esxi1, line 4");
        assertThatThrownBy(() -> Output.rows(text("Name  On  VLAN\n----  --  ----\na     x      1\nb     x")))
                .hasMessage("esxi1, line 4: the row ends before its column \"vlan\".");
        assertThatThrownBy(() -> Output.rows(text("a\n   X: 1\n   Y: \n\nb\n   X: 1\n")))
                .hasMessage("esxi1, line 5: the last record ends early.");
    }

    @Test
    void saysWhere() {
        assertThatThrownBy(() -> Output.rows(text("vSwitch0\n   Name: vSwitch0\n  MTU: 1500\n")))
                .hasMessage("esxi1, line 3: a field was expected at \"MTU: 1500\".");
    }

    @Test
    void readsBareValues() throws UnreadableException {
        assertThat(Output.scalar(text("true\r\n"))).isEqualTo("true");
        assertThat(Output.scalar(text("42825414367"))).isEqualTo("42825414367");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "a\rb", "Error: no", "Connect to localhost failed: Connection failure"})
    void aBareValueIsOneWordOfTheHost(String body) {
        assertThatThrownBy(() -> Output.scalar(text(body))).isInstanceOf(UnreadableException.class);
    }

    @Test
    void hugeIsRefused() {
        assertThatThrownBy(() -> Output.rows(text("a".repeat(Output.LONGEST + 1))))
                .hasMessage("esxi1: the answer is longer than 8 MiB.");
    }

    private static List<String> cells(String body) throws UnreadableException {
        return Output.rows(text(body)).stream().map(TextOutputTest::flat).toList();
    }

    /** Without the places, which move with line ends. */
    private static String flat(Row row) {
        StringBuilder flat = new StringBuilder(row.key());
        row.cells().forEach((name, cell) -> {
            flat.append('|').append(name).append('=');
            switch (cell) {
                case Row.Text t -> flat.append(t.text());
                case Row.Items i -> flat.append(i.items());
                case Row.Either e -> flat.append(e.text());
                case Row.Rows r ->
                    r.rows()
                            .forEach(inner ->
                                    flat.append('<').append(flat(inner)).append('>'));
            }
        });
        return flat.toString();
    }
}
