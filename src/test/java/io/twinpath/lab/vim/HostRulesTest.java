package io.twinpath.lab.vim;

import static io.twinpath.lab.vim.Caller.object;
import static io.twinpath.lab.vim.Caller.text;
import static io.twinpath.lab.vim.Caller.typed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.twinpath.lab.site.Host;
import io.twinpath.lab.site.LabSites;
import io.twinpath.lab.site.Site;
import io.twinpath.lab.site.Sites;
import io.twinpath.lab.site.VirtualSwitch;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.SoapFault;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The documented rules of the API that hurt whoever does not know them. */
class HostRulesTest {

    private static final String ESXI1 = "esxi1.lain.local";
    private static final String NETWORK = "HostNetworkSystem";
    private static final String NETWORK_ID = "networkSystem";

    private final Site site = LabSites.open("lain-2022-10-13", Sites.MORNING).orElseThrow();
    private final Host host = site.host(ESXI1);
    private final Caller api = new Caller(site, ESXI1, false);

    private VirtualSwitch storage() {
        return Objects.requireNonNull(host.vswitches.get("vSwitch1"));
    }

    private void update(Element... spec) {
        api.call(
                NETWORK,
                NETWORK_ID,
                "UpdateVirtualSwitch",
                text("vswitchName", "vSwitch1"),
                object("spec", "HostVirtualSwitchSpec", spec));
    }

    private static Element bridge() {
        return object(
                "bridge", "HostVirtualSwitchBondBridge", text("nicDevice", "vmnic2"), text("nicDevice", "vmnic4"));
    }

    private static Element policy(String active, String standby) {
        Element order = object("nicOrder", "", text("activeNic", active), text("standbyNic", standby));
        return object("policy", "", object("nicTeaming", "", text("policy", "failover_explicit"), order));
    }

    private static void faults(String name, ThrowingCallable call) {
        assertThatExceptionOfType(SoapFault.class)
                .isThrownBy(call)
                .satisfies(f -> assertThat(f.name()).isEqualTo(name));
    }

    @Test
    void aSwitchThatIsSentWithoutBridgeLosesItsUplinks() {
        update(text("numPorts", "128"), text("mtu", "9000"));
        assertThat(storage().uplinks).isEmpty();
    }

    @Test
    void aPolicyThatIsNotSentStaysAndOneThatIsSentCountsWhole() {
        storage().security.promiscuous = true;
        update(text("numPorts", "128"), bridge());
        assertThat(storage().security.promiscuous).isTrue();
        update(text("numPorts", "128"), bridge(), policy("vmnic4", "vmnic2"));
        assertThat(storage().security.promiscuous).isNull();
        assertThat(storage().teaming.active).isEqualTo(List.of("vmnic4"));
    }

    @Test
    void aNicInBothListsIsRefusedWithoutBeingNamedAndChangesNothing() {
        faults("InvalidArgument", () -> update(text("numPorts", "64"), bridge(), policy("vmnic2", "vmnic2")));
        faults("InvalidArgument", () -> update(text("numPorts", "64"), bridge(), policy("vmnic2", "vmnic0")));
        assertThat(storage().ports).isEqualTo(128);
        assertThat(storage().teaming.active).isNull();
    }

    @Test
    void anOptionIsOfItsOwnTypeAndAllOrNothingIsChanged() {
        Element good =
                object("changedValue", "OptionValue", text("key", "Misc.APDTimeout"), typed("value", "long", "150"));
        Element narrow =
                object("changedValue", "OptionValue", text("key", "Misc.LogToFile"), typed("value", "int", "0"));
        Element unknown = object("changedValue", "OptionValue", text("key", "No.Such"), typed("value", "long", "0"));
        faults("InvalidArgument", () -> api.call("OptionManager", "ha-adv-options", "UpdateOptions", good, narrow));
        faults("InvalidName", () -> api.call("OptionManager", "ha-adv-options", "UpdateOptions", good, unknown));
        assertThat(host.advanced).isEmpty();
        api.call("OptionManager", "ha-adv-options", "UpdateOptions", good);
        assertThat(host.advanced).containsEntry("/Misc/APDTimeout", "150");
    }

    @Test
    void aBoundInterfaceWithPathsIsNotLetGo() {
        Element adapter = text("iScsiHbaName", "vmhba64");
        Element vmk = text("vnicDevice", "vmk1");
        faults(
                "IscsiFaultVnicHasActivePaths",
                () -> api.call("IscsiManager", "iscsiManager", "UnbindVnic", adapter, vmk, text("force", "false")));
        api.call("IscsiManager", "iscsiManager", "UnbindVnic", adapter, vmk, text("force", "true"));
        assertThat(host.iscsi.bound).containsExactly("vmk2");
    }

    @Test
    void aUnitIsNamedByItsIdAndFixedNeedsAPath() {
        Element policy = object("policy", "HostMultipathInfoLogicalUnitPolicy", text("policy", "VMW_PSP_MRU"));
        String device = "naa.6001405a1b2c3d4e5f60718293a4b501";
        faults(
                "NotFound",
                () -> api.call(
                        "HostStorageSystem", "storageSystem", "SetMultipathLunPolicy", text("lunId", device), policy));
        String id = "0200000000" + device.substring(4);
        Element fixed = object("policy", "", text("policy", "VMW_PSP_FIXED"));
        faults(
                "InvalidArgument",
                () -> api.call(
                        "HostStorageSystem", "storageSystem", "SetMultipathLunPolicy", text("lunId", id), fixed));
        api.call("HostStorageSystem", "storageSystem", "SetMultipathLunPolicy", text("lunId", id), policy);
        assertThat(Objects.requireNonNull(host.devices.get(device)).psp).isEqualTo("VMW_PSP_MRU");
    }

    @Test
    void aPathThatNoHostHasFailsTheCallAndOneThatIsNotSetIsLeftOut() {
        faults("InvalidProperty", () -> api.call("HostSystem", "ha-host", "Fetch", text("prop", "config.netwrok")));
        assertThat(api.call("HostSystem", "ha-host", "Fetch", text("prop", "config.ipmi")))
                .isEmpty();
        assertThat(api.call("HostSystem", "ha-host", "Fetch", text("prop", "config.option[\"Misc.APDTimeout\"].value")))
                .hasToString("Optional[Scalar[type=xsd:long, text=140]]");
    }

    @Test
    void whoIsNotKnownGetsNowhere() {
        faults("InvalidLogin", () -> api.login("wrong"));
        faults(
                "NotAuthenticated",
                () -> api.anonymously(NETWORK, NETWORK_ID, "RemoveVirtualSwitch", text("vswitchName", "vSwitch1")));
        faults("MethodNotFound", () -> api.call(NETWORK, NETWORK_ID, "NoSuchMethod"));
        faults("ManagedObjectNotFound", () -> api.call(NETWORK, "networkSystem-9", "RefreshNetworkSystem"));
        assertThat(host.vswitches).containsKey("vSwitch1");
    }

    @Test
    void aFreeLicenceLetsTheApiReadOnly() {
        Caller free = new Caller(site, ESXI1, true);
        faults(
                "RestrictedVersion",
                () -> free.call("HostServiceSystem", "serviceSystem", "StopService", text("id", "TSM-SSH")));
        assertThat(free.call("OptionManager", "ha-adv-options", "QueryOptions", text("name", "Misc.APDTimeout")))
                .isPresent();
    }
}
