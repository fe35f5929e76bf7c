package io.twinpath.risk;

import java.util.List;
import java.util.Optional;

/**
 * What a failure does to one part of the site that people care about.
 *
 * @param subject what kind of part
 * @param name of the part
 * @param host that a datastore is out of reach of, or on which HA restarts a machine
 * @param effect in one word: {@code degraded}, {@code restarted}, {@code stalled}, {@code down}, {@code cut_off} or {@code
 *     unreachable}
 * @param because the chain from the part to the cause
 * @param obstacles what keeps HA from helping, as full sentences
 */
public record Effect(
        Subject subject,
        String name,
        Optional<String> host,
        String effect,
        List<String> because,
        List<String> obstacles) {
    public Effect {
        because = List.copyOf(because);
        obstacles = List.copyOf(obstacles);
    }

    /** A kind of part, by the key that it has in JSON. */
    public enum Subject {
        VM,
        DATASTORE,
        HOST
    }

    /** What it is about, without the reasons: two effects with the same are one. */
    public String what() {
        return subject + " " + name + " " + effect + host.map(h -> " " + h).orElse("");
    }

    /** Whom it concerns, whatever becomes of it; of machines without the host that they end on. */
    static String who(Subject subject, String name, Optional<String> host) {
        return subject + " " + name
                + (subject == Subject.DATASTORE ? host.map(h -> " " + h).orElse("") : "");
    }
}
