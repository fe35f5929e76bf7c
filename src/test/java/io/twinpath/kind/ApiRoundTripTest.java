package io.twinpath.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.diag.Diagnostics;
import io.twinpath.driver.Command;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Node;
import io.twinpath.kind.advanced.AdvancedKind;
import io.twinpath.kind.dns.DnsKind;
import io.twinpath.kind.iscsi.IscsiKind;
import io.twinpath.kind.multipath.MultipathKind;
import io.twinpath.kind.netstack.NetstackKind;
import io.twinpath.kind.portgroup.PortGroupKind;
import io.twinpath.kind.route.RouteKind;
import io.twinpath.kind.service.Service;
import io.twinpath.kind.service.ServiceKind;
import io.twinpath.kind.syslog.SyslogKind;
import io.twinpath.kind.vmkernel.VMkernelKind;
import io.twinpath.kind.vswitch.VSwitchKind;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Desired;
import io.twinpath.model.Observed;
import io.twinpath.model.Resource;
import io.twinpath.model.Transport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Over the API too, what a kind sends is what it reads back, and the opposite change restores the host to the letter. */
class ApiRoundTripTest {

    private static final int TIMES = 200;
    private static final List<String> PORTS = List.of("vmnic0", "vmnic1", "vmnic2", "vmnic3");

    private final Random random = new Random(20221013);

    @Test
    void virtualSwitches() throws UnreadableException {
        for (int i = 0; i < TIMES; i++) {
            List<String> uplinks = some(PORTS);
            Map<String, Object> wanted = new LinkedHashMap<>(Map.of("uplinks", uplinks));
            if (random.nextBoolean()) {
                wanted.put("mtu", "9000");
            }
            if (random.nextBoolean()) {
                wanted.put("security", Map.of("promiscuous", "true"));
            }
            if (random.nextBoolean()) {
                wanted.put("shaping", shaping());
            }
            if (random.nextBoolean() && !uplinks.isEmpty()) {
                wanted.put("teaming", teaming(uplinks));
                wanted.put("cdp", "both");
            }
            trip(new VSwitchKind(), site(), random.nextBoolean() ? "vSwitch0" : "vSwitch9", wanted);
        }
    }

    /** Sending a switch without its bridge or order is what cuts hosts off. */
    @Test
    void aSwitchKeepsItsUplinksWhenSomethingElseChanges() throws UnreadableException {
        Change<?> change = trip(new VSwitchKind(), site(), "vSwitch0", Map.of("mtu", "9000"))
                .orElseThrow();
        assertThat(change).isInstanceOf(Change.Update.class);
        MethodCommand call = (MethodCommand) script(new VSwitchKind(), site(), "vSwitch0", Map.of("mtu", "9000"))
                .get(0);
        Node spec = call.args().get(1);
        assertThat(spec.items()).extracting(Node::name).containsExactly("numPorts", "bridge", "policy", "mtu");
        assertThat(spec.at("bridge").orElseThrow().texts("nicDevice")).containsExactly("vmnic0", "vmnic1");
        assertThat(spec.at("policy", "nicTeaming", "nicOrder").orElseThrow().texts("activeNic"))
                .containsExactly("vmnic0", "vmnic1");
        assertThat(spec.text("policy", "nicTeaming", "reversePolicy")).contains("true");
        assertThat(spec.text("policy", "shapingPolicy", "averageBandwidth")).contains("100000123");
    }

    @Test
    void portGroups() throws UnreadableException {
        for (int i = 0; i < TIMES; i++) {
            Map<String, Object> wanted = new LinkedHashMap<>();
            wanted.put("vswitch", random.nextBoolean() ? "vSwitch0" : "vSwitch1");
            if (random.nextBoolean()) {
                wanted.put("vlan", "20");
            }
            if (random.nextBoolean()) {
                wanted.put("teaming", teaming(List.of("vmnic0", "vmnic1")));
            } else {
                wanted.put("inherit", random.nextBoolean() ? List.of("teaming") : List.of("security", "teaming"));
            }
            if (random.nextBoolean()) {
                wanted.put("shaping", shaping());
            }
            trip(new PortGroupKind(), site(), random.nextBoolean() ? "Storage" : "New", wanted);
        }
    }

    @Test
    void interfaces() throws UnreadableException {
        for (int i = 0; i < TIMES; i++) {
            Map<String, Object> wanted = new LinkedHashMap<>();
            boolean there = random.nextBoolean();
            wanted.put("port_group", there ? "Storage" : "Other");
            if (random.nextBoolean()) {
                wanted.put("ip", "10.0.0." + (1 + random.nextInt(250)) + "/24");
            }
            if (random.nextBoolean()) {
                wanted.put("mtu", "9000");
            }
            if (random.nextBoolean()) {
                wanted.put("services", some(List.of("vmotion", "management", "vsan")));
            }
            if (random.nextBoolean()) {
                wanted.put(
                        "ipv6", Map.of("dhcp", "true", "addresses", some(List.of("2001:db8::1/64", "2001:db8::2/64"))));
            }
            trip(new VMkernelKind(), site(), there ? "vmk0" : "vmk1", wanted);
        }
    }

    @Test
    void softwareIscsi() throws UnreadableException {
        for (int i = 0; i < TIMES; i++) {
            ApiHost host = site();
            Map<String, Object> wanted = new LinkedHashMap<>(Map.of("enabled", random.nextInt(4) > 0));
            wanted.put("port_binding", some(List.of("vmk1", "vmk2", "vmk3")));
            wanted.put("send_targets", some(List.of("10.20.0.11", "10.21.0.11", "10.20.0.12")));
            if (random.nextBoolean()) {
                host.iscsi.enabled = true;
                wanted.put("iqn", "iqn.2022-10.lain.local:esxi3");
                wanted.put("alias", "esxi3");
                wanted.put(
                        "parameters",
                        Map.of(
                                "DelayedAck",
                                "false",
                                "LoginTimeout",
                                "7",
                                "MaxRecvDataSegment",
                                "65536",
                                "DataDigest",
                                "required"));
            }
            trip(new IscsiKind(), host, "software", wanted);
        }
    }

    @Test
    void chapSecretsGoByReferenceAndIntoNoCommandLine() throws UnreadableException {
        ApiHost host = site();
        host.iscsi.enabled = true;
        Map<String, Object> chap = Map.of("level", "required", "user", "esxi3", "secret", "secret://env/CHAP");
        List<Command> script = script(new IscsiKind(), host, "software", Map.of("enabled", "true", "chap", chap));
        assertThat(script).hasSize(1);
        assertThat(script.get(0).toString())
                .contains("UpdateInternetScsiAuthenticationProperties", "chapSecret: ***", "chapRequired")
                .doesNotContain("CHAP");
    }

    @Test
    void pathPolicies() throws UnreadableException {
        trip(
                new MultipathKind(),
                site(),
                "psa",
                Map.of(
                        "vendors",
                        Map.of("LIO-ORG", Map.of("psp", "VMW_PSP_RR")),
                        "hpp",
                        Map.of("eui.01", Map.of("scheme", "LB-IOPS", "iops", "5"))));
        ApiHost host = site();
        assertThat(script(
                        new MultipathKind(),
                        host,
                        "psa",
                        Map.of("devices", Map.of("naa.1", Map.of("psp", "VMW_PSP_FIXED")))))
                .hasToString("[HostStorageSystem.SetMultipathLunPolicy(lunId: 0200naa1, policy: {policy: VMW_PSP_FIXED,"
                        + " prefer: vmhba64:C0:T0:L1})]");
    }

    /** A long is no int and no int a long. */
    @Test
    void settingsInTheirOwnTypes() throws UnreadableException {
        trip(new AdvancedKind(), site(), "Misc.APDTimeout", Map.of("value", "180"));
        trip(new AdvancedKind(), site(), "Net.Small", Map.of("value", "7"));
        trip(new AdvancedKind(), site(), "Config.Text", Map.of("value", "a b"));
        assertThat(read(new AdvancedKind(), site(), "No.Such", Map.of("value", "1")))
                .isInstanceOf(Observed.Absent.class);
    }

    @Test
    void services() throws UnreadableException {
        trip(new ServiceKind(), site(), "ntpd", Map.of("policy", "on", "running", "true"));
        trip(new ServiceKind(), site(), "ntpd", Map.of("policy", "automatic"));
        Service automatic = new Service(Optional.of(Service.Policy.AUTOMATIC), Optional.empty());
        assertThat(new ServiceKind().binding(Transport.SSH).orElseThrow().lacks(automatic))
                .isPresent();
    }

    @Test
    void logs() throws UnreadableException {
        trip(
                new SyslogKind(),
                site(),
                "syslog",
                Map.of(
                        "remote_hosts",
                        List.of("udp://10.0.0.5:514", "udp://10.0.0.6:514"),
                        "directory",
                        "/vmfs/volumes/a/logs",
                        "rotations",
                        "20"));
    }

    @Test
    void names() throws UnreadableException {
        trip(
                new DnsKind(),
                site(),
                "dns",
                Map.of("hostname", "esxi4", "servers", List.of("10.0.0.2", "10.0.0.1"), "search", List.of()));
    }

    @Test
    void gatewaysAndStacks() throws UnreadableException {
        trip(new RouteKind(), site(), "default", Map.of("gateway", "10.0.0.254"));
        trip(new RouteKind(), site(), "::/0", Map.of("gateway", "2001:db8::ff"));
        trip(new NetstackKind(), site(), "backup", Map.of());
    }

    private Map<String, Object> teaming(List<String> ports) {
        List<String> active = new ArrayList<>(some(ports));
        if (active.isEmpty()) {
            active.add(ports.get(0));
        }
        List<String> standby = ports.stream().filter(p -> !active.contains(p)).toList();
        return Map.of("active", active, "standby", standby, "failback", random.nextBoolean());
    }

    private Map<String, Object> shaping() {
        return random.nextBoolean()
                ? Map.of("enabled", "false")
                : Map.of("enabled", "true", "average", "1000", "peak", "2000", "burst", "4096");
    }

    private List<String> some(List<String> of) {
        return of.stream().filter(o -> random.nextBoolean()).toList();
    }

    private static ApiHost site() {
        return ApiSite.host();
    }

    private static <D extends Record & Desired> List<Command> script(
            Kind<D> kind, ApiHost host, String name, Map<String, Object> written) throws UnreadableException {
        Resource<D> resource = resource(kind, name, written);
        return api(kind)
                .script(RoundTripTest.change(kind, resource, read(kind, host, resource))
                        .orElseThrow());
    }

    private static <D extends Record & Desired> Resource<D> resource(
            Kind<D> kind, String name, Map<String, Object> written) {
        D wanted = kind.shape().restore(RoundTripTest.fields(written)).orElseThrow();
        Resource<D> resource = RoundTripTest.resource(Address.onHost(kind.name(), "esxi3.lain.local", name), wanted);
        Diagnostics none = new Diagnostics();
        kind.check(resource, none);
        assertThat(none.sorted()).isEmpty();
        assertThat(api(kind).lacks(wanted)).isEmpty();
        return resource;
    }

    private static <D extends Record & Desired> Optional<Change<D>> trip(
            Kind<D> kind, ApiHost host, String name, Map<String, Object> written) throws UnreadableException {
        Resource<D> resource = resource(kind, name, written);
        String before = host.state();
        Optional<Change<D>> change = RoundTripTest.change(kind, resource, read(kind, host, resource));
        if (change.isPresent()) {
            host.send(api(kind).script(change.orElseThrow()));
            assertThat(RoundTripTest.change(kind, resource, read(kind, host, resource)))
                    .as("%s %s", name, written)
                    .isEmpty();
            host.send(api(kind).script(RoundTripTest.opposite(change.orElseThrow())));
            assertThat(host.state()).as("%s %s", name, written).isEqualTo(before);
        }
        return change;
    }

    private static <D extends Record & Desired> Observed<D> read(
            Kind<D> kind, ApiHost host, String name, Map<String, Object> written) throws UnreadableException {
        return read(kind, host, resource(kind, name, written));
    }

    private static <D extends Record & Desired> Observed<D> read(Kind<D> kind, ApiHost host, Resource<D> resource)
            throws UnreadableException {
        Replies replies = Replies.none();
        for (int round = 0; round < 2; round++) {
            host.ask(api(kind).queries(resource.address(), resource.desired(), replies), replies);
        }
        return api(kind).read(resource.address(), resource.desired(), replies);
    }

    private static <D extends Record & Desired> Binding<D> api(Kind<D> kind) {
        return kind.binding(Transport.API).orElseThrow();
    }
}
