package io.twinpath.lab.esxcli;

import static io.twinpath.lab.esxcli.Command.read;
import static io.twinpath.lab.esxcli.Command.write;

import io.twinpath.lab.site.Ipv4Port;
import io.twinpath.lab.site.Iscsi;
import io.twinpath.lab.site.Portal;
import io.twinpath.lab.site.StaticTarget;
import io.twinpath.lab.site.StorageArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code iscsi adapter discovery …} and {@code iscsi adapter target …} */
final class IscsiDiscoveryCommands {

    private static final Option ADDRESS =
            Option.text("a", "address", "Address and port of the target.").needed();
    private static final Option TARGET =
            Option.text("n", "name", "IQN of the target.").needed();

    static final List<Command> TABLE = List.of(
            read(
                    "iscsi adapter discovery sendtarget list",
                    "List the addresses that are asked for targets.",
                    IscsiDiscoveryCommands::sendTargets,
                    IscsiAdapterCommands.MAYBE),
            write(
                    "iscsi adapter discovery sendtarget add",
                    "Add an address to ask for targets.",
                    IscsiDiscoveryCommands::addSend,
                    IscsiAdapterCommands.ADAPTER,
                    ADDRESS),
            write(
                    "iscsi adapter discovery sendtarget remove",
                    "Remove an address that is asked for targets.",
                    IscsiDiscoveryCommands::removeSend,
                    IscsiAdapterCommands.ADAPTER,
                    ADDRESS),
            read(
                    "iscsi adapter discovery statictarget list",
                    "List the targets that were told.",
                    IscsiDiscoveryCommands::staticTargets,
                    IscsiAdapterCommands.MAYBE),
            write(
                    "iscsi adapter discovery statictarget add",
                    "Add a target.",
                    IscsiDiscoveryCommands::addStatic,
                    IscsiAdapterCommands.ADAPTER,
                    ADDRESS,
                    TARGET),
            write(
                    "iscsi adapter discovery statictarget remove",
                    "Remove a target.",
                    IscsiDiscoveryCommands::removeStatic,
                    IscsiAdapterCommands.ADAPTER,
                    ADDRESS,
                    TARGET),
            write(
                    "iscsi adapter discovery rediscover",
                    "Ask for targets again.",
                    IscsiDiscoveryCommands::rediscover,
                    IscsiAdapterCommands.MAYBE),
            read(
                    "iscsi adapter discovery status get",
                    "Whether a discovery is going on.",
                    IscsiDiscoveryCommands::status,
                    IscsiAdapterCommands.MAYBE),
            read(
                    "iscsi adapter target list",
                    "List the targets that are known.",
                    IscsiDiscoveryCommands::targets,
                    IscsiAdapterCommands.MAYBE),
            read(
                    "iscsi adapter target portal list",
                    "List the portals that are known.",
                    IscsiDiscoveryCommands::portals,
                    IscsiAdapterCommands.MAYBE));

    private static final String NO_ERROR = "No Error";

    private IscsiDiscoveryCommands() {}

    private static Output sendTargets(HostView host, Arguments arguments) {
        return Output.table(IscsiAdapterCommands.listed(host, arguments).stream()
                .flatMap(i -> i.sendTargets.stream()
                        .map(t -> Structure.of("SendTarget")
                                .with("Adapter", i.adapter)
                                .with("Sendtarget", t)))
                .toList());
    }

    private static Output addSend(HostView host, Arguments arguments) {
        Iscsi iscsi = IscsiAdapterCommands.adapter(host, arguments);
        String address = address(arguments);
        if (iscsi.sendTargets.contains(address)) {
            throw new Fault("Unable to add send target " + address + ": Already exists");
        }
        iscsi.sendTargets.add(address);
        return Output.nothing();
    }

    private static Output removeSend(HostView host, Arguments arguments) {
        String address = address(arguments);
        if (!IscsiAdapterCommands.adapter(host, arguments).sendTargets.remove(address)) {
            throw new Fault("Unable to remove send target " + address + ": Not found");
        }
        return Output.nothing();
    }

    private static Output staticTargets(HostView host, Arguments arguments) {
        return Output.table(IscsiAdapterCommands.listed(host, arguments).stream()
                .flatMap(i -> i.staticTargets.stream()
                        .map(t -> Structure.of("StaticTarget")
                                .with("Adapter", i.adapter)
                                .with("Target Address", t.address())
                                .with("Target Name", t.name())))
                .toList());
    }

    private static Output addStatic(HostView host, Arguments arguments) {
        StaticTarget target = new StaticTarget(address(arguments), arguments.text("name"));
        Iscsi iscsi = IscsiAdapterCommands.adapter(host, arguments);
        if (iscsi.staticTargets.contains(target)) {
            throw new Fault("Unable to add static target " + target.address() + ": Already exists");
        }
        iscsi.staticTargets.add(target);
        return Output.nothing();
    }

    private static Output removeStatic(HostView host, Arguments arguments) {
        StaticTarget target = new StaticTarget(address(arguments), arguments.text("name"));
        if (!IscsiAdapterCommands.adapter(host, arguments).staticTargets.remove(target)) {
            throw new Fault("Unable to remove static target " + target.address() + ": Not found");
        }
        return Output.nothing();
    }

    private static Output rediscover(HostView host, Arguments arguments) {
        IscsiAdapterCommands.adapter(host, arguments);
        host.paths().discover();
        return Output.bare("Rediscovery started");
    }

    private static Output status(HostView host, Arguments arguments) {
        return Output.table(IscsiAdapterCommands.listed(host, arguments).stream()
                .map(i -> Structure.of("DiscoveryStatus")
                        .with("Adapter", i.adapter)
                        .with("In Progress", false))
                .toList());
    }

    private static Output targets(HostView host, Arguments arguments) {
        Map<String, Structure> rows = new LinkedHashMap<>();
        IscsiAdapterCommands.listed(host, arguments)
                .ifPresent(i -> known(host)
                        .forEach(at -> rows.computeIfAbsent(
                                at.array().target,
                                t -> Structure.of("IscsiTarget")
                                        .with("Adapter", i.adapter)
                                        .with("Target", t)
                                        .with("Alias", "")
                                        .with("Discovery Method", told(i, t) ? "STATIC" : "SENDTARGETS")
                                        .with("Last Error", NO_ERROR))));
        return Output.table(List.copyOf(rows.values()));
    }

    private static Output portals(HostView host, Arguments arguments) {
        return Output.table(IscsiAdapterCommands.listed(host, arguments).stream()
                .flatMap(i -> known(host)
                        .map(at -> Structure.of("TargetPortal")
                                .with("Adapter", i.adapter)
                                .with("Target", at.array().target)
                                .with("IP", at.portal().ip())
                                .with("Port", Portal.PORT)
                                .with("Tpgt", 1)))
                .toList());
    }

    private static Stream<StorageArray.At> known(HostView host) {
        return host.paths().portals().stream().flatMap(ip -> host.site().portal(ip).stream());
    }

    private static boolean told(Iscsi iscsi, String target) {
        return iscsi.staticTargets.stream().anyMatch(t -> t.name().equals(target));
    }

    private static String address(Arguments arguments) {
        String address = arguments.text("address");
        if (!Ipv4Port.valid(address)) {
            throw new Fault("Invalid address: " + address);
        }
        return Ipv4Port.full(address);
    }
}
