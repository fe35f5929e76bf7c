package io.twinpath.lab.site;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes sites of any size: hosts with two storage paths over two cards, as a careful person builds them, that differ in
 * release, card model, guest networks and advanced options. The same numbers give the same text.
 */
final class SiteGenerator {

    /** The most hosts that the address plan holds. */
    static final int MOST_HOSTS = 20_000;

    private static final int PER_SUBNET = 200;
    private static final int PER_CLUSTER = 32;
    private static final List<String> RELEASES = List.of("\"6.7\"", "\"7.0\"", "\"8.0\"");
    private static final List<String> CARDS = List.of("broadcom-57810", "intel-x520");

    private SiteGenerator() {}

    static String generate(int hosts, long seed) {
        if (hosts < 1 || hosts > MOST_HOSTS) {
            throw new IllegalArgumentException("1 to " + MOST_HOSTS + " hosts, not " + hosts);
        }
        Random random = new Random(seed);
        StringBuilder yaml = new StringBuilder(head(hosts, seed));
        for (int host = 1; host <= hosts; host++) {
            yaml.append(host(host, random));
        }
        yaml.append(
                "\nvcenter: {name: vcenter.lab.example, uuid: 6f1e2d8c-51a7-4c3b-9a56-0b7c1e0a2f10}\n\nclusters:\n");
        for (int first = 1; first <= hosts; first += PER_CLUSTER) {
            yaml.append(cluster(first, Math.min(hosts, first + PER_CLUSTER - 1)));
        }
        yaml.append("\nvms:\n");
        for (int host = 1; host <= hosts; host++) {
            yaml.append(
                    "  vm%1$d: {host: esxi%1$d.lab.example, disks: [stor1-vm], uuid: 564d1f0a-3c5b-9e27-61d4-%1$012x, cpus: 2, memory_mib: 4096, adapters: {Network adapter 1: {network: VM Network}}}\n"
                            .formatted(host));
        }
        return yaml.toString();
    }

    private static String cluster(int first, int last) {
        String hosts = IntStream.rangeClosed(first, last)
                .mapToObj(h -> "esxi" + h + ".lab.example")
                .collect(Collectors.joining(", "));
        return """
              cluster%d:
                hosts: [%s]
                ha: {enabled: true, component_protection: true, on_apd: restartConservative, on_pdl: restartAggressive}
                drs: {enabled: true, behavior: fullyAutomated}
            """.formatted(1 + first / PER_CLUSTER, hosts);
    }

    private static String pick(List<String> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String head(int hosts, long seed) {
        return """
            name: generated-%d-%d

            networks:
              management: {subnet: 10.0.0.0/16, vlan: 0}
              fabric-a: {subnet: 10.20.0.0/16, vlan: 0}
              fabric-b: {subnet: 10.21.0.0/16, vlan: 0}

            switches:
              sw1: {networks: [management, fabric-a]}
              sw2: {networks: [management, fabric-b]}

            trunks:
              - {between: [sw1, sw2], networks: [management]}

            arrays:
              stor1.lab.example:
                model: Dell R730xd
                target: iqn.2003-01.org.linux-iscsi.stor1
                portals:
                  - {ip: 10.20.255.11, switch: sw1, mtu: 9000}
                  - {ip: 10.21.255.11, switch: sw2, mtu: 9000}
                luns:
                  - {device: naa.6001405a1b2c3d4e5f60718293a4b601, lun: 0, vendor: LIO-ORG, model: stor1-vm, revision: "4.0", size_mib: 8388608, ssd: false}

            datastores:
              stor1-vm: {device: naa.6001405a1b2c3d4e5f60718293a4b601, uuid: 5f3a1c20-7b9e4d10-2c41-000af7a1b601, type: VMFS-6, free_mib: 3145728}

            host_defaults:
              slots: {onboard: "0000:01:00", "3": "0000:03:00", "5": "0000:05:00"}
              vswitches:
                vSwitch0:
                  uplinks: [vmnic0, vmnic1]
                  teaming: {active: [vmnic0], standby: [vmnic1], failback: true}
                  port_groups:
                    Management Network: {vlan: 0}
                vSwitch1:
                  mtu: 9000
                  uplinks: [vmnic2, vmnic4]
                  port_groups:
                    iSCSI-A: {vlan: 0, teaming: {active: [vmnic2], standby: []}}
                    iSCSI-B: {vlan: 0, teaming: {active: [vmnic4], standby: []}}
              iscsi:
                enabled: true
                bound: [vmk1, vmk2]
                send_targets: ["10.20.255.11:3260", "10.21.255.11:3260"]
              satp_rules:
                - {satp: VMW_SATP_ALUA, vendor: LIO-ORG, psp: VMW_PSP_RR, psp_options: iops=1, description: Twinpath multipath-iscsi}

            hosts:
            """.formatted(hosts, seed);
    }

    private static String host(int number, Random random) {
        String address = (1 + number / PER_SUBNET) + "." + (10 + number % PER_SUBNET);
        return """
              esxi%1$d.lab.example:
                release: %2$s
                uuid: 5f391b6e-0000-0000-0000-%1$012x
                platform: {vendor: Dell Inc., product: PowerEdge R630, serial: LAB%1$05d}
                cards:
                  onboard: {model: broadcom-5720, ports: [vmnic0, vmnic1]}
                  "3": {model: %3$s, ports: [vmnic2, vmnic3]}
                  "5": {model: %3$s, ports: [vmnic4, vmnic5]}
                cables:
                  onboard/0: {switch: sw1, port: 2/0/%1$d}
                  onboard/1: {switch: sw2, port: 2/0/%1$d}
                  3/0: {switch: sw1, port: 1/0/%1$d}
                  5/0: {switch: sw2, port: 1/0/%1$d}
                vswitches:
                  vSwitch0: {port_groups: {VM Network: {vlan: %4$d}}}
                vmkernel:
                  vmk0: {port_group: Management Network, ip: 10.0.%5$s/16, gateway: 10.0.0.1, tags: [Management]}
                  vmk1: {port_group: iSCSI-A, ip: 10.20.%5$s/16, mtu: 9000}
                  vmk2: {port_group: iSCSI-B, ip: 10.21.%5$s/16, mtu: 9000}
                iscsi: {iqn: iqn.1998-01.com.vmware:esxi%1$d}
                advanced: {/Misc/APDTimeout: "%6$d"}
            """.formatted(
                        number,
                        pick(RELEASES, random),
                        pick(CARDS, random),
                        100 + random.nextInt(50),
                        address,
                        random.nextInt(4) == 0 ? 200 : 140);
    }
}
