package io.twinpath.lab.esxcli;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.lab.site.Sites;
import org.junit.jupiter.api.Test;

/** The rules of every command that changes something. */
final class WriteTest {

    private final Cli cli = Cli.lain(Sites.ESXI3);

    private void refused(String line, String why) {
        assertThat(cli.call(line)).startsWith("1|").contains(why).doesNotContain("Usage:");
    }

    @Test
    void virtualSwitches() {
        cli.ok("network vswitch standard add -v vSwitch2 -P 256");
        cli.ok("network vswitch standard set -v vSwitch2 -m 9000 -c both");
        assertThat(cli.ok("network vswitch standard list -v vSwitch2"))
                .contains("Configured Ports: 256\n   MTU: 9000\n   CDP Status: both\n");
        refused("network vswitch standard add -v vSwitch2", "Already exists");
        refused("network vswitch standard set -v vSwitch2 -m 9001", "between 1280 and 9000");
        refused("network vswitch standard remove -v vSwitch1", "in use");
        cli.ok("network vswitch standard remove -v vSwitch2");
        refused("network vswitch standard remove -v vSwitch2", "Unable to find");
    }

    @Test
    void uplinks() {
        assertThat(cli.call("network vswitch standard uplink add -u vmnic4 -v vSwitch0"))
                .isEqualTo("1|Unable to Set: Busy\n");
        refused("network vswitch standard uplink add -u vmnic9 -v vSwitch0", "vmnic9");
        cli.ok("network vswitch standard uplink remove -u vmnic1 -v vSwitch0");
        refused("network vswitch standard uplink remove -u vmnic1 -v vSwitch0", "not an uplink");
        assertThat(cli.ok("network vswitch standard policy failover get -v vSwitch0"))
                .contains("Active Adapters: vmnic0\n   Standby Adapters: \n");
        cli.ok("network vswitch standard uplink add -u vmnic1 -v vSwitch1");
        assertThat(cli.ok("network vswitch standard policy failover get -v vSwitch1"))
                .as("an order that was never set takes in what is added")
                .contains("Active Adapters: vmnic4, vmnic1\n");
    }

    @Test
    void portGroups() {
        cli.ok("network vswitch standard portgroup add -p iSCSI-B -v vSwitch1");
        cli.ok("network vswitch standard portgroup set -p iSCSI-B --vlan-id 4095");
        assertThat(cli.ok("network vswitch standard portgroup list"))
                .contains("iSCSI-B             vSwitch1                     0     4095\n");
        refused("network vswitch standard portgroup add -p iSCSI-B -v vSwitch0", "Already exists");
        refused("network vswitch standard portgroup set -p iSCSI-B -v 4096", "between 0 and 4095");
        refused("network vswitch standard portgroup remove -p iSCSI-A -v vSwitch1", "Busy");
        refused("network vswitch standard portgroup remove -p iSCSI-B -v vSwitch0", "Unable to find");
        cli.ok("network vswitch standard portgroup remove -p iSCSI-B -v vSwitch1");
    }

    @Test
    void failoverOrders() {
        cli.ok("network vswitch standard policy failover set -v vSwitch0 -a vmnic1 -s vmnic0 -b false -l explicit");
        assertThat(cli.ok("network vswitch standard policy failover get -v vSwitch0"))
                .isEqualTo("""
                   Load Balancing: explicit
                   Network Failure Detection: link
                   Notify Switches: true
                   Failback: false
                   Active Adapters: vmnic1
                   Standby Adapters: vmnic0
                   Unused Adapters:\040
                """.replace("explicit", "explicit"));
        refused("network vswitch standard policy failover set -v vSwitch0 -a vmnic4", "not an uplink");
        refused("network vswitch standard policy failover set -v vSwitch0 -a vmnic0 -s vmnic0", "twice");
        refused("network vswitch standard policy failover set -v vSwitch0 -a vmnic0 -s vmnic1 -l iphash", "IP hash");
        cli.ok("network vswitch standard portgroup policy failover set -p \"VM Network\" -a vmnic0");
        assertThat(cli.ok("network vswitch standard portgroup policy failover get -p \"VM Network\""))
                .contains("Active Adapters: vmnic0\n   Standby Adapters: \n   Unused Adapters: vmnic1\n")
                .contains("Override Vswitch Failback: false\n   Override Vswitch Uplinks: true\n");
        cli.ok("network vswitch standard portgroup policy failover set -p \"VM Network\" -u");
        assertThat(cli.ok("network vswitch standard portgroup policy failover get -p \"VM Network\""))
                .contains("Active Adapters: vmnic1\n   Standby Adapters: vmnic0\n")
                .contains("Override Vswitch Uplinks: false\n");
    }

    @Test
    void securityAndShaping() {
        cli.ok("network vswitch standard policy security set -v vSwitch0 -p true -f no");
        cli.ok("network vswitch standard portgroup policy security set -p \"VM Network\" -m off");
        assertThat(cli.ok("network vswitch standard portgroup policy security get -p \"VM Network\""))
                .isEqualTo("""
                   Allow Promiscuous: true
                   Allow MAC Address Change: false
                   Allow Forged Transmits: false
                   Override Vswitch Allow Promiscuous: false
                   Override Vswitch Allow MAC Address Change: true
                   Override Vswitch Allow Forged Transmits: false
                """.indent(0));
        refused("network vswitch standard policy shaping set -v vSwitch0 -e true", "needed");
        cli.ok("network vswitch standard policy shaping set -v vSwitch0 -e true -b 100 -k 200 -t 300");
        assertThat(cli.ok("network vswitch standard policy shaping get -v vSwitch0"))
                .contains("Burst Size: 300 KiB");
    }

    @Test
    void interfaces() {
        cli.ok("network vswitch standard portgroup add -p iSCSI-B -v vSwitch1");
        cli.ok("network ip interface add -i vmk2 -p iSCSI-B -m 9000");
        cli.ok("network ip interface ipv4 set -i vmk2 -I 10.21.0.113 -N 255.255.255.0 -t static");
        assertThat(cli.ok("network ip interface ipv4 get -i vmk2"))
                .contains("vmk2  10.21.0.113   255.255.255.0  10.21.0.255     STATIC        0.0.0.0     false\n");
        refused("network ip interface add -i vmk2 -p \"VM Network\"", "Already exists");
        refused("network ip interface add -p nowhere", "Unable to find");
        refused("network ip interface ipv4 set -i vmk2 -I 10.20.0.113 -N 255.255.255.0 -t static", "another interface");
        refused("network ip interface ipv4 set -i vmk2 -I 10.21.0.300 -N 255.255.255.0 -t static", "Invalid IP");
        refused("network ip interface ipv4 set -i vmk2 -I 10.21.0.3 -N 255.0.255.0 -t static", "Invalid netmask");
        refused("network ip interface set -i vmk2 -m 100", "Invalid MTU");
        cli.ok("network ip interface tag add -i vmk2 -t VMotion");
        assertThat(cli.ok("network ip interface tag get -i vmk2")).isEqualTo("   Tags: VMotion\n");
        cli.ok("network ip interface tag remove -i vmk2 -t VMotion");
        cli.ok("network ip interface set -i vmk2 -e false");
        assertThat(cli.ok("network ip interface list")).contains("Name: vmk2\n").contains("Enabled: false\n");
        refused("network ip interface remove -i vmk1", "bound to vmhba64");
        cli.ok("network ip interface remove -i vmk2");
    }

    @Test
    void nicsGoDownAndTakeTheirLinkAlong() {
        cli.ok("network nic down -n vmnic4");
        assertThat(cli.ok("network nic list"))
                .contains("vmnic4  0000:05:00.0  mlx4_en  Down          Down             0  Half ");
        cli.ok("network nic up -n vmnic4");
        cli.ok("network nic set -n vmnic0 -S 100 -D half");
        assertThat(cli.ok("network nic list"))
                .contains("vmnic0  0000:01:00.0  ntg3     Up            Up             100  Half ");
        refused("network nic set -n vmnic0 -S 40000", "Invalid argument");
        refused("network nic down -n vmnic7", "vmnic7");
    }

    @Test
    void iscsi() {
        assertThat(cli.ok("iscsi software set -e false")).isEqualTo("Software iSCSI Disabled\n");
        refused("iscsi adapter get -A vmhba64", "Unable to find");
        assertThat(cli.ok("iscsi adapter list")).isEmpty();
        assertThat(cli.ok("iscsi software set --enabled=yes")).isEqualTo("Software iSCSI Enabled\n");
        cli.ok("iscsi adapter set -A vmhba64 -n iqn.1998-01.com.vmware:other -a spare");
        assertThat(cli.ok("iscsi adapter get -A vmhba64"))
                .contains("Name: iqn.1998-01.com.vmware:other\n   Alias: spare\n");
        refused("iscsi adapter set -A vmhba64 -n nonsense", "Invalid iSCSI name");
        cli.ok("iscsi adapter param set -A vmhba64 -k DelayedAck -v no");
        assertThat(cli.ok("iscsi adapter param get -A vmhba64")).contains("DelayedAck            false       true ");
        refused("iscsi adapter param set -A vmhba64 -k MaxCmds -v 4", "not settable");
        refused("iscsi adapter param set -A vmhba64 -k LoginTimeout -v 61", "Invalid value");
        cli.ok("iscsi adapter auth chap set -A vmhba64 -d uni -l required -N me -S hush");
        assertThat(cli.ok("iscsi adapter auth chap get -A vmhba64"))
                .contains("Level: chapRequired")
                .doesNotContain("hush");
        refused("iscsi networkportal add -A vmhba64 -n vmk0", "not compliant");
        refused("iscsi networkportal add -A vmhba64 -n vmk1", "bound already");
        cli.ok("iscsi networkportal add -A vmhba64 -n vmk0 --force=true");
        cli.ok("iscsi networkportal remove -A vmhba64 -n vmk0");
        refused("iscsi networkportal remove -A vmhba64 -n vmk0", "not bound");
        refused("iscsi adapter discovery sendtarget add -A vmhba64 -a 10.20.0.11", "Already exists");
        refused("iscsi adapter discovery sendtarget add -A vmhba64 -a here", "Invalid address");
        cli.ok("iscsi adapter discovery sendtarget remove -A vmhba64 -a 10.20.0.11:3260");
        cli.ok(
                "iscsi adapter discovery statictarget add -A vmhba64 -a 10.20.0.11 -n iqn.2003-01.org.linux-iscsi.stor1");
        assertThat(cli.ok("iscsi adapter discovery statictarget list")).contains("10.20.0.11:3260");
        assertThat(cli.ok("iscsi adapter discovery rediscover")).isEqualTo("Rediscovery started\n");
    }

    @Test
    void multipathing() {
        String rule = " -s VMW_SATP_ALUA -V LIO-ORG -P VMW_PSP_RR -O iops=1";
        String device = " -d " + Sites.STOR1;
        cli.ok("storage nmp satp rule add" + rule + " -e \"Twinpath multipath-iscsi\"");
        refused("storage nmp satp rule add" + rule, "Duplicate");
        refused("storage nmp satp rule remove" + rule + " -M x", "matches exactly");
        refused("storage nmp psp roundrobin deviceconfig get" + device, "not claimed by VMW_PSP_RR");
        cli.ok("storage core adapter rescan --all");
        assertThat(cli.ok("storage nmp device list" + device))
                .as("claimed before")
                .contains("VMW_PSP_MRU");
        cli.ok("storage core claiming reclaim" + device);
        assertThat(cli.ok("storage nmp psp roundrobin deviceconfig get" + device))
                .isEqualTo("""
                   Byte Limit: 10485760
                   Device: naa.6001405a1b2c3d4e5f60718293a4b501
                   IOOperation Limit: 1
                   Limit Type: Default
                   Use Active Unoptimized Paths: false
                """.indent(0));
        cli.ok("storage nmp psp roundrobin deviceconfig set --type=iops --iops=8" + device);
        assertThat(cli.ok("storage nmp psp roundrobin deviceconfig get" + device))
                .contains("Limit: 8\n   Limit Type: Iops\n");
        cli.ok("storage nmp device set --psp=VMW_PSP_FIXED" + device);
        assertThat(cli.ok("storage nmp device list" + device)).contains("Path Selection Policy: VMW_PSP_FIXED\n");
        refused("storage nmp device set --psp=VMW_PSP_BEST" + device, "Unable to find");
        refused("storage nmp device set -d naa.nothing -P VMW_PSP_RR", "Unknown device");
        cli.ok("storage nmp satp rule remove" + rule);
        refused("storage core adapter rescan", "--all");
        refused("storage core adapter rescan -A vmhba9", "Unable to find");
    }

    @Test
    void advancedOptions() {
        cli.ok("system settings advanced set -o /Misc/APDTimeout -i 200");
        assertThat(cli.ok("system settings advanced list -o /Misc/APDTimeout"))
                .contains("   Int Value: 200\n   Default Int Value: 140\n   Min Value: 20\n   Max Value: 999999\n");
        assertThat(cli.ok("system settings advanced list -d"))
                .contains("/Misc/APDTimeout")
                .doesNotContain("/Net/");
        refused("system settings advanced set -o /Misc/APDTimeout -i 19", "not between 20 and 999999");
        refused("system settings advanced set -o /Misc/APDTimeout -s long", "of type integer");
        refused("system settings advanced set -o /Misc/Nothing -i 1", "Unable to find option /Misc/Nothing");
        cli.ok("system settings advanced set -o /Misc/APDTimeout -d");
        assertThat(cli.ok("system settings advanced list -d")).isEmpty();
        cli.ok("system settings advanced set -o /Syslog/global/logHost -s udp://10.0.0.9:514");
        assertThat(cli.ok("system settings advanced list -o /Syslog/global/logHost"))
                .contains("udp://10.0.0.9:514");
    }

    @Test
    void maintenanceModeNeedsAnEmptyHost() {
        refused("system maintenanceMode set -e true", "powered on");
        cli.site.vms.values().forEach(v -> v.host = Sites.ESXI1);
        cli.ok("system maintenanceMode set -e true");
        assertThat(cli.ok("system maintenanceMode get")).isEqualTo("Enabled\n");
    }
}
