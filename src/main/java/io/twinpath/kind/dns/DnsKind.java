package io.twinpath.kind.dns;

import io.twinpath.diag.Diagnostics;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.KindProblem;
import io.twinpath.kind.Needs;
import io.twinpath.kind.Placement;
import io.twinpath.model.Address;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Names;
import io.twinpath.model.Resource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names and name resolution. */
public final class DnsKind implements Kind<Dns> {

    static final String DEFAULT_STACK = "defaultTcpipStack";

    private static final Pattern STACK = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");

    @Override
    public String name() {
        return "dns";
    }

    @Override
    public String title() {
        return "the name resolution";
    }

    @Override
    public Class<Dns> type() {
        return Dns.class;
    }

    @Override
    public Placement placement() {
        return Placement.hostSingle("dns", "dns");
    }

    @Override
    public Set<String> standsOn() {
        return Set.of("netstack");
    }

    @Override
    public Set<Address> requires(Address self, Dns value) {
        return value.netstacks().keySet().stream()
                .flatMap(stack -> Needs.onSameHost(self, "netstack", stack).stream())
                .collect(Collectors.toSet());
    }

    /** Every host has a name; whom it asks is what somebody said. */
    @Override
    public boolean asInstalled(Dns found) {
        return found.servers().filter(s -> !s.isEmpty()).isEmpty()
                && found.search().filter(s -> !s.isEmpty()).isEmpty();
    }

    @Override
    public void check(Resource<Dns> resource, Diagnostics into) {
        if (resource.desired().isEmpty()) {
            into.add(KindProblem.cannotBeAbsent(
                    resource, "Write empty lists to have no servers and no search domains."));
            return;
        }
        Dns dns = resource.desired().orElseThrow();
        dns.hostname()
                .filter(n -> n.indexOf('.') >= 0 || !Names.isHost(n))
                .ifPresent(n -> into.add(KindProblem.malformed(
                        resource, FieldPath.of("hostname"), n, "a host's name without its domain")));
        dns.domain().ifPresent(d -> domain(d, FieldPath.of("domain"), resource, into));
        resolver(dns.resolver(), FieldPath.ROOT, resource, into);
        dns.netstacks().forEach((stack, resolver) -> {
            FieldPath at = FieldPath.of("netstacks", stack);
            if (stack.equals(DEFAULT_STACK)) {
                into.add(KindProblem.contradiction(
                        resource,
                        at,
                        "The default stack's servers and domains stand beside \"netstacks\", not in it."));
            } else if (!STACK.matcher(stack).matches()) {
                into.add(KindProblem.malformed(resource, at, stack, "the name of a TCP/IP stack, such as vmotion"));
            }
            resolver(resolver, at, resource, into);
        });
    }

    private static void resolver(Dns.Resolver resolver, FieldPath at, Resource<?> resource, Diagnostics into) {
        resolver.search().ifPresent(domains -> {
            domains.forEach(d -> domain(d, at.then("search"), resource, into));
            once(domains, at.then("search"), resource, into);
        });
        resolver.servers().ifPresent(servers -> once(servers, at.then("servers"), resource, into));
    }

    private static void domain(String text, FieldPath at, Resource<?> resource, Diagnostics into) {
        if (!Names.isHost(text)) {
            into.add(KindProblem.malformed(resource, at, text, "a domain, such as lain.local"));
        }
    }

    private static void once(List<?> items, FieldPath at, Resource<?> resource, Diagnostics into) {
        if (new HashSet<>(items).size() < items.size()) {
            into.add(KindProblem.contradiction(
                    resource, at, "Each can stand in the list once: a host keeps one of a kind."));
        }
    }

    @Override
    public List<Binding<Dns>> bindings() {
        return List.of(new DnsSsh(), new DnsApi());
    }

    /** The option that names a stack; the default one is meant without it, also by releases that know no other. */
    static Optional<String> option(String stack) {
        return Optional.of(stack).filter(s -> !s.equals(DEFAULT_STACK));
    }
}
