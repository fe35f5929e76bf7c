package io.twinpath.kind;

import static io.twinpath.kind.RoundTripTest.deleted;
import static io.twinpath.kind.RoundTripTest.site;
import static io.twinpath.kind.RoundTripTest.trip;
import static io.twinpath.kind.ScriptsTest.script;
import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.driver.UnreadableException;
import io.twinpath.kind.dns.DnsKind;
import io.twinpath.kind.firewall.FirewallKind;
import io.twinpath.kind.firewallruleset.FirewallRulesetKind;
import io.twinpath.kind.route.RouteKind;
import io.twinpath.kind.snmp.SnmpKind;
import io.twinpath.kind.syslog.SyslogKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Firewall, names and routes: the exact commands, and that they do what is wanted and are taken back to the letter. */
class ServicesTest {

    private static final String RULESET = "network firewall ruleset ";
    private static final String IP = "network ip ";

    private final Random random = new Random(20221013);

    @Test
    void firewalls() throws UnreadableException {
        for (String enabled : List.of("true", "false", "")) {
            for (String action : List.of("pass", "drop", "")) {
                trip(new FirewallKind(), site(), "firewall", given("enabled", enabled, "default_action", action));
            }
        }
        assertThat(script(new FirewallKind(), "firewall", Map.of("enabled", "false", "default_action", "pass")))
                .containsExactly("network firewall set --default-action=true --enabled=false");
    }

    @Test
    void rulesets() throws UnreadableException {
        List<String> ips = List.of("10.0.0.0/24", "10.0.9.9", "2001:db8::/32", "10.7.0.1");
        for (int i = 0; i < 120; i++) {
            String ruleset = random.nextBoolean() ? "sshServer" : "syslog";
            Map<String, Object> wanted = given("enabled", random.nextBoolean() ? "true" : "", "", "");
            switch (random.nextInt(3)) {
                case 0 -> wanted.put("allowed_all", Boolean.toString(random.nextBoolean()));
                case 1 -> wanted.put("allowed_ips", some(ips));
                default -> {}
            }
            trip(new FirewallRulesetKind(), site(), ruleset, wanted);
        }
    }

    /** Who is let in is settled before a ruleset opens; new addresses come before old ones go. */
    @Test
    void rulesetsOpenLast() throws UnreadableException {
        assertThat(script(
                        new FirewallRulesetKind(),
                        "syslog",
                        Map.of("enabled", "true", "allowed_ips", List.of("10.0.9.9", "10.1.0.0/16"))))
                .containsExactly(
                        RULESET + "allowedip add --ruleset-id=syslog --ip-address=10.1.0.0/16",
                        RULESET + "allowedip remove --ruleset-id=syslog --ip-address=10.0.0.0/24",
                        RULESET + "set --ruleset-id=syslog --enabled=true");
        assertThat(script(new FirewallRulesetKind(), "sshServer", Map.of("allowed_ips", List.of("10.0.0.0/24"))))
                .containsExactly(
                        RULESET + "set --ruleset-id=sshServer --allowed-all=false",
                        RULESET + "allowedip add --ruleset-id=sshServer --ip-address=10.0.0.0/24");
        assertThat(script(new FirewallRulesetKind(), "syslog", Map.of("allowed_all", "true")))
                .containsExactly(
                        RULESET + "set --ruleset-id=syslog --allowed-all=true",
                        RULESET + "allowedip remove --ruleset-id=syslog --ip-address=10.0.0.0/24",
                        RULESET + "allowedip remove --ruleset-id=syslog --ip-address=10.0.9.9");
    }

    @Test
    void names() throws UnreadableException {
        List<String> servers = List.of("10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4", "2001:db8::53");
        List<String> domains = List.of("lain.local", "example.com", "navi.lain.local");
        for (int i = 0; i < 150; i++) {
            Map<String, Object> wanted = given(
                    "hostname",
                    random.nextBoolean() ? "esxi4" : "",
                    "domain",
                    random.nextBoolean() ? "navi.local" : "");
            if (random.nextInt(3) > 0) {
                wanted.put("servers", some(servers));
            }
            if (random.nextInt(3) > 0) {
                wanted.put("search", some(domains));
            }
            if (random.nextInt(3) == 0) {
                wanted.put("netstacks", Map.of("vmotion", Map.of("servers", some(servers))));
            }
            trip(new DnsKind(), site(), "dns", wanted);
        }
    }

    /** The first server in the list is asked first, so the order is brought about, and one is there all the time. */
    @Test
    void theOrderOfServersCounts() throws UnreadableException {
        assertThat(script(new DnsKind(), "dns", Map.of("servers", List.of("10.0.0.9", "10.0.0.1"))))
                .containsExactly(
                        IP + "dns server add --server=10.0.0.9",
                        IP + "dns server remove --server=10.0.0.1",
                        IP + "dns server add --server=10.0.0.1",
                        IP + "dns server remove --server=10.0.0.2",
                        IP + "dns server remove --server=10.0.0.3");
        assertThat(script(new DnsKind(), "dns", Map.of("servers", List.of("10.0.0.1", "10.0.0.3", "10.0.0.2"))))
                .containsExactly(IP + "dns server remove --server=10.0.0.2", IP + "dns server add --server=10.0.0.2");
        assertThat(script(
                        new DnsKind(),
                        "dns",
                        Map.of(
                                "hostname",
                                "esxi4",
                                "netstacks",
                                Map.of("vmotion", Map.of("search", List.of("v.local"))))))
                .containsExactly(
                        "system hostname set --host=esxi4", IP + "dns search add --domain=v.local --netstack=vmotion");
    }

    @Test
    void routes() throws UnreadableException {
        for (String network : List.of("default", "10.30.0.0/16", "10.40.0.0/16", "default@vmotion")) {
            for (String gateway : List.of("10.0.0.1", "10.0.0.7", "10.0.0.8")) {
                trip(new RouteKind(), site(), network, Map.of("gateway", gateway));
            }
        }
        for (String network : List.of("::/0", "2001:db8::/32", "2001:db8:1::/48")) {
            trip(new RouteKind(), site(), network, Map.of("gateway", "fe80::2"));
        }
        for (String network : List.of("default", "10.30.0.0/16", "2001:db8::/32")) {
            deleted(new RouteKind(), site(), network);
        }
    }

    @Test
    void aNewRouteComesBeforeTheOldOneGoes() throws UnreadableException {
        assertThat(script(new RouteKind(), "10.30.0.0/16", Map.of("gateway", "10.0.0.8")))
                .containsExactly(
                        IP + "route ipv4 add --gateway=10.0.0.8 --network=10.30.0.0/16",
                        IP + "route ipv4 remove --gateway=10.0.0.7 --network=10.30.0.0/16");
        assertThat(script(new RouteKind(), "default", Map.of("gateway", "10.0.0.8")))
                .as("a stack has one default gateway")
                .containsExactly(IP + "route ipv4 add --gateway=10.0.0.8 --network=default");
        assertThat(script(new RouteKind(), "::/0@vmotion", Map.of("gateway", "2001:db8::1")))
                .containsExactly(IP + "route ipv6 add --gateway=2001:db8::1 --network=default --netstack=vmotion");
    }

    @Test
    void logs() throws UnreadableException {
        List<String> hosts = List.of("udp://10.0.0.5:514", "ssl://log.lain.local:1514", "tcp://[2001:db8::1]:514");
        for (int i = 0; i < 100; i++) {
            Map<String, Object> wanted = given(
                    "directory",
                    random.nextBoolean() ? "/vmfs/volumes/logs" : "",
                    "check_certificates",
                    random.nextBoolean() ? "true" : "");
            if (random.nextBoolean()) {
                wanted.put("remote_hosts", some(hosts));
            }
            trip(new SyslogKind(), site(), "syslog", wanted);
        }
        assertThat(script(
                        new SyslogKind(),
                        "syslog",
                        Map.of("remote_hosts", hosts.subList(0, 2), "unique_subdirectory", "true", "rotations", "8")))
                .containsExactly(
                        "system syslog config set --loghost=udp://10.0.0.5:514,ssl://log.lain.local:1514"
                                + " --logdir-unique=true",
                        "system syslog reload");
    }

    @Test
    void agents() throws UnreadableException {
        for (String enabled : List.of("true", "false", "")) {
            for (String port : List.of("161", "1161", "")) {
                Map<String, Object> wanted = given("enabled", enabled, "port", port);
                if (!port.isEmpty()) {
                    wanted.putAll(Map.of(
                            "contact", "ops", "log_level", "error", "v3_targets", List.of("10.0.0.5@162/p/priv/trap")));
                }
                trip(new SnmpKind(), site(), "snmp", wanted);
            }
        }
        FakeHost host = site();
        host.services.agent.putAll(Map.of("Enable", "true", "Syscontact", "ops"));
        deleted(new SnmpKind(), host, "snmp");
    }

    /** The agent starts last, and secrets go by reference. */
    @Test
    void communitiesAreSetWhereThereAreNone() throws UnreadableException {
        Map<String, Object> wanted =
                Map.of("enabled", "true", "contact", "ops", "communities", "secret://env/SNMP_COMMUNITIES");
        assertThat(script(new SnmpKind(), "snmp", wanted))
                .containsExactly(
                        "system snmp set --syscontact=ops --communities=secret://env/SNMP_COMMUNITIES",
                        "system snmp set --enable=true");
    }

    private List<String> some(List<String> all) {
        List<String> mixed = new ArrayList<>(all);
        Collections.shuffle(mixed, random);
        return mixed.subList(0, 1 + random.nextInt(all.size()));
    }

    /** The fields whose values are not empty. */
    private static Map<String, Object> given(String name, String value, String other, String otherValue) {
        Map<String, Object> given = new LinkedHashMap<>();
        given.put(name, value);
        given.put(other, otherValue);
        given.values().removeIf(""::equals);
        return given;
    }
}
