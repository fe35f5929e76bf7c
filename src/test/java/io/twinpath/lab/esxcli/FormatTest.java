package io.twinpath.lab.esxcli;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.lab.site.PortGroup;
import io.twinpath.lab.site.Release;
import io.twinpath.lab.site.Site;
import io.twinpath.lab.site.Sites;
import org.junit.jupiter.api.Test;

/** The layouts of real hosts, on values of the lab. */
final class FormatTest {

    @Test
    void aTableRightJustifiesNumbersAndCutsTheLastColumnAtItsWidestCell() {
        assertThat(Cli.lain(Sites.ESXI3).ok("network nic list")).isEqualTo("""
                Name    PCI Device    Driver   Admin Status  Link Status  Speed  Duplex  MAC Address         MTU  Description
                ------  ------------  -------  ------------  -----------  -----  ------  -----------------  ----  ------------------------------------------------------------------
                vmnic0  0000:01:00.0  ntg3     Up            Up            1000  Full    18:66:da:36:bb:6c  1500  Broadcom Corporation NetXtreme BCM5720 Gigabit Ethernet
                vmnic1  0000:01:00.1  ntg3     Up            Up            1000  Full    18:66:da:36:bb:6d  1500  Broadcom Corporation NetXtreme BCM5720 Gigabit Ethernet
                vmnic4  0000:05:00.0  mlx4_en  Up            Up           10000  Full    00:02:c9:30:57:50  9000  Mellanox Technologies MT26448 [ConnectX EN 10GigE, PCIe 2.0 5GT/s]
                """);
    }

    @Test
    void from70TheDashesUnderALastTextColumnAreAsLongAsItsTitle() {
        Cli cli = Cli.lain(Sites.ESXI1);
        cli.host.release = new Release("7.0.3", 24784741, 3, 150);

        assertThat(cli.ok("network nic list").lines().skip(1).findFirst().orElseThrow())
                .endsWith("  -----------");
    }

    @Test
    void before60ThereIsOneLinkColumnAndAWiderBus() {
        Cli cli = Cli.lain(Sites.ESXI1);
        cli.host.release = new Release("5.5.0", 1746018, 0, 0);

        assertThat(cli.ok("network nic list"))
                .startsWith("Name    PCI Device     Driver  Link  Speed  Duplex")
                .contains("\nvmnic0  0000:001:00.0  tg3     Up     1000  Full  ");
    }

    @Test
    void recordsHaveAKeyLineAndABlankLineBetween() {
        assertThat(Cli.lain(Sites.ESXI3).ok("network vswitch standard list")).isEqualTo("""
                vSwitch0
                   Name: vSwitch0
                   Class: cswitch
                   Num Ports: 5376
                   Used Ports: 6
                   Configured Ports: 128
                   MTU: 1500
                   CDP Status: listen
                   Beacon Enabled: false
                   Beacon Interval: 1
                   Beacon Threshold: 3
                   Beacon Required By:\040
                   Uplinks: vmnic1, vmnic0
                   Portgroups: Management Network, VM Network

                vSwitch1
                   Name: vSwitch1
                   Class: cswitch
                   Num Ports: 5376
                   Used Ports: 4
                   Configured Ports: 128
                   MTU: 9000
                   CDP Status: listen
                   Beacon Enabled: false
                   Beacon Interval: 1
                   Beacon Threshold: 3
                   Beacon Required By:\040
                   Uplinks: vmnic4
                   Portgroups: iSCSI-A
                """);
    }

    @Test
    void aNestedStructureIsIndentedNine() {
        assertThat(Cli.lain(Sites.ESXI3).ok("network nic get -n vmnic4"))
                .contains("   Driver Info: \n         Bus Info: 0000:05:00:0\n         Driver: mlx4_en\n")
                .contains("   Link Status: Up \n   Name: vmnic4\n");
    }

    @Test
    void xmlIsTypedSortedAndCarriesHiddenFields() {
        assertThat(Cli.lain(Sites.ESXI3).ok("--formatter=xml network nic list"))
                .startsWith("""
                <?xml version="1.0" encoding="utf-8"?>
                <output xmlns="http://www.vmware.com/Products/ESX/5.0/esxcli">
                <root>
                   <list type="structure">
                      <structure typeName="Nic">
                         <field name="AdminStatus">
                            <string>Up</string>
                         </field>
                         <field name="Description">
                            <string>Broadcom Corporation NetXtreme BCM5720 Gigabit Ethernet</string>
                         </field>
                         <field name="Driver">
                            <string>ntg3</string>
                         </field>
                         <field name="Duplex">
                            <string>Full</string>
                         </field>
                         <field name="Link">
                            <string>Up</string>
                         </field>
                """)
                .contains("""
                         <field name="MTU">
                            <integer>1500</integer>
                         </field>
                """)
                .endsWith("""
                   </list>
                </root>
                </output>
                """);
    }

    @Test
    void xmlEscapesAndNests() {
        Site site = Sites.lain();
        Cli cli = new Cli(site, Sites.ESXI3);
        Sites.vswitch(site, Sites.ESXI3, "vSwitch1").portGroups.put("a<b&\"c", new PortGroup());

        assertThat(cli.ok("--formatter=xml network vswitch standard portgroup list"))
                .contains("<string>a&lt;b&amp;&quot;c</string>");
        assertThat(cli.ok("--formatter=xml network nic get -n vmnic4")).contains("""
                      <field name="DriverInfo">
                         <structure typeName="NICDriverInfo">
                            <field name="BusInfo">
                               <string>0000:05:00:0</string>
                            </field>
                """);
    }

    @Test
    void keyvalueWritesOnePathPerValue() {
        assertThat(Cli.lain(Sites.ESXI3).ok("--formatter=keyvalue network nic list"))
                .startsWith("structure[0].Nic.AdminStatus.string=Up\n")
                .contains("\nstructure[2].Nic.Speed.integer=10000\n");
        assertThat(Cli.lain(Sites.ESXI3)
                        .ok("--formatter=keyvalue network vswitch standard policy failover get -v vSwitch0"))
                .contains("VSwitchFailoverPolicy.ActiveAdapters.string[0].string=vmnic0\n")
                .contains("VSwitchFailoverPolicy.UnusedAdapters.string[] = \n");
    }

    @Test
    void csvEndsEveryLineWithAComma() {
        assertThat(Cli.lain(Sites.ESXI3).ok("--formatter=csv network vswitch standard portgroup list"))
                .isEqualTo("""
                ActiveClients,Name,VLANID,VirtualSwitch,
                1,Management Network,0,vSwitch0,
                0,VM Network,0,vSwitch0,
                1,iSCSI-A,0,vSwitch1,
                """);
        assertThat(Cli.lain(Sites.ESXI3)
                        .ok("--formatter=csv --format-param=fields=Name,Uplinks --format-param=show-header=false"
                                + " network vswitch standard list"))
                .isEqualTo("vSwitch0,\"vmnic1,vmnic0,\",\nvSwitch1,\"vmnic4,\",\n");
    }

    @Test
    void jsonNeedsDebug() {
        Cli cli = Cli.lain(Sites.ESXI3);

        assertThat(cli.ok("--debug --formatter=json system version get")).isEqualTo("""
                {"Build": "Releasebuild-14320388", "Patch": "73", "Product": "VMware ESXi", "Update": "3", "Version": "6.7.0"}
                """);
        assertThat(cli.call("--formatter=json system version get"))
                .isEqualTo("1|Unable to find requested formatter: json\n");
    }

    @Test
    void nothingFoundPrintsNothingAndScalarsAreBare() {
        Cli cli = Cli.lain(Sites.ESXI3);

        assertThat(cli.ok("iscsi adapter discovery statictarget list")).isEmpty();
        assertThat(cli.ok("iscsi software get")).isEqualTo("true\n");
        assertThat(cli.ok("system maintenanceMode get")).isEqualTo("Disabled\n");
    }
}
