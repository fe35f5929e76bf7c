package io.twinpath.kind;

import static io.twinpath.kind.VimAnswers.link;
import static io.twinpath.kind.VimAnswers.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.twinpath.diag.Diagnostics;
import io.twinpath.diff.Differ;
import io.twinpath.driver.Command;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.Vim25;
import io.twinpath.kind.vm.Vm;
import io.twinpath.kind.vm.VmKind;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Observed;
import io.twinpath.model.Resource;
import io.twinpath.model.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VmApiTest {

    private static final VmKind KIND = new VmKind();
    private static final Address PFSENSE = Address.inSite("vm", "pfsense");
    private static final Node ABOUT = Node.object("x", "AboutInfo", Node.string("apiType", "VirtualCenter"));
    private static final String RECONFIGURE = "VirtualMachine \"pfsense\".ReconfigVM_Task(spec: {changeVersion: v7, ";

    @Test
    void onlyWhatTheSpecSpeaksOfIsAsked() throws Exception {
        assertThat(paths("notes: hello"))
                .containsExactly("name", "runtime.powerState", "config.changeVersion", "config.annotation");
        assertThat(paths("{disks: {Hard disk 1: {datastore: a}}}")).contains("config.hardware.device");
        assertThat(queries("{ha: {restart_priority: high}}")).contains(Vim.CLUSTER_SETTINGS);
        assertThat(queries("notes: hello")).doesNotContain(Vim.CLUSTER_SETTINGS, Vim.DATASTORES, Vim.NETWORKS);
    }

    @Test
    void fullReservationsAreNumbersOfThisHost() throws Exception {
        assertThat(script("""
                latency_sensitivity: high
                cpu: {reservation: full}
                memory: {reservation: full, locked: true}
                advanced: {migrate.compat.override: "TRUE"}
                """))
                .containsExactly(RECONFIGURE
                        + "cpuAllocation: {reservation: 4200, limit: -1, shares: {shares: 0, level: normal}},"
                        + " latencySensitivity: {level: high},"
                        + " extraConfig: {key: migrate.compat.override, value: TRUE},"
                        + " memoryReservationLockedToMax: true})");
    }

    @Test
    void aReservationThatIsFullStays() throws Exception {
        assertThat(change("memory: {reservation: 512}")).isInstanceOf(Change.Keep.class);
        assertThat(script("memory: {reservation: full}").getFirst()).contains("memoryAllocation: {reservation: 1024,");
    }

    @Test
    void highLatencySensitivityNeedsEverythingReserved() throws Exception {
        assertThat(change("latency_sensitivity: high")).asString().contains("processors and memory reserved");
        assertThat(problems("{latency_sensitivity: high, cpu: {reservation: \"0\"}}"))
                .contains("SPC0403");
        assertThat(problems("{memory: {locked: true, reservation: \"5\"}}")).contains("SPC0403");
    }

    @Test
    void settingsAreSetChangedAndRemovedAndOthersLeft() throws Exception {
        assertThat(script("advanced: {sched.a: \"2\", new.key: x, gone.key: \"\"}"))
                .containsExactly(
                        RECONFIGURE + "extraConfig: {key: new.key, value: x}, extraConfig: {key: sched.a, value: 2}})");
        assertThat(script("advanced: {sched.a: \"\"}"))
                .containsExactly(RECONFIGURE + "extraConfig: {key: sched.a, value: }})");
        assertThat(KIND.notes(change("advanced: {sched.a: \"2\"}")))
                .singleElement()
                .asString()
                .contains("Nothing is restarted");
        assertThat(problems("advanced: {a: \"null\"}")).contains("SPC0407");
    }

    @Test
    void oneDiskIsMoved() throws Exception {
        assertThat(script("{disks: {Hard disk 1: {datastore: stor1-vm}, Hard disk 2: {datastore: stor1-vm}}}"))
                .containsExactly("VirtualMachine \"pfsense\".RelocateVM_Task(spec: {disk: {diskId: 2001, datastore:"
                        + " Datastore \"stor1-vm\"}})");
        assertThat(change("{disks: {Hard disk 9: {datastore: stor1-vm}}}"))
                .asString()
                .contains("no disk labelled");
        assertThat(change("{disks: {Hard disk 2: {datastore: nowhere}}}"))
                .asString()
                .contains("no datastore nowhere");
    }

    @Test
    void aDiskIsNotSentWhereItCannotGo() throws Exception {
        assertThat(moved(2, "emptied")).contains("The datastore emptied is in maintenance mode.");
        assertThat(moved(2, "lost")).contains("esxi1 cannot reach the datastore lost now.");
        assertThat(moved(2, "elsewhere")).contains("esxi1 has no datastore elsewhere.");
        assertThat(moved(2, "iso")).contains("esxi1 may only read the datastore iso.");
        assertThat(moved(2, "full"))
                .contains("Hard disk 2 cannot move. The datastore full has less than the 10 MiB free that Hard disk 2");
    }

    /** A datastore that a step of its host may bring is no reason to wait for another plan. */
    @Test
    void whatItsHostIsAboutToSeeDoesNotBlock() throws Exception {
        Change<Vm> blocked = change("{disks: {Hard disk 2: {datastore: elsewhere}}}");
        Observed<Vm> found = new Observed.Present<>(blocked.before().orElseThrow());
        assertThat(KIND.obstacle(blocked.resource(), found, Set.of("esxi2"))).isPresent();
        assertThat(KIND.obstacle(blocked.resource(), found, Set.of("esxi1"))).isEmpty();
    }

    /** What is not told is said, and does not block. */
    @Test
    void howMuchOfAThinDiskIsWrittenIsNotKnown() throws Exception {
        Change<Vm> change = change("{disks: {Hard disk 1: {datastore: full}}}");
        assertThat(change).isInstanceOf(Change.Update.class);
        assertThat(KIND.notes(change)).first().asString().contains("how much of it is written is not read");
    }

    @Test
    void aHostByItselfHasNeitherClusterNorMoves() throws Exception {
        assertThat(alone("{host: here, disks: {Hard disk 2: {datastore: stor1-vm}}}"))
                .asString()
                .contains("Disks are moved to other datastores by a vCenter");
        assertThat(alone("{host: here, ha: {restart_priority: lowest}}"))
                .asString()
                .contains("are kept by a vCenter");
        assertThat(alone("{host: here, cluster: other}")).asString().contains("Clusters are a vCenter's");
        assertThat(alone("{host: here, cpu: {reservation: full}}")).isInstanceOf(Change.Update.class);
        assertThat(KIND.place(PFSENSE, wanted("host: here").desired(), false)).contains("here");
        assertThat(KIND.place(PFSENSE, wanted("host: here").desired(), true)).contains(Way.VCENTER);
    }

    @Test
    void whatWouldNotStartAgainIsNotSwitchedOff() throws Exception {
        assertThat(cycled("d-1", "connected")).isInstanceOf(Change.Update.class);
        assertThat(cycled("d-4", "inaccessible")).asString().contains("might not start again", "cannot reach the");
        assertThat(cycled("d-1", "inaccessible")).asString().contains("The server calls it \"inaccessible\"");
        assertThat(cycled("d-9", "connected")).asString().contains("a datastore that the server does not have");
    }

    private static String moved(int disk, String to) throws Exception {
        return change("{disks: {Hard disk " + disk + ": {datastore: " + to + "}}}")
                .toString();
    }

    private static Change<Vm> alone(String yaml) throws Exception {
        Node about = Node.object("x", "AboutInfo", Node.string("apiType", "HostAgent"));
        return change(
                yaml,
                thin().says(Vim.SERVER, object("ServiceInstance", "ServiceInstance", "content.about", about)),
                whole());
    }

    private static Change<Vm> cycled(String datastore, String state) throws Exception {
        List<Node> fields = new ArrayList<>(whole().items());
        fields.addAll(object(
                        "VirtualMachine",
                        "vm-1",
                        "datastore",
                        Node.object("x", "ArrayOfManagedObjectReference", link("item", "Datastore", datastore)),
                        "runtime.connectionState",
                        state)
                .all("propSet"));
        return change("{cpu: {count: 4}, power_cycle: hard}", thin(), Node.object("objects", "ObjectContent", fields));
    }

    @Test
    void anAdapterIsEditedWhole() throws Exception {
        assertThat(script("networks: {Network adapter 1: Guests}"))
                .containsExactly(RECONFIGURE
                        + "deviceChange: {operation: edit, device: {key: 4000, deviceInfo: {label: Network adapter 1,"
                        + " summary: VM Network}, backing: {deviceName: Guests}, connectable: {startConnected: true,"
                        + " allowGuestControl: true, connected: true}, controllerKey: 100, unitNumber: 7,"
                        + " addressType: assigned, macAddress: 00:50:56:00:00:01}}})");
        assertThat(script("networks: {Network adapter 1: dv-lan}").getFirst())
                .contains("backing: {port: {switchUuid: 50 11, portgroupKey: dvportgroup-3}}");
        assertThat(change("networks: {Network adapter 1: nowhere}")).asString().contains("no port group nowhere");
    }

    @Test
    void overridesAreKeptByTheCluster() throws Exception {
        assertThat(script("ha: {restart_priority: highest}"))
                .containsExactly("ClusterComputeResource \"lain\".ReconfigureComputeResource_Task(spec: {"
                        + "dasVmConfigSpec: {operation: edit, info: {key: VirtualMachine \"pfsense\", dasSettings:"
                        + " {restartPriority: highest, isolationResponse: shutdown}}}}, modify: true)");
        assertThat(script("drs: {automation: manual}").getFirst())
                .contains(
                        "drsVmConfigSpec: {operation: add, info: {key: VirtualMachine \"pfsense\", behavior: manual}}");
    }

    @Test
    void nothingIsSwitchedOffUnlessTheSpecSaysSo() throws Exception {
        assertThat(change("cpu: {count: 4}")).asString().contains("takes only while it is off");
        assertThat(change("{cpu: {count: 4}, reboot_safe: false}")).asString().contains("left running");
        assertThat(script("{cpu: {count: 4}, power_cycle: hard}"))
                .containsExactly(
                        "VirtualMachine \"pfsense\".PowerOffVM_Task()",
                        "VirtualMachine \"pfsense\".ReconfigVM_Task(spec: {numCPUs: 4})",
                        "VirtualMachine \"pfsense\".PowerOnVM_Task()");
        assertThat(problems("{power_cycle: hard, reboot_safe: false}")).contains("SPC0403");
    }

    /** The reversal is for the configuration that the step itself has made. */
    @Test
    void theWayBackCarriesNoVersion() throws Exception {
        Change.Update<Vm> forward = (Change.Update<Vm>) change("{advanced: {new.key: x}, drs: {automation: manual}}");
        Change<Vm> back = new Change.Update<>(
                forward.resource().wanting(forward.observed()), forward.target(), forward.observed(), forward.deltas());
        assertThat(KIND.bindings().getFirst().script(back))
                .extracting(Command::toString)
                .containsExactly(
                        "VirtualMachine \"pfsense\".ReconfigVM_Task(spec: {extraConfig: {key: new.key, value: }})",
                        "ClusterComputeResource \"lain\".ReconfigureComputeResource_Task(spec: {drsVmConfigSpec:"
                                + " {operation: remove, removeKey: VirtualMachine \"pfsense\"}}, modify: true)");
    }

    @Test
    void aMachineInAnotherClusterIsLeftThere() throws Exception {
        assertThat(change("{cluster: other, notes: x}")).asString().contains("runs in the cluster lain");
    }

    private static String problems(String yaml) throws Exception {
        Diagnostics into = new Diagnostics();
        KIND.check(wanted(yaml), into);
        return String.join(" ", into.sorted().stream().map(d -> d.code()).toList());
    }

    private static List<Query> queries(String yaml) throws Exception {
        return KIND.bindings().getFirst().queries(PFSENSE, wanted(yaml).desired(), thin().replies());
    }

    private static List<String> paths(String yaml) throws Exception {
        return fat(yaml).paths();
    }

    private static PropertyQuery fat(String yaml) throws Exception {
        return queries(yaml).stream()
                .filter(q -> q instanceof PropertyQuery && !q.equals(Vim.SERVER))
                .map(PropertyQuery.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> script(String yaml) throws Exception {
        return KIND.bindings().getFirst().script(change(yaml)).stream()
                .map(c -> Vim25.sound(c).toString())
                .toList();
    }

    private static Change<Vm> change(String yaml) throws Exception {
        return change(yaml, thin(), whole());
    }

    private static Change<Vm> change(String yaml, VimAnswers thin, Node whole) throws Exception {
        Resource<Vm> wanted = wanted(yaml);
        VimAnswers answers = thin.says(fat(yaml), whole);
        return Differ.change(
                KIND, wanted, KIND.bindings().getFirst().read(PFSENSE, wanted.desired(), answers.replies()));
    }

    private static Resource<Vm> wanted(String yaml) throws Exception {
        Map<String, Object> fields = new YAMLMapper().readValue(yaml, new TypeReference<Map<String, Object>>() {});
        return VimAnswers.wanting(
                "vm",
                "pfsense",
                KIND.shape().restore(RoundTripTest.fields(fields)).orElseThrow());
    }

    private static VimAnswers thin() {
        Node settings = Node.object(
                "configurationEx",
                "ClusterConfigInfoEx",
                Node.object(
                        "dasVmConfig",
                        "ClusterDasVmConfigInfo",
                        link("key", "VirtualMachine", "vm-1"),
                        Node.object(
                                "dasSettings",
                                "ClusterDasVmSettings",
                                Node.string("restartPriority", "high"),
                                Node.string("isolationResponse", "shutdown"))));
        return new VimAnswers()
                .says(
                        Vim.HOSTS,
                        object(
                                "HostSystem",
                                "h-1",
                                "name",
                                "esxi1",
                                "parent",
                                link("parent", "ClusterComputeResource", "c-1"),
                                "summary.hardware.cpuMhz",
                                2100))
                .says(Vim.CLUSTERS, object("ClusterComputeResource", "c-1", "name", "lain"))
                .says(
                        Vim.CLUSTER_SETTINGS,
                        object("ClusterComputeResource", "c-1", "name", "lain", "configurationEx", settings))
                .says(
                        Vim.MACHINES,
                        object(
                                "VirtualMachine",
                                "vm-1",
                                "name",
                                "pfsense",
                                "runtime.host",
                                link("host", "HostSystem", "h-1")))
                .says(Vim.SERVER, object("ServiceInstance", "ServiceInstance", "content.about", ABOUT))
                .says(
                        Vim.VOLUMES,
                        datastore("d-1", "stor1-vm", "normal", 100, mount("h-1", true, "readWrite")),
                        datastore("d-2", "local", "normal", 100, mount("h-1", true, "readWrite")),
                        datastore("d-3", "emptied", "inMaintenance", 100, mount("h-1", true, "readWrite")),
                        datastore("d-4", "lost", "normal", 100, mount("h-1", false, "readWrite")),
                        datastore("d-5", "elsewhere", "normal", 100, mount("h-2", true, "readWrite")),
                        datastore("d-6", "full", "normal", 5, mount("h-1", true, "readWrite")),
                        datastore("d-7", "iso", "normal", 100, mount("h-1", true, "readOnly")))
                .says(
                        Vim.NETWORKS,
                        object("Network", "n-1", "name", "VM Network"),
                        object("Network", "n-2", "name", "Guests"))
                .says(
                        Vim.PORT_GROUPS,
                        object(
                                "DistributedVirtualPortgroup",
                                "p-3",
                                "name",
                                "dv-lan",
                                "key",
                                "dvportgroup-3",
                                "config.distributedVirtualSwitch",
                                link("x", "VmwareDistributedVirtualSwitch", "dvs-1")))
                .says(Vim.SWITCHES, object("VmwareDistributedVirtualSwitch", "dvs-1", "name", "dvs", "uuid", "50 11"));
    }

    private static Node whole() {
        return object(
                "VirtualMachine",
                "vm-1",
                "name",
                "pfsense",
                "runtime.powerState",
                "poweredOn",
                "config.changeVersion",
                "v7",
                "config.hardware.numCPU",
                2,
                "config.hardware.memoryMB",
                1024,
                "config.cpuAllocation",
                allocation(0),
                "config.memoryAllocation",
                allocation(512),
                "config.memoryReservationLockedToMax",
                false,
                "config.latencySensitivity",
                Node.object("x", "LatencySensitivity", Node.string("level", "normal")),
                "config.extraConfig",
                Node.object(
                        "x",
                        "ArrayOfOptionValue",
                        Node.object(
                                "OptionValue",
                                "OptionValue",
                                Node.string("key", "sched.a"),
                                Node.string("value", "1"))),
                "config.hardware.device",
                Node.object("x", "ArrayOfVirtualDevice", disk(2000, 1, "stor1-vm"), disk(2001, 2, "local"), adapter()));
    }

    private static Node allocation(long reservation) {
        return Node.object(
                "x",
                "ResourceAllocationInfo",
                Node.longNumber("reservation", reservation),
                Node.longNumber("limit", -1),
                Node.object("shares", "SharesInfo", Node.number("shares", 1000), Node.string("level", "normal")));
    }

    private static Node disk(int key, int number, String datastore) {
        return Node.object(
                "VirtualDevice",
                "VirtualDisk",
                Node.number("key", key),
                Node.object("deviceInfo", "Description", Node.string("label", "Hard disk " + number)),
                Node.object(
                        "backing",
                        "VirtualDiskFlatVer2BackingInfo",
                        Node.string("fileName", "[" + datastore + "] pfsense/pfsense.vmdk"),
                        Node.flag("thinProvisioned", number == 1)),
                Node.longNumber("capacityInBytes", 10L << 20));
    }

    private static Node datastore(String id, String name, String mode, long mib, Node mount) {
        return object(
                "Datastore",
                id,
                "name",
                name,
                "summary.maintenanceMode",
                mode,
                "summary.accessible",
                true,
                "summary.freeSpace",
                Node.longNumber("x", mib << 20),
                "host",
                Node.object("x", "ArrayOfDatastoreHostMount", mount));
    }

    private static Node mount(String host, boolean accessible, String access) {
        return Node.object(
                "DatastoreHostMount",
                "DatastoreHostMount",
                link("key", "HostSystem", host),
                Node.object(
                        "mountInfo",
                        "HostMountInfo",
                        Node.string("accessMode", access),
                        Node.flag("mounted", true),
                        Node.flag("accessible", accessible)));
    }

    private static Node adapter() {
        return Node.object(
                "VirtualDevice",
                "VirtualVmxnet3",
                Node.number("key", 4000),
                Node.object(
                        "deviceInfo",
                        "Description",
                        Node.string("label", "Network adapter 1"),
                        Node.string("summary", "VM Network")),
                Node.object(
                        "backing", "VirtualEthernetCardNetworkBackingInfo", Node.string("deviceName", "VM Network")),
                Node.object(
                        "connectable",
                        "VirtualDeviceConnectInfo",
                        Node.flag("startConnected", true),
                        Node.flag("allowGuestControl", true),
                        Node.flag("connected", true)),
                Node.number("controllerKey", 100),
                Node.number("unitNumber", 7),
                Node.string("addressType", "assigned"),
                Node.string("macAddress", "00:50:56:00:00:01"));
    }
}
