package io.twinpath.kind.image;

import io.twinpath.model.Desired;
import io.twinpath.model.shape.Doc;
import java.util.Optional;

/** What holds for all software of a host. */
public record Image(
        @Doc("The lowest level of support that a package must have to be installed.")
        Acceptance acceptanceLevel) implements Desired {

    /** Levels of support, the strictest first. */
    public enum Acceptance {
        VMWARE_CERTIFIED("VMwareCertified"),
        VMWARE_ACCEPTED("VMwareAccepted"),
        PARTNER_SUPPORTED("PartnerSupported"),
        COMMUNITY_SUPPORTED("CommunitySupported");

        private final String esxcli;

        Acceptance(String esxcli) {
            this.esxcli = esxcli;
        }

        /** In the host's spelling. */
        String word() {
            return esxcli;
        }

        static Optional<Acceptance> of(String word) {
            for (Acceptance level : values()) {
                if (level.esxcli.equalsIgnoreCase(word)) {
                    return Optional.of(level);
                }
            }
            return Optional.empty();
        }
    }
}
