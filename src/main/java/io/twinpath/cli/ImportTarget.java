package io.twinpath.cli;

import io.twinpath.diag.Diagnostic;
import io.twinpath.importer.ProjectPage;
import io.twinpath.importer.SiteDraft;
import io.twinpath.kind.Kinds;
import io.twinpath.model.Catalogue;
import io.twinpath.model.HostFact;
import io.twinpath.model.Snapshot;
import io.twinpath.spec.FolderFiles;
import io.twinpath.spec.ProjectFiles;
import io.twinpath.spec.hardware.CatalogueReader;
import io.twinpath.spec.yaml.Limits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where an import goes.
 *
 * @param folder of the project
 * @param project what is there already; empty for a folder without an inventory
 */
record ImportTarget(Path folder, Optional<Workspace> project) {

    static ImportTarget find(Invocation run, Optional<Path> into) throws CliException {
        Path folder = into.isPresent()
                ? into.orElseThrow().toAbsolutePath().normalize()
                : ProjectFolder.find(run).path();
        boolean used = !new FolderFiles(folder).inventory().isEmpty();
        return new ImportTarget(
                folder,
                used ? Optional.of(Workspace.load(new ProjectFolder(folder), new ProjectOptions())) : Optional.empty());
    }

    Catalogue catalogue() {
        return project.map(p -> p.loaded().catalogue()).orElseGet(CatalogueReader::standard);
    }

    Kinds kinds() {
        return Kinds.standard(catalogue());
    }

    boolean declares(String host) {
        return project.map(p -> p.spec().hosts().containsKey(host)).orElse(false);
    }

    void refuseDeclared(List<String> hosts) throws CliException {
        List<Diagnostic> declared = hosts.stream()
                .filter(this::declares)
                .map(host -> Diagnostic.error(
                                "CLI0012",
                                "Host already declared",
                                host + " is declared in the project \"" + folder
                                        + "\" already, and a host is declared once. Nothing was written.")
                        .hint("Write into another folder and compare: twinpath import " + host + " --into DIR"))
                .toList();
        if (!declared.isEmpty()) {
            throw new CliException(Exit.REFUSED, declared);
        }
    }

    /** The files that say what was found, and those without which they would be no project. */
    SiteDraft draft(Snapshot snapshot, ImportSource source) throws CliException {
        if (snapshot.hosts().values().stream().noneMatch(h -> h instanceof HostFact.Reached)) {
            throw new CliException(Exit.UNREACHABLE, unreached(snapshot));
        }
        SiteDraft draft = SiteDraft.of(
                snapshot,
                Kinds::standard,
                catalogue(),
                new SiteDraft.Surroundings(this::exists, this::hasGroup, module()));
        SortedMap<String, String> files = new TreeMap<>(draft.files());
        if (project.isEmpty()) {
            files.put(ProjectPage.FILE, source.projectPage(folder));
        }
        SchemaPlace schemas = SchemaPlace.of(folder);
        files.replaceAll(schemas::in);
        if (!exists(InitVerb.IGNORE_FILE)) {
            files.put(InitVerb.IGNORE_FILE, InitVerb.IGNORED);
        }
        return new SiteDraft(files, draft.leftOut());
    }

    private static List<Diagnostic> unreached(Snapshot snapshot) {
        return snapshot.hosts().entrySet().stream()
                .filter(e -> e.getValue() instanceof HostFact.Unreached)
                .map(e -> Diagnostic.error(
                                "CLI0006",
                                "A host could not be talked to",
                                ((HostFact.Unreached) e.getValue()).reason())
                        .about(e.getKey()))
                .toList();
    }

    private Optional<String> module() {
        ProjectFiles.Content content = new FolderFiles(folder).read(SiteDraft.MODULE_FILE, Limits.FILE_BYTES);
        return content instanceof ProjectFiles.Content.Bytes read
                ? Optional.of(new String(read.bytes(), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private boolean exists(String file) {
        return Files.exists(folder.resolve(file), LinkOption.NOFOLLOW_LINKS);
    }

    private boolean hasGroup(String name) {
        return project.map(p -> p.spec().groups().containsKey(name)).orElse(false);
    }
}
