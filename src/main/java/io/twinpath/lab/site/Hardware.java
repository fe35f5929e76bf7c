package io.twinpath.lab.site;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * What a host finds on its PCI bus, and the names it gives.
 *
 * <p>Our reading of how names come about: a port keeps its vmnic name for as long as the same model stays at the same
 * PCI address, also through absences. A port never seen before gets the number after the highest one ever given.
 */
public final class Hardware {

    private Hardware() {}

    /** Every port of every card, named or not, in PCI order. */
    public static List<Nic> ports(String hostName, Host host) {
        return host.cards.entrySet().stream()
                .flatMap(e -> ports(hostName, host, e.getKey(), e.getValue()))
                .sorted(Comparator.comparing(Nic::address))
                .toList();
    }

    /** The ports that a driver serves, by vmnic number. */
    public static List<Nic> nics(String hostName, Host host) {
        return ports(hostName, host).stream()
                .filter(n -> !n.name().isEmpty())
                .sorted(Comparator.comparingInt(n -> number(n.name())))
                .toList();
    }

    public static Optional<Nic> nic(String hostName, Host host, String vmnic) {
        return nics(hostName, host).stream().filter(n -> n.name().equals(vmnic)).findFirst();
    }

    /** Names what has no name yet, as a boot does. */
    static void enumerate(String hostName, Host host) {
        host.cards.forEach((slot, card) -> declared(host, slot, card));
        for (Nic nic : ports(hostName, host)) {
            if (!nic.driver().isEmpty() && nic.name().isEmpty()) {
                host.aliases.put(alias(nic.address(), nic.model()), "vmnic" + next(host));
            }
        }
    }

    /** A MAC address that depends on nothing but what it is made for. */
    public static String mac(String oui, String owner) {
        CRC32 crc = new CRC32();
        crc.update(owner.getBytes(StandardCharsets.UTF_8));
        long hash = crc.getValue();
        return "%s:%02x:%02x:%02x".formatted(oui, hash >> 16 & 0x3f, hash >> 8 & 255, hash & 255);
    }

    private static void declared(Host host, String slot, Card card) {
        Optional<CardModel> model = CardModel.named(card.model);
        for (int port = 0; model.isPresent() && port < card.ports.size(); port++) {
            String key = alias(host.slots.get(slot) + "." + port, model.orElseThrow());
            host.aliases.putIfAbsent(key, card.ports.get(port));
        }
    }

    private static Stream<Nic> ports(String hostName, Host host, String slot, Card card) {
        String location = host.slots.getOrDefault(slot, "");
        return CardModel.named(card.model).stream()
                .flatMap(model -> IntStream.range(0, model.ports())
                        .mapToObj(port -> port(hostName, host, slot, location + "." + port, port, model)));
    }

    private static Nic port(String hostName, Host host, String slot, String address, int port, CardModel model) {
        String driver = model.driver(host.release).orElse("");
        String name = driver.isEmpty() ? "" : host.aliases.getOrDefault(alias(address, model), "");
        String owner = hostName + "/" + slot + "/" + model.id();
        return new Nic(name, address, slot, port, model, driver, portMac(model.oui(), owner, port));
    }

    /** The ports of a card have addresses in a row. */
    private static String portMac(String oui, String owner, int port) {
        String base = mac(oui, owner);
        int last = Integer.parseInt(base.substring(15), 16) & 0xfc;
        return base.substring(0, 15) + "%02x".formatted(last + port);
    }

    private static String alias(String address, CardModel model) {
        return address + " " + model.id();
    }

    private static int next(Host host) {
        return host.aliases.values().stream().mapToInt(Hardware::number).max().orElse(-1) + 1;
    }

    private static int number(String vmnic) {
        String digits = vmnic.startsWith("vmnic") ? vmnic.substring(5) : "";
        return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : -1;
    }
}
