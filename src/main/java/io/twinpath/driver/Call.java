package io.twinpath.driver;

/** Something that goes to a host: a {@link Query} that reads or a {@link Command} that changes. */
public sealed interface Call permits Query, Command {

    /** As a person would type it on the host, or nearly: for messages only. Shows no secret. */
    String typed();
}
