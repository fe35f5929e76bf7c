package io.twinpath.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A physical NIC port: named by hardware ({@code storage_a/0}, port 0 of the host's card {@code storage_a}) so that a
 * swapped card needs no new spec, or directly as the {@code vmnicN} that the host calls it.
 */
public sealed interface PortRef extends Comparable<PortRef> {

    Pattern CARD_PORT = Pattern.compile("([A-Za-z0-9_][A-Za-z0-9_.-]{0,63})/([0-9]{1,2})");
    Pattern VMNIC = Pattern.compile("vmnic[0-9]{1,4}|vusb[0-9]{1,3}");

    /** Port {@code index}, counted from 0 in the order of PCI functions, of a card that the spec names. */
    record CardPort(String card, int index) implements PortRef {

        /** The card on one host. */
        public Address on(String host) {
            return Address.onHost("card", host, card);
        }

        @Override
        public String toString() {
            return card + "/" + index;
        }
    }

    /** A port by the host's own name. */
    record Vmnic(String name) implements PortRef {
        @Override
        public String toString() {
            return name;
        }
    }

    @Override
    default int compareTo(PortRef other) {
        return toString().compareTo(other.toString());
    }

    /** Reads {@code card/0} or {@code vmnic4}. */
    static PortRef parse(String text) {
        if (VMNIC.matcher(text).matches()) {
            return new Vmnic(text);
        }
        Matcher m = CARD_PORT.matcher(text);
        if (m.matches()) {
            return new CardPort(m.group(1), Integer.parseInt(m.group(2)));
        }
        throw new IllegalArgumentException("a port is written CARD/INDEX, such as storage_a/0, or vmnicN");
    }
}
