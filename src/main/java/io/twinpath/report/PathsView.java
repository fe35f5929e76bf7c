package io.twinpath.report;

import io.twinpath.observe.path.StoragePath;
import io.twinpath.observe.path.StoragePaths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Paths to shared storage for people: devices, and under each its paths with what carries them. */
public final class PathsView {

    private PathsView() {}

    public static String text(String host, List<StoragePath> paths, Style style) {
        Map<String, List<StoragePath>> byDevice = new LinkedHashMap<>();
        paths.stream()
                .filter(StoragePaths::shared)
                .forEach(p -> byDevice.computeIfAbsent(p.device(), d -> new ArrayList<>())
                        .add(p));
        long local = paths.stream().filter(p -> !StoragePaths.shared(p)).count();
        StringBuilder out = new StringBuilder(style.bold(host));
        out.append(byDevice.isEmpty() ? "  no shared storage" : "");
        out.append(local == 0 ? "\n" : style.dim("  (local disks left out)") + "\n");
        byDevice.forEach((device, own) -> {
            long active = own.stream().filter(StoragePath::active).count();
            out.append("  ").append(Printable.line(device)).append("  ");
            out.append(active).append(active == 1 ? " active path" : " active paths");
            out.append(own.size() == 1 ? ": " + line(own.get(0), style) + "\n" : "\n");
            if (own.size() > 1) {
                own.forEach(p -> out.append("    ").append(line(p, style)).append('\n'));
            }
        });
        return out.toString();
    }

    private static String line(StoragePath path, Style style) {
        String state = path.active() ? style.green(path.state()) : style.red(Printable.line(path.state()));
        String carrier = path.carrier()
                .map(c -> c.vmk() + " > " + c.portGroup() + " > " + c.vmnic().orElse("no link")
                        + c.nic().map(n -> " (" + n + ")").orElse(""))
                .orElse(path.transport());
        return Printable.line(path.runtimeName()) + "  " + state + "  " + Printable.line(carrier);
    }
}
