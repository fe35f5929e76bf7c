package io.twinpath.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.kind.dns.Dns;
import io.twinpath.kind.dns.DnsKind;
import io.twinpath.kind.firewall.Firewall;
import io.twinpath.kind.firewall.FirewallKind;
import io.twinpath.kind.firewallruleset.FirewallRuleset;
import io.twinpath.kind.firewallruleset.FirewallRulesetKind;
import io.twinpath.kind.route.Route;
import io.twinpath.kind.route.RouteKind;
import io.twinpath.kind.snmp.Snmp;
import io.twinpath.kind.snmp.SnmpKind;
import io.twinpath.kind.syslog.Syslog;
import io.twinpath.kind.syslog.SyslogKind;
import io.twinpath.model.Cidr;
import io.twinpath.model.Ip;
import io.twinpath.model.Observed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the kinds of a host's services make of outputs that real hosts printed. */
class ServiceCapturesTest {

    private static final String RULESETS = "network-firewall-ruleset-list";
    private static final String ALLOWED = "network-firewall-ruleset-allowedip-list";

    @TempDir
    Path folder = Path.of("");

    private CapturedHost host() throws IOException {
        return new CapturedHost(folder);
    }

    @Test
    void firewalls() throws Exception {
        CapturedHost host = host().with("network-firewall-get", "network-firewall-get-6.7.txt")
                .with(RULESETS, RULESETS + "-6.7.txt");
        assertThat(host.present(new FirewallKind(), "firewall", Map.of("enabled", "true")))
                .isEqualTo(new Firewall(
                        Optional.of(true),
                        Optional.of(Firewall.DefaultAction.DROP),
                        Optional.of(true),
                        Optional.of(true)));
        host.with("network-firewall-get", "network-firewall-get-6.7.txt", "Default Action: DROP", "Other: DROP");
        assertThat(host.observed(new FirewallKind(), "firewall", Map.of("enabled", "true")))
                .asString()
                .contains("Default Action", "missing");
    }

    @Test
    void rulesets() throws Exception {
        CapturedHost host = host().with(RULESETS, RULESETS + "-8.0u2.txt").with(ALLOWED, ALLOWED + "-6.0.txt");
        assertThat(ruleset(host, "nfsClient"))
                .isEqualTo(new FirewallRuleset(
                        Optional.of(false),
                        Optional.of(false),
                        Optional.of(new java.util.TreeSet<>(List.of(
                                Cidr.parse("192.168.214.1"),
                                Cidr.parse("192.168.214.2"),
                                Cidr.parse("192.168.214.3")))),
                        Optional.of(false),
                        Optional.of(false)));
        FirewallRuleset ssh = ruleset(host, "sshServer");
        assertThat(ssh.allowedAll()).contains(true);
        assertThat(ssh.allowedIps()).isEmpty();
        assertThat(host.observed(new FirewallRulesetKind(), "nothing", Map.of("enabled", "true")))
                .isEqualTo(new Observed.Absent<>());
        host.with(RULESETS, RULESETS + "-6.7.txt");
        assertThat(ruleset(host, "sshServer").switchable())
                .as("not told before 8.0 Update 2")
                .isEmpty();
    }

    private static FirewallRuleset ruleset(CapturedHost host, String name) throws InterruptedException {
        return host.present(new FirewallRulesetKind(), name, Map.of("allowed_all", "true"));
    }

    @Test
    void names() throws Exception {
        String servers = "network-ip-dns-server-list";
        String search = "network-ip-dns-search-list";
        CapturedHost host = host().with("system-hostname-get", "system-hostname-get-9.0.txt")
                .with(servers, servers + "-5.x.txt")
                .with(search, search + "-5.x.txt");
        Map<String, Object> wanted =
                Map.of("hostname", "x", "servers", List.of("10.0.0.1"), "search", List.of("lain.local"));
        assertThat(host.present(new DnsKind(), "dns", wanted))
                .isEqualTo(new Dns(
                        Optional.of("esxinitya"),
                        Optional.of(""),
                        Optional.of(List.of(Ip.parse("192.168.76.2"), Ip.parse("8.8.8.8"))),
                        Optional.of(List.of("localdomain", "intra.rtfmp.com")),
                        Map.of()));
        host.with(servers, servers + "-5.0-empty.txt");
        assertThat(host.present(new DnsKind(), "dns", wanted).servers().orElseThrow())
                .isEmpty();
    }

    @Test
    void routes() throws Exception {
        CapturedHost host = host().with("network-ip-route-ipv4-list", "network-ip-route-ipv4-list-9.0.txt");
        Map<String, Object> wanted = Map.of("gateway", "10.0.0.1");
        assertThat(host.present(new RouteKind(), "default", wanted))
                .isEqualTo(new Route(Ip.parse("172.30.30.1"), Optional.of("vmk0"), Optional.of("MANUAL")));
        assertThat(host.observed(new RouteKind(), "172.30.30.0/24", wanted))
                .as("an interface's own network")
                .isEqualTo(new Observed.Absent<>());
    }

    @Test
    void logs() throws Exception {
        String get = "system-syslog-config-get";
        CapturedHost host = host().with(get, get + "-6.5.txt");
        Syslog found = host.present(new SyslogKind(), "syslog", Map.of("size", "1", "queue_drop_mark", "1"));
        assertThat(found.remoteHosts()).contains(List.of("udp://192.168.1.106:514"));
        assertThat(found.size()).contains(1024);
        assertThat(found.droppedRotations()).contains(10);
        assertThat(found.retryAfter()).contains(180);
        host.with(get, get + "-6.x-none.txt");
        assertThat(host.present(new SyslogKind(), "syslog", Map.of("rotations", "1"))
                        .remoteHosts())
                .contains(List.of());
        host.with(get, get + "-5.0.txt");
        assertThat(host.present(new SyslogKind(), "syslog", Map.of("rotations", "1"))
                        .rotations())
                .contains(8);
        assertThat(host.observed(new SyslogKind(), "syslog", Map.of("check_certificates", "true")))
                .asString()
                .contains("Enforce SSLCertificates", "missing");
    }

    @Test
    void agents() throws Exception {
        CapturedHost host = host().with("system-snmp-get", "system-snmp-get-5.5.txt");
        Snmp found = host.present(new SnmpKind(), "snmp", Map.of("enabled", "true"));
        assertThat(found.engineId()).contains("000012290000830928");
        assertThat(found.communityCount()).contains(1);
        assertThat(found.userCount()).contains(1);
        assertThat(found.toString()).doesNotContain("community-one", "0123456789abcdef");
        host.with("system-snmp-get", "system-snmp-get-5.1.txt");
        found = host.present(new SnmpKind(), "snmp", Map.of("enabled", "true"));
        assertThat(found.engineId()).contains("00000063000000a100000000");
        assertThat(found.targetCount()).contains(3);
        host.with("system-snmp-get", "system-snmp-get-5.5-fresh.txt");
        found = host.present(new SnmpKind(), "snmp", Map.of("enabled", "true"));
        assertThat(new SnmpKind().asInstalled(found)).isTrue();
    }
}
