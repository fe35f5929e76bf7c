package io.twinpath.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.rig.Rig;
import io.twinpath.rig.part.Component;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** What a failure makes of the parts that are drawn. */
class GraphTest {

    private static final Rig SITE = Sites.site(2, 2);

    private static State state(Graph graph, String id) {
        assertThat(graph.nodes()).containsKey(id);
        return graph.node(id).state();
    }

    @Test
    void everyLayerIsThereAndWorks() {
        Graph graph = Sites.graph(SITE);
        assertThat(graph.nodes().values().stream().map(Node::layer)).contains(Layer.values());
        assertThat(graph.nodes().values()).allMatch(n -> n.state() == State.OK);
        assertThat(graph.edges()).noneMatch(Edge::dead);
        assertThat(graph.hosts()).containsOnlyKeys("esx1", "esx2");
        assertThat(graph.node("vm:app1-2").host()).contains("esx1");
        assertThat(graph.edges())
                .contains(
                        new Edge("card:esx1/storage_a", "nic:esx1/vmnic2", Edge.Kind.CARRIES, false),
                        new Edge("switch:sw1", "nic:esx1/vmnic2", Edge.Kind.CABLE, false),
                        new Edge("nic:esx1/vmnic1", "vswitch:esx1/vSwitch0", Edge.Kind.STANDBY, false),
                        new Edge("vmk:esx1/vmk1", "path:esx1/vmhba64:C0:T0:L0", Edge.Kind.CARRIES, false),
                        new Edge("path:esx1/vmhba64:C0:T0:L0", "portal:10.20.0.11", Edge.Kind.CARRIES, false),
                        new Edge("array:stor1", "lun:" + Sites.DISK, Edge.Kind.CARRIES, false),
                        new Edge("datastore:stor1-vm", "vm:app1-1", Edge.Kind.CARRIES, false));
    }

    @Test
    void aDeadCardIsFollowedUpToItsMachines() {
        Graph graph = Sites.graph(SITE, "card:esx1/storage_a");
        assertThat(state(graph, "card:esx1/storage_a")).isEqualTo(State.FAILED);
        assertThat(state(graph, "nic:esx1/vmnic2")).isEqualTo(State.LOST);
        assertThat(state(graph, "vswitch:esx1/vSwitch1")).isEqualTo(State.DEGRADED);
        assertThat(state(graph, "port_group:esx1/iSCSI-A")).isEqualTo(State.LOST);
        assertThat(state(graph, "port_group:esx1/iSCSI-B")).isEqualTo(State.OK);
        assertThat(state(graph, "vmk:esx1/vmk1")).isEqualTo(State.LOST);
        assertThat(state(graph, "path:esx1/vmhba64:C0:T0:L0")).isEqualTo(State.LOST);
        assertThat(state(graph, "lun:" + Sites.DISK)).isEqualTo(State.DEGRADED);
        assertThat(state(graph, "vm:app1-1")).isEqualTo(State.DEGRADED);
        assertThat(state(graph, "vm:app2-1")).isEqualTo(State.OK);
        assertThat(graph.failed()).containsExactly("card:esx1/storage_a");
    }

    @Test
    void bothWaysGoneStallTheMachinesOfThatHostAlone() {
        Graph graph = Sites.graph(SITE, "card:esx1/storage_a", "card:esx1/storage_b");
        assertThat(state(graph, "datastore:stor1-vm")).isEqualTo(State.DEGRADED);
        assertThat(graph.node("datastore:stor1-vm").condition().word()).isEqualTo("lost on 1 of 2");
        assertThat(state(graph, "vm:app1-1")).isEqualTo(State.LOST);
        assertThat(graph.node("vm:app1-1").condition().word()).isEqualTo("stalled");
        assertThat(graph.node("vm:app1-1").condition().because().getFirst())
                .startsWith("app1-1 > Hard disk 1 > stor1-vm > ");
        assertThat(state(graph, "vm:app2-1")).isEqualTo(State.OK);
        assertThat(state(graph, "management:esx1")).isEqualTo(State.OK);
    }

    @Test
    void aDeadHostTakesAllItsPartsAlong() {
        Graph graph = Sites.graph(SITE, "host:esx1");
        assertThat(graph.hosts().values().stream().map(HostNode::state)).containsExactly(State.FAILED, State.OK);
        assertThat(graph.nodes().values().stream()
                        .filter(n -> n.host().filter("esx1"::equals).isPresent()))
                .allMatch(n -> n.state() != State.OK);
        assertThat(state(graph, "array:stor1")).isEqualTo(State.OK);
    }

    /** Nothing turns red out of nowhere: what is lost hangs on something that is not as it was. */
    @Test
    void whatIsLostHasACauseBesideIt() {
        for (Component part : Sites.parts(SITE)) {
            Graph graph = Sites.graph(SITE, part.toString());
            for (Node node : graph.nodes().values()) {
                if (node.state() == State.LOST) {
                    assertThat(graph.edges().stream()
                                            .filter(e -> e.to().equals(node.id())
                                                    || e.from().equals(node.id()))
                                            .map(e -> graph.node(e.to().equals(node.id()) ? e.from() : e.to()))
                                            .anyMatch(n -> n.state() != State.OK)
                                    || node.host()
                                            .map(h -> graph.hosts().get(h))
                                            .filter(h -> h.state() != State.OK)
                                            .isPresent()
                                    || part instanceof Component.SwitchPort
                                    || part instanceof Component.DeviceNamed)
                            .as("%s when %s fails", node.id(), part)
                            .isTrue();
                    assertThat(node.condition().because()).as(node.id()).isNotEmpty();
                }
            }
        }
    }

    @Test
    void whatFailsIsDrawnAsFailed() {
        for (Component part : Sites.parts(SITE)) {
            Graph graph = Sites.graph(SITE, part.toString());
            SortedMap<String, Node> nodes = graph.nodes();
            if (nodes.containsKey(part.toString())) {
                assertThat(nodes.get(part.toString()).state())
                        .as(part.toString())
                        .isEqualTo(State.FAILED);
            }
            assertThat(nodes.values().stream()
                            .filter(n -> n.state() == State.FAILED)
                            .map(Node::id))
                    .isSubsetOf(List.of(part.toString()));
        }
    }
}
