package io.twinpath.driver.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.twinpath.diag.Span;
import io.twinpath.diff.Differ;
import io.twinpath.driver.Command;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Replies;
import io.twinpath.driver.Reply;
import io.twinpath.driver.Writer;
import io.twinpath.driver.vim.Vim25;
import io.twinpath.evacuate.Decision;
import io.twinpath.evacuate.Machine;
import io.twinpath.evacuate.Moves;
import io.twinpath.evacuate.Placement;
import io.twinpath.evacuate.Scene;
import io.twinpath.evacuate.SceneReading;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.VimAnswers;
import io.twinpath.kind.cluster.ClusterKind;
import io.twinpath.kind.dvportgroup.DvPortGroupKind;
import io.twinpath.kind.dvs.DvsKind;
import io.twinpath.kind.migration.Migration;
import io.twinpath.kind.migration.MigrationKind;
import io.twinpath.kind.vm.VmKind;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Desired;
import io.twinpath.model.Observed;
import io.twinpath.model.Resource;
import io.twinpath.model.Way;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Clusters and virtual machines against a vCenter that others wrote: set, read back, and equal. */
class SiteKindsVcsimIT {

    private static final String VM = "DC0_C0_RP0_VM0";

    @Test
    void virtualMachines() throws Exception {
        try (Vcsim vcsim = Vcsim.start("-host", "3");
                ApiDriver driver = vcsim.vcenter()) {
            VmKind kind = new VmKind();
            trip(driver, kind, VM, "{notes: hello, cluster: DC0_C0}");
            trip(driver, kind, VM, "{advanced: {sched.cpu.x: \"1\", migrate.y: \"TRUE\"}}");
            trip(driver, kind, VM, "{advanced: {sched.cpu.x: \"2\"}}");
            trip(driver, kind, VM, "{advanced: {sched.cpu.x: \"\"}}");
            trip(driver, kind, VM, "{cpu: {reservation: full, limit: unlimited, shares: high}}");
            trip(driver, kind, VM, """
                    {latency_sensitivity: high, cpu: {reservation: full}, memory: {reservation: full, locked: true}}
                    """);
            trip(driver, kind, VM, "{cpu: {affinity: [0, 1]}, numa_nodes: [0]}");
            trip(driver, kind, VM, "{cpu: {affinity: []}, numa_nodes: []}");
            trip(driver, kind, VM, "{networks: {ethernet-0: VM Network}}");
            trip(driver, kind, VM, "{networks: {ethernet-0: DC0_DVPG0}}");
            trip(driver, kind, VM, "{ha: {restart_priority: high, on_apd: warning}, drs: {automation: manual}}");
            trip(driver, kind, VM, "{ha: {restart_priority: low}, drs: {enabled: false}}");
            trip(driver, kind, VM, "{cpu: {count: 2}, power_cycle: hard}");
            assertThat(change(driver, kind, VM, "{notes: x, cluster: elsewhere}"))
                    .isInstanceOf(Change.Blocked.class);
        }
    }

    @Test
    void clusters() throws Exception {
        try (Vcsim vcsim = Vcsim.start("-host", "3");
                ApiDriver driver = vcsim.vcenter()) {
            ClusterKind kind = new ClusterKind();
            trip(driver, kind, "DC0_C0", "{ha: {enabled: true, admission: {enabled: false}}, drs: {automation: full}}");
            trip(driver, kind, "DC0_C0", """
                    vm_groups: {fast: [DC0_C0_RP0_VM0]}
                    host_groups: {near: [DC0_C0_H0]}
                    rules: {near: {type: on_hosts, vm_group: fast, host_group: near, mandatory: true},
                      apart: {type: apart, vms: [DC0_C0_RP0_VM0, DC0_C0_RP0_VM1]}}
                    """);
            trip(driver, kind, "DC0_C0", """
                    vm_groups: {fast: []}
                    rules: {near: {state: absent}, apart: {type: together, vms: [DC0_C0_RP0_VM0, DC0_C0_RP0_VM1]}}
                    """);
        }
    }

    @Test
    void distributedSwitches() throws Exception {
        try (Vcsim vcsim = Vcsim.start("-host", "3");
                ApiDriver driver = vcsim.vcenter()) {
            DvsKind kind = new DvsKind();
            DvPortGroupKind groups = new DvPortGroupKind();
            made(driver, kind, "dvs-new", "{datacenter: DC0, mtu: 9000, uplinks: [up1, up2]}");
            made(driver, groups, "dv-guests", "{dvs: dvs-new, vlan: 20}");
            assertThat(change(driver, groups, "dv-guests", "{dvs: dvs-new, vlan: 20}"))
                    .isNotInstanceOf(Change.Create.class);
            assertThat(change(driver, groups, "dv-guests", "{dvs: dvs-new, vlan: 21}"))
                    .isNotInstanceOf(Change.Create.class);
            assertThat(change(driver, kind, "dvs-new", "{hosts: {DC0_C0_H0: {ports: [vmnic0]}}}"))
                    .asString()
                    .contains("vmnic0 of DC0_C0_H0 is an uplink of vSwitch0");
            assertThat(change(driver, kind, "dvs-new", "{hosts: {DC0_C0_H0: {ports: [vmnic1]}}}"))
                    .isInstanceOf(Change.Update.class);
        }
    }

    /** The simulator keeps what it is told and moves nothing: it proves the words, not their effect. */
    @Test
    void aMoveIsReadAndItsCallTaken() throws Exception {
        try (Vcsim vcsim = Vcsim.start("-host", "3");
                ApiDriver driver = vcsim.vcenter()) {
            MigrationKind kind = new MigrationKind();
            Address address = Address.onHost("migration", "h0", MigrationKind.ALL);
            Binding<Migration> binding = kind.bindings().getFirst();
            Optional<Migration> wanted =
                    Optional.of(new Migration(Map.of("vmnic0", "DVS0"), Map.of("vmk0", "DC0_DVPG0")));
            Replies replies = Replies.none();
            try (Writer writer = driver.writer("DC0_C0_H0")) {
                replies.add(writer.ask(sound(binding.queries(address, wanted, replies))));
                replies.add(writer.ask(sound(binding.queries(address, wanted, replies))));
                Migration found = ((Observed.Present<Migration>) binding.read(address, wanted, replies)).value();
                assertThat(found.ports()).containsEntry("vmnic0", "vSwitch0");
                assertThat(found.interfaces()).containsEntry("vmk0", "Management Network");
                assertThat(found.groups()).containsKey("DC0_DVPG0");
                Migration target = kind.shape().overlay(wanted.orElseThrow(), found);
                for (Command command : binding.script(new Change.Update<>(
                        new Resource<>(address, wanted, Span.of("t", 1, 1, 0), new TreeMap<>(), Set.of()),
                        found,
                        target,
                        List.of()))) {
                    Reply reply = writer.send(Vim25.sound(command));
                    assertThat(reply.ok()).as(command + " " + reply.body()).isTrue();
                }
            }
        }
    }

    private static <D extends Record & Desired> void made(ApiDriver driver, Kind<D> kind, String name, String yaml)
            throws Exception {
        Change<D> change = change(driver, kind, name, yaml);
        assertThat(change).as(yaml).isInstanceOf(Change.Create.class);
        try (Writer writer = driver.writer(Way.VCENTER)) {
            for (Command command : kind.bindings().getFirst().script(change)) {
                Reply reply = writer.send(Vim25.sound(command));
                assertThat(reply.ok()).as(command + " " + reply.body()).isTrue();
            }
        }
    }

    @Test
    void aHostIsEmptied() throws Exception {
        try (Vcsim vcsim = Vcsim.start("-host", "3");
                ApiDriver driver = vcsim.vcenter();
                Writer writer = driver.writer(Way.VCENTER)) {
            String host =
                    Objects.requireNonNull(scene(writer, "DC0_C0_H0").where().get(VM));
            Scene before = scene(writer, host);
            assertThat(before.machines()).isNotEmpty();
            assertThat(Placement.of(before, Map.of()))
                    .allMatch(d -> d.toString().contains("is connected to the host's CD drive: disconnect it."));
            for (Decision decision : Placement.of(untied(before), Map.of())) {
                assertThat(decision).isInstanceOf(Decision.Goes.class);
                Decision.Goes move = (Decision.Goes) decision;
                Replies replies = Replies.none();
                replies.add(writer.ask(List.of(Vim25.sound(Moves.check(move)))));
                assertThat(Moves.refusal(move, replies)).isEmpty();
                assertThat(writer.send(Vim25.sound(Moves.command(move))).ok()).isTrue();
            }
            assertThat(scene(writer, host).machines()).isEmpty();
        }
    }

    /** The simulator moves a machine with a drive of its host as well. */
    private static Scene untied(Scene scene) {
        List<Machine> machines = scene.machines().stream()
                .map(m -> new Machine(
                        m.name(),
                        m.running(),
                        m.cpuMhz(),
                        m.memoryMb(),
                        m.sizeMb(),
                        m.disks(),
                        m.networks(),
                        List.of()))
                .toList();
        return new Scene(scene.host(), machines, scene.rooms(), scene.rules(), scene.where());
    }

    private static List<Query> sound(List<Query> queries) {
        return queries.stream().map(q -> Vim25.sound(q)).toList();
    }

    private static Scene scene(Reader reader, String host) throws Exception {
        Replies replies = Replies.none();
        replies.add(reader.ask(SceneReading.first()));
        SceneReading reading = new SceneReading(host, replies);
        replies.add(reader.ask(reading.second()));
        return reading.scene();
    }

    /** Changes it, and what is read then is as wanted. */
    private static <D extends Record & Desired> void trip(ApiDriver driver, Kind<D> kind, String name, String yaml)
            throws Exception {
        Change<D> change = change(driver, kind, name, yaml);
        assertThat(change).as(yaml).isInstanceOf(Change.Update.class);
        try (Writer writer = driver.writer(Way.VCENTER)) {
            for (Command command : kind.bindings().getFirst().script(change)) {
                Reply reply = writer.send(Vim25.sound(command));
                assertThat(reply.ok()).as(command + " " + reply.body()).isTrue();
            }
        }
        assertThat(change(driver, kind, name, yaml)).as(yaml).isInstanceOf(Change.Keep.class);
    }

    private static <D extends Record & Desired> Change<D> change(
            ApiDriver driver, Kind<D> kind, String name, String yaml) throws Exception {
        Map<String, Object> fields = new YAMLMapper().readValue(yaml, new TypeReference<Map<String, Object>>() {});
        Resource<D> wanted = VimAnswers.wanting(kind.name(), name, VimAnswers.restored(kind, fields));
        Binding<D> binding = kind.bindings().getFirst();
        Replies replies = Replies.none();
        try (Reader reader = driver.reader(Way.VCENTER)) {
            replies.add(reader.ask(sound(binding.queries(wanted.address(), wanted.desired(), replies))));
            replies.add(reader.ask(sound(binding.queries(wanted.address(), wanted.desired(), replies))));
        }
        Observed<D> observed = binding.read(wanted.address(), wanted.desired(), replies);
        return Differ.change(kind, wanted, observed);
    }
}
