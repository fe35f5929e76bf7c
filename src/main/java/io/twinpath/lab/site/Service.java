package io.twinpath.lab.site;

/**
 * One service of a host.
 *
 * @param policy {@code on}, {@code off} or {@code automatic}, as the API calls them
 * @param running whether it runs now
 */
public record Service(String policy, boolean running) {

    public Service {
        if (!policy.matches("on|off|automatic")) {
            throw new IllegalArgumentException("a policy is on, off or automatic, not " + policy);
        }
    }

    public Service with(boolean runs) {
        return new Service(policy, runs);
    }

    public Service starting(boolean withHost) {
        return new Service(withHost ? "on" : "off", running);
    }
}
