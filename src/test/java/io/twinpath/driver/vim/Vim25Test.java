package io.twinpath.driver.vim;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.driver.InventoryQuery;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.MethodQuery;
import io.twinpath.driver.PropertyQuery;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That the description of the API finds what is wrong with a call. */
class Vim25Test {

    private static final Handle NETWORK = new Handle.Manager("networkSystem");
    private static final Handle STORES = new Handle.Manager("datastoreSystem");
    private static final Vim25 VIM = Vim25.standard();

    private static List<String> dns(Node... fields) {
        return VIM.complaints(
                MethodCommand.of(NETWORK, "UpdateDnsConfig", Node.object("config", "HostDnsConfig", fields)));
    }

    private static List<String> option(Node value) {
        Node changed = Node.object("changedValue", "OptionValue", Node.string("key", "A.b"), value);
        return VIM.complaints(
                MethodCommand.of(new Handle.Manager("advancedOption"), "UpdateOptions", changed, changed));
    }

    private static List<String> removed(String type) {
        return VIM.complaints(MethodCommand.of(
                STORES, "RemoveDatastore", Node.reference("datastore", new Handle.Named(type, "isos"))));
    }

    @Test
    void fieldsStandInTheirOrderAndHaveTheirTypes() {
        Node dhcp = Node.flag("dhcp", false);
        Node host = Node.string("hostName", "esxi3");
        Node domain = Node.string("domainName", "");
        Node one = Node.string("address", "10.0.0.1");
        assertThat(dns(dhcp, host, domain, one, one)).isEmpty();
        assertThat(dns(dhcp, domain, host))
                .containsExactly(
                        "UpdateDnsConfig.config lacks hostName",
                        "UpdateDnsConfig.config has out of order or twice: hostName");
        assertThat(dns(dhcp, host, domain, domain))
                .containsExactly("UpdateDnsConfig.config has out of order or twice: domainName");
        assertThat(dns(dhcp, host)).containsExactly("UpdateDnsConfig.config lacks domainName");
        assertThat(dns(dhcp, host, domain, Node.string("ttl", "1")))
                .containsExactly("UpdateDnsConfig.config does not know ttl");
        assertThat(dns(Node.string("dhcp", "false"), host, domain))
                .containsExactly("UpdateDnsConfig.config.dhcp is boolean and not string");
    }

    @Test
    void anyMeansAnyValueWithItsTypeSaid() {
        assertThat(option(Node.longNumber("value", 180))).isEmpty();
        assertThat(option(Node.plain("value", "", "180"))).hasSize(2);
        assertThat(option(Node.object("value", "NoSuchType", Node.string("a", "b"))))
                .contains("UpdateOptions.changedValue.value: NoSuchType is not described in vim25.txt");
    }

    @Test
    void referencesAreToWhatIsMeant() {
        assertThat(removed("Datastore")).isEmpty();
        assertThat(removed("HostSystem"))
                .containsExactly("RemoveDatastore.datastore is ref:Datastore and not a reference to HostSystem");
    }

    @Test
    void subtypesStandForTheirBase() {
        assertThat(policy("HostMultipathInfoFixedLogicalUnitPolicy", "path1")).isEmpty();
        assertThat(policy("HostMultipathInfoLogicalUnitPolicy", "path1"))
                .containsExactly("SetMultipathLunPolicy.policy does not know prefer");
        assertThat(policy("HostDnsConfig", "path1"))
                .containsExactly(
                        "SetMultipathLunPolicy.policy is HostMultipathInfoLogicalUnitPolicy and not HostDnsConfig");
    }

    private static List<String> policy(String type, String prefer) {
        return VIM.complaints(MethodCommand.of(
                new Handle.Manager("storageSystem"),
                "SetMultipathLunPolicy",
                Node.string("lunId", "02"),
                Node.object("policy", type, Node.string("policy", "VMW_PSP_FIXED"), Node.string("prefer", prefer))));
    }

    @Test
    void methodsAndPathsAreThoseOfTheObject() {
        assertThat(VIM.complaints(MethodCommand.of(NETWORK, "CreateNasDatastore")))
                .containsExactly("HostNetworkSystem has no method CreateNasDatastore");
        assertThat(VIM.complaints(MethodQuery.of(new Handle.Manager("kernelModuleSystem"), "QueryModules")))
                .isEmpty();
        assertThat(VIM.complaints(PropertyQuery.of(new Handle.Host(), "config.network.vswitch", "name")))
                .isEmpty();
        assertThat(VIM.complaints(PropertyQuery.of(new Handle.Host(), "config.network.switches")))
                .containsExactly("HostSystem.config.network.switches: HostNetworkInfo has no switches");
        assertThat(VIM.complaints(InventoryQuery.of("VirtualMachine", "runtime.host", "config.nothing")))
                .hasSize(1);
    }
}
