package io.twinpath.driver;

/**
 * What talking to one host cost so far, for budgets.
 *
 * @param logins connections that were authenticated
 * @param roundTrips scripts sent and answered
 * @param calls esxcli invocations, each of which can take a real host a second
 */
public record Usage(int logins, int roundTrips, int calls) {

    public static final Usage NONE = new Usage(0, 0, 0);

    public Usage plus(Usage other) {
        return new Usage(logins + other.logins, roundTrips + other.roundTrips, calls + other.calls);
    }
}
