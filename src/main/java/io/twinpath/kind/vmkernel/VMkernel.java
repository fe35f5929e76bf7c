package io.twinpath.kind.vmkernel;

import io.twinpath.model.Desired;
import io.twinpath.model.Ipv4;
import io.twinpath.model.Ipv4Prefix;
import io.twinpath.model.Mac;
import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.ForcesReplace;
import io.twinpath.model.shape.FoundOnly;
import io.twinpath.model.shape.Range;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A network interface of the host itself.
 *
 * @param mac the host's choice
 * @param api what the API wants to have back with a change, see {@link io.twinpath.kind.Echo}
 */
public record VMkernel(
        @ForcesReplace @Doc("The port group that it is connected to.")
        String portGroup,

        @Doc("Its fixed address with the prefix length, such as 10.0.0.13/24.")
        Optional<Ipv4Prefix> ip,

        @Doc("Whether it takes its address from a DHCP server.")
        Optional<Boolean> dhcp,

        @Doc("A gateway for this interface only, other than its network stack's.")
        Optional<Ipv4> gateway,

        @Doc("The largest packet in bytes.") @Range(min = 1280, max = 9000)
        Optional<Integer> mtu,

        @Doc("IPv6, beside the link-local address.") Optional<Ipv6> ipv6,

        @Doc("What the host does over it; exactly these.") Optional<SortedSet<Service>> services,

        @ForcesReplace
        @Doc("The TCP/IP stack; defaultTcpipStack when it is made without one. Any other is declared under netstacks.")
        Optional<String> netstack,

        @FoundOnly Optional<Mac> mac,
        @FoundOnly Map<String, String> api)
        implements Desired {

    /** As everybody but the API tells it. */
    public VMkernel(
            String portGroup,
            Optional<Ipv4Prefix> ip,
            Optional<Boolean> dhcp,
            Optional<Ipv4> gateway,
            Optional<Integer> mtu,
            Optional<Ipv6> ipv6,
            Optional<SortedSet<Service>> services,
            Optional<String> netstack,
            Optional<Mac> mac) {
        this(portGroup, ip, dhcp, gateway, mtu, ipv6, services, netstack, mac, Map.of());
    }

    /** The same on another port group. */
    public VMkernel on(String other) {
        return new VMkernel(other, ip, dhcp, gateway, mtu, ipv6, services, netstack, mac, api);
    }

    /** The services that ESXi knows by a tag. */
    public enum Service {
        MANAGEMENT("Management"),
        VMOTION("VMotion"),
        FAULT_TOLERANCE("faultToleranceLogging"),
        VSAN("VSAN"),
        VSAN_WITNESS("VSANWitness"),
        REPLICATION("vSphereReplication"),
        REPLICATION_NFC("vSphereReplicationNFC"),
        PROVISIONING("vSphereProvisioning"),
        BACKUP_NFC("vSphereBackupNFC");

        private final String tag;

        Service(String tag) {
            this.tag = tag;
        }

        /** Its name in {@code network ip interface tag}. */
        public String tag() {
            return tag;
        }
    }
}
