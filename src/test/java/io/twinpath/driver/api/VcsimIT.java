package io.twinpath.driver.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.InventoryQuery;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.MethodQuery;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Replies;
import io.twinpath.driver.Reply;
import io.twinpath.driver.Writer;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.model.Transport;
import io.twinpath.model.Way;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Against a vCenter and an ESXi that others wrote. */
class VcsimIT {

    private static final Handle HOST = new Handle.Host();
    private static final Handle VM = new Handle.Named("VirtualMachine", "DC0_H0_VM0");

    private static Replies asked(Reader reader, Query... queries) throws Exception {
        Replies replies = Replies.none();
        replies.add(reader.ask(List.of(queries)));
        return replies;
    }

    @Test
    void readsHostsOfAVcenterPageByPage() throws Exception {
        InventoryQuery hosts = InventoryQuery.of("HostSystem", "name", "config.product");
        InventoryQuery machines = InventoryQuery.of("VirtualMachine", "name");
        InventoryQuery uuids = InventoryQuery.of("VirtualMachine", "config.uuid");
        try (Vcsim vcsim = Vcsim.start("-host", "7");
                ApiDriver driver =
                        vcsim.driver(Way.VCENTER, ApiLimits.standard().withPage(3));
                Reader reader = driver.reader(Way.VCENTER)) {
            Replies replies = asked(reader, hosts, machines, uuids);
            assertThat(replies.objects(hosts)).hasSize(8).allSatisfy(host -> {
                assertThat(host.text("config.product", "version")).isPresent();
                assertThat(host.text("name").orElse("")).startsWith("DC0_");
                assertThat(host.ref("self")).isPresent();
            });
            assertThat(replies.objects(machines)).hasSize(4).allSatisfy(vm -> {
                assertThat(vm.child("config.uuid")).isEmpty();
                assertThat(vm.text("name")).isPresent();
            });
            assertThat(replies.objects(uuids)).hasSize(4);
        }
    }

    @Test
    void readsAllHostsAheadInTwoCalls() throws Exception {
        PropertyQuery product = PropertyQuery.of(HOST, "config.product", "summary.hardware.uuid");
        PropertyQuery network = PropertyQuery.of(new Handle.Manager("networkSystem"), "networkInfo.vswitch");
        List<String> names = List.of("DC0_H0", "DC0_C0_H0", "DC0_C0_H1", "DC0_C0_H2");
        try (Vcsim vcsim = Vcsim.start();
                ApiDriver driver = vcsim.vcenter()) {
            Map<String, List<Query>> first = new TreeMap<>();
            names.forEach(name -> first.put(name, List.of(product, network)));
            driver.ahead(() -> first);
            int before = driver.usage(Way.VCENTER).calls();
            assertThat(before).as("content, login, view, hosts, managers").isEqualTo(5);
            for (String name : names) {
                try (Reader reader = driver.reader(name)) {
                    Replies replies = asked(reader, product, network);
                    assertThat(replies.object(product).text("summary.hardware.uuid"))
                            .isPresent();
                    assertThat(replies.object(network)
                                    .required("networkInfo.vswitch")
                                    .items())
                            .isNotEmpty();
                    assertThat(driver.usage(Way.VCENTER).calls()).isEqualTo(before);
                    asked(reader, product).object(product);
                    assertThat(driver.usage(Way.VCENTER).calls())
                            .as("nothing stale")
                            .isGreaterThan(before);
                    before = driver.usage(Way.VCENTER).calls();
                }
            }
        }
    }

    @Test
    void aSingleHostCostsFiveCalls() throws Exception {
        PropertyQuery product = PropertyQuery.of(HOST, "config.product", "config.network.vswitch");
        try (Vcsim vcsim = Vcsim.start("-esx");
                ApiDriver driver = vcsim.driver("esxi1.lain.local", ApiLimits.standard())) {
            try (Reader reader = driver.reader("esxi1.lain.local")) {
                Node host = asked(reader, product).object(product);
                assertThat(host.required("config.network.vswitch").all("HostVirtualSwitch"))
                        .isNotEmpty();
            }
            assertThat(driver.usage("esxi1.lain.local").calls())
                    .as("and the farewell")
                    .isEqualTo(4);
            try (Reader reader = driver.reader("esxi1.lain.local")) {
                assertThat(reader.barred().get(Transport.API))
                        .as("what the simulator says of every host")
                        .contains("belongs to the vCenter at 127.0.0.1");
            }
            assertThat(driver.usage("esxi1.lain.local").calls()).isEqualTo(4);
        }
    }

    @Test
    void aHostThatVcenterDoesNotHaveIsNotReachedThere() throws Exception {
        try (Vcsim vcsim = Vcsim.start();
                ApiDriver driver = vcsim.vcenter()) {
            assertThatThrownBy(() -> driver.reader("esxi9.lain.local"))
                    .isInstanceOf(DriverException.class)
                    .hasMessageContaining("has no host of the name esxi9.lain.local");
        }
    }

    @Test
    void oneWrongQuestionSpoilsNoOther() throws Exception {
        PropertyQuery good = PropertyQuery.of(VM, "config.hardware.numCPU");
        PropertyQuery gone = PropertyQuery.of(new Handle.Named("VirtualMachine", "nobody"), "name");
        PropertyQuery bad = PropertyQuery.of(VM, "config.noSuchThing");
        MethodQuery fault =
                MethodQuery.of(new Handle.Manager("advancedOption"), "QueryOptions", Node.string("name", "ENOENT.x"));
        try (Vcsim vcsim = Vcsim.start();
                ApiDriver driver = vcsim.vcenter();
                Reader reader = driver.reader("DC0_H0")) {
            Map<Query, Reply> replies = reader.ask(List.of(good, gone, bad, fault));
            assertThat(Objects.requireNonNull(replies.get(good)).ok()).isTrue();
            assertThat(Objects.requireNonNull(replies.get(gone)).body()).contains("has no VirtualMachine \"nobody\"");
            assertThat(Objects.requireNonNull(replies.get(fault)).body()).startsWith("InvalidName");
            Replies known = Replies.none();
            known.add(replies);
            assertThatThrownBy(() -> known.object(bad)).hasMessageContaining("InvalidProperty");
        }
    }

    @Test
    void changesAMachineAndReadsItBack() throws Exception {
        PropertyQuery extra = PropertyQuery.of(VM, "config.extraConfig", "config.hardware.numCPU");
        try (Vcsim vcsim = Vcsim.start();
                ApiDriver driver = vcsim.vcenter();
                Writer writer = driver.writer(Way.VCENTER)) {
            Node value = Node.object(
                    "extraConfig", "OptionValue", Node.string("key", "twinpath.test"), Node.string("value", "<a & b>"));
            Reply done = writer.send(MethodCommand.of(
                    VM,
                    "ReconfigVM_Task",
                    Node.object("spec", "VirtualMachineConfigSpec", Node.number("numCPUs", 2), value)));
            assertThat(done.ok()).as(done.body()).isTrue();
            Node vm = asked(writer, extra).object(extra);
            assertThat(vm.number("config.hardware.numCPU")).contains(2L);
            assertThat(vm.required("config.extraConfig").items())
                    .anySatisfy(option -> assertThat(option.text("value")).contains("<a & b>"));
            Reply refused =
                    writer.send(MethodCommand.of(new Handle.Named("VirtualMachine", "nobody"), "PowerOffVM_Task"));
            assertThat(refused.ok()).isFalse();
            assertThat(refused.body()).startsWith("Not sent: ");
            writer.send(MethodCommand.of(VM, "PowerOffVM_Task"));
            Reply again = writer.send(MethodCommand.of(VM, "PowerOffVM_Task"));
            assertThat(again.body()).startsWith("InvalidPowerState");
        }
    }

    @Test
    void changesAHostAndReadsItBack() throws Exception {
        PropertyQuery quiet = PropertyQuery.of(HOST, "runtime.inMaintenanceMode");
        MethodQuery level = MethodQuery.of(
                new Handle.Manager("advancedOption"),
                "QueryOptions",
                Node.string("name", "Config.HostAgent.log.level"));
        try (Vcsim vcsim = Vcsim.start();
                ApiDriver driver = vcsim.vcenter();
                Writer writer = driver.writer("DC0_C0_H1")) {
            Node option = Node.object(
                    "changedValue",
                    "OptionValue",
                    Node.string("key", "Config.HostAgent.log.level"),
                    Node.string("value", "verbose"));
            Reply set = writer.send(MethodCommand.of(new Handle.Manager("advancedOption"), "UpdateOptions", option));
            assertThat(set.ok()).as(set.body()).isTrue();
            assertThat(asked(writer, level)
                            .result(level)
                            .at("returnval", "value")
                            .flatMap(Node::text))
                    .contains("verbose");
            Reply entered = writer.send(MethodCommand.of(
                    HOST,
                    "EnterMaintenanceMode_Task",
                    Node.number("timeout", 60),
                    Node.flag("evacuatePoweredOffVms", false)));
            assertThat(entered.ok()).as(entered.body()).isTrue();
            assertThat(asked(writer, quiet).object(quiet).flag("runtime.inMaintenanceMode"))
                    .contains(true);
            Reply left = writer.send(MethodCommand.of(HOST, "ExitMaintenanceMode_Task", Node.number("timeout", 60)));
            assertThat(left.ok()).as(left.body()).isTrue();
            assertThat(asked(writer, quiet).object(quiet).flag("runtime.inMaintenanceMode"))
                    .contains(false);
        }
    }

    /** As many as {@code twinpath.vcsim.hosts} says: the simulator takes a minute to make a thousand. */
    @Test
    void readsAllThatThereAreWithFewCalls() throws Exception {
        int hosts = Integer.getInteger("twinpath.vcsim.hosts", 100);
        PropertyQuery network = PropertyQuery.of(HOST, "config.network.vswitch", "config.network.portgroup");
        PropertyQuery adapters = PropertyQuery.of(HOST, "config.storageDevice.hostBusAdapter");
        Map<String, List<Query>> first = new TreeMap<>();
        for (int i = 0; i < hosts - 1; i++) {
            first.put("DC0_C0_H" + i, List.of(network, adapters));
        }
        first.put("DC0_H0", List.of(network, adapters));
        try (Vcsim vcsim = Vcsim.start("-host", Integer.toString(hosts - 1), "-vm", "0");
                ApiDriver driver = vcsim.vcenter()) {
            driver.ahead(() -> first);
            int calls = driver.usage(Way.VCENTER).calls();
            assertThat(calls).as("content, login, view, pages").isLessThan(50);
            for (String name : first.keySet()) {
                try (Reader reader = driver.reader(name)) {
                    Replies replies = asked(reader, network, adapters);
                    assertThat(replies.object(network)
                                    .required("config.network.portgroup")
                                    .items())
                            .as(name)
                            .hasSize(2);
                    assertThat(replies.object(adapters)
                                    .required("config.storageDevice.hostBusAdapter")
                                    .items())
                            .as(name)
                            .hasSize(3);
                }
            }
            assertThat(driver.usage(Way.VCENTER).calls()).isEqualTo(calls);
        }
    }

    @Test
    void readsManyHostsAheadPageByPage() throws Exception {
        PropertyQuery network = PropertyQuery.of(HOST, "config.network.vswitch", "config.product");
        Map<String, List<Query>> first = new TreeMap<>();
        for (int i = 0; i < 20; i++) {
            first.put("DC0_C0_H" + i, List.of(network));
        }
        try (Vcsim vcsim = Vcsim.start("-host", "20", "-vm", "0");
                ApiDriver driver = vcsim.vcenter()) {
            driver.ahead(() -> first);
            int calls = driver.usage(Way.VCENTER).calls();
            assertThat(calls).as("content, login, view, pages").isLessThan(8);
            for (String name : first.keySet()) {
                try (Reader reader = driver.reader(name)) {
                    assertThat(asked(reader, network)
                                    .object(network)
                                    .required("config.network.vswitch")
                                    .items())
                            .isNotEmpty();
                }
            }
            assertThat(driver.usage(Way.VCENTER).calls()).isEqualTo(calls);
        }
    }
}
