package io.twinpath.reach;

import io.twinpath.driver.api.ApiTarget;
import io.twinpath.driver.endpoints.ApiEndpoint;
import io.twinpath.driver.endpoints.Endpoints;
import io.twinpath.model.Access;
import io.twinpath.model.Spec;
import io.twinpath.model.Way;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where the vSphere APIs of a project listen: vCenter's, and those of single hosts. */
public final class ApiTargets {

    private ApiTargets() {}

    /** As the spec says. */
    public static SortedMap<String, ApiTarget> of(Spec spec) {
        SortedMap<String, ApiTarget> targets = new TreeMap<>();
        spec.project().vcenter().ifPresent(access -> targets.put(Way.VCENTER, ApiTarget.of(Way.VCENTER, access)));
        spec.hosts()
                .forEach((host, access) -> access.api().ifPresent(api -> targets.put(host, ApiTarget.of(host, api))));
        return targets;
    }

    /** Of a simulated site, in another process or in this one. */
    public static SortedMap<String, ApiTarget> of(Endpoints endpoints) {
        SortedMap<String, ApiTarget> targets = new TreeMap<>();
        endpoints.vcenter().ifPresent(at -> targets.put(Way.VCENTER, of(Way.VCENTER, at)));
        endpoints.hosts().forEach((host, at) -> at.api().ifPresent(api -> targets.put(host, of(host, api))));
        return targets;
    }

    private static ApiTarget of(String place, ApiEndpoint at) {
        return new ApiTarget(
                place, at.address(), at.port(), at.user(), at.password().map(ApiTarget.Password::known), at.sha256());
    }

    /** What a vCenter may call the hosts: their names in the spec, or the addresses by which they are reached. */
    public static SortedMap<String, String> addresses(Spec spec) {
        SortedMap<String, String> addresses = new TreeMap<>();
        spec.hosts().forEach((host, access) -> address(access).ifPresent(address -> addresses.put(host, address)));
        return addresses;
    }

    private static Optional<String> address(Access access) {
        return access.api().flatMap(api -> api.address()).or(() -> access.ssh().flatMap(ssh -> ssh.address()));
    }
}
