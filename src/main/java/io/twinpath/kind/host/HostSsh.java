package io.twinpath.kind.host;

import io.twinpath.driver.Command;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Option;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Row;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Processors;
import io.twinpath.kind.ScsiPaths;
import io.twinpath.kind.host.HostState.Apd;
import io.twinpath.kind.host.HostState.Device;
import io.twinpath.kind.host.HostState.Path;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The state of a host in the words of esxcli: lists only, in one round. */
final class HostSsh implements Binding<HostState> {

    private static final EsxcliQuery CPU = EsxcliQuery.of("hardware cpu global get");
    private static final EsxcliQuery CORES = EsxcliQuery.of("hardware cpu list");
    private static final EsxcliQuery MEMORY = EsxcliQuery.of("hardware memory get");
    private static final EsxcliQuery MAINTENANCE = EsxcliQuery.of("system maintenanceMode get");
    private static final EsxcliQuery DEVICES = EsxcliQuery.of("storage core device list");
    private static final EsxcliQuery NICS = EsxcliQuery.of("network nic list");
    private static final EsxcliQuery APD = option("/Misc/APDHandlingEnable");
    private static final EsxcliQuery APD_TIMEOUT = option("/Misc/APDTimeout");

    private static EsxcliQuery option(String path) {
        return EsxcliQuery.of("system settings advanced list", Option.of("option", path));
    }

    @Override
    public Transport transport() {
        return Transport.SSH;
    }

    @Override
    public List<Query> queries(Address address, Optional<HostState> wanted, Replies known) {
        List<Query> queries =
                new ArrayList<>(List.of(CPU, CORES, MEMORY, MAINTENANCE, DEVICES, NICS, APD, APD_TIMEOUT));
        queries.addAll(ScsiPaths.QUERIES);
        queries.addAll(VolumesSsh.QUERIES);
        return queries;
    }

    @Override
    public Observed<HostState> read(Address address, Optional<HostState> wanted, Replies replies)
            throws UnreadableException {
        VolumesSsh volumes = new VolumesSsh(replies);
        return new Observed.Present<>(new HostState(
                processors(replies),
                memory(replies),
                maintenance(replies),
                devices(replies),
                paths(replies),
                volumes.volumes(),
                ports(replies),
                apd(replies),
                volumes.machines(),
                Optional.empty()));
    }

    /** All cores of a host run at one rate. */
    private static Optional<Processors> processors(Replies replies) throws UnreadableException {
        if (Told.refused(replies, CPU) || Told.refused(replies, CORES)) {
            return Optional.empty();
        }
        List<Row> cores = replies.rows(CORES);
        return cores.isEmpty()
                ? Optional.empty()
                : Told.processors(
                        replies.row(CPU).number("CPU Cores"), cores.getFirst().number("Core Speed"));
    }

    private static Optional<Mebibytes> memory(Replies replies) throws UnreadableException {
        return Told.refused(replies, MEMORY)
                ? Optional.empty()
                : Told.bytes(replies.row(MEMORY).number("Physical Memory"));
    }

    private static boolean maintenance(Replies replies) throws UnreadableException {
        String word = replies.scalar(MAINTENANCE);
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "enabled", "true" -> true;
            case "disabled", "false" -> false;
            default ->
                throw new UnreadableException(
                        "\"" + MAINTENANCE + "\" should answer Enabled or Disabled, and answered \"" + word + "\".");
        };
    }

    private static Map<String, Device> devices(Replies replies) throws UnreadableException {
        Map<String, Device> devices = new LinkedHashMap<>();
        for (Row row : replies.rows(DEVICES)) {
            String name = row.text("Device").orElse(row.key());
            if (name.isEmpty()) {
                row.need("Device");
            }
            devices.put(
                    name,
                    new Device(
                            row.flag("Is Local"),
                            Told.mebibytes(row.number("Size")),
                            Told.words(row.text("Vendor")),
                            Told.words(row.text("Model"))));
        }
        return devices;
    }

    private static Map<String, Path> paths(Replies replies) throws UnreadableException {
        Map<String, Path> paths = new LinkedHashMap<>();
        for (ScsiPaths.Listed path : ScsiPaths.of(replies)) {
            paths.put(
                    path.runtimeName(),
                    new Path(
                            path.device(),
                            PathWords.state(path.state()),
                            PathWords.fabric(path.transport()),
                            path.session().map(PathWords::session)));
        }
        return paths;
    }

    private static Map<String, Port> ports(Replies replies) throws UnreadableException {
        Map<String, Port> ports = new LinkedHashMap<>();
        for (Row row : replies.rows(NICS)) {
            // 5.x has one column "Link", later releases "Link Status".
            Optional<Boolean> status = row.flag("Link Status");
            Optional<Boolean> link = status.isPresent() ? status : row.flag("Link");
            ports.put(
                    row.need("Name"),
                    new Port(link, Told.speed(row.number("Speed")).filter(s -> link.orElse(true))));
        }
        return ports;
    }

    private static Apd apd(Replies replies) throws UnreadableException {
        return new Apd(
                number(replies, APD).map(n -> n != 0),
                number(replies, APD_TIMEOUT).filter(n -> n >= 0).map(Seconds::new));
    }

    private static Optional<Long> number(Replies replies, EsxcliQuery option) throws UnreadableException {
        return Told.refused(replies, option)
                ? Optional.empty()
                : replies.row(option).number("Int Value");
    }

    @Override
    public List<Command> script(Change<HostState> change) {
        return List.of();
    }
}
