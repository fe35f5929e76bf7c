package io.twinpath.plan;

import io.twinpath.diff.Changes;
import io.twinpath.diff.Undeclared;
import io.twinpath.driver.Command;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Kinds;
import io.twinpath.kind.netswitch.NetSwitch;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Desired;
import io.twinpath.model.Observed;
import io.twinpath.model.Obstacle;
import io.twinpath.model.PortRef;
import io.twinpath.model.Resource;
import io.twinpath.model.Spec;
import io.twinpath.model.Transport;
import io.twinpath.model.Value;
import io.twinpath.model.Way;
import io.twinpath.rig.lifeline.Channels;
import io.twinpath.rig.lifeline.Lifelines;
import io.twinpath.rig.lifeline.MoveObstacles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** From changes to a plan. Equal inputs give equal plans. */
public final class Planner {

    private final Changes changes;
    private final Spec spec;
    private final Kinds kinds;
    private final SortedMap<Address, Draft<?>> drafts = new TreeMap<>();
    private final Map<Address, String> ids = new HashMap<>();

    private Planner(Changes changes, Spec spec, Kinds kinds) {
        this.changes = changes;
        this.spec = spec;
        this.kinds = kinds;
        changes.byAddress()
                .forEach((address, change) ->
                        kinds.kind(address.kind()).ifPresent(kind -> drafts.put(address, Draft.of(kind, change))));
        // What nobody declared stays, and may stand on what is to go.
        changes.undeclared()
                .forEach((address, undeclared) -> kinds.kind(address.kind())
                        .ifPresent(kind -> drafts.put(address, Draft.of(kind, undeclared.found()))));
    }

    /**
     * @param changes what the spec asks of the site
     * @param spec by which the site was read
     * @param stamp what only the caller can know
     */
    public static Plan plan(Changes changes, Spec spec, Kinds kinds, PlanStamp stamp) {
        return new Planner(changes, spec, kinds).plan(stamp, false);
    }

    /** As {@link #plan(Changes, Spec, Kinds, PlanStamp)}, for whoever stands at the consoles of the hosts. */
    public static Plan planAtConsole(Changes changes, Spec spec, Kinds kinds, PlanStamp stamp) {
        return new Planner(changes, spec, kinds).plan(stamp, true);
    }

    /** What several changes of a host together must not do. */
    private SortedMap<Address, List<Obstacle>> lifelines(boolean atConsole) {
        SortedMap<String, List<Change<?>>> byHost = new TreeMap<>();
        drafts.values()
                .forEach(draft -> draft.address()
                        .host()
                        .ifPresent(host -> byHost.computeIfAbsent(host, h -> new ArrayList<>())
                                .add(draft.change())));
        List<NetSwitch> wirings = Channels.wirings(spec);
        SortedMap<Address, List<Obstacle>> found = new TreeMap<>();
        byHost.values().removeIf(its -> its.stream().noneMatch(Change::isPending));
        byHost.forEach((host, its) -> found.putAll(
                Lifelines.obstacles(its, Channels.of(wirings, host, port -> named(host, port)), atConsole)));
        MoveObstacles.of(drafts.values().stream().<Change<?>>map(Draft::change).toList(), atConsole)
                .forEach((address, obstacles) ->
                        found.computeIfAbsent(address, a -> new ArrayList<>()).addAll(obstacles));
        return found;
    }

    /** The host's own name of a port, where the card was found. */
    private PortRef named(String host, PortRef port) {
        return switch (port) {
            case PortRef.Vmnic vmnic -> vmnic;
            case PortRef.CardPort c ->
                Optional.<Draft<?>>ofNullable(drafts.get(c.on(host))).stream()
                        .flatMap(d -> d.ports().stream().skip(c.index()).limit(1))
                        .<PortRef>map(PortRef.Vmnic::new)
                        .findFirst()
                        .orElse(port);
        };
    }

    private Plan plan(PlanStamp stamp, boolean atConsole) {
        Map<Address, List<Command>> scripts = new HashMap<>();
        Map<Address, List<Obstacle>> impossible = new TreeMap<>();
        drafts.forEach((address, draft) -> {
            if (draft.action().isPresent()) {
                Transport transport = way(address).transport();
                List<Command> script = draft.script(transport);
                scripts.put(address, script);
                if (script.isEmpty()) {
                    impossible.put(address, new ArrayList<>(List.of(PlanProblem.noCommand(address, transport))));
                }
            }
        });
        lifelines(atConsole)
                .forEach((address, obstacles) -> impossible
                        .computeIfAbsent(address, a -> new ArrayList<>())
                        .addAll(obstacles));
        Ordering ordering = new Ordering(drafts, impossible);
        List<Step> steps = new ArrayList<>();
        for (Address address : ordering.steps()) {
            String id = "s" + (steps.size() + 1);
            ids.put(address, id);
            steps.add(
                    step(id, draft(address), scripts.getOrDefault(address, List.of()), ordering.predecessors(address)));
        }
        List<Plan.Blocked> blocked = new ArrayList<>();
        ordering.blocked().forEach((address, obstacles) -> blocked.add(new Plan.Blocked(address, obstacles)));
        blocked.addAll(unlisted());
        return new Plan(
                stamp,
                spec.project().name(),
                Fingerprint.of(spec, kinds),
                Fingerprint.of(changes.hosts(), steps),
                changes.hosts(),
                steps,
                blocked,
                declared(steps),
                changes.notApplied(),
                changes.kept(),
                reported(),
                Optional.empty());
    }

    /** Exact collections of which nobody knows what they hold. */
    private List<Plan.Blocked> unlisted() {
        return changes.unlisted().stream()
                .filter(u -> spec.exact().stream()
                        .anyMatch(e -> e.host().equals(u.host()) && e.kind().equals(u.kind())))
                .map(u -> new Plan.Blocked(
                        Address.onHost(u.kind(), u.host(), Plan.ALL_OF_A_KIND),
                        List.of(new Obstacle.Unread(u.reason()))))
                .toList();
    }

    private SortedSet<Address> reported() {
        SortedSet<Address> reported = new TreeSet<>();
        changes.undeclared().values().stream().filter(Undeclared::reported).forEach(u -> reported.add(u.address()));
        return reported;
    }

    private <D extends Record & Desired> Step step(
            String id, Draft<D> draft, List<Command> script, Set<Address> predecessors) {
        Change<D> change = draft.change();
        Value wanted = change.resource()
                .desired()
                .<Value>map(draft.kind().shape()::managed)
                .orElseGet(Value::none);
        Set<String> after = new TreeSet<>();
        predecessors.forEach(p -> Optional.ofNullable(ids.get(p)).ifPresent(after::add));
        return new Step(
                id,
                draft.address(),
                draft.action().orElseThrow(),
                draft.deltas(),
                wanted,
                way(draft.address()),
                script,
                draft.reversal(way(draft.address()).transport()),
                after,
                draft.risk(),
                guards(draft),
                draft.notes());
    }

    /** What the step was computed from: the resource itself and the cards of its ports; and what it stands on. */
    private List<Guard> guards(Draft<?> draft) {
        List<Guard> guards = new ArrayList<>();
        guards.add(unchanged(draft));
        Set<Address> cards = cards(draft.kind(), draft.address());
        cards.stream().map(this::draft).map(this::unchanged).forEach(guards::add);
        for (Address needed : draft.needs()) {
            boolean found = drafts.containsKey(needed)
                    && draft(needed).change().before().isPresent();
            boolean there = way(needed).place().equals(way(draft.address()).place());
            if (found && there && !cards.contains(needed)) {
                guards.add(new Guard.StillThere(needed, way(needed).transport()));
            }
        }
        return guards;
    }

    private <D extends Record & Desired> Guard unchanged(Draft<D> draft) {
        Observed<D> observed =
                draft.change().before().<Observed<D>>map(Observed.Present::new).orElseGet(Observed.Absent::new);
        return new Guard.Unchanged(
                draft.address(), way(draft.address()).transport(), Fingerprint.of(draft.kind(), observed));
    }

    /** The cards whose ports the spec names there. */
    private <D extends Record & Desired> Set<Address> cards(Kind<D> kind, Address user) {
        Set<Address> cards = new TreeSet<>();
        asWritten(kind, user)
                .ifPresent(d -> kind.shape().ports(d).values().forEach(port -> {
                    if (port instanceof PortRef.CardPort c) {
                        user.host()
                                .map(c::on)
                                .filter(card -> drafts.containsKey(card))
                                .ifPresent(cards::add);
                    }
                }));
        return cards;
    }

    /** What the spec says of everything that is read again, because reading may depend on it. */
    private SortedMap<Address, Value> declared(List<Step> steps) {
        SortedMap<Address, Value> declared = new TreeMap<>();
        steps.stream()
                .flatMap(step -> step.guards().stream())
                .map(Guard::address)
                .forEach(
                        address -> declared.put(address, declared(draft(address).kind(), address)));
        return declared;
    }

    private <D extends Record & Desired> Value declared(Kind<D> kind, Address address) {
        return asWritten(kind, address).<Value>map(kind.shape()::managed).orElseGet(Value::none);
    }

    private <D extends Record & Desired> Optional<D> asWritten(Kind<D> kind, Address address) {
        Resource<?> resource = spec.resources().get(address);
        return resource == null ? Optional.empty() : resource.desired().map(kind.type()::cast);
    }

    /** Over which it was read. What was never read is blocked, and its way of no consequence. */
    private Way way(Address address) {
        return Optional.ofNullable(changes.ways().get(address))
                .orElseGet(() -> new Way(address.host().orElse(Way.VCENTER), Transport.SSH));
    }

    private Draft<?> draft(Address address) {
        Draft<?> draft = drafts.get(address);
        if (draft == null) {
            throw new IllegalStateException("not a change: " + address);
        }
        return draft;
    }
}
