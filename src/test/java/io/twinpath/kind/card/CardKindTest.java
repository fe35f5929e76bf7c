package io.twinpath.kind.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.diag.Span;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.Reply;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Format;
import io.twinpath.kind.Binding;
import io.twinpath.model.Address;
import io.twinpath.model.Catalogue;
import io.twinpath.model.Observed;
import io.twinpath.model.Obstacle;
import io.twinpath.model.PciId;
import io.twinpath.model.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CardKindTest {

    private static final Address ADDRESS = Address.onHost("card", "esxi3.lain.local", "storage_b");

    private final CardKind kind = new CardKind(new Catalogue(new TreeMap<>(Map.of(
            "broadcom-57810", model("Broadcom 57810", "14e4:168e"),
            "mellanox-connectx-2", model("ConnectX-2", "15b3:6750")))));

    @Test
    void countsPortsInTheOrderOfFunctionsWhateverTheirNumbers() throws UnreadableException {
        Card card = present(read(
                "5",
                pci("0000:04:00.1", "14e4", "168e", 5) + pci("0000:04:00.0", "14e4", "168e", 5),
                nic("vmnic3", "0000:04:00.0") + nic("vmnic2", "0000:04:00.1")));
        assertThat(kind.ports(card)).containsExactly("vmnic3", "vmnic2");
        assertThat(kind.compare(wanted("5"), card)).isEmpty();
    }

    @Test
    void countsTwoPortsBehindOneFunction() throws UnreadableException {
        Card card = present(read(
                "5",
                pci("0000:04:00.0", "14e4", "168e", 5),
                nic("vmnic10", "0000:04:00.0") + nic("vmnic9", "0000:04:00.0")));
        assertThat(kind.ports(card)).containsExactly("vmnic9", "vmnic10");
    }

    @Test
    void saysWhatAPersonHasToDoAboutAnotherCard() throws UnreadableException {
        assertThat(obstacle(read("5", pci("0000:04:00.0", "15b3", "6750", 5), nic("vmnic4", "0000:04:00.0"))))
                .isEqualTo("Power off esxi3.lain.local, put a Broadcom 57810 into slot 5"
                        + " in place of the ConnectX-2 (15b3:6750), and cable it.");
    }

    @Test
    void saysWhatAPersonHasToDoAboutAnEmptySlot() throws UnreadableException {
        assertThat(obstacle(read("3", pci("0000:04:00.0", "15b3", "6750", 5), "")))
                .isEqualTo(
                        "Power off esxi3.lain.local, put a Broadcom 57810 into slot 3, which is empty, and cable it.");
    }

    private String obstacle(Observed<Card> observed) {
        Resource<Card> resource = new Resource<>(
                ADDRESS,
                Optional.of(wanted(observed instanceof Observed.Absent<Card> ? "3" : "5")),
                Span.of("hosts.yml", 1, 1, 0),
                new TreeMap<>(),
                Set.of());
        return kind.obstacle(resource, observed).map(Obstacle::text).orElse("");
    }

    private Observed<Card> read(String slot, String devices, String nics) throws UnreadableException {
        Binding<Card> binding = kind.bindings().get(0);
        Replies replies = Replies.none();
        List<Query> queries = binding.queries(ADDRESS, Optional.of(wanted(slot)), replies);
        replies.add(Map.of(queries.get(0), xml(devices), queries.get(1), xml(nics)));
        return binding.read(ADDRESS, Optional.of(wanted(slot)), replies);
    }

    private static Card present(Observed<Card> observed) {
        assertThat(observed).isInstanceOf(Observed.Present.class);
        return ((Observed.Present<Card>) observed).value();
    }

    private static Card wanted(String slot) {
        return new Card(
                "broadcom-57810",
                Optional.of(slot),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static Catalogue.Model model(String title, String id) {
        return new Catalogue.Model(
                title,
                Set.of(PciId.parse(id)),
                new TreeMap<>(),
                Catalogue.Confidence.CAPTURED,
                Optional.empty(),
                List.of());
    }

    private static Reply xml(String structures) {
        return new Reply(
                0,
                Format.XML,
                "<output><root><list type=\"structure\">" + structures + "</list></root></output>",
                "esxi3: esxcli");
    }

    private static String pci(String address, String vendor, String device, int slot) {
        return structure(Map.of(
                "Address",
                address,
                "VendorID",
                "0x" + vendor,
                "DeviceID",
                "0x" + device,
                "SlotDescription",
                "Chassis slot " + slot + "; function 0",
                "PhysicalSlot",
                "4294967295"));
    }

    private static String nic(String name, String address) {
        return structure(Map.of("Name", name, "PCIDevice", address, "Driver", "qfle3"));
    }

    private static String structure(Map<String, String> fields) {
        StringBuilder xml = new StringBuilder("<structure typeName=\"It\">");
        fields.forEach((k, v) -> xml.append("<field name=\"")
                .append(k)
                .append("\"><string>")
                .append(v)
                .append("</string></field>"));
        return xml.append("</structure>").toString();
    }
}
