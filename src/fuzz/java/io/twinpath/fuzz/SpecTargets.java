package io.twinpath.fuzz;

import io.twinpath.diag.Result;
import io.twinpath.diff.Selection;
import io.twinpath.model.Spec;
import io.twinpath.report.DiagnosticText;
import io.twinpath.report.Style;
import io.twinpath.spec.FolderFiles;
import io.twinpath.spec.LoadOptions;
import io.twinpath.spec.Loaded;
import io.twinpath.spec.Loading;
import io.twinpath.spec.MemoryFiles;
import io.twinpath.spec.Render;
import io.twinpath.spec.SpecLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whole loads of a spec, with one part of it taken from the input; what is wrong is shown as to a person. */
final class SpecTargets {

    private static final String HOST = "esxi1.lain.local";
    private static final String MODULE = """
            parameters: {n: {type: integer, default: 2}, s: {type: string, default: x}, l: {type: list of port, default: []}}
            resources:
              advanced: {UserVars.N: "{{ n }}", UserVars.S: "{{ s }}"}
              vswitches: {vSwitch1: {uplinks: "{{ l }}", port_groups: {A: {vlan: "{{ n }}"}}}}
            """;
    private static final String SITE = """
            hosts:
              esxi1.lain.local:
                vars: {n: 7, s: text, l: [1, 2], m: {a: b}}
                use: [{module: m}]
                vswitches: {vSwitch0: {mtu: 9000}}
            groups: {all_hosts: {hosts: ["esxi[1:1].lain.local"]}}
            """;

    private SpecTargets() {}

    static Target spec() {
        return input -> load(Map.of("inventory/a.yml", input, "modules/m/module.yml", bytes(MODULE)), List.of());
    }

    static Target module() {
        return input -> load(Map.of("inventory/a.yml", bytes(SITE), "modules/m/module.yml", input), List.of());
    }

    /** The input is the text of one value. */
    static Target template() {
        return input -> {
            StringBuilder yaml = new StringBuilder(SITE.replace("    use: [{module: m}]\n", ""));
            yaml.insert(yaml.indexOf("    vswitches"), "    advanced: {UserVars.T: \"" + quoted(input) + "\"}\n");
            load(Map.of("inventory/a.yml", bytes(yaml.toString())), List.of());
        };
    }

    private static String quoted(byte[] input) {
        return Targets.text(input).replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    static Target set() {
        return input -> load(
                Map.of("inventory/a.yml", bytes(SITE), "modules/m/module.yml", bytes(MODULE)),
                Targets.text(input).lines().limit(5).toList());
    }

    /** The first line is a limit, each further one a target. */
    static Target selection() {
        Spec spec = lain();
        return input -> {
            List<String> lines = Targets.text(input).lines().toList();
            Optional<String> limit = lines.stream().findFirst();
            Result<Selection> parsed =
                    Selection.parse(limit, lines.stream().skip(1).limit(3).toList(), spec);
            if (parsed instanceof Result.Ok<Selection> ok) {
                ok.value().narrow(spec);
            }
        };
    }

    /** The committed site. */
    static Spec lain() {
        return switch (SpecLoader.load(new FolderFiles(Path.of("").toAbsolutePath()), LoadOptions.standard())
                .result()) {
            case Result.Ok<Loaded> ok -> ok.value().spec();
            case Result.Failed<Loaded> failed ->
                throw new IllegalStateException(failed.diagnostics().toString());
        };
    }

    private static void load(Map<String, byte[]> files, List<String> settings) {
        Loading loading = SpecLoader.load(
                MemoryFiles.ofBytes(new HashMap<>(files)),
                LoadOptions.standard().with(settings));
        new DiagnosticText(name -> Optional.ofNullable(loading.sources().get(name)), Style.PLAIN)
                .all(loading.result().diagnostics());
        if (loading.result() instanceof Result.Ok<Loaded> ok
                && ok.value().spec().hosts().containsKey(HOST)) {
            Render.yaml(ok.value());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
