package io.twinpath.kind.service;

import io.twinpath.driver.Command;
import io.twinpath.driver.ProgramCommand;
import io.twinpath.driver.ProgramQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.Reply;
import io.twinpath.driver.ServiceScript;
import io.twinpath.driver.UnreadableException;
import io.twinpath.kind.Script;
import io.twinpath.kind.Standing;
import io.twinpath.model.Address;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Services in the words of {@code chkconfig} and their init scripts. */
final class ServiceSsh implements Standing<Service> {

    static final String TIME = "ntpd";
    private static final Service POLICY = new Service(Optional.empty(), Optional.empty());
    private static final ProgramQuery.StartList LIST = new ProgramQuery.StartList();

    /** One line of {@code chkconfig --list}. */
    private static final Pattern LINE = Pattern.compile("(\\S+)\\s+(on|off)");

    /** What scripts say. "not running" and its like first, since they hold the other words. */
    private static final Pattern STOPPED =
            Pattern.compile("(?i)\\b(not (?:running|started|enabled)|stopped|disabled)\\b");

    private static final Pattern RUNNING = Pattern.compile("(?i)\\b(running|started|enabled)\\b");

    @Override
    public Transport transport() {
        return Transport.SSH;
    }

    @Override
    public Optional<String> lacks(Service wanted) {
        return wanted.policy().equals(Optional.of(Service.Policy.AUTOMATIC))
                ? Optional.of("The policy automatic is told and taken by the API only. Write \"on\" or \"off\".")
                : Optional.empty();
    }

    @Override
    public List<Query> queries(Address address, Optional<Service> wanted, Replies known) {
        List<Query> queries = new ArrayList<>(List.of(LIST));
        if (wanted.isEmpty() || wanted.orElseThrow().running().isPresent()) {
            Scripts.of(address.name()).map(ProgramQuery.ServiceStatus::new).ifPresent(queries::add);
        }
        return queries;
    }

    @Override
    public Observed<Service> read(Address address, Optional<Service> wanted, Replies replies)
            throws UnreadableException {
        Optional<ServiceScript> script = Scripts.of(address.name());
        Optional<Service.Policy> policy = script.map(ServiceScript::name).map(policies(replies)::get);
        if (policy.isEmpty()) {
            return new Observed.Absent<>();
        }
        Optional<Reply> status = replies.reply(new ProgramQuery.ServiceStatus(script.orElseThrow()));
        Optional<Boolean> running = status.isEmpty() ? Optional.empty() : Optional.of(runs(status.orElseThrow()));
        return new Observed.Present<>(new Service(policy, running));
    }

    private static Map<String, Service.Policy> policies(Replies replies) throws UnreadableException {
        Map<String, Service.Policy> policies = new LinkedHashMap<>();
        String text = replies.printed(LIST);
        for (String line : text.lines().toList()) {
            Matcher matcher = LINE.matcher(line.strip());
            if (matcher.matches()) {
                boolean on = matcher.group(2).equals("on");
                policies.put(matcher.group(1), on ? Service.Policy.ON : Service.Policy.OFF);
            }
        }
        if (policies.isEmpty()) {
            throw new UnreadableException("chkconfig --list printed no line of the form NAME on|off.");
        }
        return policies;
    }

    private static boolean runs(Reply status) throws UnreadableException {
        if (STOPPED.matcher(status.body()).find()) {
            return false;
        }
        if (RUNNING.matcher(status.body()).find()) {
            return true;
        }
        throw new UnreadableException(
                status.source() + ": \"" + status.body().strip() + "\" does not say whether it runs.");
    }

    @Override
    public List<Query> census() {
        return List.of(LIST);
    }

    /** Only whether they start with the host, which one list tells; the time service is the kind ntp's. */
    @Override
    public Map<Address, Optional<Service>> found(Scope.Host host, Replies replies) throws UnreadableException {
        Map<Address, Optional<Service>> found = new LinkedHashMap<>();
        for (String script : policies(replies).keySet()) {
            String key = Scripts.key(script);
            if (Scripts.of(key).isPresent() && !key.equals(TIME)) {
                found.put(new Address(ServiceKind.NAME, host, key), Optional.of(POLICY));
            }
        }
        return found;
    }

    @Override
    public List<Command> change(Address address, Service before, Service after) {
        Script script = new Script();
        ServiceScript service = Scripts.of(address.name()).orElseThrow();
        if (Script.differs(before.policy(), after.policy())) {
            boolean on = after.policy().orElseThrow() != Service.Policy.OFF;
            script.add(new ProgramCommand.StartWithHost(service, on));
        }
        if (Script.differs(before.running(), after.running())) {
            boolean start = after.running().orElseThrow();
            script.add(new ProgramCommand.Turn(service, start ? ProgramCommand.Way.START : ProgramCommand.Way.STOP));
        }
        return script.commands();
    }
}
