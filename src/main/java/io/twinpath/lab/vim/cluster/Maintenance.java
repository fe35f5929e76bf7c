package io.twinpath.lab.vim.cluster;

import io.twinpath.lab.site.Evacuation;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.vim.Call;
import io.twinpath.lab.vim.Methods;
import io.twinpath.lab.vim.Work;
import io.twinpath.lab.vim.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Maintenance mode of a host. Entering it waits until no machine runs there; DRS moves those that it may and can, the others
 * are for a person to move or switch off.
 */
public final class Maintenance {

    private final World world;
    private final String host;

    public Maintenance(World world, String host) {
        this.world = world;
        this.host = host;
    }

    public Methods methods() {
        return Methods.none()
                .task("EnterMaintenanceMode_Task", this::enter)
                .task("ExitMaintenanceMode_Task", call -> Work.once(this::leave));
    }

    private Work enter(Call call) {
        if (!world.responds(host)) {
            throw Faults.of(
                    "HostNotConnected", "Unable to communicate with the remote host, since it is disconnected.");
        }
        if (world.host(host).maintenance) {
            throw Faults.invalidState();
        }
        int timeout = call.method().number("timeout").orElse(0);
        Optional<Instant> end =
                Optional.of(timeout).filter(t -> t > 0).map(t -> world.now().plusSeconds(t));
        return new Entering(call.method().flag("evacuatePoweredOffVms").orElse(false), end);
    }

    private void leave() {
        if (!world.host(host).maintenance) {
            throw Faults.invalidState();
        }
        world.host(host).maintenance = false;
    }

    /** A host on its way into maintenance mode. */
    private final class Entering implements Work {

        private final boolean alsoPoweredOff;
        private final Optional<Instant> end;
        private int most = 1;
        private int left = 1;

        Entering(boolean alsoPoweredOff, Optional<Instant> end) {
            this.alsoPoweredOff = alsoPoweredOff;
            this.end = end;
        }

        @Override
        public Optional<Done> attempt() {
            List<String> staying = world.vcenter()
                    ? new Evacuation(world.site()).attempt(host, alsoPoweredOff)
                    : new Evacuation(world.site()).staying(host);
            left = staying.size();
            most = Math.max(most, left);
            if (staying.isEmpty()) {
                world.host(host).maintenance = true;
                return Optional.of(Done.NOTHING);
            }
            if (end.filter(e -> !world.now().isBefore(e)).isPresent()) {
                throw Faults.of("Timedout", "Operation timed out.");
            }
            return Optional.empty();
        }

        @Override
        public boolean cancelable() {
            return true;
        }

        @Override
        public int progress() {
            return 100 * (most - left) / most;
        }
    }
}
