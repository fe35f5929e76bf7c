package io.twinpath.lab.esxcli;

import java.util.Arrays;

/** Acceptance levels, the strictest first: names of the host's, and the short names of messages. */
enum Acceptance {
    CERTIFIED("VMwareCertified", "certified"),
    ACCEPTED("VMwareAccepted", "accepted"),
    PARTNER("PartnerSupported", "partner"),
    COMMUNITY("CommunitySupported", "community");

    final String word;
    final String brief;

    Acceptance(String word, String brief) {
        this.word = word;
        this.brief = brief;
    }

    static String[] words() {
        return Arrays.stream(values()).map(a -> a.word).toArray(String[]::new);
    }

    static Acceptance of(String word) {
        return Arrays.stream(values())
                .filter(a -> a.word.equals(word))
                .findFirst()
                .orElse(COMMUNITY);
    }

    /** Whether a host of this level takes a package of another. */
    boolean takes(Acceptance vib) {
        return vib.compareTo(this) <= 0;
    }
}
