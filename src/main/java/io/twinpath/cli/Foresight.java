package io.twinpath.cli;

import io.twinpath.driver.api.Rehearsal;
import io.twinpath.spec.FolderFiles;
import io.twinpath.spec.ProjectFiles;
import io.twinpath.spec.SpecLoader;
import io.twinpath.spec.yaml.Limits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Begins, beside the reading of the command line, what a verb will need: templates where a file holds one, and, to ask a site, what
 * the vSphere API takes where a file speaks of it. Nothing depends on it: a wrong guess only takes processor time.
 */
final class Foresight {

    private static final Set<String> LOADING = Set.of("validate", "render", "explain", "whatif", "graph", "diff");

    private static final Set<String> ASKING =
            Set.of("observe", "plan", "apply", "drift", "risks", "evacuate", "readiness");

    /** The keys that name a server of the API, and the way that leads there. */
    private static final Pattern API = Pattern.compile("\\b(api|vcenter)\\b");

    private Foresight() {}

    static void begin(List<String> arguments) {
        String verb = Verbs.verb(arguments).orElse("");
        boolean asks = ASKING.contains(verb) && !arguments.contains("--replay");
        if (asks || LOADING.contains(verb)) {
            Thread.ofPlatform()
                    .daemon()
                    .name("foresight")
                    .start(new FutureTask<>(() -> look(Path.of(start(arguments)), asks), true));
        }
    }

    private static String start(List<String> arguments) {
        for (int i = 0; i + 1 < arguments.size(); i++) {
            if (arguments.get(i).equals("-C") || arguments.get(i).equals("--project")) {
                return arguments.get(i + 1);
            }
        }
        return "";
    }

    private static void look(Path start, boolean asks) {
        Optional<FolderFiles> folder = FolderFiles.project(start).map(FolderFiles::new);
        if (folder.isEmpty()) {
            return;
        }
        FolderFiles files = folder.orElseThrow();
        boolean api = false;
        for (String name : Stream.concat(files.inventory().stream(), files.modules().stream())
                .toList()) {
            if (files.read(name, Limits.FILE_BYTES) instanceof ProjectFiles.Content.Bytes read) {
                String text = new String(read.bytes(), StandardCharsets.ISO_8859_1);
                SpecLoader.foresee(text);
                api |= asks && API.matcher(text).find();
            }
        }
        if (api) {
            Rehearsal.once();
        }
    }
}
