package io.twinpath.kind.host;

import io.twinpath.kind.ScsiPaths;
import io.twinpath.kind.host.HostState.Fabric;
import io.twinpath.kind.host.HostState.PathState;
import io.twinpath.kind.host.HostState.Session;
import io.twinpath.model.Portal;
import java.util.Locale;
import java.util.Optional;

/** What the words of both transports say of a path. */
final class PathWords {

    private PathWords() {}

    /** Both transports have the same words. */
    static Optional<PathState> state(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "active" -> Optional.of(PathState.ACTIVE);
            case "standby" -> Optional.of(PathState.STANDBY);
            case "disabled", "off" -> Optional.of(PathState.DISABLED);
            case "dead" -> Optional.of(PathState.DEAD);
            default -> Optional.empty();
        };
    }

    /** {@code Transport} of esxcli. */
    static Optional<Fabric> fabric(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "iscsi" -> Optional.of(Fabric.ISCSI);
            case "iser" -> Optional.of(Fabric.ISER);
            case "fc" -> Optional.of(Fabric.FC);
            case "fcoe" -> Optional.of(Fabric.FCOE);
            case "nvmetcp", "tcp" -> Optional.of(Fabric.NVME_TCP);
            case "nvmerdma", "rdma" -> Optional.of(Fabric.NVME_RDMA);
            case "sas", "sata", "usb", "ide", "pcie", "nvme", "block", "parallel" -> Optional.of(Fabric.ATTACHED);
            default -> Optional.empty();
        };
    }

    /** The type of {@code HostTargetTransport}. */
    static Optional<Fabric> type(String type) {
        return switch (type) {
            case "HostInternetScsiTargetTransport" -> Optional.of(Fabric.ISCSI);
            case "HostFibreChannelTargetTransport" -> Optional.of(Fabric.FC);
            case "HostFibreChannelOverEthernetTargetTransport" -> Optional.of(Fabric.FCOE);
            case "HostTcpTargetTransport" -> Optional.of(Fabric.NVME_TCP);
            case "HostRdmaTargetTransport" -> Optional.of(Fabric.NVME_RDMA);
            case "HostBlockAdapterTargetTransport",
                    "HostParallelScsiTargetTransport",
                    "HostPcieTargetTransport",
                    "HostSerialAttachedTargetTransport" -> Optional.of(Fabric.ATTACHED);
            default -> Optional.empty();
        };
    }

    static Session session(ScsiPaths.Session listed) {
        return new Session(
                Optional.of(listed.target()), listed.vmk(), listed.portal().flatMap(PathWords::portal));
    }

    /** With the standard port where none is told; an IPv6 one is none that the kinds know. */
    static Optional<Portal> portal(String text) {
        try {
            return Optional.of(Portal.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
