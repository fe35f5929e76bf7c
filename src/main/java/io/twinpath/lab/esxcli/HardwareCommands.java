package io.twinpath.lab.esxcli;

import static io.twinpath.lab.esxcli.Command.read;

import io.twinpath.lab.site.CardModel;
import io.twinpath.lab.site.Hardware;
import io.twinpath.lab.site.Nic;
import io.twinpath.lab.site.Platform;
import io.twinpath.lab.site.Processor;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** {@code hardware …} */
final class HardwareCommands {

    static final List<Command> TABLE = List.of(
            read("hardware pci list", "List the PCI devices of the host.", HardwareCommands::pci),
            read("hardware cpu global get", "Count the processors.", HardwareCommands::processors),
            read("hardware cpu list", "List the processors.", HardwareCommands::threads),
            read("hardware memory get", "Show how much memory there is.", HardwareCommands::memory),
            read("hardware platform get", "Show what the maker says about the server.", HardwareCommands::platform));

    /** What ESXi prints where a device sits in no numbered slot. */
    private static final long NO_SLOT = 4_294_967_295L;

    private static final int ETHERNET = 0x0200;
    private static final long MIB = 1 << 20;

    private HardwareCommands() {}

    private static Output pci(HostView host, Arguments arguments) {
        return Output.records(Hardware.ports(host.name(), host.host()).stream()
                .map(n -> device(host, n))
                .toList());
    }

    private static Structure device(HostView host, Nic nic) {
        CardModel model = nic.model();
        String bus = nic.address().substring(5, 7);
        boolean served = !nic.driver().isEmpty();
        boolean slotted = nic.slot().matches("[0-9]{1,4}");
        String place = slotted ? "Chassis slot " + nic.slot() : "On board";
        boolean omit = !served && host.release().atLeast(8, 0);
        return Structure.of("PCIDevice", nic.address())
                .with("Address", nic.address())
                .with("Segment", "0x0000")
                .with("Bus", "0x" + bus)
                .with("Slot", "0x00")
                .with("Function", "0x" + nic.port())
                .withWhen(!omit, "VMkernel Name", Value.of(nic.name()))
                .with("Vendor Name", model.vendorName())
                .with("Device Name", model.deviceName())
                .with("Configured Owner", served ? "VMkernel" : "Unknown")
                .with("Current Owner", "VMkernel")
                .with("Vendor ID", hex(model.vendor()))
                .with("Device ID", hex(model.device()))
                .with("SubVendor ID", hex(model.subVendor()))
                .with("SubDevice ID", hex(model.subDevice()))
                .with("Device Class", hex(ETHERNET))
                .with("Device Class Name", "Ethernet controller")
                .with("Programming Interface", "0x00")
                .with("Revision ID", "0x10")
                .with("Interrupt Line", "0x0b")
                .with("IRQ", 255)
                .with("Interrupt Vector", "0x00")
                .with("PCI Pin", "0x0" + nic.port())
                .with("Spawned Bus", "0x00")
                .with("Flags", "0x3201")
                .with("Module ID", served ? model.device() : -1)
                .withWhen(!omit, "Module Name", Value.of(served ? model.module(nic.driver()) : "None"))
                .with("Chassis", 0)
                .with("Physical Slot", slotted ? Long.parseLong(nic.slot()) : NO_SLOT)
                .with("Slot Description", place + "; function " + nic.port() + "; relative bdf 00:00." + nic.port())
                .with("Passthru Capable", true)
                .with("Parent Device", "PCI 0:0:" + Integer.parseInt(bus, 16) + ":0")
                .with("Dependent Device", "PCI 0:" + Integer.parseInt(bus, 16) + ":0:" + nic.port())
                .with("Reset Method", "Function reset")
                .with("FPT Sharable", true);
    }

    private static Output platform(HostView host, Arguments arguments) {
        Platform plate = host.host().platform;
        boolean seven = host.release().atLeast(7, 0);
        String serial = plate.serial();
        return new Output.One(
                "Platform Information",
                Structure.of("PlatformInfo")
                        .with("UUID", bytes(host.host().uuid))
                        .with("Product Name", plate.product())
                        .with("Vendor Name", plate.vendor())
                        .with("Serial Number", serial)
                        .withWhen(seven, "Enclosure Serial Number", Value.of(serial))
                        .withWhen(seven, "BIOS Asset Tag", Value.of(""))
                        .with("IPMI Supported", true));
    }

    private static Output processors(HostView host, Arguments arguments) {
        Processor processor = host.host().processor;
        boolean hyper = processor.threads() > processor.cores();
        return Output.one(Structure.of("CPUGlobal")
                .with("CPU Packages", processor.packages())
                .with("CPU Cores", processor.cores())
                .with("CPU Threads", processor.threads())
                .with("Hyperthreading Active", hyper)
                .with("Hyperthreading Supported", hyper)
                .with("Hyperthreading Enabled", true)
                .with("HV Support", 3));
    }

    /** One record for each hardware thread. */
    private static Output threads(HostView host, Arguments arguments) {
        Processor processor = host.host().processor;
        int each = Math.max(1, processor.threads() / Math.max(1, processor.packages()));
        return Output.records(IntStream.range(0, processor.threads())
                .mapToObj(i -> Structure.of("CPU", "CPU:" + i)
                        .with("Id", i)
                        .with("Package Id", i / each)
                        .with("Family", 6)
                        .with("Model", 63)
                        .with("Type", 0)
                        .with("Stepping", 2)
                        .with("Brand", "GenuineIntel")
                        .with("Core Speed", processor.mhz() * 1_000_000L)
                        .with("Bus Speed", 100_000_000)
                        .with("APIC ID", "0x" + Integer.toHexString(i))
                        .with("Node", i / each))
                .toList());
    }

    private static Output memory(HostView host, Arguments arguments) {
        return Output.one(Structure.of("MemoryGet")
                .with("Physical Memory", new Value.Whole(host.host().memoryMib * MIB, "Bytes"))
                .with("Reliable Memory", new Value.Whole(0, "Bytes"))
                .with("NUMA Node Count", host.host().processor.packages()));
    }

    private static String bytes(String uuid) {
        String digits = uuid.replaceAll("[^0-9a-fA-F]", "");
        return IntStream.range(0, digits.length() / 2)
                .mapToObj(i -> "0x" + Integer.toHexString(Integer.parseInt(digits.substring(2 * i, 2 * i + 2), 16)))
                .collect(Collectors.joining(" "));
    }

    private static String hex(int id) {
        return "0x%04x".formatted(id);
    }
}
