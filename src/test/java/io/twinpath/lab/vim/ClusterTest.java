package io.twinpath.lab.vim;

import static io.twinpath.lab.site.Sites.ESXI1;
import static io.twinpath.lab.site.Sites.ESXI3;
import static io.twinpath.lab.site.Sites.happen;
import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.lab.site.Cluster;
import io.twinpath.lab.site.DistributedSwitch;
import io.twinpath.lab.site.Sites;
import io.twinpath.lab.soap.Ref;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Clusters, maintenance mode and distributed switches over the API. */
final class ClusterTest {

    private static final String DAS = "configurationEx.dasConfig.";

    private final Api api = new Api(Sites.lain());
    private final Ref lain = api.cluster();
    private final Cluster cluster = Objects.requireNonNull(api.site.clusters.get("lain"));

    private String change(String spec) {
        return change(spec, true);
    }

    private String change(String spec, boolean modify) {
        return api.task(
                lain,
                "ReconfigureComputeResource_Task",
                "<spec xsi:type=\"ClusterConfigSpecEx\">" + spec + "</spec><modify>" + modify + "</modify>");
    }

    @Test
    void theClusterOfTheStoryWatchesHostsAndNoStorage() {
        assertThat(api.text(lain, "name")).isEqualTo("lain");
        assertThat(api.text(lain, DAS + "enabled")).isEqualTo("true");
        assertThat(api.text(lain, DAS + "vmComponentProtecting")).isEqualTo("disabled");
        assertThat(api.text(lain, DAS + "defaultVmSettings.vmComponentProtectionSettings.vmStorageProtectionForAPD"))
                .isEqualTo("disabled");
        assertThat(api.text(lain, DAS + "defaultVmSettings.vmComponentProtectionSettings.enableAPDTimeoutForHosts"))
                .as("it can be written and never read")
                .isEmpty();
        assertThat(api.text(lain, DAS + "admissionControlPolicy"))
                .isEqualTo("ClusterFailoverLevelAdmissionControlPolicy");
        assertThat(api.text(lain, "configurationEx.drsConfig.defaultVmBehavior"))
                .isEqualTo("partiallyAutomated");
        assertThat(api.text(lain, "summary.numEffectiveHosts")).isEqualTo("3");
        assertThat(api.text(api.host(ESXI3), "parent")).isEqualTo(lain.id());
    }

    @Test
    void armingTheProtectionHasConsequences() {
        assertThat(change("<dasConfig><vmComponentProtecting>enabled</vmComponentProtecting><defaultVmSettings>"
                        + "<vmComponentProtectionSettings><vmStorageProtectionForAPD>restartConservative"
                        + "</vmStorageProtectionForAPD><enableAPDTimeoutForHosts>true</enableAPDTimeoutForHosts>"
                        + "</vmComponentProtectionSettings></defaultVmSettings></dasConfig>"))
                .isEqualTo("success");
        assertThat(api.text(lain, DAS + "hostMonitoring")).isEqualTo("enabled");
        assertThat(cluster.ha.apdDelay).isEqualTo(180);

        happen(api.site, "fail card:esxi3.lain.local/5");
        assertThat(api.text(api.machine("git"), "runtime.host"))
                .isNotEqualTo(api.host(ESXI3).id());
    }

    @Test
    void withoutModifyEverythingElseGoesBack() {
        assertThat(change("<dasConfig><enabled>true</enabled></dasConfig>", false))
                .isEqualTo("success");
        assertThat(cluster.drs.enabled).isFalse();
        assertThat(cluster.ha.heartbeatDatastores).isEmpty();
        assertThat(cluster.hosts).as("who is in it is no setting").hasSize(3);
    }

    @Test
    void nonsenseIsRefusedAsAWhole() {
        for (String nonsense : new String[] {
            "<drsConfig><vmotionRate>6</vmotionRate></drsConfig>",
            "<drsConfig><defaultVmBehavior>wild</defaultVmBehavior></drsConfig>",
            "<dasConfig><defaultVmSettings><restartPriority>soon</restartPriority></defaultVmSettings></dasConfig>",
            "<dasConfig><admissionControlPolicy xsi:type=\"Hope\"/></dasConfig>",
            "<rulesSpec><operation>edit</operation><info xsi:type=\"ClusterAffinityRuleSpec\"><key>9</key></info></rulesSpec>",
            "<groupSpec><operation>remove</operation><removeKey>none</removeKey></groupSpec>",
        }) {
            assertThat(change(nonsense)).as(nonsense).startsWith("InvalidArgument: ");
        }
        assertThat(change("<colour>red</colour>")).startsWith("InvalidRequest: ");
        assertThat(api.task(
                        lain,
                        "ReconfigureComputeResource_Task",
                        "<spec xsi:type=\"ComputeResourceConfigSpec\"/><modify>true</modify>"))
                .startsWith("InvalidArgument: ");
    }

    @Test
    void overridesComeAndGo() {
        cluster.overrides.clear();
        String vm = Api.xml("key", api.machine("web1"));
        assertThat(change("<dasVmConfigSpec><operation>add</operation><info>" + vm
                        + "<dasSettings><restartPriority>high</restartPriority></dasSettings></info></dasVmConfigSpec>"
                        + "<drsVmConfigSpec><operation>add</operation><info>" + vm
                        + "<behavior>manual</behavior></info></drsVmConfigSpec>"))
                .isEqualTo("success");
        assertThat(cluster.override("web1").restartPriority).isEqualTo("high");
        assertThat(cluster.override("web1").drsBehavior).isEqualTo("manual");
        assertThat(api.text(lain, "configurationEx.dasVmConfig")).isEqualTo("[ClusterDasVmConfigInfo]");

        assertThat(change("<dasVmConfigSpec><operation>edit</operation><info>" + vm
                        + "<dasSettings><restartPriority>clusterRestartPriority</restartPriority></dasSettings></info>"
                        + "</dasVmConfigSpec>"))
                .isEqualTo("success");
        assertThat(api.text(lain, "configurationEx.dasVmConfig")).isEqualTo("[]");
        assertThat(change("<drsVmConfigSpec><operation>remove</operation>" + Api.xml("removeKey", api.machine("web1"))
                        + "</drsVmConfigSpec>"))
                .isEqualTo("success");
        assertThat(cluster.overrides).isEmpty();
    }

    @Test
    void rulesAndGroupsComeAndGo() {
        String git = Api.xml("vm", api.machine("git"));
        String edge = Api.xml("vm", api.machine("edge1"));
        assertThat(change(
                        "<rulesSpec><operation>add</operation><info xsi:type=\"ClusterAntiAffinityRuleSpec\"><enabled>"
                                + "true</enabled><name>apart</name>" + git + edge + "</info></rulesSpec>"))
                .isEqualTo("success");
        String key = Integer.toString(Objects.requireNonNull(cluster.rules.get("apart")).key);
        assertThat(api.task(
                        api.machine("git"), "RelocateVM_Task", "<spec>" + Api.xml("host", api.host(ESXI1)) + "</spec>"))
                .startsWith("RuleViolation: ");
        assertThat(change("<rulesSpec><operation>edit</operation><info xsi:type=\"ClusterAntiAffinityRuleSpec\"><key>"
                        + key + "</key><enabled>false</enabled><name>asunder</name></info></rulesSpec>"))
                .isEqualTo("success");
        assertThat(cluster.rules).containsOnlyKeys("asunder");
        assertThat(change("<rulesSpec><operation>remove</operation><removeKey xsi:type=\"xsd:int\">" + key
                        + "</removeKey></rulesSpec>"))
                .isEqualTo("success");
        assertThat(cluster.rules).isEmpty();

        assertThat(change("<groupSpec><operation>add</operation><info xsi:type=\"ClusterHostGroup\"><name>h</name>"
                        + Api.xml("host", api.host(ESXI1)) + "</info></groupSpec>"))
                .isEqualTo("success");
        assertThat(cluster.hostGroups).containsOnlyKeys("h");
    }

    @Test
    void admissionIsSetByPolicy() {
        assertThat(change(
                        "<dasConfig><admissionControlPolicy xsi:type=\"ClusterFailoverResourcesAdmissionControlPolicy\">"
                                + "<cpuFailoverResourcesPercent>30</cpuFailoverResourcesPercent><autoComputePercentages>false"
                                + "</autoComputePercentages></admissionControlPolicy></dasConfig>"))
                .isEqualTo("success");
        assertThat(api.text(lain, DAS + "admissionControlPolicy.cpuFailoverResourcesPercent"))
                .isEqualTo("30");
        api.site.vm("irc").on = false;
        api.site.vm("irc").cpu.reservation = 50_000;
        api.site.vm("db1").cpu.reservation = 50_000;
        api.site.vm("backup").cpu.reservation = 10_000;
        assertThat(api.task(api.machine("irc"), "PowerOnVM_Task", "")).startsWith("Insufficient");
    }

    @Test
    void maintenanceWaitsForWhoeverDoesNotLeave() {
        Ref host = api.host(ESXI3);
        Ref task = api.start(host, "EnterMaintenanceMode_Task", "<timeout>60</timeout>");
        api.turn();
        assertThat(api.text(task, "info.state")).isEqualTo("running");
        assertThat(api.text(task, "info.cancelable")).isEqualTo("true");
        api.pass(60);
        assertThat(api.end(task)).startsWith("Timedout: ");
        assertThat(api.text(host, "runtime.inMaintenanceMode")).isEqualTo("false");

        change("<drsConfig><defaultVmBehavior>fullyAutomated</defaultVmBehavior></drsConfig>");
        api.site.vm("pfsense").advanced.put("migrate.compat.override", "TRUE");
        Ref again = api.start(host, "EnterMaintenanceMode_Task", "<timeout>0</timeout>");
        api.turn();
        assertThat(api.text(again, "info.state")).as("pomf is still there").isEqualTo("running");
        assertThat(api.text(again, "info.progress")).isEqualTo("0");
        Objects.requireNonNull(api.site.vm("pomf").disks.get("Hard disk 2")).datastore = "stor1-vm";
        assertThat(api.end(again)).isEqualTo("success");
        assertThat(api.text(host, "runtime.inMaintenanceMode")).isEqualTo("true");
        assertThat(api.site.vms.values()).noneMatch(v -> v.host.equals(ESXI3));

        assertThat(api.task(host, "ExitMaintenanceMode_Task", "<timeout>0</timeout>"))
                .isEqualTo("success");
        assertThat(api.task(host, "ExitMaintenanceMode_Task", "<timeout>0</timeout>"))
                .startsWith("InvalidState: ");
    }

    @Test
    void aDistributedSwitchIsMadeJoinedAndUsed() {
        Ref folder = Inventory.networkFolder(api.world);
        assertThat(api.task(
                        folder,
                        "CreateDVS_Task",
                        "<spec><configSpec xsi:type=\"VMwareDVSConfigSpec\"><name>dvs1</name>"
                                + "<maxMtu>9000</maxMtu></configSpec></spec>"))
                .isEqualTo("success");
        Ref dvs = api.world.ref("VmwareDistributedVirtualSwitch", "dvs1");
        String member = "<spec><host><operation>%s</operation>" + Api.xml("host", api.host(ESXI1))
                + "<backing xsi:type=\"DistributedVirtualSwitchHostMemberPnicBacking\"><pnicSpec><pnicDevice>%s</pnicDevice>"
                + "</pnicSpec></backing></host></spec>";
        assertThat(api.task(dvs, "ReconfigureDvs_Task", member.formatted("add", "vmnic2")))
                .startsWith("ResourceInUse");
        assertThat(api.task(dvs, "ReconfigureDvs_Task", member.formatted("add", "vmnic3")))
                .isEqualTo("success");
        assertThat(api.task(
                        dvs,
                        "AddDVPortgroup_Task",
                        "<spec><name>guests</name><defaultPortConfig><vlan xsi:type="
                                + "\"VmwareDistributedVirtualSwitchVlanIdSpec\"><inherited>false</inherited><vlanId>7</vlanId></vlan>"
                                + "</defaultPortConfig></spec>"))
                .isEqualTo("success");
        Ref group = api.world.ref("DistributedVirtualPortgroup", "guests");
        assertThat(api.text(group, "config.defaultPortConfig.vlan.vlanId")).isEqualTo("7");
        assertThat(api.text(dvs, "config.maxMtu")).isEqualTo("9000");

        String version = "<configVersion>" + api.text(group, "config.configVersion") + "</configVersion>";
        String order =
                "<spec>" + version + "<defaultPortConfig><uplinkTeamingPolicy><uplinkPortOrder><activeUplinkPort>%s"
                        + "</activeUplinkPort></uplinkPortOrder></uplinkTeamingPolicy></defaultPortConfig></spec>";
        assertThat(api.task(group, "ReconfigureDVPortgroup_Task", order.formatted("Uplink 9")))
                .startsWith("InvalidArgument");
        assertThat(api.task(group, "ReconfigureDVPortgroup_Task", order.formatted("Uplink 1")))
                .isEqualTo("success");
        assertThat(api.task(group, "ReconfigureDVPortgroup_Task", order.formatted("Uplink 2")))
                .startsWith("ConcurrentAccess");

        Ref edge = api.machine("edge1");
        DistributedSwitch found = Objects.requireNonNull(api.site.distributedSwitches.get("dvs1"));
        assertThat(api.task(
                        edge,
                        "ReconfigVM_Task",
                        "<spec><deviceChange><operation>edit</operation><device xsi:type="
                                + "\"VirtualVmxnet3\"><key>4000</key><backing xsi:type="
                                + "\"VirtualEthernetCardDistributedVirtualPortBackingInfo\"><port><switchUuid>"
                                + api.text(dvs, "uuid") + "</switchUuid><portgroupKey>" + group.id()
                                + "</portgroupKey></port></backing></device></deviceChange></spec>"))
                .isEqualTo("success");
        assertThat(api.text(edge, "network")).isEqualTo("[" + group.id() + "]");
        assertThat(api.text(edge, "config.hardware.device[4000].backing.port.portgroupKey"))
                .isEqualTo(group.id());
        assertThat(api.task(edge, "RelocateVM_Task", "<spec>" + Api.xml("host", api.host(ESXI3)) + "</spec>"))
                .as("esxi3 is not in the switch")
                .startsWith("CannotAccessNetwork");
        assertThat(api.task(dvs, "ReconfigureDvs_Task", member.formatted("remove", "vmnic3")))
                .startsWith("ResourceInUse");
        assertThat(found.hosts).containsOnlyKeys(ESXI1);
    }
}
