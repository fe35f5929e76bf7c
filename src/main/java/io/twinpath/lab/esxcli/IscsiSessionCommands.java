package io.twinpath.lab.esxcli;

import static io.twinpath.lab.esxcli.Command.read;

import io.twinpath.lab.site.Iscsi;
import io.twinpath.lab.site.ScsiPath;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** {@code iscsi session …}: what is logged in now. */
final class IscsiSessionCommands {

    static final List<Command> TABLE = List.of(
            read(
                    "iscsi session list",
                    "List the sessions.",
                    (h, a) -> sessions(h, a, IscsiSessionCommands::session),
                    IscsiAdapterCommands.MAYBE),
            read(
                    "iscsi session connection list",
                    "List the connections of the sessions.",
                    (h, a) -> sessions(h, a, (i, p) -> connection(h, i, p)),
                    IscsiAdapterCommands.MAYBE));

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MM/dd/yy HH:mm:ss").withZone(ZoneOffset.UTC);

    private IscsiSessionCommands() {}

    private static Output sessions(HostView host, Arguments arguments, BiFunction<Iscsi, ScsiPath, Structure> view) {
        Set<Integer> seen = new HashSet<>();
        return Output.records(IscsiAdapterCommands.listed(host, arguments).stream()
                .flatMap(i -> host.host().paths.stream()
                        .filter(host.paths()::active)
                        .filter(p -> seen.add(p.session()))
                        .map(p -> view.apply(i, p)))
                .toList());
    }

    private static Structure session(Iscsi iscsi, ScsiPath path) {
        return Structure.of("IscsiSession", iscsi.adapter + "," + path.target() + "," + path.isid())
                .with("Adapter", iscsi.adapter)
                .with("Target", path.target())
                .with("ISID", path.isid())
                .with("TargetPortalGroupTag", 1)
                .with("AuthenticationMethod", iscsi.chap.level.equals("prohibited") ? "none" : "chap")
                .with("DataPduInOrder", true)
                .with("DataSequenceInOrder", true)
                .with("DefaultTime2Retain", 0)
                .with("DefaultTime2Wait", 2)
                .with("ErrorRecoveryLevel", 0)
                .with("FirstBurstLength", 65_536)
                .with("ImmediateData", true)
                .with("InitialR2T", false)
                .with("MaxBurstLength", 262_144)
                .with("MaxConnections", 1)
                .with("MaxOutstandingR2T", 1)
                .with("TSIH", path.session());
    }

    private static Structure connection(HostView host, Iscsi iscsi, ScsiPath path) {
        String since = TIME.format(Instant.parse(host.host().booted));
        return Structure.of("IscsiConnection", iscsi.adapter + "," + path.target() + "," + path.isid() + ",0")
                .with("Adapter", iscsi.adapter)
                .with("Target", path.target())
                .with("ISID", path.isid())
                .with("CID", 0)
                .with("DataDigest", "NONE")
                .with("HeaderDigest", "NONE")
                .with("IFMarker", false)
                .with("IFMarkerInterval", 0)
                .with("MaxRecvDataSegmentLength", 131_072)
                .with("MaxTransmitDataSegmentLength", 262_144)
                .with("OFMarker", false)
                .with("OFMarkerInterval", 0)
                .with("ConnectionAddress", path.portal())
                .with("RemoteAddress", path.portal())
                .with("LocalAddress", host.vmk(path.vmk()).address())
                .with("SessionCreateTime", since)
                .with("ConnectionCreateTime", since)
                .with("ConnectionStartTime", since)
                .with("State", "logged_in");
    }
}
