package io.twinpath.observe.path;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Option;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Row;
import io.twinpath.kind.ScsiPaths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the storage paths of one host, with what carries them, in two round trips. */
public final class StoragePaths {

    private static final EsxcliQuery INTERFACES = EsxcliQuery.of("network ip interface list");
    private static final EsxcliQuery NICS = EsxcliQuery.of("network nic list");

    /** In esxcli's words; what is none of these is a disk of the host's own. */
    private static final Set<String> NETWORKS = Set.of("iscsi", "fc", "fcoe", "nvmetcp", "nvmerdma", "iser");

    private final Replies replies = new Replies();

    private StoragePaths() {}

    /** Every path, in the host's order. */
    public static List<StoragePath> read(Reader host) throws DriverException, UnreadableException {
        StoragePaths paths = new StoragePaths();
        List<Query> first = new ArrayList<>(ScsiPaths.QUERIES);
        first.addAll(List.of(INTERFACES, NICS));
        paths.replies.add(host.ask(first));
        Map<String, String> portGroups = paths.portGroups();
        List<Query> second = ScsiPaths.of(paths.replies).stream()
                .flatMap(p -> p.session().flatMap(ScsiPaths.Session::vmk).stream())
                .distinct()
                .sorted()
                .flatMap(vmk -> Optional.ofNullable(portGroups.get(vmk)).stream())
                .distinct()
                .<Query>map(StoragePaths::failover)
                .toList();
        if (!second.isEmpty()) {
            paths.replies.add(host.ask(second));
        }
        return paths.join();
    }

    /** Whether a path leads over a network or a fabric, by its transport; local disks are {@code sas}, {@code usb}, … */
    public static boolean shared(StoragePath path) {
        return NETWORKS.contains(path.transport().toLowerCase(Locale.ROOT));
    }

    private static EsxcliQuery failover(String portGroup) {
        return EsxcliQuery.of(
                "network vswitch standard portgroup policy failover get", Option.of("portgroup-name", portGroup));
    }

    private List<StoragePath> join() throws UnreadableException {
        Map<String, String> portGroups = portGroups();
        List<StoragePath> paths = new ArrayList<>();
        for (ScsiPaths.Listed path : ScsiPaths.of(replies)) {
            Optional<String> vmk = path.session().flatMap(ScsiPaths.Session::vmk);
            paths.add(new StoragePath(
                    path.device(),
                    path.runtimeName(),
                    path.state(),
                    path.transport(),
                    vmk.isEmpty() ? Optional.empty() : Optional.of(carrier(vmk.orElseThrow(), portGroups))));
        }
        return paths;
    }

    private StoragePath.Carrier carrier(String vmk, Map<String, String> portGroups) throws UnreadableException {
        String portGroup = portGroups.getOrDefault(vmk, "");
        Optional<Row> nic = Optional.empty();
        if (!portGroup.isEmpty()) {
            Row policy = replies.row(failover(portGroup));
            List<String> order = new ArrayList<>(policy.items("Active Adapters"));
            order.addAll(policy.items("Standby Adapters"));
            nic = firstWithLink(order);
        }
        return new StoragePath.Carrier(
                vmk, portGroup, nic.flatMap(n -> n.text("Name")), nic.flatMap(n -> n.text("Description")));
    }

    private Optional<Row> firstWithLink(List<String> order) throws UnreadableException {
        for (String name : order) {
            for (Row nic : replies.rows(NICS)) {
                // 5.x has one column "Link", later releases "Link Status".
                boolean up = nic.flag("Link Status").or(() -> link(nic)).orElse(false);
                if (up && nic.text("Name").filter(name::equals).isPresent()) {
                    return Optional.of(nic);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Boolean> link(Row nic) {
        return nic.text("Link").map(text -> text.equalsIgnoreCase("up"));
    }

    private Map<String, String> portGroups() throws UnreadableException {
        Map<String, String> portGroups = new HashMap<>();
        for (Row row : replies.rows(INTERFACES)) {
            row.text("Portgroup").filter(p -> !p.equals("N/A")).ifPresent(p -> portGroups.put(name(row), p));
        }
        return portGroups;
    }

    private static String name(Row row) {
        return row.text("Name").orElse(row.key());
    }
}
