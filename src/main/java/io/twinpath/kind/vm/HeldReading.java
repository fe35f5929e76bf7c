package io.twinpath.kind.vm;

import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.Ref;
import io.twinpath.kind.Vim;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Works out what keeps a virtual machine where it is, from how its host and the one that it is to go to see datastores. */
final class HeldReading {

    private static final long MIB = 1L << 20;

    private final Vm wanted;
    private final Devices devices;
    private final Replies replies;
    private final SortedMap<String, String> disks = new TreeMap<>();
    private final SortedMap<String, String> unseen = new TreeMap<>();
    private final SortedMap<String, String> doubts = new TreeMap<>();

    private HeldReading(Vm wanted, Devices devices, Replies replies) {
        this.wanted = wanted;
        this.devices = devices;
        this.replies = replies;
    }

    /**
     * @param config its own properties
     * @param host that it is registered on, where the server tells
     */
    static Held of(Node config, Vm wanted, Devices devices, Optional<Node> host, Replies replies)
            throws UnreadableException {
        HeldReading reading = new HeldReading(wanted, devices, replies);
        Optional<Node> target = reading.target(host);
        reading.disks(target);
        Optional<String> at = target.isEmpty() ? Optional.empty() : Optional.of(Vim.name(target.orElseThrow()));
        return new Held(
                reading.disks,
                reading.unseen,
                reading.doubts,
                at,
                reading.host(host, target),
                reading.off(config, host));
    }

    // The host that it is to go to

    private Optional<Node> target(Optional<Node> host) throws UnreadableException {
        return wanted.host().isEmpty() || Vim.alone(replies)
                ? host
                : Vim.named(replies, Vim.HOSTS, wanted.host().orElseThrow());
    }

    private Optional<String> host(Optional<Node> now, Optional<Node> then) throws UnreadableException {
        if (now.isEmpty() || wanted.host().isEmpty()) {
            return Optional.empty();
        }
        if (then.isEmpty()) {
            return Optional.of("There is no host " + wanted.host().orElseThrow() + " on this server.");
        }
        boolean moves = !Vim.self(now.orElseThrow()).equals(Vim.self(then.orElseThrow()));
        return moves && maintained(then.orElseThrow())
                ? Optional.of(Vim.name(then.orElseThrow()) + " is in maintenance mode.")
                : Optional.empty();
    }

    private static boolean maintained(Node host) throws UnreadableException {
        return host.flag("runtime.inMaintenanceMode").orElse(false);
    }

    // The datastores that disks are to go to

    private void disks(Optional<Node> target) {
        SortedMap<String, List<String>> moving = new TreeMap<>();
        wanted.disks().forEach((label, disk) -> {
            Optional<String> now =
                    Optional.ofNullable(devices.disks().get(label)).flatMap(Disk::datastore);
            disk.datastore()
                    .filter(to -> devices.disks().containsKey(label) && !now.equals(Optional.of(to)))
                    .ifPresent(to ->
                            moving.computeIfAbsent(to, t -> new ArrayList<>()).add(label));
        });
        moving.forEach((name, labels) -> {
            try {
                to(name, labels, target);
            } catch (UnreadableException e) {
                labels.forEach(label -> doubts.put(label, "Whether it takes the disk is not known. " + e.getMessage()));
            }
        });
    }

    private void to(String name, List<String> labels, Optional<Node> host) throws UnreadableException {
        Optional<Node> found = Vim.named(replies, Vim.VOLUMES, name);
        if (found.isEmpty()) {
            labels.forEach(label -> disks.put(label, "There is no datastore " + name + " on this server."));
        } else if (host.isEmpty()) {
            labels.forEach(label -> doubts.put(label, "The server does not tell on which host it is."));
        } else {
            Volume volume = Volume.of(found.orElseThrow(), host.orElseThrow());
            Optional<String> closed = volume.closed();
            Optional<String> lost = volume.lost();
            closed.ifPresent(why -> labels.forEach(label -> disks.put(label, why)));
            lost.ifPresent(why -> labels.forEach(label -> unseen.put(label, why)));
            if (closed.isEmpty() && lost.isEmpty()) {
                volume.doubt().ifPresent(what -> labels.forEach(label -> doubts.put(label, what)));
                space(volume, labels);
            }
        }
    }

    /** A thin disk takes what is written of it, which is not read. */
    private void space(Volume volume, List<String> labels) throws UnreadableException {
        Optional<Long> free = volume.free();
        long sure = 0;
        long most = 0;
        boolean told = free.isPresent();
        for (String label : labels) {
            Devices.Size size = devices.sizes().getOrDefault(label, new Devices.Size(Optional.empty(), true));
            told &= size.bytes().isPresent();
            most += size.bytes().orElse(0L);
            sure += size.thin() ? 0 : size.bytes().orElse(0L);
        }
        long room = free.orElse(Long.MAX_VALUE);
        String all = String.join(", ", labels);
        if (sure > room) {
            String full = "The datastore " + volume.name() + " has less than the " + mib(sure) + " free that " + all
                    + (labels.size() == 1 ? " takes." : " take.");
            labels.forEach(label -> disks.put(label, full));
        } else if (!told || most > room) {
            String doubt = told
                    ? "The datastore " + volume.name() + " has less than the " + mib(most) + " free that " + all
                            + " can grow to; how much of it is written is not read."
                    : "The server does not tell whether the datastore " + volume.name() + " has room for " + all + ".";
            labels.forEach(label -> doubts.merge(label, doubt, (one, other) -> one + " " + other));
        }
    }

    private static String mib(long bytes) {
        return (bytes + MIB - 1) / MIB + " MiB";
    }

    // Being started again

    /** Asked only of a machine that may be switched off: rather left running than off for good. */
    private Optional<String> off(Node config, Optional<Node> host) throws UnreadableException {
        if (!wanted.mayPowerCycle()) {
            return Optional.empty();
        }
        if (host.isEmpty()) {
            return Optional.of("The server does not tell on which host it is.");
        }
        if (maintained(host.orElseThrow())) {
            return Optional.of(Vim.name(host.orElseThrow()) + " is in maintenance mode, in which nothing is started.");
        }
        try {
            Optional<String> lost = lost(config, host.orElseThrow());
            return lost.isPresent()
                    ? lost
                    : config.text("runtime.connectionState")
                            .filter(state -> !state.equals("connected"))
                            .map(state -> "The server calls it \"" + state + "\".");
        } catch (UnreadableException e) {
            return Optional.of("Whether its datastores can be reached is not known. " + e.getMessage());
        }
    }

    private Optional<String> lost(Node config, Node host) throws UnreadableException {
        Map<Ref, Node> datastores = new HashMap<>();
        for (Node datastore : replies.objects(Vim.VOLUMES)) {
            datastores.put(Vim.self(datastore), datastore);
        }
        for (Node each : config.child("datastore").map(Node::items).orElseGet(List::of)) {
            Optional<Node> datastore = each.ref().map(datastores::get);
            if (datastore.isEmpty()) {
                return Optional.of("It lies on a datastore that the server does not have.");
            }
            Optional<String> lost = Volume.of(datastore.orElseThrow(), host).lost();
            if (lost.isPresent()) {
                return lost;
            }
        }
        return Optional.empty();
    }
}
