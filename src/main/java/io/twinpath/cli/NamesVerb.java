package io.twinpath.cli;

import io.twinpath.diag.Result;
import io.twinpath.model.Address;
import io.twinpath.model.Spec;
import io.twinpath.spec.FolderFiles;
import io.twinpath.spec.LoadOptions;
import io.twinpath.spec.Loaded;
import io.twinpath.spec.SpecLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * The names of a project, one a line, for shells that complete them. No host is asked, and nothing is said when something is
 * wrong. What was found is kept in {@code .twinpath/names} until a file of the spec changes; while the spec is not valid, what
 * was kept is still told.
 */
final class NamesVerb implements Callable<Integer> {

    private static final String KEPT = "names";

    private final Invocation run;

    private String what = "";

    NamesVerb(Invocation run) {
        this.run = run;
    }

    Syntax syntax() {
        return Syntax.verb("names", this, "List names of the project, for completion.")
                .hidden()
                .parameter("hosts|addresses", String.class, given -> what = given, "Which names.")
                .examples("twinpath names hosts", "twinpath names addresses", "twinpath -C site names hosts");
    }

    @Override
    public Integer call() {
        Optional<ProjectFolder> project = ProjectFolder.find(run.root().project.orElse(Path.of("")));
        if (project.isPresent()) {
            String prefix = what + " ";
            String out = names(project.orElseThrow())
                    .filter(line -> line.startsWith(prefix))
                    .map(line -> line.substring(prefix.length()) + "\n")
                    .collect(java.util.stream.Collectors.joining());
            run.out().print(out);
            run.out().flush();
        }
        return Exit.DONE.code();
    }

    /** Behind the stamp, each with the list that it belongs to. */
    private static Stream<String> names(ProjectFolder project) {
        Path file = project.own().path().resolve(KEPT);
        String stamp = stamp(project);
        List<String> kept = kept(file);
        if (!kept.isEmpty() && kept.getFirst().equals(stamp)) {
            return kept.stream().skip(1);
        }
        Result<Loaded> loaded = SpecLoader.load(new FolderFiles(project.path()), LoadOptions.standard())
                .result();
        if (!(loaded instanceof Result.Ok<Loaded> ok)) {
            return kept.stream().skip(1);
        }
        List<String> lines = new ArrayList<>(List.of(stamp));
        lines.addAll(lines(ok.value().spec()));
        keep(file, lines);
        return lines.stream().skip(1);
    }

    private static List<String> lines(Spec spec) {
        TreeSet<String> hosts = new TreeSet<>(spec.hosts().keySet());
        hosts.addAll(spec.groups().keySet());
        List<String> lines = new ArrayList<>();
        hosts.forEach(name -> lines.add("hosts " + name));
        for (Address address : spec.resources().keySet()) {
            lines.add("addresses " + address);
        }
        return lines;
    }

    /** What changes when a file of the spec comes, goes or changes. */
    private static String stamp(ProjectFolder project) {
        FolderFiles files = new FolderFiles(project.path());
        StringBuilder stamp = new StringBuilder();
        Stream.concat(files.inventory().stream(), files.modules().stream()).forEach(name -> {
            Path file = project.path().resolve(name);
            try {
                stamp.append(name)
                        .append(' ')
                        .append(Files.getLastModifiedTime(file).toMillis())
                        .append(' ')
                        .append(Files.size(file))
                        .append(';');
            } catch (IOException e) {
                stamp.append(name).append(" unreadable;");
            }
        });
        return stamp.toString();
    }

    private static List<String> kept(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Where Twinpath already keeps something: to complete a word makes no new folder. */
    private static void keep(Path file, List<String> lines) {
        try {
            Path folder = file.getParent();
            if (folder != null && Files.isDirectory(folder)) {
                WholeFile.replace(file, String.join("\n", lines) + "\n");
            }
        } catch (IOException e) {
            // The next time it takes as long as this time.
            return;
        }
    }
}
