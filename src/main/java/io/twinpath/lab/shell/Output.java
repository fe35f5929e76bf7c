package io.twinpath.lab.shell;

import java.io.IOException;
import java.io.OutputStream;

/** Where a descriptor writes to. */
sealed interface Output {

    void write(String octets);

    default void flush() {}

    /** {@code /dev/null}. */
    record Nowhere() implements Output {
        @Override
        public void write(String octets) {}
    }

    /** The text of a pipe or a substitution. */
    record Text(StringBuilder text, Budget budget) implements Output {
        @Override
        public void write(String octets) {
            budget.write(octets.length());
            text.append(octets);
        }
    }

    /** A file; each write is appended in one step. */
    record ToFile(FileSystem files, String path, Budget budget) implements Output {
        @Override
        public void write(String octets) {
            budget.write(octets.length());
            try {
                files.writeOctets(path, octets, true);
            } catch (FileException e) {
                throw new Lost(e.trouble());
            }
        }
    }

    /** The session's own output. */
    record Session(OutputStream stream, Budget budget) implements Output {
        @Override
        public void write(String octets) {
            budget.write(octets.length());
            try {
                stream.write(Octets.bytes(octets));
            } catch (IOException e) {
                throw new Unwind.Killed();
            }
        }

        @Override
        public void flush() {
            try {
                stream.flush();
            } catch (IOException e) {
                throw new Unwind.Killed();
            }
        }
    }

    /** A file that took no more. */
    final class Lost extends RuntimeException {

        private static final long serialVersionUID = 1;

        final transient FileTrouble trouble;

        Lost(FileTrouble trouble) {
            super(trouble.words(), null, false, false);
            this.trouble = trouble;
        }
    }
}
