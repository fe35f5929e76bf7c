package io.twinpath.lab.site;

/**
 * A port of a network card as the host sees it.
 *
 * @param name such as {@code vmnic4}; empty when no driver serves the card
 * @param address PCI address with function, such as {@code 0000:05:00.0}
 * @param driver empty when none
 */
public record Nic(String name, String address, String slot, int port, CardModel model, String driver, String mac) {

    /** Where a cable goes in, such as {@code 5/0}. */
    public String socket() {
        return slot + "/" + port;
    }
}
