package io.twinpath.cli;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Nearest;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.endpoints.Endpoints;
import io.twinpath.driver.ssh.PublicKey;
import io.twinpath.driver.ssh.SshLimits;
import io.twinpath.driver.ssh.SshTarget;
import io.twinpath.driver.ssh.Trust;
import io.twinpath.model.Names;
import io.twinpath.spec.FolderFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;

/** Pins the key of a host after a person compared its fingerprint. */
final class TrustVerb implements Callable<Integer> {

    private final RootVerb root;
    private final Console console;
    private final Map<String, String> environment;

    private final ProjectOptions options = new ProjectOptions();

    private String host = "";

    private boolean fresh;

    private Optional<String> fingerprint = Optional.empty();

    TrustVerb(RootVerb root, Console console, Map<String, String> environment) {
        this.root = root;
        this.console = console;
        this.environment = environment;
    }

    Syntax syntax() {
        return Syntax.verb(
                        "trust",
                        this,
                        "Pin the SSH host key of a host, after you compared its fingerprint with the host's console.")
                .with(options::describe)
                .parameter("HOST", String.class, given -> host = given, "A host of the spec.")
                .flag(
                        "--new",
                        given -> fresh = given,
                        "The spec does not declare the host yet: it is going to be imported.")
                .option(
                        "--fingerprint",
                        "SHA256:…",
                        String.class,
                        given -> fingerprint = Optional.of(given),
                        "The fingerprint that you expect; then nothing is asked.")
                .examples(
                        "twinpath trust esxi3.lain.local",
                        "twinpath trust --new esxi4.lain.local",
                        "twinpath trust esxi3.lain.local --fingerprint SHA256:…");
    }

    @Override
    public Integer call() throws CliException {
        Workspace workspace = workspace(ProjectFolder.find(root));
        try {
            SshTarget target = target(workspace);
            Trust trust = new Trust(SshTargets.pins(workspace.folder()), SshLimits.standard());
            PublicKey key = trust.look(target);
            console.err().println(host + " shows the key " + key.algorithm() + " " + key.fingerprint());
            if (!expected(key)) {
                console.err().println("Nothing was pinned.");
                return Exit.REFUSED.code();
            }
            trust.pin(target, key);
            console.out().println("Pinned " + key.fingerprint() + " for " + host + ".");
            return Exit.DONE.code();
        } catch (DriverException e) {
            throw Ends.of(e);
        }
    }

    private Workspace workspace(ProjectFolder folder) throws CliException {
        Workspace declared = Workspace.load(folder, options);
        boolean more = fresh && Names.isHost(host) && !declared.spec().hosts().containsKey(host);
        return more
                ? Workspace.load(folder, new DeclaredToo(new FolderFiles(folder.path()), List.of(host)), options)
                : declared;
    }

    private SshTarget target(Workspace workspace) throws CliException, DriverException {
        Optional<Path> endpoints = LabControl.endpointsFile(root, environment);
        SortedMap<String, SshTarget> targets = endpoints.isPresent()
                ? SshTargets.of(Endpoints.load(endpoints.orElseThrow()))
                : SshTargets.of(workspace);
        SshTarget target = targets.get(host);
        if (target == null) {
            Diagnostic unknown = Diagnostic.error("CLI0007", "Unknown host", "The spec has no host \"" + host + "\".");
            for (String hint : Nearest.hint(host, targets.keySet())) {
                unknown = unknown.hint(hint);
            }
            throw new CliException(Exit.USAGE, unknown);
        }
        return target;
    }

    private boolean expected(PublicKey key) throws CliException {
        return fingerprint.isPresent()
                ? fingerprint.orElseThrow().equals(key.fingerprint())
                : Question.confirmed(console, "Is this what the host's console shows?", "--fingerprint SHA256:…");
    }
}
