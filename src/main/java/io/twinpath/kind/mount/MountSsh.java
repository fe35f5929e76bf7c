package io.twinpath.kind.mount;

import io.twinpath.driver.Command;
import io.twinpath.driver.DatastoreName;
import io.twinpath.driver.Option;
import io.twinpath.driver.ProgramCommand;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Script;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Datastores of a host in the words of {@code esxcli storage}. */
final class MountSsh implements Binding<Mount> {

    private static final String NAME = "volume-name";

    @Override
    public Transport transport() {
        return Transport.SSH;
    }

    /** Copies are asked for only when a VMFS volume is missed: hosts answer that question slowly. */
    @Override
    public List<Query> queries(Address address, Optional<Mount> wanted, Replies known) {
        if (wanted.isEmpty()) {
            return List.of(Volumes.ALL, Volumes.NFS, Volumes.NFS41, Volumes.EXTENTS);
        }
        if (wanted.orElseThrow().remote()) {
            return List.of(Volumes.NFS, Volumes.NFS41);
        }
        List<Query> queries = new ArrayList<>(List.of(Volumes.ALL));
        if (known.has(Volumes.ALL) && missed(known, address, wanted.orElseThrow())) {
            queries.add(Volumes.COPIES);
        }
        return queries;
    }

    private static boolean missed(Replies known, Address address, Mount wanted) {
        try {
            return new Volumes(known).vmfs(address.name(), wanted.uuid()).isEmpty();
        } catch (UnreadableException e) {
            return false; // read() says so
        }
    }

    @Override
    public Observed<Mount> read(Address address, Optional<Mount> wanted, Replies replies) throws UnreadableException {
        Volumes volumes = new Volumes(replies);
        Optional<Mount> found = Optional.empty();
        if (wanted.isEmpty() || wanted.orElseThrow().remote()) {
            found = volumes.nfs(address.name(), wanted);
        }
        if (found.isEmpty() && (wanted.isEmpty() || !wanted.orElseThrow().remote())) {
            Optional<String> uuid = wanted.flatMap(Mount::uuid);
            found = volumes.vmfs(address.name(), uuid);
            if (found.isEmpty()) {
                found = volumes.copy(address.name(), uuid);
            }
        }
        return found.<Observed<Mount>>map(Observed.Present::new).orElseGet(Observed.Absent::new);
    }

    @Override
    public List<Query> census() {
        return List.of(Volumes.ALL, Volumes.NFS, Volumes.NFS41);
    }

    @Override
    public Map<Address, Optional<Mount>> found(Scope.Host host, Replies replies) throws UnreadableException {
        return new Volumes(replies).found(host);
    }

    @Override
    public List<Command> script(Change<Mount> change) {
        Script script = new Script();
        switch (change) {
            case Change.Keep<Mount> c -> {}
            case Change.Blocked<Mount> c -> {}
            case Change.Create<Mount> c -> add(script, c.target());
            case Change.Update<Mount> c -> update(script, c.observed(), c.target());
            case Change.Replace<Mount> c -> {
                remove(script, c.observed());
                add(script, c.target());
            }
            case Change.Delete<Mount> c -> remove(script, c.observed());
        }
        return script.commands();
    }

    /** A volume has another label only while it is mounted. */
    private static void update(Script script, Mount before, Mount after) {
        boolean turns = Script.differs(before.mounted(), after.mounted());
        boolean mounts = turns && after.mounted().orElseThrow();
        Option volume = before.uuid()
                .map(u -> Option.of("volume-uuid", u))
                .orElseGet(() -> Option.of("volume-label", before.name()));
        if (mounts) {
            script.add("storage filesystem mount", volume);
        }
        if (!before.name().equals(after.name())) {
            script.add(new ProgramCommand.RenameDatastore(
                    new DatastoreName(before.name()), new DatastoreName(after.name())));
        }
        if (turns && !mounts) {
            script.add("storage filesystem unmount", volume);
        }
    }

    private static void add(Script script, Mount target) {
        target.nfs().ifPresent(nfs -> {
            List<Option> options = new ArrayList<>(List.of(
                    Option.of("host", nfs.host()), Option.of("share", nfs.share()), Option.of(NAME, target.name())));
            nfs.readOnly().filter(r -> r).ifPresent(r -> options.add(Option.flag("readonly")));
            script.add("storage nfs add", options);
        });
        target.nfs41().ifPresent(nfs -> {
            List<Option> options = new ArrayList<>(List.of(
                    Option.of("hosts", String.join(",", nfs.hosts())),
                    Option.of("share", nfs.share()),
                    Option.of(NAME, target.name())));
            nfs.readOnly().filter(r -> r).ifPresent(r -> options.add(Option.flag("readonly")));
            nfs.security().ifPresent(s -> options.add(Option.of("sec", s.word())));
            script.add("storage nfs41 add", options);
        });
    }

    private static void remove(Script script, Mount observed) {
        if (observed.remote()) {
            String words = observed.nfs().isPresent() ? "storage nfs remove" : "storage nfs41 remove";
            script.add(words, Option.of(NAME, observed.name()));
        }
    }
}
