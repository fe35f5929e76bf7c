package io.twinpath.evacuate;

import java.util.List;

/** What became of a virtual machine, or would. */
public sealed interface End {

    String machine();

    /** It runs on another host now; of a decision that was not carried out: it would. */
    record Left(String machine, String to) implements End {}

    /**
     * It is where it was.
     *
     * @param because what keeps it, as full sentences
     */
    record Stayed(String machine, List<String> because) implements End {
        public Stayed {
            because = List.copyOf(because);
        }
    }

    /** As decided. */
    static End of(Decision decision) {
        return switch (decision) {
            case Decision.Goes goes -> new Left(goes.machine(), goes.to());
            case Decision.Stays stays -> new Stayed(stays.machine(), stays.because());
        };
    }
}
