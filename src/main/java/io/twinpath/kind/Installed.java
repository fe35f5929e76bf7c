package io.twinpath.kind;

import io.twinpath.model.Address;
import io.twinpath.model.Desired;

/**
 * Tells what a host has by itself from what somebody made of it. What a release installs is data and not a kind's business,
 * so whoever has that data says it.
 */
public interface Installed {

    /** As far as the kinds alone can tell, whatever the release. */
    Installed BY_KIND = new Installed() {
        @Override
        public <D extends Record & Desired> boolean leaves(Kind<D> kind, Address address, D observed, String release) {
            return kind.asInstalled(observed);
        }
    };

    /**
     * Whether an installation leaves it so, and nothing is lost when no spec declares it.
     *
     * @param release of the host as it tells it, such as 7.0.3; anything when it is not known
     */
    <D extends Record & Desired> boolean leaves(Kind<D> kind, Address address, D observed, String release);
}
