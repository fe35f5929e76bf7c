package io.twinpath.driver.api;

/** An exchange did not come to its end. What that means depends on what was asked. */
final class Broken extends Exception {

    private static final long serialVersionUID = 1;

    /** Who is to blame. */
    enum Blame {
        /** The connection was lost, or took too long. */
        CONNECTION,
        /** The server does not answer as one should. */
        SERVER
    }

    private final Blame blame;

    /** @param why in lower case, without a full stop */
    Broken(Blame blame, String why) {
        super(why);
        this.blame = blame;
    }

    Broken(Blame blame, String why, Throwable cause) {
        super(why, cause);
        this.blame = blame;
    }

    Blame blame() {
        return blame;
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
