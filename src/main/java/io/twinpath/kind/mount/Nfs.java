package io.twinpath.kind.mount;

import io.twinpath.model.shape.Doc;
import java.util.Optional;

/** Where an NFS 3 volume comes from. */
public record Nfs(
        @Doc("The server, written as all hosts write it: hosts that write it differently see two datastores.")
        String host,

        @Doc("The folder on the server.") String share,
        @Doc("Whether the host may only read.") Optional<Boolean> readOnly) {}
