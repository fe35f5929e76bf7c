package io.twinpath.kind.cluster;

import io.twinpath.driver.Command;
import io.twinpath.driver.InventoryQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.Ref;
import io.twinpath.kind.Standing;
import io.twinpath.kind.Vim;
import io.twinpath.model.Address;
import io.twinpath.model.Names;
import io.twinpath.model.Observed;
import io.twinpath.model.Transport;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Clusters in the words of {@code ClusterComputeResource}. */
final class ClusterApi implements Standing<Cluster> {

    /** What the settings of a cluster refer to. */
    private static final List<InventoryQuery> NAMES = List.of(Vim.HOSTS, Vim.MACHINES, Vim.DATASTORES);

    @Override
    public Transport transport() {
        return Transport.API;
    }

    @Override
    public List<Query> queries(Address address, Optional<Cluster> wanted, Replies known) {
        return List.of(Vim.CLUSTER_SETTINGS, NAMES.get(0), NAMES.get(1), NAMES.get(2));
    }

    @Override
    public Observed<Cluster> read(Address address, Optional<Cluster> wanted, Replies replies)
            throws UnreadableException {
        Optional<Node> found = Vim.named(replies, Vim.CLUSTER_SETTINGS, address.name());
        return found.isEmpty()
                ? new Observed.Absent<>()
                : new Observed.Present<>(cluster(found.orElseThrow(), wanted, replies));
    }

    private static Cluster cluster(Node found, Optional<Cluster> wanted, Replies replies) throws UnreadableException {
        Map<Ref, String> hosts = Vim.names(replies, Vim.HOSTS);
        Map<Ref, String> machines = Vim.names(replies, Vim.MACHINES);
        Node settings = found.required("configurationEx");
        SortedSet<String> members = new TreeSet<>();
        for (Node member : found.child("host").map(Node::items).orElseGet(List::of)) {
            member.ref().map(hosts::get).ifPresent(name -> members.add(name));
        }
        Optional<SortedSet<String>> asked = wanted.flatMap(Cluster::hosts);
        return new Cluster(
                Optional.of(Collections.unmodifiableSortedSet(members)),
                Optional.of(HaWords.read(settings, hosts, Vim.names(replies, Vim.DATASTORES))),
                Optional.of(DrsWords.read(settings)),
                RuleWords.groups(settings, "ClusterVmGroup", "vm", machines),
                RuleWords.groups(settings, "ClusterHostGroup", "host", hosts),
                RuleWords.rules(settings, machines),
                asked.map(a -> without(a, hosts.values())),
                asked.isPresent()
                        ? Optional.of(busy(without(asked.orElseThrow(), members), replies))
                        : Optional.empty());
    }

    private static SortedSet<String> without(SortedSet<String> all, Iterable<String> those) {
        SortedSet<String> rest = new TreeSet<>(all);
        those.forEach(one -> rest.remove(one));
        return rest;
    }

    /** Of some hosts those that are not in maintenance mode: they cannot be moved. */
    private static SortedSet<String> busy(SortedSet<String> hosts, Replies replies) throws UnreadableException {
        SortedSet<String> busy = new TreeSet<>();
        for (Node host : replies.objects(Vim.HOSTS)) {
            if (hosts.contains(Vim.name(host))
                    && !host.flag("runtime.inMaintenanceMode").orElse(false)) {
                busy.add(Vim.name(host));
            }
        }
        return busy;
    }

    @Override
    public List<Query> census() {
        return List.of(Vim.CLUSTER_SETTINGS);
    }

    @Override
    public Map<Address, Optional<Cluster>> foundInSite(Replies replies) throws UnreadableException {
        Map<Address, Optional<Cluster>> found = new LinkedHashMap<>();
        for (Node cluster : replies.objects(Vim.CLUSTER_SETTINGS)) {
            if (Names.isObject(Vim.name(cluster))) {
                found.put(Address.inSite("cluster", Vim.name(cluster)), Optional.empty());
            }
        }
        return found;
    }

    @Override
    public List<Command> change(Address address, Cluster before, Cluster after) {
        return ClusterScript.of(address.name(), before, after);
    }
}
