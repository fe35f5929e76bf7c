package io.twinpath.lab.shell;

/**
 * A redirection.
 *
 * @param fd the descriptor that changes, 0 to 9
 */
record Redirect(int fd, Kind kind, Here target) {

    enum Kind {
        READ,
        WRITE,
        APPEND,
        DUPLICATE,
        HERE
    }

    /** A target; that of a here-document is known only when its line has ended. */
    static final class Here {

        private Word word;

        Here(Word word) {
            this.word = word;
        }

        Word word() {
            return word;
        }

        void fill(Word body) {
            word = body;
        }
    }
}
