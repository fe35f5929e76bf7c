package io.twinpath.kind;

import static io.twinpath.kind.VimAnswers.link;
import static io.twinpath.kind.VimAnswers.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.twinpath.diag.Diagnostics;
import io.twinpath.diff.Differ;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.Vim25;
import io.twinpath.kind.cluster.Cluster;
import io.twinpath.kind.cluster.ClusterKind;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Observed;
import io.twinpath.model.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClusterApiTest {

    private static final ClusterKind KIND = new ClusterKind();
    private static final Address LAIN = Address.inSite("cluster", "lain");

    @Test
    void readsWhatIsSet() throws Exception {
        Cluster found = found("{}");
        assertThat(found.hosts().orElseThrow()).containsExactly("esxi1", "esxi2");
        assertThat(KIND.shape().managed(found).toString())
                .contains("component_protection: false")
                .contains("on_apd: restart_conservative, apd_delay: 180s, on_apd_cleared: none")
                .contains("on_pdl: restart")
                .contains("policy: resources, host_failures: 1")
                .contains("heartbeat_datastores: [stor1-vm]")
                .contains("threshold: 4")
                .contains("apart, enabled: true")
                .contains("vms: [dns1, web1]");
    }

    @Test
    void whatIsSoAlreadyIsKept() throws Exception {
        assertThat(change("""
                ha: {enabled: true, admission: {host_failures: 1}, on_apd: restart_conservative, component_protection: false}
                drs: {threshold: 4}
                rules: {old: {state: absent}}
                vm_groups: {nobody: []}
                """)).isInstanceOf(Change.Keep.class);
    }

    @Test
    void defaultsOfMachinesAreSentWholeAndTheRestOnlyWhereItDiffers() throws Exception {
        assertThat(script("ha: {component_protection: true, on_apd: restart_aggressive}"))
                .containsExactly("ClusterComputeResource \"lain\".ReconfigureComputeResource_Task(spec: {dasConfig: {"
                        + "vmComponentProtecting: enabled, defaultVmSettings: {restartPriority: medium,"
                        + " isolationResponse: none, vmToolsMonitoringSettings: {failureInterval: 30},"
                        + " vmComponentProtectionSettings: {vmStorageProtectionForAPD: restartAggressive,"
                        + " vmTerminateDelayForAPDSec: 180, vmReactionOnAPDCleared: none,"
                        + " vmStorageProtectionForPDL: restartAggressive}}}}, modify: true)");
    }

    @Test
    void admissionPoliciesAreSentWhole() throws Exception {
        assertThat(script("ha: {admission: {cpu_percent: 30, memory_percent: 25}}")
                        .getFirst())
                .contains(
                        "admissionControlPolicy: {cpuFailoverResourcesPercent: 30, memoryFailoverResourcesPercent: 25,"
                                + " failoverLevel: 1, autoComputePercentages: false}");
        assertThat(script("ha: {admission: {policy: slots, host_failures: 2}}").getFirst())
                .contains("admissionControlPolicy: {failoverLevel: 2}");
    }

    @Test
    void theScaleOfMovesIsReversed() throws Exception {
        assertThat(script("drs: {threshold: 1}")).singleElement().asString().contains("vmotionRate: 5");
    }

    @Test
    void groupsComeBeforeTheRulesThatSpeakOfThem() throws Exception {
        List<String> calls = script("""
                vm_groups: {fast: [dns1]}
                host_groups: {near: [esxi1]}
                rules:
                  near: {type: on_hosts, vm_group: fast, host_group: near, mandatory: false}
                  spread: {state: absent}
                """);
        assertThat(calls).hasSize(2);
        assertThat(calls.get(0))
                .contains("groupSpec: {operation: add, info: {name: fast, vm: VirtualMachine \"dns1\"}}")
                .contains("groupSpec: {operation: add, info: {name: near, host: HostSystem \"esxi1\"}}");
        assertThat(calls.get(1))
                .contains("rulesSpec: {operation: add, info: {enabled: true, name: near, mandatory: false,"
                        + " vmGroupName: fast, affineHostGroupName: near}}")
                .contains("rulesSpec: {operation: remove, removeKey: 7}");
    }

    @Test
    void aRuleIsEditedByItsKey() throws Exception {
        assertThat(script("rules: {spread: {type: apart, vms: [dns1, web1, git]}}"))
                .singleElement()
                .asString()
                .contains("rulesSpec: {operation: edit, info: {key: 7, enabled: true, name: spread, vm:"
                        + " VirtualMachine \"dns1\", vm: VirtualMachine \"git\", vm: VirtualMachine \"web1\"}}");
    }

    @Test
    void aHostThatIsBusyDoesNotJoin() throws Exception {
        assertThat(change("hosts: [esxi1, esxi2, esxi3]")).asString().contains("only in maintenance mode");
        assertThat(change("hosts: [esxi1, esxi2, esxi9]")).asString().contains("vCenter has no esxi9");
        assertThat(change("hosts: [esxi1]")).asString().contains("also has esxi2");
        assertThat(script("hosts: [esxi1, esxi2, esxi4]"))
                .containsExactly("ClusterComputeResource \"lain\".MoveInto_Task(host: HostSystem \"esxi4\")");
    }

    @Test
    void whatLooksLikeProtectionAndIsNoneIsRefused() throws Exception {
        assertThat(problems("ha: {on_apd: restart_conservative}")).contains("SPC0409");
        assertThat(problems("ha: {on_apd: restart_conservative, component_protection: true}"))
                .isEmpty();
        assertThat(problems("ha: {heartbeat_datastores: []}")).contains("SPC0409");
        assertThat(problems("ha: {admission: {policy: slots, cpu_percent: 3}}")).contains("SPC0403");
        assertThat(problems("rules: {r: {type: apart, vms: [a]}}")).contains("SPC0409");
        assertThat(problems("ha: {options: {das.x: \"\"}}")).contains("SPC0407");
    }

    private static String problems(String yaml) throws Exception {
        Diagnostics into = new Diagnostics();
        KIND.check(wanted(yaml), into);
        return String.join(" ", into.sorted().stream().map(d -> d.code()).toList());
    }

    private static List<String> script(String yaml) throws Exception {
        return KIND.bindings().getFirst().script(change(yaml)).stream()
                .map(c -> Vim25.sound(c).toString())
                .toList();
    }

    private static Change<Cluster> change(String yaml) throws Exception {
        return Differ.change(KIND, wanted(yaml), new Observed.Present<>(found(yaml)));
    }

    private static Cluster found(String yaml) throws Exception {
        Observed<Cluster> observed = KIND.bindings()
                .getFirst()
                .read(LAIN, wanted(yaml).desired(), answers().replies());
        return ((Observed.Present<Cluster>) observed).value();
    }

    private static Resource<Cluster> wanted(String yaml) throws Exception {
        Map<String, Object> fields = Optional.ofNullable(
                        new YAMLMapper().readValue(yaml, new TypeReference<Map<String, Object>>() {}))
                .orElseGet(Map::of);
        return VimAnswers.wanting(
                "cluster",
                "lain",
                KIND.shape().restore(RoundTripTest.fields(fields)).orElseThrow());
    }

    private static VimAnswers answers() {
        Node settings = Node.object(
                "configurationEx",
                "ClusterConfigInfoEx",
                Node.object(
                        "dasConfig",
                        "ClusterDasConfigInfo",
                        Node.flag("enabled", true),
                        Node.string("hostMonitoring", "enabled"),
                        Node.string("vmComponentProtecting", "disabled"),
                        Node.object(
                                "admissionControlPolicy",
                                "ClusterFailoverResourcesAdmissionControlPolicy",
                                Node.number("cpuFailoverResourcesPercent", 33),
                                Node.number("memoryFailoverResourcesPercent", 33),
                                Node.number("failoverLevel", 1),
                                Node.flag("autoComputePercentages", true)),
                        Node.object(
                                "defaultVmSettings",
                                "ClusterDasVmSettings",
                                Node.string("restartPriority", "medium"),
                                Node.string("isolationResponse", "none"),
                                Node.object(
                                        "vmToolsMonitoringSettings",
                                        "ClusterVmToolsMonitoringSettings",
                                        Node.number("failureInterval", 30)),
                                Node.object(
                                        "vmComponentProtectionSettings",
                                        "ClusterVmComponentProtectionSettings",
                                        Node.string("vmStorageProtectionForAPD", "restartConservative"),
                                        Node.number("vmTerminateDelayForAPDSec", 180),
                                        Node.string("vmReactionOnAPDCleared", "none"),
                                        Node.string("vmStorageProtectionForPDL", "restartAggressive"))),
                        link("heartbeatDatastore", "Datastore", "ds-1")),
                Node.object(
                        "drsConfig",
                        "ClusterDrsConfigInfo",
                        Node.flag("enabled", true),
                        Node.plain("defaultVmBehavior", "DrsBehavior", "partiallyAutomated"),
                        Node.number("vmotionRate", 2)),
                Node.object(
                        "rule",
                        "ClusterAntiAffinityRuleSpec",
                        Node.number("key", 7),
                        Node.flag("enabled", true),
                        Node.string("name", "spread"),
                        link("vm", "VirtualMachine", "vm-1"),
                        link("vm", "VirtualMachine", "vm-2")));
        return new VimAnswers()
                .says(
                        Vim.CLUSTER_SETTINGS,
                        object(
                                "ClusterComputeResource",
                                "c-1",
                                "name",
                                "lain",
                                "host",
                                Node.object(
                                        "host",
                                        "ArrayOfManagedObjectReference",
                                        link("ManagedObjectReference", "HostSystem", "h-1"),
                                        link("ManagedObjectReference", "HostSystem", "h-2")),
                                "configurationEx",
                                settings))
                .says(
                        Vim.HOSTS,
                        host("h-1", "esxi1", false),
                        host("h-2", "esxi2", false),
                        host("h-3", "esxi3", false),
                        host("h-4", "esxi4", true))
                .says(
                        Vim.MACHINES,
                        object("VirtualMachine", "vm-1", "name", "dns1"),
                        object("VirtualMachine", "vm-2", "name", "web1"))
                .says(Vim.DATASTORES, object("Datastore", "ds-1", "name", "stor1-vm"));
    }

    private static Node host(String id, String name, boolean maintenance) {
        return object("HostSystem", id, "name", name, "runtime.inMaintenanceMode", maintenance);
    }
}
