package io.twinpath.lab.vim;

import static io.twinpath.lab.site.Sites.ESXI1;
import static io.twinpath.lab.site.Sites.ESXI3;
import static io.twinpath.lab.site.Sites.happen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinpath.lab.site.Sites;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Listing;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.soap.SoapFault;
import org.junit.jupiter.api.Test;

/** Machines over the API: what is shown, what is changed, what is refused. */
final class MachineTest {

    private final Api api = new Api(Sites.lain());
    private final Ref git = api.machine("git");
    private final Ref pomf = api.machine("pomf");
    private final Ref pfsense = api.machine("pfsense");

    private String change(Ref vm, String spec) {
        return api.task(vm, "ReconfigVM_Task", "<spec>" + spec + "</spec>");
    }

    private String relocate(Ref vm, String spec) {
        return api.task(vm, "RelocateVM_Task", "<spec>" + spec + "</spec>");
    }

    private static String to(Ref host) {
        return Api.xml("host", host);
    }

    @Test
    void theConfigurationIsShown() {
        assertThat(api.text(pfsense, "name")).isEqualTo("pfsense");
        assertThat(api.text(pfsense, "config.latencySensitivity.level")).isEqualTo("high");
        assertThat(api.text(pfsense, "config.memoryAllocation.reservation")).isEqualTo("8192");
        assertThat(api.text(pfsense, "config.cpuAllocation.shares.shares")).isEqualTo("4000");
        assertThat(api.text(pfsense, "config.memoryReservationLockedToMax")).isEqualTo("true");
        assertThat(api.text(pomf, "config.hardware.device[2001].deviceInfo.label"))
                .isEqualTo("Hard disk 2");
        assertThat(api.text(pomf, "config.hardware.device[2001].backing.fileName"))
                .isEqualTo("[esxi3-ssd] pomf/pomf_1.vmdk");
        assertThat(api.text(pomf, "config.hardware.device[4000].backing.deviceName"))
                .isEqualTo("VM Network");
        assertThat(api.text(pomf, "runtime.host")).isEqualTo(api.host(ESXI3).id());
        assertThat(api.text(pomf, "runtime.powerState")).isEqualTo("poweredOn");
        assertThat(api.text(pomf, "datastore")).contains(",");
        assertThat(api.text(pomf, "resourcePool")).isEqualTo(api.text(api.cluster(), "resourcePool"));
    }

    @Test
    void whatIsSentIsChangedAndNothingElse() {
        assertThat(change(
                        git,
                        "<annotation>for people</annotation><memoryAllocation><reservation>1024</reservation>"
                                + "</memoryAllocation>"))
                .isEqualTo("success");
        assertThat(change(
                        git,
                        "<memoryAllocation><limit>8192</limit></memoryAllocation><cpuAllocation><shares>"
                                + "<shares>777</shares><level>custom</level></shares></cpuAllocation>"))
                .isEqualTo("success");

        assertThat(api.text(git, "config.annotation")).isEqualTo("for people");
        assertThat(api.text(git, "config.memoryAllocation.reservation")).isEqualTo("1024");
        assertThat(api.text(git, "config.memoryAllocation.limit")).isEqualTo("8192");
        assertThat(api.text(git, "config.cpuAllocation.shares.shares")).isEqualTo("777");
        assertThat(api.text(git, "config.cpuAllocation.shares.level")).isEqualTo("custom");
        assertThat(api.text(git, "config.hardware.memoryMB")).isEqualTo("4096");
    }

    @Test
    void aSecondChangeFromTheSameReadingIsRefused() {
        String read = "<changeVersion>" + api.text(git, "config.changeVersion") + "</changeVersion>";
        assertThat(change(git, read + "<annotation>a</annotation>")).isEqualTo("success");
        assertThat(change(git, read + "<annotation>b</annotation>")).startsWith("ConcurrentAccess: ");
        assertThat(api.text(git, "config.annotation")).isEqualTo("a");
    }

    @Test
    void advancedSettingsAreAddedReplacedAndTakenOut() {
        String option = "<extraConfig><key>a.b</key><value xsi:type=\"xsd:string\">%s</value></extraConfig>";
        change(git, option.formatted("1"));
        assertThat(api.site.vm("git").advanced).containsEntry("a.b", "1");
        change(git, option.formatted("2"));
        assertThat(api.site.vm("git").advanced).containsOnlyKeys("a.b").containsEntry("a.b", "2");
        change(git, option.formatted(""));
        assertThat(api.site.vm("git").advanced).isEmpty();
    }

    @Test
    void affinityPinsUntilItIsTakenAway() {
        change(
                git,
                "<cpuAffinity><affinitySet>2</affinitySet><affinitySet>3</affinitySet></cpuAffinity>"
                        + "<memoryAffinity><affinitySet>0</affinitySet></memoryAffinity>");
        assertThat(api.text(git, "config.cpuAffinity.affinitySet")).isEqualTo("[2, 3]");
        assertThat(api.text(git, "config.memoryAffinity.affinitySet")).isEqualTo("[0]");
        assertThat(relocate(git, to(api.host(ESXI1)))).startsWith("AffinityConfigured: ");
        change(git, "<cpuAffinity/><memoryAffinity/>");
        assertThat(api.text(git, "config.cpuAffinity")).isEmpty();
        assertThat(relocate(git, to(api.host(ESXI1)))).isEqualTo("success");
    }

    @Test
    void hardwareChangesWithThePowerOffOrHot() {
        assertThat(change(git, "<numCPUs>4</numCPUs>")).startsWith("CpuHotPlugNotSupported");
        assertThat(change(git, "<memoryMB>8192</memoryMB>")).startsWith("MemoryHotPlugNotSupported");
        assertThat(change(git, "<memoryHotAddEnabled>true</memoryHotAddEnabled>"))
                .startsWith("InvalidPowerState");
        api.site.vm("git").cpuHotAdd = true;
        assertThat(change(git, "<numCPUs>4</numCPUs>")).isEqualTo("success");
        assertThat(change(git, "<numCPUs>2</numCPUs>")).startsWith("CpuHotPlugNotSupported");
        assertThat(api.task(git, "PowerOffVM_Task", "")).isEqualTo("success");
        assertThat(change(git, "<numCPUs>2</numCPUs><memoryMB>8192</memoryMB>")).isEqualTo("success");
        assertThat(api.text(git, "summary.config.memorySizeMB")).isEqualTo("8192");
    }

    @Test
    void nonsenseIsRefusedAsAWhole() {
        for (String nonsense : new String[] {
            "<numCPUs>0</numCPUs>",
            "<memoryMB>4098</memoryMB>",
            "<memoryAllocation><reservation>5000</reservation></memoryAllocation>",
            "<cpuAllocation><limit>-2</limit></cpuAllocation>",
            "<cpuAllocation><expandableReservation>true</expandableReservation></cpuAllocation>",
            "<cpuAllocation><shares><shares>0</shares><level>custom</level></shares></cpuAllocation>",
            "<latencySensitivity><level>extreme</level></latencySensitivity>",
            "<swapPlacement>moon</swapPlacement>",
            "<deviceChange><operation>edit</operation><device><key>1</key></device></deviceChange>",
        }) {
            assertThat(change(git, "<annotation>no</annotation>" + nonsense))
                    .as(nonsense)
                    .startsWith("InvalidArgument: ");
        }
        assertThat(change(git, "<annotation>no</annotation><colour>red</colour>"))
                .startsWith("InvalidRequest: ");
        assertThat(change(
                        git,
                        "<annotation>no</annotation><cpuAllocation><reservation>60000</reservation>"
                                + "</cpuAllocation>"))
                .startsWith("InsufficientCpuResourcesFault: ");
        assertThat(api.text(git, "config.annotation")).isEmpty();
    }

    @Test
    void adaptersAreAddedMovedAndTakenOut() {
        String backing =
                "<backing xsi:type=\"VirtualEthernetCardNetworkBackingInfo\"><deviceName>%s</deviceName></backing>";
        String device = "<deviceChange><operation>%s</operation><device xsi:type=\"VirtualVmxnet3\"><key>%d</key>%s"
                + "</device></deviceChange>";
        assertThat(change(git, device.formatted("edit", 4000, backing.formatted("Management Network"))))
                .isEqualTo("success");
        assertThat(api.text(git, "config.hardware.device[4000].backing.deviceName"))
                .isEqualTo("Management Network");
        assertThat(change(git, device.formatted("edit", 4000, backing.formatted("Nowhere"))))
                .startsWith("InvalidArgument");
        assertThat(change(git, device.formatted("add", -1, backing.formatted("VM Network"))))
                .isEqualTo("success");
        assertThat(api.text(git, "config.hardware.device[4001].macAddress")).startsWith("00:50:56:");
        assertThat(change(git, device.formatted("remove", 4001, ""))).isEqualTo("success");
        assertThat(api.site.vm("git").adapters).containsOnlyKeys("Network adapter 1");
    }

    @Test
    void aDiskGrowsAndNeverShrinks() {
        String disk = "<deviceChange><operation>edit</operation><device xsi:type=\"VirtualDisk\"><key>2000</key>"
                + "<capacityInKB>%d</capacityInKB></device></deviceChange>";
        assertThat(change(git, disk.formatted(1024))).startsWith("InvalidArgument");
        assertThat(change(git, disk.formatted(204_800L * 1024))).isEqualTo("success");
        assertThat(api.text(git, "config.hardware.device[2000].capacityInKB")).isEqualTo("209715200");
    }

    @Test
    void aMoveTakesTimeAndEndsElsewhere() {
        Ref task = api.start(git, "RelocateVM_Task", "<spec>" + to(api.host(ESXI1)) + "</spec>");
        api.turn();
        assertThat(api.text(task, "info.state")).isEqualTo("running");
        assertThat(api.text(task, "info.progress")).isEqualTo("25");
        assertThat(api.end(task)).isEqualTo("success");
        assertThat(api.text(git, "runtime.host")).isEqualTo(api.host(ESXI1).id());

        Ref back = api.start(git, "MigrateVM_Task", to(api.host(ESXI3)) + "<priority>defaultPriority</priority>");
        api.turn();
        api.call(back, "CancelTask", "");
        assertThat(api.end(back)).startsWith("RequestCanceled");
        assertThat(api.site.vm("git").host).isEqualTo(ESXI1);
    }

    @Test
    void theStoryOfTheTwoThatCouldNotMove() {
        assertThat(relocate(pomf, to(api.host(ESXI1))))
                .startsWith("CannotAccessVmDisk: ")
                .contains("Hard disk 2");
        String disk = "<disk><diskId>2001</diskId>" + Api.xml("datastore", api.world.ref("Datastore", "stor1-vm"))
                + "</disk>";
        assertThat(relocate(pomf, disk)).isEqualTo("success");
        assertThat(api.text(pomf, "config.hardware.device[2001].backing.fileName"))
                .startsWith("[stor1-vm]");
        assertThat(relocate(pomf, to(api.host(ESXI1)))).isEqualTo("success");

        assertThat(relocate(pfsense, to(api.host(ESXI1))))
                .startsWith("MigrationFeatureNotSupported: ")
                .contains("latency");
        change(pfsense, "<extraConfig><key>migrate.compat.override</key><value>TRUE</value></extraConfig>");
        assertThat(relocate(pfsense, to(api.host(ESXI1)))).isEqualTo("success");
        assertThat(api.text(pfsense, "config.cpuAllocation.reservation")).isEqualTo("10400");
    }

    @Test
    void checksFindWhatAMoveWouldMeetInsideASuccess() {
        Ref checker = (Ref) api.world
                .object(new Ref("ServiceInstance", "ServiceInstance"))
                .properties()
                .field("content")
                .map(c -> ((Data) c).field("vmProvisioningChecker").orElseThrow())
                .orElseThrow();
        Ref task = api.start(
                checker, "CheckRelocate_Task", Api.xml("vm", pomf) + "<spec>" + to(api.host(ESXI1)) + "</spec>");
        assertThat(api.end(task)).isEqualTo("success");
        assertThat(faults(task)).isEqualTo("[CannotAccessVmDisk]");

        task = api.start(
                checker,
                "CheckMigrate_Task",
                Api.xml("vm", pfsense) + to(api.host(ESXI1)) + "<testType>networkTests</testType>");
        api.end(task);
        assertThat(faults(task)).isEqualTo("[]");

        task = api.start(
                checker,
                "QueryVMotionCompatibilityEx_Task",
                Api.xml("vm", git) + Api.xml("vm", pfsense) + Api.xml("host", api.host(ESXI1)));
        api.end(task);
        assertThat(results(task).items()).hasSize(2);
        assertThat(faults(task)).isEqualTo("[MigrationFeatureNotSupported]");
    }

    private Listing results(Ref task) {
        return (Listing)
                Paths.follow(api.world.object(task).properties(), "info.result").orElseThrow();
    }

    private String faults(Ref task) {
        return results(task).items().stream()
                .flatMap(r -> ((Listing) ((Data) r).field("error").orElseThrow()).items().stream())
                .map(e -> ((Data) e).field("fault").orElseThrow().type())
                .toList()
                .toString();
    }

    @Test
    void powerFollowsItsStates() {
        assertThat(api.task(git, "PowerOnVM_Task", "")).startsWith("InvalidPowerState: ");
        assertThat(api.task(git, "SuspendVM_Task", "")).isEqualTo("success");
        assertThat(api.text(git, "runtime.powerState")).isEqualTo("suspended");
        assertThat(api.task(git, "PowerOnVM_Task", "")).isEqualTo("success");
        api.call(git, "ShutdownGuest", "");
        assertThat(api.text(git, "runtime.powerState")).isEqualTo("poweredOff");
        assertThatThrownBy(() -> api.call(git, "RebootGuest", "")).isInstanceOf(SoapFault.class);

        assertThat(api.task(pomf, "ResetVM_Task", "")).isEqualTo("success");
        assertThatThrownBy(() -> api.call(pomf, "ShutdownGuest", ""))
                .as("it waits for its passphrase")
                .hasMessageContaining("VMware Tools is not running");
        happen(api.site, "attend pomf");
        api.call(pomf, "ShutdownGuest", "");
    }

    @Test
    void lowLatencyStartsOnlyWithAllOfItsReservations() {
        api.task(pfsense, "PowerOffVM_Task", "");
        change(
                pfsense,
                "<memoryReservationLockedToMax>false</memoryReservationLockedToMax><memoryAllocation>"
                        + "<reservation>100</reservation></memoryAllocation>");
        assertThat(api.task(pfsense, "PowerOnVM_Task", ""))
                .startsWith("GenericVmConfigFault: ")
                .contains("8192");
    }

    @Test
    void aMachineThatHangsIsOnAndItsHostMayBeAway() {
        happen(api.site, "fail card:esxi3.lain.local/5");
        assertThat(api.text(git, "runtime.powerState")).isEqualTo("poweredOn");
        assertThat(api.text(git, "guest.toolsStatus")).isEqualTo("toolsNotRunning");
        assertThat(relocate(git, to(api.host(ESXI1)))).startsWith("CannotAccessVmDisk: ");
        happen(api.site, "fail host:esxi3.lain.local");
        assertThat(api.text(git, "runtime.host"))
                .as("HA took it")
                .isNotEqualTo(api.host(ESXI3).id());
        assertThat(api.text(pomf, "runtime.connectionState")).isEqualTo("disconnected");
    }
}
