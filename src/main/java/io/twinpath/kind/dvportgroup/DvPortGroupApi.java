package io.twinpath.kind.dvportgroup;

import io.twinpath.driver.Command;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.Ref;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Vim;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Names;
import io.twinpath.model.Observed;
import io.twinpath.model.Transport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Port groups in the words of {@code DistributedVirtualPortgroup}. */
final class DvPortGroupApi implements Binding<DvPortGroup> {

    private static final int PORTS = 8;

    @Override
    public Transport transport() {
        return Transport.API;
    }

    @Override
    public List<Query> queries(Address address, Optional<DvPortGroup> wanted, Replies known) {
        List<Query> queries = new ArrayList<>(List.of(Vim.PORT_GROUPS, Vim.SWITCHES));
        Vim.glance(known, Vim.PORT_GROUPS, address.name())
                .flatMap(g -> g.ref("self"))
                .map(DvPortGroupApi::configuration)
                .ifPresent(queries::add);
        return queries;
    }

    private static PropertyQuery configuration(Ref self) {
        return PropertyQuery.of(
                new Handle.Found(self), "config.configVersion", "config.defaultPortConfig", "config.name");
    }

    @Override
    public Observed<DvPortGroup> read(Address address, Optional<DvPortGroup> wanted, Replies replies)
            throws UnreadableException {
        Optional<Node> found = Vim.named(replies, Vim.PORT_GROUPS, address.name());
        if (found.isEmpty()) {
            return new Observed.Absent<>();
        }
        Node group = found.orElseThrow();
        Map<Ref, String> switches = Vim.names(replies, Vim.SWITCHES);
        String dvs = group.ref("config.distributedVirtualSwitch")
                .map(switches::get)
                .orElseThrow(
                        () -> new UnreadableException("The server does not say of which switch it is a port group."));
        Node config = replies.object(configuration(Vim.self(group)));
        return new Observed.Present<>(DvPortGroupWords.read(
                dvs, config.required("config.defaultPortConfig"), config.text("config.configVersion")));
    }

    @Override
    public List<Query> census() {
        return List.of(Vim.PORT_GROUPS, Vim.SWITCHES);
    }

    /** Without those of uplinks, which a server makes itself and names after their switch. */
    @Override
    public Map<Address, Optional<DvPortGroup>> foundInSite(Replies replies) throws UnreadableException {
        Map<Ref, String> switches = Vim.names(replies, Vim.SWITCHES);
        Map<Address, Optional<DvPortGroup>> found = new LinkedHashMap<>();
        for (Node group : replies.objects(Vim.PORT_GROUPS)) {
            String name = Vim.name(group);
            String dvs = group.ref("config.distributedVirtualSwitch")
                    .map(switches::get)
                    .orElse("");
            if (Names.isObject(name) && !name.startsWith(dvs + "-DVUplinks-")) {
                found.put(Address.inSite("dv_port_group", name), Optional.empty());
            }
        }
        return found;
    }

    @Override
    public List<Command> script(Change<DvPortGroup> change) {
        String name = change.address().name();
        Handle self = new Handle.Named("DistributedVirtualPortgroup", name);
        return switch (change) {
            case Change.Create<DvPortGroup> c -> List.of(add(name, c.target()));
            case Change.Update<DvPortGroup> c -> {
                boolean forward =
                        c.resource().desired().flatMap(DvPortGroup::version).isEmpty();
                yield DvPortGroupWords.changed(c.observed(), c.target())
                        .<List<Command>>map(setting -> List.of(MethodCommand.of(
                                self,
                                "ReconfigureDVPortgroup_Task",
                                Node.build("spec", "DVPortgroupConfigSpec")
                                        .put(c.observed()
                                                .version()
                                                .filter(v -> forward)
                                                .map(v -> Node.string("configVersion", v)))
                                        .put(setting)
                                        .end())))
                        .orElseGet(List::of);
            }
            case Change.Replace<DvPortGroup> c -> List.of(destroy(self), add(name, c.target()));
            case Change.Delete<DvPortGroup> c -> List.of(destroy(self));
            case Change.Keep<DvPortGroup> c -> List.of();
            case Change.Blocked<DvPortGroup> c -> List.of();
        };
    }

    private static Command destroy(Handle self) {
        return MethodCommand.of(self, "Destroy_Task");
    }

    private static Command add(String name, DvPortGroup target) {
        Node spec = Node.build("spec", "DVPortgroupConfigSpec")
                .put(Node.string("name", name))
                .put(Node.number("numPorts", PORTS))
                .put(DvPortGroupWords.changed(DvPortGroupWords.nothing(target.dvs()), target))
                .put(Node.string("type", "earlyBinding"))
                .put(Node.flag("autoExpand", true))
                .end();
        return MethodCommand.of(
                new Handle.Named("DistributedVirtualSwitch", target.dvs()), "AddDVPortgroup_Task", spec);
    }
}
