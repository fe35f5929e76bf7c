package io.twinpath.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.Ref;
import io.twinpath.driver.vim.VimXml;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VimCallsTest {

    private static final Handle NETWORK = new Handle.Manager("networkSystem");
    private static final PropertyQuery SWITCHES = PropertyQuery.of(new Handle.Host(), "name", "config.network.vswitch");

    private static Replies answered(Query query, String xml) throws UnreadableException {
        Replies replies = Replies.none();
        replies.add(Map.of(query, Reply.of(VimXml.read(xml, "test"), "esxi1: " + query.typed())));
        return replies;
    }

    @Test
    void callsAreShownAsPeopleWouldTypeThem() {
        MethodCommand command = MethodCommand.of(
                NETWORK,
                "UpdateVirtualSwitch",
                Node.string("vswitchName", "vSwitch1"),
                Node.object("spec", "HostVirtualSwitchSpec", Node.number("numPorts", 128)));
        assertThat(command.typed()).isEqualTo("HostNetworkSystem.UpdateVirtualSwitch(vSwitch1, …)");
        assertThat(command)
                .hasToString("HostNetworkSystem.UpdateVirtualSwitch(vswitchName: vSwitch1, spec: {numPorts: 128})");
        assertThat(SWITCHES.typed()).isEqualTo("HostSystem{name, config.network.vswitch}");
        assertThat(InventoryQuery.of("VirtualMachine", "name").typed()).isEqualTo("every VirtualMachine{name}");
    }

    @Test
    void whatAQueryMayAskIsClosed() {
        assertThatThrownBy(() -> MethodQuery.of(NETWORK, "RemoveVirtualSwitch")).hasMessageContaining("only read");
        assertThatThrownBy(() -> MethodCommand.of(NETWORK, "QueryNetworkHint")).hasMessageContaining("is a query");
        assertThatThrownBy(() -> PropertyQuery.of(new Handle.Host(), "config")).hasMessageContaining("too much");
        assertThatThrownBy(() -> PropertyQuery.of(new Handle.Host(), "a b")).hasMessageContaining("path");
        assertThatThrownBy(() -> PropertyQuery.of(new Handle.Host(), "name", "name"))
                .hasMessageContaining("once");
        assertThat(PropertyQuery.of(new Handle.Host(), "config.option[\"Disk.MaxIOSize\"].value")
                        .paths())
                .hasSize(1);
    }

    @Test
    void aCommandNamesNothingOfOneSession() {
        Handle found = new Handle.Found(new Ref("HostSystem", "host-1"));
        assertThatThrownBy(() -> MethodCommand.of(found, "Destroy_Task")).hasMessageContaining("one session");
        assertThatThrownBy(() -> MethodCommand.of(new Handle.Member(found, "parent"), "Destroy_Task"))
                .hasMessageContaining("one session");
        assertThatThrownBy(() -> MethodCommand.of(
                        NETWORK, "AddVirtualNic", Node.object("nic", "X", Node.reference("host", found))))
                .hasMessageContaining("one session");
    }

    @Test
    void anObjectHasAChildForEachPath() throws Exception {
        Replies replies = answered(SWITCHES, """
                <returnval><objects><obj type="HostSystem">host-1</obj>
                <propSet><name>name</name><val>esxi1</val></propSet>
                <propSet><name>config.network.vswitch</name><val><HostVirtualSwitch/></val></propSet>
                </objects></returnval>""");
        Node host = replies.object(SWITCHES);
        assertThat(host.text("name")).contains("esxi1");
        assertThat(host.required("config.network.vswitch").all("HostVirtualSwitch"))
                .hasSize(1);
        assertThat(host.ref("self")).contains(new Ref("HostSystem", "host-1"));
        assertThat(replies.object(SWITCHES)).isSameAs(host);
    }

    @Test
    void whatCouldNotBeReadIsNotAbsent() throws Exception {
        Replies replies = answered(SWITCHES, """
                <returnval xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                <objects><obj type="HostSystem">host-1</obj>
                <missingSet><path>name</path><fault><fault xsi:type="NoPermission"/></fault></missingSet>
                </objects></returnval>""");
        assertThatThrownBy(() -> replies.object(SWITCHES))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("name of HostSystem:host-1 could not be read: NoPermission");
    }

    @Test
    void aFaultIsARefusal() {
        Replies replies = Replies.none();
        replies.add(Map.of(SWITCHES, Reply.fault("NotFound", "gone", "esxi1: x")));
        assertThatThrownBy(() -> replies.object(SWITCHES)).hasMessageContaining("\"NotFound: gone\"");
        assertThatThrownBy(() -> replies.objects(InventoryQuery.of("HostSystem", "name")))
                .hasMessageContaining("was not asked");
    }

    @Test
    void everyReadingMethodIsNamedAsOne() {
        assertThat(ReadingMethods.NAMES)
                .allSatisfy(name -> assertThat(name)
                        .matches("(Query|[Ff]etch|Check|Find|Retrieve|Has|Current|HostImageConfigGet)[A-Z]?.*"));
        assertThat(List.copyOf(ReadingMethods.NAMES)).doesNotContain("PlaceVm");
    }
}
