package io.twinpath.kind.vm;

import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.Ref;
import io.twinpath.kind.Vim;
import java.util.Optional;

/**
 * A datastore as one host sees it.
 *
 * @param mode of the datastore: {@code normal}, {@code enteringMaintenance} or {@code inMaintenance}
 * @param told whether the server tells which hosts have it
 * @param mount how this host has it
 */
record Volume(
        String name,
        String host,
        String mode,
        Optional<Long> free,
        boolean nowhere,
        boolean told,
        Optional<Mount> mount) {

    /** How one host has a datastore; what is empty was not told. */
    record Mount(
            Optional<Boolean> mounted, Optional<Boolean> accessible, Optional<String> access, Optional<String> why) {

        private static Mount of(Node mount) throws UnreadableException {
            return new Mount(
                    mount.flag("mountInfo", "mounted"),
                    mount.flag("mountInfo", "accessible"),
                    mount.text("mountInfo", "accessMode"),
                    mount.text("mountInfo", "inaccessibleReason"));
        }
    }

    static Volume of(Node datastore, Node host) throws UnreadableException {
        Optional<Node> list = datastore.child("host");
        Optional<Mount> mount = Optional.empty();
        Optional<Ref> self = Optional.of(Vim.self(host));
        for (Node each : list.map(Node::items).orElseGet(java.util.List::of)) {
            if (each.ref("key").equals(self)) {
                mount = Optional.of(Mount.of(each));
            }
        }
        return new Volume(
                Vim.name(datastore),
                Vim.name(host),
                datastore.text("summary.maintenanceMode").orElse("normal"),
                datastore.number("summary.freeSpace"),
                no(datastore.flag("summary.accessible")),
                list.isPresent(),
                mount);
    }

    /** Why this host cannot use it now; empty also where nobody tells. */
    Optional<String> lost() {
        if (told && mount.isEmpty()) {
            return Optional.of(host + " has no datastore " + name + ".");
        }
        if (mount.filter(m -> no(m.mounted)).isPresent()) {
            return Optional.of("The datastore " + name + " is not mounted on " + host + ".");
        }
        if (mount.filter(m -> no(m.accessible)).isPresent()) {
            String why = mount.flatMap(Mount::why).map(w -> " (" + w + ")").orElse("");
            return Optional.of(host + " cannot reach the datastore " + name + " now" + why + ".");
        }
        return nowhere ? Optional.of("No host can reach the datastore " + name + " now.") : Optional.empty();
    }

    /** Why it takes no disk although its host has it; empty also where nobody tells. */
    Optional<String> closed() {
        if (!mode.equals("normal")) {
            String state = mode.equals("enteringMaintenance") ? " is entering" : " is in";
            return Optional.of("The datastore " + name + state + " maintenance mode.");
        }
        return mount.flatMap(Mount::access)
                .filter("readOnly"::equals)
                .map(m -> host + " may only read the datastore " + name + ".");
    }

    /** What nobody tells of it. */
    Optional<String> doubt() {
        return mount.flatMap(Mount::accessible).isPresent()
                ? Optional.empty()
                : Optional.of(
                        "The server does not tell whether " + host + " can reach the datastore " + name + " now.");
    }

    private static boolean no(Optional<Boolean> flag) {
        return flag.equals(Optional.of(false));
    }
}
