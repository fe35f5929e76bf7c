package io.twinpath.kind.vm;

import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.FoundOnly;
import java.util.Optional;

/**
 * One virtual disk.
 *
 * @param key the server's own number of it
 */
public record Disk(
        @Doc("The datastore that it lies on.") Optional<String> datastore,
        @FoundOnly Optional<Integer> key) {}
