package io.twinpath.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.diag.Diagnostics;
import io.twinpath.diag.Span;
import io.twinpath.diff.Differ;
import io.twinpath.driver.Command;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Desired;
import io.twinpath.model.Observed;
import io.twinpath.model.Obstacle;
import io.twinpath.model.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One resource of a host of the lab: read, compared, changed and changed back, as a plan does it. */
record LabTrip<D extends Record & Desired>(Kind<D> kind, LabHost host, String name) {

    private static final String HOST = "esxi3.lain.local";

    Address address() {
        return Address.onHost(kind.name(), HOST, name);
    }

    Observed<D> read(Optional<D> wanted) {
        Binding<D> binding = kind.bindings().get(0);
        Replies replies = Replies.none();
        host.ask(binding.queries(address(), wanted, replies), replies);
        host.ask(binding.queries(address(), wanted, replies), replies);
        try {
            return binding.read(address(), wanted, replies);
        } catch (UnreadableException e) {
            return new Observed.Unreadable<>(String.valueOf(e.getMessage()));
        }
    }

    D found() {
        if (read(Optional.empty()) instanceof Observed.Present<D> present) {
            return present.value();
        }
        throw new AssertionError(read(Optional.empty()).toString());
    }

    /** What a census of the host names of this kind. */
    Set<String> census() {
        Binding<D> binding = kind.bindings().get(0);
        try {
            return new java.util.TreeSet<>(
                    binding
                            .found(new io.twinpath.model.Scope.Host(HOST), host.ask(binding.census(), Replies.none()))
                            .keySet()
                            .stream()
                            .map(Address::name)
                            .toList());
        } catch (UnreadableException e) {
            throw new AssertionError(e);
        }
    }

    Change<D> change(Map<String, Object> written) {
        return change(
                Optional.of(kind.shape().restore(RoundTripTest.fields(written)).orElseThrow()));
    }

    Change<D> change(Optional<D> wanted) {
        Resource<D> resource =
                new Resource<>(address(), wanted, Span.of("test.yml", 1, 1, 0), new TreeMap<>(), Set.of());
        Diagnostics none = new Diagnostics();
        kind.check(resource, none);
        assertThat(none.sorted()).isEmpty();
        return Differ.change(kind, resource, read(wanted));
    }

    /** Why it cannot be done; an error when it can. */
    String blocked(Map<String, Object> written) {
        return blocked(change(written));
    }

    String blocked(Change<D> change) {
        if (change instanceof Change.Blocked<D> blocked) {
            return String.join(
                    "\n", blocked.obstacles().stream().map(Obstacle::text).toList());
        }
        throw new AssertionError("not blocked: " + change);
    }

    List<String> script(Change<D> change) {
        return commands(change).stream().map(Object::toString).toList();
    }

    List<Command> commands(Change<D> change) {
        return kind.bindings().get(0).script(change);
    }

    /** There: nothing differs any more. And back: the host is as it was, to the letter. */
    List<String> thereAndBack(Map<String, Object> written) {
        String before = host.state();
        Change<D> change = change(written);
        List<String> sent = script(change);
        there(change);
        assertThat(change(written)).as("%s %s", name, written).isInstanceOf(Change.Keep.class);
        host.send(commands(opposite(change)));
        assertThat(host.refusals).isEmpty();
        assertThat(host.state()).as("%s %s", name, written).isEqualTo(before);
        return sent;
    }

    void there(Change<D> change) {
        assertThat(change).isNotInstanceOf(Change.Keep.class).isNotInstanceOf(Change.Blocked.class);
        host.send(commands(change));
        assertThat(host.refusals).isEmpty();
    }

    Change<D> opposite(Change<D> change) {
        return switch (change) {
            case Change.Create<D> c -> new Change.Delete<>(c.resource(), c.target());
            case Change.Update<D> c -> new Change.Update<>(c.resource(), c.target(), c.observed(), c.deltas());
            case Change.Replace<D> c -> new Change.Replace<>(c.resource(), c.target(), c.observed(), c.deltas());
            case Change.Delete<D> c -> new Change.Create<>(c.resource(), c.observed());
            case Change.Keep<D> c -> throw new IllegalStateException("nothing to take back");
            case Change.Blocked<D> c -> throw new IllegalStateException("nothing to take back");
        };
    }
}
