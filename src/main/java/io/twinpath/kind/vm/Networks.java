package io.twinpath.kind.vm;

import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.Ref;
import io.twinpath.kind.Vim;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the port groups are that a virtual machine has or is to have.
 *
 * @param ports those of distributed switches
 * @param unknown those that do not exist
 */
record Networks(Map<String, VmFacts.Port> ports, SortedSet<String> unknown) {

    static final Networks NONE = new Networks(Map.of(), new TreeSet<>());

    static Networks of(Devices devices, Optional<Vm> wanted, Replies replies) throws UnreadableException {
        SortedSet<String> named = new TreeSet<>(devices.networks().values());
        wanted.ifPresent(w -> named.addAll(w.networks().values()));
        Map<Ref, String> switches = new HashMap<>();
        for (Node each : replies.objects(Vim.SWITCHES)) {
            switches.put(Vim.self(each), each.text("uuid").orElse(""));
        }
        Map<String, VmFacts.Port> ports = new LinkedHashMap<>();
        for (Node group : replies.objects(Vim.PORT_GROUPS)) {
            Optional<String> uuid = group.ref("config.distributedVirtualSwitch").map(switches::get);
            if (named.contains(Vim.name(group)) && uuid.isPresent()) {
                ports.put(Vim.name(group), new VmFacts.Port(uuid.orElseThrow(), group.requiredText("key")));
            }
        }
        named.removeAll(Vim.names(replies, Vim.NETWORKS).values());
        named.removeAll(ports.keySet());
        return new Networks(ports, named);
    }
}
