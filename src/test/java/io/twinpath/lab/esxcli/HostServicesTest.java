package io.twinpath.lab.esxcli;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.lab.site.Gate;
import io.twinpath.lab.site.Reach;
import io.twinpath.lab.site.Release;
import io.twinpath.lab.site.Sites;
import org.junit.jupiter.api.Test;

/** Firewall, names and routes: layouts, refusals, and what they do to whoever manages the host. */
final class HostServicesTest {

    private final Cli cli = Cli.lain(Sites.ESXI3);

    private void refused(String line, String why) {
        assertThat(cli.call(line)).startsWith("1|").contains(why).doesNotContain("Usage:");
    }

    private boolean admitted() {
        return new Gate(cli.site).admits(Sites.ESXI3);
    }

    private boolean manageable() {
        return new Reach(cli.site).manageable(Sites.ESXI3);
    }

    @Test
    void firewalls() {
        assertThat(cli.ok("network firewall get")).isEqualTo("""
                   Default Action: DROP
                   Enabled: true
                   Loaded: true
                """);
        cli.ok("network firewall set -d true");
        assertThat(cli.ok("--formatter=csv network firewall get")).isEqualTo("""
                DefaultAction,Enabled,Loaded,
                PASS,true,true,
                """);
        cli.ok("network firewall unload");
        assertThat(cli.ok("--formatter=keyvalue network firewall get")).contains("Firewall.Loaded.boolean=false");
    }

    @Test
    void rulesetsTellWhoOwnsThemSince80Update2() {
        assertThat(cli.ok("network firewall ruleset list -r sshServer")).isEqualTo("""
                Name       Enabled
                ---------  -------
                sshServer     true
                """);
        cli.ok("network firewall ruleset set -r vMotion -e false");
        cli.host.release = new Release("8.0.3", 25205845, 3, 95);
        assertThat(cli.ok("network firewall ruleset list -r nfsClient")).isEqualTo("""
                Name       Enabled  Enable/Disable configurable  Allowed IP configurable
                ---------  -------  ---------------------------  -----------------------
                nfsClient    false                        false                    false
                """);
        refused("network firewall ruleset set -r vMotion -e true", "belongs to the system");
        refused("network firewall ruleset allowedip add -r nfsClient -i 10.0.0.1", "belong to the system");
        refused("network firewall ruleset list -r nothing", "Invalid ruleset id");
    }

    @Test
    void addressesCountWhileNotAllAreAllowed() {
        refused("network firewall ruleset allowedip add -r sshServer -i 10.0.0.0/24", "allows all");
        cli.ok("network firewall ruleset set -r sshServer -a false");
        assertThat(admitted()).isFalse();
        cli.ok("network firewall ruleset allowedip add -r sshServer -i 10.0.0.0/24");
        assertThat(admitted()).isTrue();
        cli.ok("network firewall ruleset allowedip add -r sshServer -i 10.9.9.9");
        refused("network firewall ruleset allowedip add -r sshServer -i 10.9.9.9", "Already exists");
        refused("network firewall ruleset allowedip add -r sshServer -i 10.9.9", "Invalid IP");
        refused("network firewall ruleset allowedip remove -r sshServer -i 10.9.9.8", "Not found");
        assertThat(cli.ok("network firewall ruleset allowedip list -r sshServer"))
                .isEqualTo("""
                Ruleset    Allowed IP Addresses
                ---------  ---------------------
                sshServer  10.9.9.9, 10.0.0.0/24
                """);
        cli.site.client = "10.8.0.5";
        assertThat(admitted()).as("who sits elsewhere").isFalse();
    }

    @Test
    void aClosedFirewallLetsNobodyInAndAnOpenOneEverybody() {
        cli.ok("network firewall ruleset set -r sshServer -e false");
        assertThat(admitted()).isFalse();
        assertThat(manageable()).as("sessions that are open stay").isTrue();
        cli.ok("network firewall set -d true");
        assertThat(admitted()).isTrue();
        cli.ok("network firewall set -d false -e false");
        assertThat(admitted()).isTrue();
    }

    @Test
    void names() {
        assertThat(cli.ok("system hostname get")).isEqualTo("""
                   Domain Name: lain.local
                   Fully Qualified Domain Name: esxi3.lain.local
                   Host Name: esxi3
                """);
        cli.ok("system hostname set -H navi");
        assertThat(cli.ok("system hostname get")).contains("Name: navi.lain.local\n");
        refused("system hostname set -H a -f b.c", "cannot be used together");
        assertThat(cli.ok("network ip dns server list")).isEqualTo("   DNSServers: \n");
        cli.ok("network ip dns server add -s 10.0.0.2");
        cli.ok("network ip dns server add -s 2001:db8::1");
        assertThat(cli.ok("network ip dns server list")).isEqualTo("   DNSServers: 10.0.0.2, 2001:db8::1\n");
        assertThat(cli.ok("network ip dns server list -N vmotion")).isEqualTo("   DNSServers: \n");
        refused("network ip dns server add -s 10.0.0.2", "Already exists");
        refused("network ip dns server add -s 2001:db8:::1", "Invalid IP");
        refused("network ip dns server list -N nothing", "netstack");
        cli.ok("network ip dns server remove -a");
        cli.ok("network ip dns search add -d lain.local");
        assertThat(cli.ok("--formatter=xml network ip dns search list"))
                .contains("<field name=\"DNSSearchDomains\">", "<string>lain.local</string>");
    }

    @Test
    void routes() {
        assertThat(cli.ok("network ip route ipv4 list"))
                .startsWith("""
                Network    Netmask        Gateway   Interface  Source
                ---------  -------------  --------  ---------  ------
                default    0.0.0.0        10.0.0.1  vmk0       MANUAL
                """)
                .contains("10.0.0.0   255.255.255.0  0.0.0.0   vmk0       MANUAL\n");
        refused("network ip route ipv4 add -n 10.30.0.0/16 -g 10.99.0.1", "not in the network");
        refused("network ip route ipv4 add -n 10.30.0.0 -g 10.0.0.7", "Invalid network");
        cli.ok("network ip route ipv4 add -n 10.30.0.0/16 -g 10.0.0.7");
        refused("network ip route ipv4 add -n 10.30.0.0/16 -g 10.0.0.7", "Already exists");
        cli.ok("network ip route ipv6 add -n ::/0 -g fe80::1");
        assertThat(cli.ok("--formatter=csv network ip route ipv6 list")).contains("fe80::1,vmk0,default,0,MANUAL,");
        cli.ok("network ip route ipv4 add -n default -g 10.0.0.9");
        assertThat(cli.ok("network ip route ipv4 list")).contains("10.0.0.9").doesNotContain("10.0.0.1 ");
    }

    @Test
    void aClientElsewhereIsAnsweredOverTheDefaultGateway() {
        cli.site.client = "10.8.0.5";
        cli.site.routers.add("10.0.0.1");
        assertThat(manageable()).isTrue();
        cli.ok("network ip route ipv4 add -n default -g 10.0.0.9");
        assertThat(manageable()).as("a router that knows no way").isFalse();
        cli.ok("network ip route ipv4 add -n 10.8.0.0/16 -g 10.0.0.1");
        assertThat(manageable()).as("the longer prefix wins").isTrue();
        cli.site.client = "10.0.0.77";
        cli.ok("network ip route ipv4 remove -n default -g 10.0.0.9");
        assertThat(manageable()).as("in the same network").isTrue();
    }
}
