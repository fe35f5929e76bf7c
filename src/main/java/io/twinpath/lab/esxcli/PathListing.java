package io.twinpath.lab.esxcli;

import io.twinpath.lab.site.Iscsi;
import io.twinpath.lab.site.ScsiPath;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** The two listings of paths: of the core, and of the native multipathing plugin. */
final class PathListing {

    private PathListing() {}

    static Output paths(HostView host, Arguments arguments) {
        return list(Lun.asked(host, arguments), arguments, PathListing::core, PathListing::local);
    }

    static Output nmp(HostView host, Arguments arguments) {
        return list(Lun.nativeOnes(host, arguments), arguments, PathListing::plugin, PathListing::localPlugin);
    }

    private static Output list(
            List<Lun> luns,
            Arguments arguments,
            BiFunction<Lun, ScsiPath, Structure> shared,
            Function<Lun, Structure> local) {
        List<Structure> all = luns.stream()
                .flatMap(l -> l.local()
                        ? Stream.of(local.apply(l))
                        : l.paths().stream().map(p -> shared.apply(l, p)))
                .filter(s -> arguments.text("path", s.heading()).equals(s.heading()) || named(s, arguments))
                .toList();
        if (all.isEmpty() && arguments.has("path")) {
            throw new Fault("Unknown path " + arguments.text("path"));
        }
        return Output.records(all);
    }

    private static boolean named(Structure path, Arguments arguments) {
        return path.fields().stream()
                .anyMatch(f ->
                        f.title().equals("Runtime Name") && f.value().plain().equals(arguments.text("path", "")));
    }

    private static Structure core(Lun lun, ScsiPath path) {
        Iscsi iscsi = lun.host().iscsi;
        String target = path.isid() + "," + path.target() + ",t,1";
        return head(lun, uid(lun, path), path.runtimeName(iscsi.adapter), iscsi.adapter)
                .with("Channel", path.channel())
                .with("Target", path.targetNumber())
                .with("LUN", path.lun())
                .with("Plugin", lun.plugin())
                .with("State", lun.view().paths().active(path) ? "active" : "dead")
                .with("Transport", "iscsi")
                .with("Adapter Identifier", iscsi.iqn)
                .with("Target Identifier", target)
                .with("Adapter Transport Details", iscsi.iqn)
                .with(
                        "Target Transport Details",
                        "IQN=" + path.target() + " Alias= Session=" + path.isid() + " PortalTag=1")
                .with("Maximum IO Size", 131_072);
    }

    private static Structure local(Lun lun) {
        String identifier = "sas.500056b3e0f1d2c0";
        String adapter = "sas.51866da05c2f1e00";
        return head(lun, localUid(lun), lun.localRuntimeName(), Lun.LOCAL_ADAPTER)
                .with("Channel", 2)
                .with("Target", 0)
                .with("LUN", lun.disk().lun())
                .with("Plugin", lun.plugin())
                .with("State", "active")
                .with("Transport", "sas")
                .with("Adapter Identifier", adapter)
                .with("Target Identifier", identifier)
                .with("Adapter Transport Details", adapter.substring(4))
                .with("Target Transport Details", identifier.substring(4))
                .with("Maximum IO Size", 33_554_432);
    }

    private static Structure head(Lun lun, String uid, String runtime, String adapter) {
        return Structure.of("ScsiPath", uid)
                .with("UID", uid)
                .with("Runtime Name", runtime)
                .with("Device", lun.disk().device())
                .with("Device Display Name", lun.display())
                .with("Adapter", adapter)
                .withWhen(lun.view().release().atLeast(7, 0), "Controller", Value.of("Not Applicable"));
    }

    private static Structure plugin(Lun lun, ScsiPath path) {
        boolean active = lun.view().paths().active(path);
        return plugin(lun, uid(lun, path), path.runtimeName(lun.host().iscsi.adapter), active ? "active" : "dead")
                .with("Storage Array Type Path Config", "{TPG_id=1,TPG_state=AO,RTP_id=1,RTP_health=UP}")
                .with("Path Selection Policy Path Config", noPathConfig(lun));
    }

    private static Structure localPlugin(Lun lun) {
        return plugin(lun, localUid(lun), lun.localRuntimeName(), "active")
                .with("Storage Array Type Path Config", "SATP VMW_SATP_LOCAL does not support path configuration.")
                .with("Path Selection Policy Path Config", noPathConfig(lun));
    }

    private static Structure plugin(Lun lun, String uid, String runtime, String state) {
        return Structure.of("NmpPath", uid)
                .with("Runtime Name", runtime)
                .with("Device", lun.disk().device())
                .with("Device Display Name", lun.display())
                .with("Group State", state)
                .with("Array Priority", 0);
    }

    private static String noPathConfig(Lun lun) {
        return "PSP " + lun.claim().psp + " does not support path configuration.";
    }

    private static String uid(Lun lun, ScsiPath path) {
        return lun.host().iscsi.iqn + "-" + path.isid() + "," + path.target() + ",t,1-"
                + lun.disk().device();
    }

    private static String localUid(Lun lun) {
        return "sas.51866da05c2f1e00-sas.500056b3e0f1d2c0-" + lun.disk().device();
    }
}
