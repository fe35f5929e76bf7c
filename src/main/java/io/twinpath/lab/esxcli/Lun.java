package io.twinpath.lab.esxcli;

import io.twinpath.lab.site.Claims;
import io.twinpath.lab.site.DeviceClaim;
import io.twinpath.lab.site.Disk;
import io.twinpath.lab.site.Host;
import io.twinpath.lab.site.ScsiPath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A disk as one host sees it: how it is named, claimed and reached. */
record Lun(HostView view, Disk disk) {

    /** The controller that local disks hang on. */
    static final String LOCAL_ADAPTER = "vmhba0";

    /** Every disk, or the one that {@code --device} names. */
    static List<Lun> asked(HostView view, Arguments arguments) {
        List<Lun> all = Claims.disks(view.site(), view.host()).stream()
                .map(d -> new Lun(view, d))
                .toList();
        Optional<String> device = arguments.maybe("device");
        if (device.isEmpty()) {
            return all;
        }
        List<Lun> one = all.stream()
                .filter(l -> l.disk.device().equals(device.orElseThrow()))
                .toList();
        if (one.isEmpty()) {
            throw new Fault("Unknown device " + device.orElseThrow());
        }
        return one;
    }

    Host host() {
        return view.host();
    }

    DeviceClaim claim() {
        return Optional.ofNullable(host().devices.get(disk.device()))
                .orElseThrow(() -> new Fault("Device " + disk.device() + " is not claimed"));
    }

    boolean local() {
        return host().localDisks.contains(disk);
    }

    /** From 7.0 on local disks are claimed by the high-performance plugin, and the native one does not know them. */
    boolean highPerformance() {
        return local() && view.release().atLeast(7, 0);
    }

    /** The multipathing plugin that claims it. */
    String plugin() {
        return highPerformance() ? "HPP" : "NMP";
    }

    /** Every disk of the native plugin, or the one that {@code --device} names. */
    static List<Lun> nativeOnes(HostView view, Arguments arguments) {
        List<Lun> known = asked(view, arguments).stream()
                .filter(l -> !l.highPerformance())
                .toList();
        if (known.isEmpty() && arguments.has("device")) {
            throw new Fault("Unknown device " + arguments.text("device"));
        }
        return known;
    }

    String display() {
        return local()
                ? "Local " + disk.vendor() + " Disk (" + disk.device() + ")"
                : disk.vendor() + " iSCSI Disk (" + disk.device() + ")";
    }

    /** Paths over iSCSI; a local disk has none of these. */
    List<ScsiPath> paths() {
        return host().paths.stream()
                .filter(p -> p.device().equals(disk.device()))
                .toList();
    }

    List<ScsiPath> activePaths() {
        return paths().stream().filter(view.paths()::active).toList();
    }

    /** Runtime names of the paths that work. */
    List<String> working() {
        return local()
                ? List.of(localRuntimeName())
                : activePaths().stream()
                        .map(p -> p.runtimeName(host().iscsi.adapter))
                        .toList();
    }

    String localRuntimeName() {
        return LOCAL_ADAPTER + ":C2:T0:L" + disk.lun();
    }

    static Stream<Lun> locals(List<Lun> luns) {
        return luns.stream().filter(Lun::local);
    }
}
