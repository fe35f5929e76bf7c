package io.twinpath.review;

import io.twinpath.model.Address;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares two versions of a project by what they want. The result depends on nothing else. */
public final class Reviewer {

    private final Version before;
    private final Version after;
    private final Causes causes;
    private final Swept swept;
    private final SortedMap<Address, Statement> old;
    private final SortedMap<Address, Statement> now;

    private Reviewer(Version before, Version after) {
        this.before = before;
        this.after = after;
        this.causes = new Causes(before, after);
        this.old = Statements.of(before);
        this.now = Statements.of(after);
        this.swept = new Swept(before, after);
    }

    /** What the newer version wants differently. No risks are told; whoever knows them adds them. */
    public static Review review(Version before, Version after) {
        return new Reviewer(before, after).review();
    }

    private Review review() {
        Set<Address> addresses = new TreeSet<>(old.keySet());
        addresses.addAll(now.keySet());
        Set<String> gone = new HashSet<>(before.spec().hosts().keySet());
        gone.removeAll(after.spec().hosts().keySet());
        List<Edit> edits = new ArrayList<>();
        int same = 0;
        for (Address address : addresses) {
            boolean withItsHost = address.host().filter(gone::contains).isPresent()
                    && !address.kind().equals(Statements.CONNECT);
            Optional<Edit> edit = withItsHost ? Optional.empty() : edit(address);
            edit.ifPresent(edits::add);
            same += edit.isEmpty() && after.spec().resources().containsKey(address) ? 1 : 0;
        }
        return new Review(
                List.of(), edits, same, new TreeSet<>(after.spec().hosts().keySet()));
    }

    private Optional<Edit> edit(Address address) {
        Statement was = old.get(address);
        Statement is = now.get(address);
        if (was == null) {
            return Optional.ofNullable(is).map(this::declared);
        }
        if (is == null) {
            return Optional.of(forgotten(was));
        }
        if (was.meansTheSame(is)) {
            return Optional.empty();
        }
        if (is.absent()) {
            return Optional.of(whole(is, Action.DELETE, List.of(), ""));
        }
        if (was.absent()) {
            return Optional.of(declared(is));
        }
        List<FieldEdit> fields = fields(was, is);
        return fields.isEmpty()
                ? Optional.empty()
                : Optional.of(new Edit(
                        address, Action.CHANGE, fields, causes.whole(is, Place.Side.AFTER), hosts(address), ""));
    }

    private Edit declared(Statement is) {
        if (is.absent()) {
            return whole(is, Action.DELETE, List.of(), "");
        }
        Optional<Place> at = causes.whole(is, Place.Side.AFTER);
        List<FieldEdit> fields = new ArrayList<>();
        is.values()
                .forEach((path, value) -> fields.add(
                        new FieldEdit(path, Value.none(), value, at.stream().toList())));
        return whole(is, Action.DECLARE, fields, "");
    }

    private Edit whole(Statement is, Action action, List<FieldEdit> fields, String note) {
        return new Edit(is.address(), action, fields, causes.whole(is, Place.Side.AFTER), hosts(is.address()), note);
    }

    private Edit forgotten(Statement was) {
        Address address = was.address();
        boolean deleted = !was.absent() && swept.covers(address);
        String note = deleted
                ? "its collection is exact, so it is deleted"
                : address.kind().equals(Statements.CONNECT) ? withItsResources(address) : "";
        return new Edit(
                address,
                deleted ? Action.DELETE : Action.FORGET,
                List.of(),
                causes.whole(was, Place.Side.BEFORE),
                hosts(address),
                note);
    }

    private String withItsResources(Address host) {
        long resources = before.spec().onHost(host.host().orElse("")).count();
        return "the host left the project with all that was said of it (" + resources
                + (resources == 1 ? " resource)" : " resources)");
    }

    private List<FieldEdit> fields(Statement was, Statement is) {
        SortedMap<FieldPath, Value> left = was.values();
        SortedMap<FieldPath, Value> right = is.values();
        SortedMap<FieldPath, Value> all = new TreeMap<>(left);
        all.putAll(right);
        List<FieldEdit> fields = new ArrayList<>();
        for (FieldPath path : all.keySet()) {
            Value wanted = left.getOrDefault(path, Value.none());
            Value wants = right.getOrDefault(path, Value.none());
            if (!wanted.equals(wants)) {
                fields.add(
                        new FieldEdit(path, wanted, wants, causes.of(path, was, is, !(wants instanceof Value.None))));
            }
        }
        return fields;
    }

    /** What is said of the whole site reaches the hosts that it is about. */
    private SortedSet<String> hosts(Address address) {
        NavigableSet<String> hosts = new TreeSet<>();
        address.host().ifPresent(hosts::add);
        switch (address.kind()) {
            case Statements.CONNECT -> {
                if (address.host().isEmpty()) {
                    hosts.addAll(after.spec().hosts().keySet());
                }
            }
            case Statements.HARDWARE -> hosts.addAll(withCard(address));
            default -> {}
        }
        return hosts;
    }

    /** The hosts with a card of a model. */
    private SortedSet<String> withCard(Address model) {
        NavigableSet<String> hosts = new TreeSet<>();
        for (Statement statement : now.values()) {
            boolean card = statement.address().kind().equals("card");
            if (card
                    && Value.text(model.name())
                            .equals(statement.encoded().get().fields().get("model"))) {
                statement.address().host().ifPresent(hosts::add);
            }
        }
        return hosts;
    }
}
