package io.twinpath.driver.vim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinpath.driver.UnreadableException;
import io.twinpath.model.SecretRef;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodeTest {

    private static final String ANSWER = """
            <?xml version="1.0" encoding="UTF-8"?>
            <val xmlns="urn:vim25" xmlns:xsd="http://www.w3.org/2001/XMLSchema"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="ArrayOfHostVirtualSwitch">
              <HostVirtualSwitch xsi:type="HostVirtualSwitch">
                <name>vSwitch0</name>
                <numPorts xsi:type="xsd:int">128</numPorts>
                <pnic>key-vim.host.PhysicalNic-vmnic0</pnic>
                <pnic>key-vim.host.PhysicalNic-vmnic1</pnic>
                <spec><mtu>ninety</mtu><policy/></spec>
                <host type="HostSystem">host-21</host>
              </HostVirtualSwitch>
            </val>""";

    @Test
    void readsWhatAServerSends() throws Exception {
        Node val = VimXml.read(ANSWER, "esxi1");
        assertThat(val.type()).isEqualTo("ArrayOfHostVirtualSwitch");
        Node vswitch = val.items().get(0);
        assertThat(vswitch.text("name")).contains("vSwitch0");
        assertThat(vswitch.number("numPorts")).contains(128L);
        assertThat(vswitch.texts("pnic")).hasSize(2);
        assertThat(vswitch.ref("host")).contains(new Ref("HostSystem", "host-21"));
        assertThat(vswitch.at("spec", "policy")).isPresent();
        assertThat(vswitch.text("spec", "bridge", "beacon")).isEmpty();
        assertThat(vswitch.number("mtu")).isEmpty();
        assertThatThrownBy(() -> vswitch.number("spec", "mtu"))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("\"ninety\" as spec.mtu");
        assertThatThrownBy(() -> vswitch.flag("name")).hasMessageContaining("neither true nor false");
        assertThatThrownBy(() -> vswitch.required("spec", "bridge")).hasMessageContaining("has no spec.bridge");
    }

    @Test
    void buildsInTheOrderGivenWhateverWasRead() {
        Node read = Node.object(
                "spec",
                "HostVirtualSwitchSpec",
                Node.object("policy", "HostNetworkPolicy"),
                Node.plain("numPorts", "int", "128"));
        Node spec = Node.build("spec", "HostVirtualSwitchSpec")
                .copy(read, "numPorts", "bridge")
                .copy(read, "policy")
                .put(Node.number("mtu", 9000))
                .put(Optional.empty())
                .end();
        assertThat(spec.items()).extracting(Node::name).containsExactly("numPorts", "policy", "mtu");
        assertThat(spec).hasToString("spec: {numPorts: 128, policy: , mtu: 9000}".replace("policy: ,", "policy: {},"));
        assertThat(spec.brief()).isEqualTo("…");
    }

    @Test
    void everyTreeThatWasReadSurvivesXml() throws Exception {
        RandomNodes nodes = new RandomNodes(4);
        for (int i = 0; i < 3_000; i++) {
            Node node = nodes.read(4);
            String xml = VimXml.document(node);
            assertThat(VimXml.read(xml, "here")).as(xml).isEqualTo(node);
        }
    }

    @Test
    void sendsTypesWithTheirPrefixAndNamesResolved() {
        StringBuilder out = new StringBuilder();
        VimXml.write(
                Node.object(
                        "spec",
                        "VirtualMachineRelocateSpec",
                        Node.reference("host", new Handle.Found(new Ref("HostSystem", "host-2"))),
                        Node.string("note", "a<b"),
                        Node.secret("password", new SecretRef("env", "X"))),
                reference -> "<>",
                out);
        assertThat(out)
                .hasToString("<spec xsi:type=\"VirtualMachineRelocateSpec\">"
                        + "<host xsi:type=\"ManagedObjectReference\" type=\"HostSystem\">host-2</host>"
                        + "<note xsi:type=\"xsd:string\">a&lt;b</note>"
                        + "<password xsi:type=\"xsd:string\">&lt;&gt;</password></spec>");
    }

    @Test
    void damagedXmlIsUnreadable() {
        List<String> bad = List.of(
                "",
                "<a>",
                "<a></b>",
                "<a>text<b/></a>",
                "<a/><b/>",
                "<!DOCTYPE a [<!ENTITY e \"x\">]><a>&e;</a>",
                "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>",
                "<a type=\"Host System\">host-1</a>",
                "<a type=\"HostSystem\"></a>",
                "<x>".repeat(100_000));
        assertThat(bad)
                .allSatisfy(text -> assertThatThrownBy(() -> VimXml.read(text, "esxi1"))
                        .isInstanceOf(UnreadableException.class)
                        .hasMessageStartingWith("esxi1: "));
    }

    @Test
    void refusesWhatCannotBeSent() {
        assertThatThrownBy(() -> Node.string("name", "a\u0000")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Node.string("name", "\ud800")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Node.string("na me", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Handle.Manager("networkSytem")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesPropertiesWhoseNamesAreNone() {
        for (String name : new String[] {"", "1name", "-x"}) {
            Node set = Node.object("propSet", "", Node.string("name", name), Node.string("val", "x"));
            Node obj = Node.reference("obj", new Handle.Found(new Ref("HostSystem", "host-1")));
            Node page = Node.object("returnval", "RetrieveResult", Node.object("objects", "", obj, set));
            assertThatThrownBy(() -> Retrieved.objects(page, "esxi1"))
                    .isInstanceOf(UnreadableException.class)
                    .hasMessageContaining("\"" + name + "\" is not the path of a property");
        }
    }

    @Test
    void showsNoSecret() {
        Node node = Node.object("auth", "X", Node.secret("chapSecret", new SecretRef("env", "CHAP")));
        assertThat(node.toString()).contains("chapSecret: ***").doesNotContain("env");
        assertThat(node.hides()).isTrue();
    }

    @Test
    void referencesOfASessionAreReplaced() {
        Node read = Node.object(
                "backing", "X", Node.reference("datastore", new Handle.Found(new Ref("Datastore", "datastore-1"))));
        assertThat(read.lasts()).isFalse();
        Node planned = read.relinked(ref -> new Handle.Named(ref.type(), "local"));
        assertThat(planned.lasts()).isTrue();
        assertThat(planned).hasToString("backing: {datastore: Datastore \"local\"}");
    }
}
