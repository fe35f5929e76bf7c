package io.twinpath.cli;

import io.twinpath.driver.api.Rehearsal;
import io.twinpath.spec.FolderFiles;
import io.twinpath.spec.ProjectFiles;
import io.twinpath.spec.yaml.Limits;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;

/**
 * Begins, beside the reading of the command line and of the spec, what a verb will need to ask a site that speaks of the vSphere API.
 * Nothing depends on it: a wrong guess only takes processor time.
 */
final class Foresight {

    private static final Set<String> ASKING =
            Set.of("observe", "plan", "apply", "drift", "risks", "evacuate", "readiness");

    /** The keys that name a server of the API, and the way that leads there. */
    private static final Pattern API = Pattern.compile("\\b(api|vcenter)\\b");

    private Foresight() {}

    static void begin(List<String> arguments) {
        boolean asks = Verbs.verb(arguments).filter(ASKING::contains).isPresent();
        if (asks && !arguments.contains("--replay")) {
            Thread.ofPlatform().daemon().name("foresight").start(new FutureTask<>(() -> look(start(arguments)), true));
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

    private static void look(String start) throws InvalidPathException {
        Optional<FolderFiles> files = FolderFiles.project(Path.of(start)).map(FolderFiles::new);
        if (files.isPresent() && files.orElseThrow().inventory().stream().anyMatch(f -> api(files.orElseThrow(), f))) {
            Rehearsal.once();
        }
    }

    private static boolean api(ProjectFiles files, String name) {
        return files.read(name, Limits.FILE_BYTES) instanceof ProjectFiles.Content.Bytes read
                && API.matcher(new String(read.bytes(), StandardCharsets.ISO_8859_1))
                        .find();
    }
}
