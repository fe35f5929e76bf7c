package io.twinpath.kind.host;

import io.twinpath.driver.Command;
import io.twinpath.driver.MethodQuery;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.kind.Binding;
import io.twinpath.kind.HostProperties;
import io.twinpath.kind.OptionWords;
import io.twinpath.kind.Vim;
import io.twinpath.kind.host.HostState.Apd;
import io.twinpath.kind.host.HostState.Device;
import io.twinpath.kind.host.HostState.Machine;
import io.twinpath.kind.host.HostState.Port;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Mebibytes;
import io.twinpath.model.Observed;
import io.twinpath.model.Seconds;
import io.twinpath.model.Transport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The state of a host in the words of {@code HostSystem} and its managers. Which interfaces carry iSCSI, and what its machines
 * are called, can only be asked once the first answers name adapters and machines.
 */
final class HostApi implements Binding<HostState> {

    private static final String CPU = "hardware.cpuInfo";
    private static final String MEMORY = "hardware.memorySize";
    private static final String MAINTENANCE = "runtime.inMaintenanceMode";
    private static final String MACHINES = "vm";
    static final String UNITS = "config.storageDevice.scsiLun";
    static final String PATHS = "config.storageDevice.multipathInfo.lun";
    static final String ADAPTERS = "config.storageDevice.hostBusAdapter";
    static final String TOPOLOGY = "config.storageDevice.plugStoreTopology.path";
    static final String INTERFACES = "config.network.vnic";
    private static final String NICS = "config.network.pnic";
    private static final String NAME = "name";
    private static final String POWER = "runtime.powerState";
    private static final String FILE = "config.files.vmPathName";

    static final PropertyQuery HOST = HostProperties.query(
            CPU, MEMORY, MAINTENANCE, MACHINES, UNITS, PATHS, ADAPTERS, TOPOLOGY, INTERFACES, NICS, VolumesApi.PATH);

    private static final MethodQuery APD = OptionWords.query("Misc.APDHandlingEnable");
    private static final MethodQuery APD_TIMEOUT = OptionWords.query("Misc.APDTimeout");
    private static final Pattern ON_DATASTORE = Pattern.compile("\\[([^]]+)].*", Pattern.DOTALL);

    @Override
    public Transport transport() {
        return Transport.API;
    }

    @Override
    public List<Query> queries(Address address, Optional<HostState> wanted, Replies known) {
        List<Query> queries = new ArrayList<>(List.of(HOST, APD, APD_TIMEOUT, Neighbours.HINTS));
        try {
            if (known.has(HOST)) {
                PathsApi.adapters(known).forEach(adapter -> queries.add(PathsApi.bound(adapter)));
                queries.addAll(machines(known));
            }
        } catch (UnreadableException e) {
            return queries; // read() says so
        }
        return queries;
    }

    private static List<PropertyQuery> machines(Replies known) throws UnreadableException {
        List<PropertyQuery> queries = new ArrayList<>();
        for (Node machine : HostProperties.items(known, HOST, MACHINES)) {
            machine.ref().ifPresent(ref -> queries.add(PropertyQuery.of(new Handle.Found(ref), NAME, POWER, FILE)));
        }
        return queries;
    }

    @Override
    public Observed<HostState> read(Address address, Optional<HostState> wanted, Replies replies)
            throws UnreadableException {
        Node host = HostProperties.of(replies, HOST);
        return new Observed.Present<>(new HostState(
                Told.processors(host.number(CPU, "numCpuCores"), host.number(CPU, "hz")),
                Told.bytes(host.number(MEMORY)),
                maintenance(host),
                devices(replies),
                new PathsApi(replies).paths(),
                VolumesApi.volumes(replies),
                ports(replies),
                new Apd(
                        number(replies, APD).map(n -> n != 0),
                        number(replies, APD_TIMEOUT).filter(n -> n >= 0).map(Seconds::new)),
                running(replies),
                Neighbours.of(replies)));
    }

    private static boolean maintenance(Node host) throws UnreadableException {
        return host.flag(MAINTENANCE)
                .orElseThrow(() ->
                        new UnreadableException("The server does not say whether the host is in maintenance mode."));
    }

    private static Map<String, Device> devices(Replies replies) throws UnreadableException {
        Map<String, Device> devices = new LinkedHashMap<>();
        for (Node unit : HostProperties.items(replies, HOST, UNITS)) {
            devices.put(
                    unit.requiredText("canonicalName"),
                    new Device(
                            unit.flag("localDisk"),
                            size(unit),
                            Told.words(unit.text("vendor")),
                            Told.words(unit.text("model"))));
        }
        return devices;
    }

    private static Optional<Mebibytes> size(Node unit) throws UnreadableException {
        Optional<Long> blocks = unit.number("capacity", "block");
        Optional<Long> block = unit.number("capacity", "blockSize");
        boolean sane = blocks.isPresent()
                && block.isPresent()
                && block.orElseThrow() > 0
                && blocks.orElseThrow() > 0
                && blocks.orElseThrow() <= Long.MAX_VALUE / block.orElseThrow();
        return sane ? Told.bytes(Optional.of(blocks.orElseThrow() * block.orElseThrow())) : Optional.empty();
    }

    private static Map<String, Port> ports(Replies replies) throws UnreadableException {
        Map<String, Port> ports = new LinkedHashMap<>();
        for (Node nic : HostProperties.items(replies, HOST, NICS)) {
            // Without link there is no speed.
            boolean link = nic.child("linkSpeed").isPresent();
            ports.put(
                    nic.requiredText("device"),
                    new Port(Optional.of(link), Told.speed(nic.number("linkSpeed", "speedMb"))));
        }
        return ports;
    }

    private static Optional<Long> number(Replies replies, MethodQuery option) throws UnreadableException {
        if (Told.refused(replies, option)) {
            return Optional.empty();
        }
        Optional<Node> value = replies.result(option).child("returnval");
        return value.isEmpty() ? Optional.empty() : value.orElseThrow().number("value");
    }

    private static List<Machine> running(Replies replies) throws UnreadableException {
        List<Machine> running = new ArrayList<>();
        for (PropertyQuery query : machines(replies)) {
            if (gone(replies, query)) {
                continue;
            }
            Node machine = replies.object(query);
            if (machine.text(POWER).filter("poweredOn"::equals).isPresent()) {
                running.add(new Machine(
                        Vim.name(machine),
                        machine.text(FILE)
                                .map(ON_DATASTORE::matcher)
                                .filter(Matcher::matches)
                                .map(m -> m.group(1))));
            }
        }
        return Machines.sorted(running);
    }

    /** It was there a moment ago. */
    private static boolean gone(Replies replies, PropertyQuery query) {
        return replies.reply(query)
                .filter(r -> !r.ok() && r.body().startsWith("ManagedObjectNotFound"))
                .isPresent();
    }

    @Override
    public List<Command> script(Change<HostState> change) {
        return List.of();
    }
}
