package io.twinpath.lab.vim;

import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Ref;
import java.util.Optional;

/** The tasks of a server. */
final class TaskManager implements ManagedObject {

    private static final String KIND = "TaskManager";

    private final World world;
    private final Ref self;

    private TaskManager(World world, Ref self) {
        this.world = world;
        this.self = self;
    }

    static Ref ref(World world) {
        return ServiceInstance.part(world, KIND, KIND, "ha-taskmgr");
    }

    static Optional<ManagedObject> find(World world, Ref ref) {
        return ref.equals(ref(world)) ? Optional.of(new TaskManager(world, ref)) : Optional.empty();
    }

    @Override
    public Ref self() {
        return self;
    }

    @Override
    public Data properties() {
        return Data.of(KIND)
                .refs("recentTask", world.tasks().recent().stream())
                .number("maxCollector", 32)
                .unset("description");
    }
}
