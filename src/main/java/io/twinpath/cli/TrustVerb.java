package io.twinpath.cli;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Nearest;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.api.ApiLimits;
import io.twinpath.driver.api.ApiTarget;
import io.twinpath.driver.api.ApiTrust;
import io.twinpath.driver.api.Fingerprint;
import io.twinpath.driver.endpoints.Endpoints;
import io.twinpath.driver.ssh.PublicKey;
import io.twinpath.driver.ssh.SshLimits;
import io.twinpath.driver.ssh.SshTarget;
import io.twinpath.driver.ssh.Trust;
import io.twinpath.model.Names;
import io.twinpath.reach.ApiTargets;
import io.twinpath.reach.SshTargets;
import io.twinpath.spec.FolderFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** Pins the key of a host after a person compared its fingerprint. */
final class TrustVerb implements Callable<Integer> {

    private final Invocation run;

    private final ProjectOptions options = new ProjectOptions();

    private String place = "";

    private boolean fresh;

    private List<String> fingerprints = List.of();

    TrustVerb(Invocation run) {
        this.run = run;
    }

    Syntax syntax() {
        return Syntax.verb(
                        "trust",
                        this,
                        "Pin the SSH host key and the API's certificate of a host, or vCenter's, after you compared the fingerprints.")
                .with(options::describe)
                .parameter("HOST", String.class, given -> place = given, "A host of the spec, or vCenter.")
                .flag(
                        "--new",
                        given -> fresh = given,
                        "The spec does not declare the host yet: it is going to be imported.")
                .repeatable(
                        "--fingerprint",
                        "SHA256:…",
                        given -> fingerprints = given,
                        "A fingerprint that you expect; then nothing is asked, and nothing else is pinned. Repeatable.")
                .examples(
                        "twinpath trust esxi3.lain.local",
                        "twinpath trust --new esxi4.lain.local",
                        "twinpath trust esxi3.lain.local --fingerprint SHA256:…",
                        "twinpath trust vCenter");
    }

    /** Something by which a place is known again. */
    private record Shown(String what, String fingerprint, Predicate<String> same, Pinning pinning) {}

    private interface Pinning {
        void pin() throws DriverException;
    }

    @Override
    public Integer call() throws CliException {
        Workspace workspace = workspace(ProjectFolder.find(run));
        try {
            int pinned = 0;
            List<Shown> all = shown(workspace);
            all.forEach(shown -> run.err().println(place + " shows " + shown.what() + " " + shown.fingerprint()));
            for (Shown shown : all) {
                if (expected(shown)) {
                    shown.pinning().pin();
                    run.out().println("Pinned " + shown.fingerprint() + " for " + place + ".");
                    pinned++;
                }
            }
            if (pinned == 0) {
                run.err().println("Nothing was pinned.");
            }
            return (pinned == 0 ? Exit.REFUSED : Exit.DONE).code();
        } catch (DriverException e) {
            throw Ends.of(e);
        }
    }

    /** What its servers show. One that is silent is passed over while another answers. */
    private List<Shown> shown(Workspace workspace) throws CliException, DriverException {
        Optional<Path> file = LabControl.endpointsFile(run);
        Optional<Endpoints> lab = file.isPresent() ? Optional.of(Endpoints.load(file.orElseThrow())) : Optional.empty();
        SortedMap<String, SshTarget> ssh = lab.map(SshTargets::of)
                .orElseGet(
                        () -> SshTargets.of(workspace.spec(), workspace.folder().path()));
        SortedMap<String, ApiTarget> api = lab.map(ApiTargets::of).orElseGet(() -> ApiTargets.of(workspace.spec()));
        requireKnown(ssh.keySet(), api.keySet());
        List<Shown> shown = new ArrayList<>();
        List<DriverException> silent = new ArrayList<>();
        try {
            shown.addAll(key(workspace, Optional.ofNullable(ssh.get(place))));
        } catch (DriverException e) {
            silent.add(e);
        }
        try {
            shown.addAll(certificate(workspace, Optional.ofNullable(api.get(place))));
        } catch (DriverException e) {
            silent.add(e);
        }
        if (shown.isEmpty() && !silent.isEmpty()) {
            throw silent.getFirst();
        }
        silent.forEach(e -> run.err().println(e.getMessage()));
        return shown;
    }

    private static List<Shown> key(Workspace workspace, Optional<SshTarget> target) throws DriverException {
        if (target.isEmpty()) {
            return List.of();
        }
        Trust trust = new Trust(workspace.folder().own().keys(), SshLimits.standard());
        PublicKey key = trust.look(target.orElseThrow());
        return List.of(new Shown(
                "the key " + key.algorithm(),
                key.fingerprint(),
                key.fingerprint()::equals,
                () -> trust.pin(target.orElseThrow(), key)));
    }

    private static List<Shown> certificate(Workspace workspace, Optional<ApiTarget> target) throws DriverException {
        if (target.isEmpty()) {
            return List.of();
        }
        ApiTrust trust = new ApiTrust(workspace.folder().own().certificates(), ApiLimits.standard());
        Fingerprint seen = trust.look(target.orElseThrow());
        return List.of(new Shown(
                "a certificate with SHA-256",
                seen.toString(),
                given -> Fingerprint.parse(given).equals(Optional.of(seen)),
                () -> trust.pin(target.orElseThrow(), seen)));
    }

    private void requireKnown(Set<String> ssh, Set<String> api) throws CliException {
        if (ssh.contains(place) || api.contains(place)) {
            return;
        }
        Diagnostic unknown = Diagnostic.error("CLI0007", "Unknown host", "The spec has no host \"" + place + "\".");
        Set<String> known = new TreeSet<>(ssh);
        known.addAll(api);
        for (String hint : Nearest.hint(place, known)) {
            unknown = unknown.hint(hint);
        }
        throw new CliException(Exit.USAGE, unknown);
    }

    private boolean expected(Shown shown) throws CliException {
        return fingerprints.isEmpty()
                ? Question.confirmed(
                        run.console(), "Is " + shown.fingerprint() + " what its console shows?", "--fingerprint …")
                : fingerprints.stream().anyMatch(shown.same());
    }

    private Workspace workspace(ProjectFolder folder) throws CliException {
        Workspace declared = Workspace.load(folder, options);
        boolean more = fresh && Names.isHost(place) && !declared.spec().hosts().containsKey(place);
        return more
                ? Workspace.load(folder, new DeclaredToo(new FolderFiles(folder.path()), List.of(place)), options)
                : declared;
    }
}
