package io.twinpath.kind.mount;

import io.twinpath.driver.Command;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Script;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Datastores of a host in the words of {@code HostDatastoreSystem} and {@code HostStorageSystem}. Nothing formats. */
final class MountApi implements Binding<Mount> {

    private static final Handle DATASTORES = new Handle.Manager("datastoreSystem");
    private static final Handle STORAGE = new Handle.Manager("storageSystem");
    private static final String DATASTORE = "Datastore";

    @Override
    public Transport transport() {
        return Transport.API;
    }

    /** Copies are asked for only when a VMFS volume is missed: hosts answer that question slowly. */
    @Override
    public List<Query> queries(Address address, Optional<Mount> wanted, Replies known) {
        boolean missed =
                wanted.filter(w -> !w.remote() && missed(known, address, w)).isPresent();
        return missed ? List.of(VolumesApi.ALL, VolumesApi.COPIES) : List.of(VolumesApi.ALL);
    }

    private static boolean missed(Replies known, Address address, Mount wanted) {
        try {
            return known.has(VolumesApi.ALL)
                    && new VolumesApi(known).vmfs(address.name(), wanted.uuid()).isEmpty();
        } catch (UnreadableException e) {
            return false; // read() says so
        }
    }

    @Override
    public Observed<Mount> read(Address address, Optional<Mount> wanted, Replies replies) throws UnreadableException {
        VolumesApi volumes = new VolumesApi(replies);
        Optional<Mount> found = Optional.empty();
        if (wanted.isEmpty() || wanted.orElseThrow().remote()) {
            found = volumes.nfs(address.name());
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
        return List.of(VolumesApi.ALL);
    }

    @Override
    public Map<Address, Optional<Mount>> found(Scope.Host host, Replies replies) throws UnreadableException {
        return new VolumesApi(replies).found(host);
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
        if (mounts) {
            volume(script, "MountVmfsVolume", before);
        }
        if (!before.name().equals(after.name())) {
            script.add(MethodCommand.of(
                    new Handle.Named(DATASTORE, before.name()),
                    "RenameDatastore",
                    Node.string("newName", after.name())));
        }
        if (turns && !mounts) {
            volume(script, "UnmountVmfsVolume", before);
        }
    }

    private static void volume(Script script, String method, Mount mount) {
        mount.uuid().ifPresent(uuid -> script.add(MethodCommand.of(STORAGE, method, Node.string("vmfsUuid", uuid))));
    }

    private static void add(Script script, Mount target) {
        target.nfs()
                .ifPresent(nfs -> create(
                        script,
                        Node.build("spec", "HostNasVolumeSpec")
                                .put(Node.string("remoteHost", nfs.host()))
                                .put(Node.string("remotePath", nfs.share()))
                                .put(Node.string("localPath", target.name()))
                                .put(access(nfs.readOnly()))
                                .put(Node.string("type", "NFS"))
                                .end()));
        target.nfs41()
                .ifPresent(nfs -> create(
                        script,
                        Node.build("spec", "HostNasVolumeSpec")
                                .put(Node.string("remoteHost", nfs.hosts().first()))
                                .put(Node.string("remotePath", nfs.share()))
                                .put(Node.string("localPath", target.name()))
                                .put(access(nfs.readOnly()))
                                .put(Node.string("type", "NFS41"))
                                .putAll(nfs.hosts().stream()
                                        .map(h -> Node.string("remoteHostNames", h))
                                        .toList())
                                .put(nfs.security().map(s -> Node.string("securityType", s.word())))
                                .end()));
    }

    private static Node access(Optional<Boolean> readOnly) {
        return Node.string("accessMode", readOnly.orElse(false) ? "readOnly" : "readWrite");
    }

    private static void create(Script script, Node spec) {
        script.add(MethodCommand.of(DATASTORES, "CreateNasDatastore", spec));
    }

    private static void remove(Script script, Mount observed) {
        if (observed.remote()) {
            Node datastore = Node.reference("datastore", new Handle.Named(DATASTORE, observed.name()));
            script.add(MethodCommand.of(DATASTORES, "RemoveDatastore", datastore));
        }
    }
}
