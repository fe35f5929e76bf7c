package io.twinpath.kind.card;

import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Row;
import io.twinpath.driver.vim.Node;
import io.twinpath.model.PciId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One PCI function of a host.
 *
 * @param address as {@code 0000:04:00.1}
 * @param id vendor and device
 * @param subsystem vendor and device of the subsystem
 * @param slot the number of its slot; empty on board
 * @param kernelName the VMkernel's name for it
 * @param bridge whether it only connects others
 * @param network whether it is a network controller, with a driver or without
 */
record PciDevice(
        String address,
        PciId id,
        Optional<PciId> subsystem,
        Optional<String> slot,
        Optional<String> kernelName,
        boolean bridge,
        boolean network) {

    private static final Pattern FORM =
            Pattern.compile("(?:([0-9a-f]{1,4}):)?0*([0-9a-f]{1,2}):([0-9a-f]{1,2})(?:[.:]([0-7]))?");
    private static final Pattern SLOT = Pattern.compile("(?i)\\bslot[ _-]*([0-9]{1,4})");
    private static final long NO_SLOT = 0xffff_ffffL;
    private static final long BRIDGES = 0x06;
    private static final long NETWORK = 0x02;

    static List<PciDevice> all(List<Row> rows) throws UnreadableException {
        List<PciDevice> devices = new ArrayList<>();
        for (Row row : rows) {
            Optional<Long> vendor = row.number("Vendor ID");
            Optional<Long> device = row.number("Device ID");
            if (vendor.isEmpty() || device.isEmpty()) {
                throw new UnreadableException(row.source() + ": a PCI device has no vendor or device number.");
            }
            devices.add(new PciDevice(
                    normal(row.need("Address")),
                    id(vendor.orElseThrow(), device.orElseThrow()),
                    subsystem(row),
                    slot(row.number("Physical Slot"), row.text("Slot Description")),
                    row.text("VMkernel Name"),
                    row.number("Device Class").orElse(0L) >> 8 == BRIDGES,
                    row.number("Device Class").orElse(0L) >> 8 == NETWORK));
        }
        return Collections.unmodifiableList(devices);
    }

    /** From {@code hardware.pciDevice}, whose numbers are signed 16 bits wide; later releases tell slots there. */
    static PciDevice of(Node read) throws UnreadableException {
        Optional<Long> subVendor = read.number("subVendorId");
        Optional<Long> subDevice = read.number("subDeviceId");
        long kind = (number(read, "classId") & 0xffff) >> 8;
        return new PciDevice(
                normal(read.requiredText("id")),
                id(number(read, "vendorId"), number(read, "deviceId")),
                subVendor.flatMap(v -> subDevice.map(d -> id(v, d))),
                slot(read.number("physicalSlot"), read.text("slotDescription")),
                Optional.empty(),
                kind == BRIDGES,
                kind == NETWORK && !read.text("deviceName").orElse("").contains("Virtual Function"));
    }

    private static long number(Node read, String field) throws UnreadableException {
        return read.number(field)
                .orElseThrow(() -> new UnreadableException("A PCI device of the host has no \"" + field + "\"."));
    }

    /** Segment, bus and device: what the functions of one card share. */
    String group() {
        return withoutFunction(address);
    }

    /** The same of any spelling of a PCI address, with or without segment and function. */
    static String groupOf(String address) {
        return withoutFunction(normal(address));
    }

    private static String withoutFunction(String normal) {
        int dot = normal.indexOf('.');
        return dot < 0 ? normal : normal.substring(0, dot);
    }

    /** Whether it is a virtual function, which ESXi names after its physical one: {@code PF_0.4.0_VF_2}. */
    boolean virtual() {
        return kernelName().filter(n -> n.contains("_VF_")).isPresent();
    }

    /** Whether it is a port of this function. */
    boolean hasPort(Nic nic) {
        return nic.address().filter(address::equals).isPresent();
    }

    /** Releases differ in the digits of the bus; what is no PCI address stays as it is. */
    static String normal(String address) {
        String text = address.toLowerCase(Locale.ROOT);
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            return text;
        }
        String segment = m.group(1) == null ? "0" : m.group(1);
        String base = padded(segment, 4) + ":" + padded(m.group(2), 2) + ":" + padded(m.group(3), 2);
        return m.group(4) == null ? base : base + "." + m.group(4);
    }

    private static PciId id(long vendor, long device) {
        return new PciId(hex(vendor) + ":" + hex(device));
    }

    private static String hex(long id) {
        return padded(Long.toHexString(id & 0xffff), 4);
    }

    private static String padded(String digits, int length) {
        return "0".repeat(length - digits.length()) + digits;
    }

    private static Optional<PciId> subsystem(Row row) throws UnreadableException {
        Optional<Long> vendor = row.number("SubVendor ID");
        Optional<Long> device = row.number("SubDevice ID");
        return vendor.isPresent() && device.isPresent()
                ? Optional.of(id(vendor.orElseThrow(), device.orElseThrow()))
                : Optional.empty();
    }

    /** The description names the slot where the number does not: {@code Chassis slot 2; function 0; …}. */
    private static Optional<String> slot(Optional<Long> told, Optional<String> description) {
        Optional<Long> number = told.filter(n -> n > 0 && n < NO_SLOT);
        if (number.isPresent()) {
            return number.map(n -> Long.toString(n));
        }
        return description
                .map(SLOT::matcher)
                .filter(Matcher::find)
                .map(m -> Integer.toString(Integer.parseInt(m.group(1))));
    }
}
