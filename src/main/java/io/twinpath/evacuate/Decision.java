package io.twinpath.evacuate;

import java.util.List;

/** What becomes of a virtual machine. */
public sealed interface Decision {

    String machine();

    /** It goes to another host. */
    record Goes(String machine, String to) implements Decision {}

    /**
     * It stays.
     *
     * @param because what keeps it, as full sentences
     */
    record Stays(String machine, List<String> because) implements Decision {
        public Stays {
            because = List.copyOf(because);
            if (because.isEmpty()) {
                throw new IllegalArgumentException("whatever stays is kept by something");
            }
        }
    }
}
