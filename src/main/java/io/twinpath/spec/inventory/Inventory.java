package io.twinpath.spec.inventory;

import io.twinpath.diag.Span;
import io.twinpath.model.tree.Node;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything that the files declare.
 *
 * @param project what the project says of itself
 * @param site objects of the site by top-level key, in the order of reading
 * @param hardware NIC models that the catalogue does not know
 */
public record Inventory(
        Project project,
        SortedMap<String, Host> hosts,
        GroupTree groups,
        SortedMap<String, Cluster> clusters,
        SortedMap<String, List<Node.Entry>> site,
        List<Node.Entry> hardware,
        SortedMap<String, Module> modules) {

    public Inventory {
        hosts = Collections.unmodifiableSortedMap(new TreeMap<>(hosts));
        clusters = Collections.unmodifiableSortedMap(new TreeMap<>(clusters));
        site = Collections.unmodifiableSortedMap(new TreeMap<>(site));
        hardware = List.copyOf(hardware);
        modules = Collections.unmodifiableSortedMap(new TreeMap<>(modules));
    }

    /**
     * @param connect what the project's {@code connect} says of all hosts
     * @param vcenter its {@code api}, which is about vCenter and about no host
     */
    public record Project(
            String name, Optional<String> lab, Optional<Node.Mapping> connect, Optional<Node.Mapping> vcenter) {}

    public record Host(Node.Scalar key, Body body) {}

    /** @param body its {@code vars}, {@code use} and {@code host_settings} */
    public record Cluster(Node.Scalar key, SortedSet<String> hosts, Body body) {
        public Cluster {
            hosts = Collections.unmodifiableSortedSet(new TreeSet<>(hosts));
        }
    }

    /** @param hosts those that it lists itself */
    public record Group(
            Node.Scalar key,
            SortedSet<String> hosts,
            List<Node.Scalar> children,
            List<Node.Scalar> parents,
            Body body) {
        public Group {
            hosts = Collections.unmodifiableSortedSet(new TreeSet<>(hosts));
            children = List.copyOf(children);
            parents = List.copyOf(parents);
        }
    }

    /** @param parameters in the order of declaration by name */
    public record Module(String name, Span declaredAt, SortedMap<String, Parameter> parameters, Body body) {
        public Module {
            parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        }
    }
}
