package io.twinpath.lab.shell;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** A file or a directory. Guarded by the lock of the {@link FileSystem} that holds it. */
abstract sealed class FileNode {

    Instant changed;

    private FileNode(Instant changed) {
        this.changed = changed;
    }

    abstract long size();

    static final class Regular extends FileNode {

        final StringBuilder content = new StringBuilder();

        Regular(Instant changed) {
            super(changed);
        }

        @Override
        long size() {
            return content.length();
        }
    }

    static final class Directory extends FileNode {

        final SortedMap<String, FileNode> entries = new TreeMap<>();

        Directory(Instant changed) {
            super(changed);
        }

        @Override
        long size() {
            return 0;
        }

        /** Whether a directory is this one or lies below it. */
        boolean holds(Directory other) {
            return this == other
                    || entries.values().stream()
                            .anyMatch(node -> node instanceof Directory inner && inner.holds(other));
        }
    }
}
