package io.twinpath.kind.netswitch;

import io.twinpath.diag.Diagnostics;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.KindProblem;
import io.twinpath.kind.Mention;
import io.twinpath.kind.Placement;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Physical switches and the wiring. */
public final class NetSwitchKind implements Kind<NetSwitch> {

    private static final Pattern END =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,252}/[A-Za-z0-9_.-]{1,64}(/[0-9]{1,2})?");

    @Override
    public String name() {
        return "switch";
    }

    @Override
    public String title() {
        return "a physical switch";
    }

    @Override
    public Class<NetSwitch> type() {
        return NetSwitch.class;
    }

    @Override
    public Placement placement() {
        return Placement.site("switches");
    }

    @Override
    public Role role() {
        return Role.DECLARED;
    }

    @Override
    public List<Mention> mentions(NetSwitch value) {
        List<Mention> mentions = new ArrayList<>();
        value.links().forEach(link -> mentions.add(Mention.of(link, name())));
        value.ports().values().stream()
                .filter(end -> END.matcher(end).matches())
                .forEach(end -> mentions.add(new Mention(
                        end, end.substring(0, end.indexOf('/')), new TreeSet<>(List.of("array", Mention.HOST)))));
        return mentions;
    }

    /** Whether the card or the portal exists is for others to say; here it is only whether the words can mean them. */
    @Override
    public void check(Resource<NetSwitch> resource, Diagnostics into) {
        resource.desired().ifPresent(s -> channels(resource, s, into));
        resource.desired().ifPresent(s -> subnets(resource, s, into));
        resource.desired()
                .ifPresent(s -> s.ports().forEach((port, end) -> {
                    if (!END.matcher(end).matches()) {
                        into.add(KindProblem.malformed(
                                resource,
                                FieldPath.of("ports", port),
                                end,
                                "what a cable ends in: HOST/CARD/INDEX, HOST/vmnicN or ARRAY/PORTAL"));
                    }
                }));
    }

    private static void subnets(Resource<NetSwitch> resource, NetSwitch wiring, Diagnostics into) {
        wiring.subnets().stream()
                .flatMap(Collection::stream)
                .filter(subnet -> subnet.ip().six() || subnet.single())
                .forEach(subnet -> into.add(KindProblem.malformed(
                        resource,
                        FieldPath.of("subnets"),
                        subnet.toString(),
                        "an IPv4 network, such as 10.20.0.0/24")));
    }

    private static void channels(Resource<NetSwitch> resource, NetSwitch wiring, Diagnostics into) {
        wiring.channels()
                .forEach((channel, ports) -> ports.stream()
                        .filter(port -> !wiring.ports().containsKey(port))
                        .forEach(port -> into.add(KindProblem.malformed(
                                resource,
                                FieldPath.of("channels", channel),
                                port,
                                "a port of this switch, as \"ports\" names them"))));
    }

    @Override
    public List<Binding<NetSwitch>> bindings() {
        return List.of();
    }
}
