package io.twinpath.observe;

/** Is told how a look at the site goes on. Called by several threads at once. */
public interface Progress {

    /** A host is being asked. */
    default void started(String host) {}

    /** A host answered; {@code facts} resources were looked at. */
    default void answered(String host, int facts) {}

    /** A host could not be asked. */
    default void failed(String host, String reason) {}

    /** Listens to nothing. */
    static Progress silent() {
        return new Progress() {};
    }
}
