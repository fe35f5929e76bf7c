package io.twinpath.lab.vim;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The identities that a vCenter gives to what it manages: a number each, never given twice while it runs. */
final class MoRefs {

    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("HostSystem", "host-"),
            Map.entry("VirtualMachine", "vm-"),
            Map.entry("Datastore", "datastore-"),
            Map.entry("Network", "network-"),
            Map.entry("ComputeResource", "domain-s"),
            Map.entry("ClusterComputeResource", "domain-c"),
            Map.entry("ResourcePool", "resgroup-"),
            Map.entry("Datacenter", "datacenter-"),
            Map.entry("Folder", "group-"),
            Map.entry("VmwareDistributedVirtualSwitch", "dvs-"),
            Map.entry("DistributedVirtualPortgroup", "dvportgroup-"));

    private final Map<String, String> byKey = new HashMap<>();
    private final Map<String, String> byId = new HashMap<>();
    private int last = 7;

    /** The identity of what has that key among its kind, such as a host's name. */
    String id(String kind, String key) {
        return byKey.computeIfAbsent(kind + ":" + key, k -> {
            String id = PREFIXES.getOrDefault(kind, kind + "-") + ++last;
            byId.put(kind + ":" + id, key);
            return id;
        });
    }

    /** The key that an identity was given for. */
    Optional<String> key(String kind, String id) {
        return Optional.ofNullable(byId.get(kind + ":" + id));
    }

    /** Keeps the identity of what gets another key. */
    void rename(String kind, String from, String to) {
        String id = byKey.remove(kind + ":" + from);
        if (id != null) {
            byKey.put(kind + ":" + to, id);
            byId.put(kind + ":" + id, to);
        }
    }
}
