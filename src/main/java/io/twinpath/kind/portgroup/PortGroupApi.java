package io.twinpath.kind.portgroup;

import io.twinpath.driver.Command;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Echo;
import io.twinpath.kind.HostProperties;
import io.twinpath.kind.Listing;
import io.twinpath.kind.NetworkPolicy;
import io.twinpath.kind.Script;
import io.twinpath.kind.Security;
import io.twinpath.kind.Shaping;
import io.twinpath.kind.Teaming;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Port groups in the words of {@code HostNetworkSystem}. What a specification leaves out is inherited from then on, so every
 * override that is to stay is sent with each change.
 */
final class PortGroupApi implements Binding<PortGroup> {

    private static final String PATH = "config.network.portgroup";
    private static final PropertyQuery LIST = HostProperties.query(PATH);
    private static final Handle NETWORK = new Handle.Manager("networkSystem");

    @Override
    public Transport transport() {
        return Transport.API;
    }

    @Override
    public List<Query> queries(Address address, Optional<PortGroup> wanted, Replies known) {
        return List.of(LIST);
    }

    @Override
    public Observed<PortGroup> read(Address address, Optional<PortGroup> wanted, Replies replies)
            throws UnreadableException {
        Optional<Node> found =
                HostProperties.named(HostProperties.items(replies, LIST, PATH), address.name(), "spec", "name");
        if (found.isEmpty()) {
            return new Observed.Absent<>();
        }
        Node spec = found.orElseThrow().required("spec");
        Teaming teaming = NetworkPolicy.teaming(spec);
        Security security = NetworkPolicy.security(spec);
        Shaping shaping = NetworkPolicy.shaping(spec);
        return new Observed.Present<>(new PortGroup(
                spec.requiredText("vswitchName"),
                spec.number("vlanId").map(Long::intValue),
                Optional.of(teaming),
                Optional.of(security),
                Optional.of(shaping),
                wanted.flatMap(PortGroup::inherit).map(i -> following(i, teaming, security, shaping)),
                NetworkPolicy.keep(spec, new Echo()).fields()));
    }

    /** Of the policies that are to be inherited those that are; of others the spec says nothing. */
    private static SortedSet<PortGroup.Policy> following(
            SortedSet<PortGroup.Policy> asked, Teaming teaming, Security security, Shaping shaping) {
        SortedSet<PortGroup.Policy> following = new TreeSet<>(asked);
        following.removeIf(policy -> !switch (policy) {
            case TEAMING -> teaming.equals(Teaming.unspecified());
            case SECURITY -> security.equals(Security.unspecified());
            case SHAPING -> shaping.equals(Shaping.unspecified());
        });
        return Collections.unmodifiableSortedSet(following);
    }

    @Override
    public List<Query> census() {
        return List.of(LIST);
    }

    @Override
    public Map<Address, Optional<PortGroup>> found(Scope.Host host, Replies replies) throws UnreadableException {
        return Listing.found("port_group", host, HostProperties.items(replies, LIST, PATH), "spec", "name");
    }

    @Override
    public List<Command> script(Change<PortGroup> change) {
        String name = change.address().name();
        Script script = new Script();
        switch (change) {
            case Change.Keep<PortGroup> c -> {}
            case Change.Blocked<PortGroup> c -> {}
            case Change.Create<PortGroup> c -> script.add(add(name, c.target()));
            case Change.Update<PortGroup> c ->
                script.add(MethodCommand.of(
                        NETWORK, "UpdatePortGroup", Node.string("pgName", name), spec(name, c.target())));
            case Change.Replace<PortGroup> c -> script.add(remove(name)).add(add(name, c.target()));
            case Change.Delete<PortGroup> c -> script.add(remove(name));
        }
        return script.commands();
    }

    private static Command add(String name, PortGroup target) {
        return MethodCommand.of(NETWORK, "AddPortGroup", spec(name, target));
    }

    private static Command remove(String name) {
        return MethodCommand.of(NETWORK, "RemovePortGroup", Node.string("pgName", name));
    }

    private static Node spec(String name, PortGroup target) {
        PortGroup own = target.effective();
        return Node.object(
                "portgrp",
                "HostPortGroupSpec",
                Node.string("name", name),
                Node.number("vlanId", own.vlan().orElse(0)),
                Node.string("vswitchName", own.vswitch()),
                NetworkPolicy.policy(
                        own.teaming().orElseGet(Teaming::unspecified),
                        own.security().orElseGet(Security::unspecified),
                        own.shaping().orElseGet(Shaping::unspecified),
                        own.api()));
    }
}
