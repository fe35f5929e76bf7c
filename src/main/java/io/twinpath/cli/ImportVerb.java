package io.twinpath.cli;

import io.twinpath.importer.SiteDraft;
import io.twinpath.model.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;

/** Writes what hosts have as a spec, and proves it by planning. */
final class ImportVerb implements Callable<Integer> {

    private final Invocation run;

    private List<String> hosts = new ArrayList<>();

    private Optional<Path> into = Optional.empty();

    private Optional<Path> replay = Optional.empty();

    private Optional<Path> record = Optional.empty();

    private Optional<Path> bundle = Optional.empty();

    ImportVerb(Invocation run) {
        this.run = run;
    }

    Syntax syntax() {
        return Syntax.verb(
                        "import",
                        this,
                        "Read hosts and write what they have as YAML, then prove it: the plan that follows is empty.",
                        "Only new files are written, and nothing is changed on a host.")
                .parameters("HOST", given -> hosts = given, "The hosts to import. Default: all that are known.")
                .option(
                        "--into",
                        "DIR",
                        Path.class,
                        given -> into = Optional.of(given),
                        "The project to write into; made when it is not there. Default: this project.")
                .option(
                        "--replay",
                        "DIR",
                        Path.class,
                        given -> replay = Optional.of(given),
                        "Read a recording instead of the hosts: DIR/HOST/COMMAND.xml or .txt, such as",
                        "network-nic-list.txt with what \"esxcli network nic list\" printed.")
                .option(
                        "--record",
                        "DIR",
                        Path.class,
                        given -> record = Optional.of(given),
                        "Save what was read, for --replay.")
                .option(
                        "--bundle",
                        "FILE",
                        Path.class,
                        given -> bundle = Optional.of(given),
                        "Read the support bundle of one host instead.")
                .examples(
                        "twinpath import esxi1.lain.local esxi2.lain.local",
                        "twinpath import --into ../site   # all hosts of this project's lab",
                        "twinpath import --replay recordings/today --into ../site",
                        "twinpath import --bundle esx-esxi3-2022-10-13--07.30.tgz --into ../site");
    }

    @Override
    public Integer call() throws CliException {
        ImportTarget target = ImportTarget.find(run, into);
        ImportSource source = ImportSource.of(run, target, hosts, new ImportSource.Ways(replay, record, bundle));
        try (Connection connection = source.open(run)) {
            List<String> names = source.hosts(connection, target);
            target.refuseDeclared(names);
            Snapshot snapshot = source.survey(connection, names, run.console(), target);
            SiteDraft draft = target.draft(snapshot, source);
            NewFiles.write(target.folder(), draft.files());
            if (SchemaPlace.of(target.folder()).own()) {
                SchemaFiles.write(Optional.of(target.folder()), SchemaFiles.standard(target.folder()));
            }
            ImportReport report = new ImportReport(run.console(), target, draft);
            report.written(snapshot);
            return report.proven(source.driver(connection), snapshot, new TreeSet<>(names));
        }
    }
}
