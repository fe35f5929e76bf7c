package io.twinpath.cli;

import io.twinpath.importer.SiteDraft;
import io.twinpath.model.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes what hosts have as a spec, and proves it by planning. */
@Command(
        name = "import",
        description = {
            "Read hosts and write what they have as YAML, then prove it: the plan that follows is empty.",
            "Only new files are written, and nothing is changed on a host."
        },
        footer = {
            "",
            "Examples:",
            "  twinpath import esxi1.lain.local esxi2.lain.local",
            "  twinpath import --into ../site                      all hosts of this project's lab",
            "  twinpath import --replay recordings/today --into ../site",
            "  twinpath import --bundle esx-esxi3-2022-10-13--07.30.tgz --into ../site",
        })
final class ImportVerb implements Callable<Integer> {

    private final RootVerb root;
    private final Console console;
    private final Map<String, String> environment;

    @Parameters(paramLabel = "HOST", arity = "0..*", description = "The hosts to import. Default: all that are known.")
    List<String> hosts = new ArrayList<>();

    @Option(
            names = "--into",
            paramLabel = "DIR",
            description = "The project to write into; made when it is not there. Default: this project.")
    Optional<Path> into = Optional.empty();

    @Option(
            names = "--replay",
            paramLabel = "DIR",
            description = {
                "Read a recording instead of the hosts: DIR/HOST/COMMAND.xml or .txt, such as",
                "network-nic-list.txt with what \"esxcli network nic list\" printed."
            })
    Optional<Path> replay = Optional.empty();

    @Option(names = "--record", paramLabel = "DIR", description = "Save what was read, for --replay.")
    Optional<Path> record = Optional.empty();

    @Option(names = "--bundle", paramLabel = "FILE", description = "Read the support bundle of one host instead.")
    Optional<Path> bundle = Optional.empty();

    ImportVerb(RootVerb root, Console console, Map<String, String> environment) {
        this.root = root;
        this.console = console;
        this.environment = environment;
    }

    @Override
    public Integer call() throws CliException {
        ImportTarget target = ImportTarget.find(root, into);
        ImportSource source =
                ImportSource.of(root, environment, target, hosts, new ImportSource.Ways(replay, record, bundle));
        try (Connection connection = source.open(root, environment)) {
            List<String> names = source.hosts(connection, target);
            target.refuseDeclared(names);
            Snapshot snapshot = source.survey(connection, names, console, target);
            SiteDraft draft = target.draft(snapshot, source);
            NewFiles.write(target.folder(), draft.files());
            ImportReport report = new ImportReport(console, target, draft);
            report.written(snapshot);
            return report.proven(source.driver(connection), snapshot, new TreeSet<>(names));
        }
    }
}
