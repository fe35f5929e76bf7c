package io.twinpath.lab.vim;

import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.soap.SoapFault;
import io.twinpath.lab.soap.SoapHandler;
import io.twinpath.lab.soap.Value;
import java.util.Optional;
import java.util.Set;

/** Leads each call to the object that it is about, if the caller may, and notes it down. */
public final class VimService implements SoapHandler {

    private static final System.Logger TROUBLE = System.getLogger(VimService.class.getName());

    /** What somebody may call who has not logged in. */
    private static final Set<String> OPEN = Set.of("RetrieveServiceContent", "Login", "RetrieveInternalContent");

    /** What anybody may do with a licence that does not let the API change anything. */
    private static final Set<String> ALWAYS = Set.of("Login", "Logout", "CancelTask");

    /** No host of the lab has a module that could attest anything. */
    private static final Methods ATTESTATION =
            Methods.none().reads("QueryTpmAttestationReport", call -> Optional.empty());

    private final World world;
    private final Accounts accounts;
    private final Sessions sessions = new Sessions();
    private final CallLog log;

    public VimService(World world, Accounts accounts, CallLog log) {
        this.world = world;
        this.accounts = accounts;
        this.log = log;
    }

    /** Ends all sessions, as a restart does. */
    public void restart() {
        sessions.endAll();
    }

    @Override
    public Answer call(Element method, Optional<String> session) {
        Ref on = method.child("_this").map(Element::ref).orElse(new Ref("", ""));
        try {
            Answer answer = dispatch(method, on, session.flatMap(sessions::find));
            log.called(world, method, on, Optional.empty());
            return answer;
        } catch (SoapFault fault) {
            log.called(world, method, on, Optional.of(fault.name()));
            throw fault;
        } catch (RuntimeException wrong) {
            TROUBLE.log(System.Logger.Level.ERROR, "the lab failed in " + method.name(), wrong);
            log.called(world, method, on, Optional.of("SystemError"));
            throw Faults.internal();
        }
    }

    private Answer dispatch(Element method, Ref on, Optional<Session> session) {
        if (method.child("_this").isEmpty()) {
            throw Faults.invalidRequest("The call names no object");
        }
        if (session.isEmpty() && !OPEN.contains(method.name())) {
            throw Faults.notAuthenticated(on);
        }
        return switch (method.name()) {
            case "Login" -> login(method, session);
            case "Logout" -> logout(session.orElseThrow());
            default ->
                Answer.of(run(
                        method,
                        on,
                        session.orElseGet(() -> new Session("", "", world.now(), ServiceInstance.collector(world)))));
        };
    }

    private Answer login(Element method, Optional<Session> before) {
        if (before.isPresent()) {
            throw Faults.of("InvalidLogin", "The session is logged in already.");
        }
        String user = method.need("userName");
        if (!world.guard().read(() -> accounts.admit(user, method.need("password")))) {
            throw Faults.invalidLogin();
        }
        Session session = sessions.begin(user, world.now(), ServiceInstance.collector(world))
                .orElseThrow(() -> Faults.of("OutOfBounds", "Too many sessions are open."));
        return new Answer(Optional.of(session.described(world.now())), Optional.of(session.id()));
    }

    private Answer logout(Session session) {
        sessions.end(session);
        return Answer.of(Optional.empty());
    }

    private Optional<? extends Value> run(Element method, Ref on, Session session) {
        Call call = new Call(world, session, method);
        ManagedObject object = world.guard().read(() -> call.find(on).orElseThrow(() -> Faults.notFound(on)));
        Methods.Entry entry = common(object)
                .and(object.methods())
                .find(method.name())
                .orElseThrow(() -> Faults.methodNotFound(on, method.name()));
        return switch (entry.needs()) {
            case TO_READ -> world.guard().read(() -> entry.body().apply(call));
            case TO_WRITE -> {
                mayWrite(method.name());
                yield world.guard().write(() -> entry.body().apply(call));
            }
            case TO_WAIT -> entry.body().apply(call);
        };
    }

    /** What every object can be told: some clients read single properties in this way. */
    private static Methods common(ManagedObject object) {
        return Methods.none()
                .reads("Fetch", call -> Paths.follow(object.properties(), call.text("prop")))
                .and(object.self().kind().equals("HostSystem") ? ATTESTATION : Methods.none());
    }

    private void mayWrite(String method) {
        if (!ALWAYS.contains(method) && world.agentOf().isPresent() && accounts.restricted()) {
            throw Faults.restricted();
        }
    }
}
