package io.twinpath.lab.vim.host;

import io.twinpath.lab.site.NfsMount;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.soap.Listing;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.soap.SoapFault;
import io.twinpath.lab.soap.Value;
import io.twinpath.lab.vim.Call;
import io.twinpath.lab.vim.Inventory;
import io.twinpath.lab.vim.Methods;
import java.util.List;
import java.util.Optional;

/** The datastores of a host: those that it has, and how it gets and leaves those over NFS. */
record DatastoreSystem(HostContext at) implements HostPart {

    @Override
    public Data properties() {
        return Data.of("HostDatastoreSystem")
                .lazy("datastore", () -> Listing.refs(Inventory.datastores(at.world(), at.name())))
                .put(
                        "capabilities",
                        Data.of("HostDatastoreSystemCapabilities")
                                .flag("nfsMountCreationRequired", true)
                                .flag("nfsMountCreationSupported", true)
                                .flag("localDatastoreSupported", false)
                                .flag("vmfsExtentExpansionSupported", false));
    }

    @Override
    public Methods calls() {
        return Methods.none().writes("CreateNasDatastore", this::create).does("RemoveDatastore", this::remove);
    }

    private Optional<Value> create(Call call) {
        Element spec = call.argument("spec");
        String name = spec.need("localPath");
        NfsMount mount = mount(spec);
        if (at.host().volumes.nfs.containsKey(name) || at.site().datastores.containsKey(name)) {
            throw Faults.duplicateName(name, at.world().ref("Datastore", name));
        }
        boolean mounted = at.host().volumes.nfs.values().stream()
                .anyMatch(o -> o.servers().equals(mount.servers()) && o.share().equals(mount.share()));
        if (mounted) {
            throw Faults.alreadyExists(name);
        }
        boolean offered = at.site().exports.stream()
                .anyMatch(e -> mount.servers().contains(e.server()) && e.share().equals(mount.share()));
        if (!offered) {
            throw new SoapFault(
                    "Unable to connect to NFS server " + mount.servers().getFirst() + ".",
                    Data.of("PlatformConfigFault").text("text", "NFS mount failed"));
        }
        at.host().volumes.nfs.put(name, mount);
        return Optional.of(at.world().ref("Datastore", name));
    }

    private static NfsMount mount(Element spec) {
        boolean four = spec.text("type").filter("NFS41"::equals).isPresent();
        List<String> names = spec.texts("remoteHostNames");
        return new NfsMount(
                four ? "4.1" : "3",
                four && !names.isEmpty() ? names : List.of(spec.need("remoteHost")),
                spec.need("remotePath"),
                spec.text("accessMode").filter("readOnly"::equals).isPresent(),
                four ? spec.text("securityType").orElse("AUTH_SYS") : "");
    }

    private void remove(Call call) {
        Ref ref = call.argument("datastore").ref();
        String name = at.world().key(ref).orElseThrow(() -> Faults.notFound(ref));
        if (!at.host().volumes.nfs.containsKey(name)) {
            // Removing a volume of VMFS destroys it on every host; this lab destroys nothing.
            throw at.site().datastores.containsKey(name) ? Faults.notSupported() : Faults.notFound(ref);
        }
        if (Volumes.inUse(at, name)) {
            throw Faults.inUse("Datastore", name);
        }
        at.host().volumes.nfs.remove(name);
    }
}
