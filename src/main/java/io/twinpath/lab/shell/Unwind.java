package io.twinpath.lab.shell;

/** Leaves the middle of a script: a jump that the script asked for, or an end that it did not. Never seen outside. */
abstract sealed class Unwind extends RuntimeException {

    private static final long serialVersionUID = 1;

    private Unwind(String message) {
        super(message, null, false, false);
    }

    /** {@code exit}, or an error that ends a shell. */
    static final class Exit extends Unwind {

        private static final long serialVersionUID = 1;

        final int status;

        Exit(int status) {
            super("exit " + status);
            this.status = status;
        }
    }

    /** {@code return}. */
    static final class Return extends Unwind {

        private static final long serialVersionUID = 1;

        final int status;

        Return(int status) {
            super("return " + status);
            this.status = status;
        }
    }

    /** {@code break} and {@code continue}. */
    static final class Loop extends Unwind {

        private static final long serialVersionUID = 1;

        final boolean again;
        final int levels;

        Loop(boolean again, int levels) {
            super(again ? "continue" : "break");
            this.again = again;
            this.levels = levels;
        }
    }

    /** A limit was met: ends the whole run, subshells included. */
    static final class Limit extends Unwind {

        private static final long serialVersionUID = 1;

        Limit(String what) {
            super(what);
        }
    }

    /** The reader of the output is gone, or the host lost power. */
    static final class Killed extends Unwind {

        private static final long serialVersionUID = 1;

        Killed() {
            super("killed");
        }
    }
}
