package io.twinpath.kind.mount;

import io.twinpath.diag.Diagnostics;
import io.twinpath.kind.KindProblem;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Resource;
import java.util.regex.Pattern;

/** What a declared datastore of a host must keep to. */
final class MountRules {

    private static final Pattern LABEL = Pattern.compile("[^/\\\\%\\p{Cntrl}]{1,80}");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern SERVER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.:-]{0,254}");
    private static final Pattern SHARE = Pattern.compile("/[\\x21-\\x7e]{0,255}");

    private MountRules() {}

    static void check(Resource<Mount> resource, Diagnostics into) {
        String name = resource.address().name();
        if (!LABEL.matcher(name).matches()) {
            into.add(KindProblem.malformed(
                    resource, FieldPath.ROOT, name, "a datastore's label of at most 80 characters"));
        }
        resource.desired().ifPresent(mount -> {
            exclusive(resource, mount, into);
            mount.uuid()
                    .filter(u -> !UUID.matcher(u).matches())
                    .ifPresent(u -> into.add(KindProblem.malformed(
                            resource,
                            FieldPath.of("uuid"),
                            u,
                            "a VMFS UUID, such as 5f3a1c20-7b9e4d10-2c41-000af7a1b201")));
            mount.nfs().ifPresent(nfs -> {
                server(resource, FieldPath.of("nfs", "host"), nfs.host(), into);
                share(resource, FieldPath.of("nfs", "share"), nfs.share(), into);
            });
            mount.nfs41().ifPresent(nfs -> {
                nfs.hosts().forEach(h -> server(resource, FieldPath.of("nfs41", "hosts"), h, into));
                share(resource, FieldPath.of("nfs41", "share"), nfs.share(), into);
                if (nfs.hosts().isEmpty()) {
                    into.add(KindProblem.needsAnother(
                            resource, FieldPath.of("nfs41"), "An NFS 4.1 volume needs at least one of \"hosts\"."));
                }
            });
        });
    }

    private static void exclusive(Resource<Mount> resource, Mount mount, Diagnostics into) {
        if (mount.nfs().isPresent() && mount.nfs41().isPresent()) {
            into.add(KindProblem.contradiction(
                    resource, FieldPath.of("nfs41"), "A volume comes over NFS 3 or over NFS 4.1, not both."));
        }
        if (mount.remote() && mount.uuid().isPresent()) {
            into.add(KindProblem.contradiction(resource, FieldPath.of("uuid"), "Only VMFS volumes have a UUID."));
        }
        if (mount.remote() && mount.mounted().isPresent()) {
            into.add(KindProblem.contradiction(
                    resource,
                    FieldPath.of("mounted"),
                    "An NFS volume is there or it is not: leave \"mounted\" away, or write \"state: absent\"."));
        }
    }

    private static void server(Resource<Mount> resource, FieldPath path, String text, Diagnostics into) {
        if (!SERVER.matcher(text).matches()) {
            into.add(KindProblem.malformed(resource, path, text, "a server's name or address"));
        }
    }

    private static void share(Resource<Mount> resource, FieldPath path, String text, Diagnostics into) {
        if (!SHARE.matcher(text).matches()) {
            into.add(KindProblem.malformed(resource, path, text, "a folder on a server, such as /exports/vm"));
        }
    }
}
