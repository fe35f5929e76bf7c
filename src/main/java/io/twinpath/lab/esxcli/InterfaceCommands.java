package io.twinpath.lab.esxcli;

import static io.twinpath.lab.esxcli.Command.read;
import static io.twinpath.lab.esxcli.Command.write;

import io.twinpath.lab.site.DistributedSwitch;
import io.twinpath.lab.site.Vmk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** {@code network ip interface …} and {@code network ip netstack …}, but for addresses. */
final class InterfaceCommands {

    static final String NAME = "interface-name";
    static final Option INTERFACE =
            Option.text("i", NAME, "The VMkernel interface to work on.").needed();

    private static final String DEFAULT_STACK = "defaultTcpipStack";
    private static final Option NETSTACK =
            Option.text("N", "netstack", "The network stack.").needed();

    static final List<Command> TABLE = List.of(
            read("network ip interface list", "List the VMkernel interfaces.", InterfaceCommands::list),
            write(
                    "network ip interface add",
                    "Add a VMkernel interface to a port group.",
                    InterfaceCommands::add,
                    Option.text("i", NAME, "Its name; the next free one when left out."),
                    Option.text("M", "mac-address", "Its MAC address."),
                    Option.number("m", "mtu", "Its MTU in bytes."),
                    Option.text("N", "netstack", "Its network stack."),
                    PortGroupCommands.PORT_GROUP),
            write("network ip interface remove", "Remove a VMkernel interface.", InterfaceCommands::remove, INTERFACE),
            write(
                    "network ip interface set",
                    "Set the MTU of a VMkernel interface, or switch it on or off.",
                    InterfaceCommands::set,
                    Option.bool("e", "enabled", "Whether it is on."),
                    INTERFACE,
                    Option.number("m", "mtu", "Its MTU in bytes.")),
            read(
                    "network ip interface tag get",
                    "Show the services of an interface.",
                    InterfaceCommands::tags,
                    INTERFACE),
            write(
                    "network ip interface tag add",
                    "Give an interface a service.",
                    InterfaceCommands::addTag,
                    INTERFACE,
                    tag()),
            write(
                    "network ip interface tag remove",
                    "Take a service from an interface.",
                    InterfaceCommands::removeTag,
                    INTERFACE,
                    tag()),
            read("network ip netstack list", "List the network stacks.", InterfaceCommands::netstacks),
            write("network ip netstack add", "Add a network stack.", InterfaceCommands::addNetstack, NETSTACK),
            write(
                    "network ip netstack remove",
                    "Remove a network stack.",
                    InterfaceCommands::removeNetstack,
                    NETSTACK));

    private static final String NOT_APPLICABLE = "N/A";
    private static final long FIRST_PORT = 33_554_443;

    private InterfaceCommands() {}

    private static Option tag() {
        return Option.choice(
                        "t",
                        "tagname",
                        "The service.",
                        "Management",
                        "VMotion",
                        "faultToleranceLogging",
                        "vSphereReplication",
                        "vSphereReplicationNFC",
                        "vSphereProvisioning",
                        "VSAN",
                        "VSANWitness")
                .needed();
    }

    private static Output list(HostView host, Arguments arguments) {
        return Output.records(
                host.host().vmkernel.keySet().stream().map(n -> record(host, n)).toList());
    }

    private static Structure record(HostView host, String name) {
        Vmk vmk = host.vmk(name);
        boolean six = host.release().atLeast(6, 0);
        Optional<Map.Entry<String, DistributedSwitch>> vds = distributed(host, vmk);
        long number = name.matches("vmk[0-9]{1,4}") ? Long.parseLong(name.substring(3)) : 0;
        return Structure.of("VMKernelNic", name)
                .with("Name", name)
                .with("MAC Address", host.mac(name))
                .with("Enabled", vmk.enabled)
                .with("Portset", portset(host, vmk))
                .with("Portgroup", vds.isPresent() ? NOT_APPLICABLE : vmk.portGroup)
                .withWhen(six, "Netstack Instance", Value.of(vmk.netstack))
                .with("VDS Name", vds.map(Map.Entry::getKey).orElse(NOT_APPLICABLE))
                .withWhen(
                        six,
                        "VDS UUID",
                        Value.of(vds.map(d -> d.getValue().uuid).orElse(NOT_APPLICABLE)))
                .with("VDS Port", vds.isPresent() ? Long.toString(FIRST_PORT + number) : NOT_APPLICABLE)
                .with("VDS Connection", vds.isPresent() ? 1 : -1)
                .withWhen(six, "Opaque Network ID", Value.of(NOT_APPLICABLE))
                .withWhen(six, "Opaque Network Type", Value.of(NOT_APPLICABLE))
                .withWhen(six, "External ID", Value.of(NOT_APPLICABLE))
                .with("MTU", vmk.mtu)
                .with("TSO MSS", 65_535)
                .withWhen(six, "RXDispQueue Size", Value.of(1))
                .with("Port ID", FIRST_PORT + number);
    }

    private static Optional<Map.Entry<String, DistributedSwitch>> distributed(HostView host, Vmk vmk) {
        return host.host().switchOf(vmk.portGroup).isPresent()
                ? Optional.empty()
                : host.site().distributedSwitches.entrySet().stream()
                        .filter(d -> d.getValue().portGroups.containsKey(vmk.portGroup))
                        .findFirst();
    }

    private static String portset(HostView host, Vmk vmk) {
        return host.host().vswitches.entrySet().stream()
                .filter(v -> v.getValue().portGroups.containsKey(vmk.portGroup))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> distributed(host, vmk).map(d -> "DvsPortset-0"))
                .orElse(NOT_APPLICABLE);
    }

    private static Output add(HostView host, Arguments arguments) {
        String portGroup = arguments.text(PortGroupCommands.NAME);
        host.switchOf(portGroup);
        String name = arguments.maybe(NAME).orElseGet(() -> free(host));
        if (!name.matches("vmk(0|[1-9][0-9]{0,2})")) {
            throw new Fault("Unable to add vmkernel interface " + name + ": Invalid name");
        }
        if (host.host().vmkernel.containsKey(name)) {
            throw new Fault("Unable to add vmkernel interface " + name + ": Already exists");
        }
        if (host.host().vmkernel.values().stream().anyMatch(v -> v.portGroup.equals(portGroup))) {
            throw new Fault("Unable to add vmkernel interface " + name + ": portgroup " + portGroup + " is in use");
        }
        Vmk vmk = new Vmk();
        vmk.portGroup = portGroup;
        vmk.mtu = VswitchCommands.mtu(arguments.number("mtu").orElse(vmk.mtu));
        vmk.mac = arguments.text("mac-address", "");
        vmk.netstack = arguments.text("netstack", vmk.netstack);
        if (!stacks(host).contains(vmk.netstack)) {
            throw new Fault("Unable to add vmkernel interface " + name + ": no network stack " + vmk.netstack);
        }
        host.host().vmkernel.put(name, vmk);
        return Output.nothing();
    }

    private static Output remove(HostView host, Arguments arguments) {
        String name = arguments.text(NAME);
        host.vmk(name);
        if (host.host().iscsi.bound.contains(name)) {
            throw new Fault("Unable to remove vmkernel interface " + name + ": bound to " + host.host().iscsi.adapter);
        }
        host.host().vmkernel.remove(name);
        return Output.nothing();
    }

    private static Output set(HostView host, Arguments arguments) {
        Vmk vmk = host.vmk(arguments.text(NAME));
        vmk.mtu = VswitchCommands.mtu(arguments.number("mtu").orElse(vmk.mtu));
        vmk.enabled = arguments.bool("enabled", vmk.enabled);
        return Output.nothing();
    }

    private static Output tags(HostView host, Arguments arguments) {
        List<String> tags = host.vmk(arguments.text(NAME)).tags;
        return Output.one(Structure.of("InterfaceTags").with("Tags", Value.of(tags)));
    }

    private static Output addTag(HostView host, Arguments arguments) {
        List<String> tags = host.vmk(arguments.text(NAME)).tags;
        if (!tags.contains(arguments.text("tagname"))) {
            tags.add(arguments.text("tagname"));
        }
        return Output.nothing();
    }

    private static Output removeTag(HostView host, Arguments arguments) {
        String tag = arguments.text("tagname");
        if (!host.vmk(arguments.text(NAME)).tags.remove(tag)) {
            throw new Fault("Unable to remove tag " + tag + ": the interface does not have it");
        }
        return Output.nothing();
    }

    private static Output netstacks(HostView host, Arguments arguments) {
        return Output.records(stacks(host).stream()
                .map(key -> Structure.of("NetStackInstance", key)
                        .with("Key", key)
                        .with("Name", key)
                        .with("State", 4660))
                .toList());
    }

    private static SortedSet<String> stacks(HostView host) {
        SortedSet<String> stacks = new TreeSet<>(host.host().netstacks);
        stacks.add(DEFAULT_STACK);
        return stacks;
    }

    private static Output addNetstack(HostView host, Arguments arguments) {
        String key = arguments.text("netstack");
        if (stacks(host).contains(key)) {
            throw new Fault("Unable to add network stack " + key + ": Already exists");
        }
        host.host().netstacks.add(key);
        return Output.nothing();
    }

    private static Output removeNetstack(HostView host, Arguments arguments) {
        String key = arguments.text("netstack");
        if (host.host().vmkernel.values().stream().anyMatch(v -> v.netstack.equals(key))) {
            throw new Fault("Unable to remove network stack " + key + ": Busy");
        }
        if (!host.host().netstacks.remove(key)) {
            throw new Fault("Unable to remove network stack " + key + ": Not found");
        }
        return Output.nothing();
    }

    private static String free(HostView host) {
        return IntStream.range(0, 256)
                .mapToObj(i -> "vmk" + i)
                .filter(n -> !host.host().vmkernel.containsKey(n))
                .findFirst()
                .orElseThrow(() -> new Fault("Unable to add vmkernel interface: none is free"));
    }
}
