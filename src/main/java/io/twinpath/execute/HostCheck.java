package io.twinpath.execute;

import io.twinpath.driver.DriverException;
import java.util.List;

/** What was found when a host was looked at before the first step. */
sealed interface HostCheck {

    record Fresh() implements HostCheck {}

    record Stale(List<String> reasons) implements HostCheck {}

    record Unreached(DriverException.Problem problem, String reason) implements HostCheck {}
}
