package io.twinpath.spec.resolve;

import io.twinpath.diag.Diagnostics;
import io.twinpath.diag.Span;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Kinds;
import io.twinpath.kind.Mention;
import io.twinpath.model.Address;
import io.twinpath.model.Desired;
import io.twinpath.model.Many;
import io.twinpath.model.PortRef;
import io.twinpath.model.Resource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Checks what resources say about each other, and makes the finished resources. */
public final class Linker {

    private final ResourceReader reader;
    private final Kinds kinds;
    private final Collection<String> hosts;
    private final Diagnostics into;
    private final Map<String, Claim> claims = new HashMap<>();

    private record Claim(Declared<?> by, String text) {
        Span at() {
            return by.placeOf(text);
        }
    }

    /** @param required what it needs, with the text that says so */
    private record Linked<D extends Record & Desired>(
            Declared<D> declared, Resource<D> resource, Map<Address, String> required) {}

    /** @param hosts that the spec declares */
    public Linker(ResourceReader reader, Kinds kinds, Collection<String> hosts, Diagnostics into) {
        this.reader = reader;
        this.kinds = kinds;
        this.hosts = hosts;
        this.into = into;
    }

    /** Every resource that could be read, in the order of addresses. */
    public SortedMap<Address, Resource<?>> resources() {
        List<Linked<?>> all =
                Many.each(reader.declared().values()).<Linked<?>>map(this::link).toList();
        SortedMap<Address, Resource<?>> resources = new TreeMap<>();
        all.forEach(linked -> {
            check(linked);
            resources.put(linked.declared.address(), linked.resource);
        });
        return resources;
    }

    private <D extends Record & Desired> Linked<D> link(Declared<D> d) {
        Map<Address, String> required = new LinkedHashMap<>();
        d.desired().ifPresent(value -> {
            d.kind().requires(d.address(), value).forEach(a -> required.put(declared(d.kind(), a), a.name()));
            d.kind().shape().ports(value).forEach((at, port) -> {
                if (port instanceof PortRef.CardPort p) {
                    d.kind()
                            .hostOf(d.address(), at)
                            .ifPresent(
                                    host -> required.putIfAbsent(Address.onHost("card", host, p.card()), p.toString()));
                }
            });
        });
        Resource<D> resource =
                new Resource<>(d.address(), d.desired(), d.declaredAt(), new TreeMap<>(d.origins()), required.keySet());
        return new Linked<>(d, resource, required);
    }

    private <D extends Record & Desired> void check(Linked<D> linked) {
        Declared<D> d = linked.declared;
        d.desired().ifPresent(value -> {
            linked.required.forEach((address, text) -> require(d, address, text));
            d.kind().mentions(value).forEach(mention -> mention(d, mention));
            d.kind().claims(value).forEach(claim -> claim(d, claim));
        });
        d.kind().check(linked.resource, into);
    }

    /** What does as well, where that is what the spec declares. */
    private Address declared(Kind<?> kind, Address needed) {
        return kind.alternative(needed)
                .filter(other -> reader.declared().containsKey(other)
                        && !reader.declared().containsKey(needed))
                .orElse(needed);
    }

    private void require(Declared<?> from, Address to, String text) {
        Declared<?> found = reader.declared().get(to);
        if (found != null) {
            if (found.desired().isEmpty()) {
                report(new ResourceProblem.RefersToAbsent(from.placeOf(text), from.address(), to, found.declaredAt()));
            }
            return;
        }
        if (!reader.failed().contains(to) && kinds.kind(to.kind()).isPresent()) {
            Span at = from.placeOf(text);
            report(new ResourceProblem.Undeclared(
                    at.equals(from.declaredAt()) ? from.placeOf(to.name()) : at, from.address(), to, namesLike(to)));
        }
    }

    private void mention(Declared<?> from, Mention mention) {
        SortedSet<String> known = new TreeSet<>();
        for (String kind : mention.kinds()) {
            if (kind.equals(Mention.HOST)) {
                known.addAll(hosts);
            } else if (reader.failed().contains(Address.inSite(kind, mention.name()))) {
                return;
            } else {
                known.addAll(namesLike(Address.inSite(kind, mention.name())));
            }
        }
        if (!known.contains(mention.name())) {
            report(new ResourceProblem.NobodyIs(from.placeOf(mention.text()), from.address(), mention, known));
        }
    }

    private SortedSet<String> namesLike(Address wanted) {
        SortedSet<String> names = new TreeSet<>();
        reader.declared().keySet().stream()
                .filter(a -> a.kind().equals(wanted.kind()) && a.scope().equals(wanted.scope()))
                .forEach(a -> names.add(a.name()));
        return names;
    }

    private void claim(Declared<?> by, String claim) {
        Claim second = new Claim(by, claim.substring(claim.lastIndexOf(' ') + 1));
        Claim first = claims.putIfAbsent(by.address().scope().text() + " " + claim, second);
        if (first != null) {
            report(new ResourceProblem.Claimed(second.at(), by.address(), claim, first.at(), first.by.address()));
        }
    }

    private void report(ResourceProblem problem) {
        into.add(ResourceProblem.describe(problem));
    }
}
