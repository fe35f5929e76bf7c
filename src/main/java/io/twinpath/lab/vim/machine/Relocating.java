package io.twinpath.lab.vim.machine;

import io.twinpath.lab.site.Effects;
import io.twinpath.lab.site.Move;
import io.twinpath.lab.site.Obstacle;
import io.twinpath.lab.site.Vm;
import io.twinpath.lab.site.Vmotion;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.vim.Inventory;
import io.twinpath.lab.vim.Methods;
import io.twinpath.lab.vim.Work;
import io.twinpath.lab.vim.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Moves a machine to another host, and its disks to other datastores. */
final class Relocating {

    private final World world;
    private final String name;

    Relocating(World world, String name) {
        this.world = world;
        this.name = name;
    }

    Methods methods() {
        return Methods.none()
                .task("RelocateVM_Task", call -> new Moving(() -> move(call.argument("spec"))))
                .task("MigrateVM_Task", call -> new Moving(() -> migrate(call.method())));
    }

    /** What a relocation asks for; a pool alone leaves the machine on its host if that has the pool. */
    Move move(Element spec) {
        return new Move(
                spec.ref("host")
                        .map(h -> key("spec.host", h))
                        .or(() -> spec.ref("pool").flatMap(this::byPool)),
                spec.ref("datastore").map(d -> key("spec.datastore", d)),
                disks(spec),
                networks(spec));
    }

    private Move migrate(Element method) {
        Optional<String> host = method.ref("host").map(h -> key("host", h));
        if (host.isEmpty() && method.ref("pool").isEmpty()) {
            throw Faults.invalidArgument("host");
        }
        method.text("state")
                .filter(s -> !s.equals(PowerCalls.state(world, name)))
                .ifPresent(s -> {
                    throw PowerCalls.wrongState(world, name, s);
                });
        return new Move(host.or(() -> method.ref("pool").flatMap(this::byPool)), Optional.empty(), Map.of(), Map.of());
    }

    private Optional<String> byPool(Ref pool) {
        String here = world.site().vm(name).host;
        if (Inventory.pool(world, here).equals(pool)) {
            return Optional.empty();
        }
        throw Faults.invalidArgument("spec.pool");
    }

    private Map<String, String> disks(Element spec) {
        Map<String, String> disks = new HashMap<>();
        for (Element locator : spec.all("disk")) {
            int key = locator.number("diskId").orElseThrow(() -> Faults.invalidArgument("spec.disk.diskId"));
            String label = vm().disks.entrySet().stream()
                    .filter(d -> d.getValue().key == key)
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow(() -> Faults.invalidArgument("spec.disk.diskId"));
            disks.put(
                    label,
                    key("spec.disk.datastore", locator.required("datastore").ref()));
        }
        return disks;
    }

    private Map<String, String> networks(Element spec) {
        Map<String, String> networks = new HashMap<>();
        for (Element change : spec.all("deviceChange")) {
            Element device = change.required("device");
            int key = device.number("key").orElse(-1);
            String label = vm().adapters.entrySet().stream()
                    .filter(a -> a.getValue().key == key)
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow(() -> Faults.invalidArgument("spec.deviceChange.device.key"));
            device.child("backing").flatMap(b -> network(b)).ifPresent(n -> networks.put(label, n));
        }
        return networks;
    }

    private Optional<String> network(Element backing) {
        return backing.child("port")
                .flatMap(p -> Networks.named(
                        world, p.need("switchUuid"), p.text("portgroupKey").orElse("")))
                .or(() -> backing.text("deviceName"));
    }

    private String key(String path, Ref ref) {
        return world.find(ref).flatMap(o -> world.key(o.self())).orElseThrow(() -> Faults.invalidArgument(path));
    }

    private Vm vm() {
        return world.site().vm(name);
    }

    /** A move on its way: it copies for a while, and can be called off until it is done. */
    private final class Moving implements Work {

        private static final int STEPS = 4;

        private final Supplier<Move> asked;
        private int step;

        Moving(Supplier<Move> asked) {
            this.asked = asked;
        }

        @Override
        public Optional<Done> attempt() {
            Move move = asked.get();
            List<Obstacle> obstacles = new Vmotion(world.site()).check(name, move);
            if (!obstacles.isEmpty()) {
                throw MoveFaults.first(world, obstacles);
            }
            boolean copies = new Effects(world.site()).powered(name);
            if (copies && ++step < STEPS) {
                return Optional.empty();
            }
            new Vmotion(world.site()).move(name, move);
            return Optional.of(Done.NOTHING);
        }

        @Override
        public boolean cancelable() {
            return true;
        }

        @Override
        public int progress() {
            return 100 * step / STEPS;
        }
    }
}
