package io.twinpath.lab.vim;

import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Listing;
import io.twinpath.lab.soap.Ref;
import java.util.Optional;
import java.util.stream.Stream;

/** The events of a server: the lab has none, and says so. */
final class EventManager implements ManagedObject {

    private static final String KIND = "EventManager";

    private final Ref self;

    private EventManager(Ref self) {
        this.self = self;
    }

    static Ref ref(World world) {
        return ServiceInstance.part(world, KIND, KIND, "ha-eventmgr");
    }

    static Optional<ManagedObject> find(World world, Ref ref) {
        return ref.equals(ref(world)) ? Optional.of(new EventManager(ref)) : Optional.empty();
    }

    @Override
    public Ref self() {
        return self;
    }

    @Override
    public Data properties() {
        return Data.of(KIND).number("maxCollector", 32).unset("description latestEvent");
    }

    @Override
    public Methods methods() {
        return Methods.none().reads("QueryEvents", call -> Optional.of(Listing.of("Event", Stream.empty())));
    }
}
