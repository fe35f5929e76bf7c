package io.twinpath.kind.service;

import io.twinpath.driver.Command;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Node;
import io.twinpath.kind.Script;
import io.twinpath.kind.ServiceWords;
import io.twinpath.kind.Standing;
import io.twinpath.model.Address;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Services in the words of {@code HostServiceSystem}. */
final class ServiceApi implements Standing<Service> {

    private static final Service POLICY = new Service(Optional.empty(), Optional.empty());

    @Override
    public Transport transport() {
        return Transport.API;
    }

    @Override
    public List<Query> queries(Address address, Optional<Service> wanted, Replies known) {
        return List.of(ServiceWords.LIST);
    }

    @Override
    public Observed<Service> read(Address address, Optional<Service> wanted, Replies replies)
            throws UnreadableException {
        Optional<Node> found = ServiceWords.service(replies, address.name());
        if (found.isEmpty()) {
            return new Observed.Absent<>();
        }
        Node service = found.orElseThrow();
        boolean asked = wanted.isEmpty() || wanted.orElseThrow().running().isPresent();
        return new Observed.Present<>(new Service(
                Optional.of(policy(service.requiredText("policy"))),
                asked ? service.flag("running") : Optional.empty()));
    }

    private static Service.Policy policy(String word) throws UnreadableException {
        for (Service.Policy policy : Service.Policy.values()) {
            if (word(policy).equals(word)) {
                return policy;
            }
        }
        throw new UnreadableException("The policy \"" + word + "\" of a service is not known.");
    }

    private static String word(Service.Policy policy) {
        return policy.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<Query> census() {
        return List.of(ServiceWords.LIST);
    }

    /** Only whether they start with the host, as over SSH; the time service is the kind ntp's. */
    @Override
    public Map<Address, Optional<Service>> found(Scope.Host host, Replies replies) throws UnreadableException {
        Map<Address, Optional<Service>> found = new LinkedHashMap<>();
        for (Node service : ServiceWords.services(replies)) {
            String key = service.requiredText("key");
            if (Scripts.of(key).isPresent() && !key.equals(ServiceSsh.TIME)) {
                found.put(new Address(ServiceKind.NAME, host, key), Optional.of(POLICY));
            }
        }
        return found;
    }

    @Override
    public List<Command> change(Address address, Service before, Service after) {
        Script script = new Script();
        if (Script.differs(before.policy(), after.policy())) {
            script.add(ServiceWords.policy(address.name(), word(after.policy().orElseThrow())));
        }
        if (Script.differs(before.running(), after.running())) {
            boolean start = after.running().orElseThrow();
            script.add(ServiceWords.turn(start ? "StartService" : "StopService", address.name()));
        }
        return script.commands();
    }
}
