package io.twinpath.lab.vim;

import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Listing;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.soap.Scalar;
import java.util.List;
import java.util.Optional;

/** Who is logged in. Logging in and out itself is {@link VimService}'s, because only the wire knows cookies. */
final class SessionManager implements ManagedObject {

    private static final String KIND = "SessionManager";

    private final World world;
    private final Ref self;

    private final Optional<Session> caller;

    private SessionManager(World world, Ref self, Optional<Session> caller) {
        this.world = world;
        this.self = self;
        this.caller = caller;
    }

    static Ref ref(World world) {
        return ServiceInstance.part(world, KIND, KIND, "ha-sessionmgr");
    }

    /** As the one who calls sees it. */
    static Optional<ManagedObject> find(World world, Ref ref, Optional<Session> caller) {
        return ref.equals(ref(world)) ? Optional.of(new SessionManager(world, ref, caller)) : Optional.empty();
    }

    @Override
    public Ref self() {
        return self;
    }

    @Override
    public Data properties() {
        return Data.of(KIND)
                .maybe("currentSession", caller.map(s -> s.described(world.now())))
                .put("supportedLocaleList", Listing.texts(List.of("en")))
                .text("defaultLocale", "en")
                .unset("sessionList message messageLocaleList");
    }

    @Override
    public Methods methods() {
        return Methods.none()
                .reads(
                        "SessionIsActive",
                        call -> Optional.of(Scalar.of(call.session().id().equals(call.text("sessionID"))
                                && call.session().user().equals(call.text("userName")))))
                .reads("SetLocale", call -> Optional.empty());
    }
}
