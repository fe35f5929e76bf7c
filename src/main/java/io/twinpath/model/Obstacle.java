package io.twinpath.model;

/** Why a change cannot be made now. */
public sealed interface Obstacle {

    /** A full sentence: what is in the way and what must happen. */
    String text();

    /** Something only a person on site can do, such as putting in a card. */
    record HandsOn(String text) implements Obstacle {}

    /** Another resource is blocked, and this one needs it. */
    record WaitsFor(Address other) implements Obstacle {
        @Override
        public String text() {
            return "waits for " + other;
        }
    }

    /** The live state could not be read, so nothing is assumed about it. */
    record Unread(String text) implements Obstacle {}

    /** The change is not possible on this host or by the transports that are open to it. */
    record Unsupported(String text) implements Obstacle {}
}
