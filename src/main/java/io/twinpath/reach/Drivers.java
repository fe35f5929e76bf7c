package io.twinpath.reach;

import io.twinpath.driver.Driver;
import io.twinpath.driver.MixedDriver;
import io.twinpath.driver.Secrets;
import io.twinpath.driver.api.ApiDriver;
import io.twinpath.driver.api.ApiLimits;
import io.twinpath.driver.api.ApiTarget;
import io.twinpath.driver.endpoints.Endpoints;
import io.twinpath.driver.secret.SystemSecrets;
import io.twinpath.driver.ssh.SshDriver;
import io.twinpath.driver.ssh.SshLimits;
import io.twinpath.driver.ssh.SshTarget;
import io.twinpath.model.Access;
import io.twinpath.model.Spec;
import io.twinpath.model.Transport;
import io.twinpath.model.Way;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Makes the drivers of a project: SSH and the vSphere API as one, each place taken in the order that the spec gives. */
public final class Drivers {

    private final Spec spec;
    private final OwnFolder own;
    private final Map<String, String> environment;

    /**
     * @param own where pins are; relative paths of secrets and keys start at its project
     * @param environment for secrets by reference and for the SSH agent
     */
    public Drivers(Spec spec, OwnFolder own, Map<String, String> environment) {
        this.spec = spec;
        this.own = own;
        this.environment = Map.copyOf(environment);
    }

    /** To the real places. */
    public Map<Transport, Driver> declared() {
        return drivers(SshTargets.of(spec, own.project()), ApiTargets.of(spec));
    }

    /** To a simulated site that is running. */
    public Map<Transport, Driver> simulated(Endpoints endpoints) {
        return drivers(SshTargets.of(endpoints), ApiTargets.of(endpoints));
    }

    /** Several drivers as one. */
    public static Driver asOne(Spec spec, Map<Transport, Driver> drivers) {
        return new MixedDriver(drivers, place -> order(spec, place));
    }

    /** The vSphere API is left alone, and its classes unloaded, where nothing says how it is reached. */
    private Map<Transport, Driver> drivers(SortedMap<String, SshTarget> ssh, SortedMap<String, ApiTarget> api) {
        Secrets secrets = new SystemSecrets(environment, own.project());
        Map<Transport, Driver> drivers = new EnumMap<>(Transport.class);
        drivers.put(Transport.SSH, new SshDriver(ssh.values(), own.keys(), secrets, agent(), SshLimits.standard()));
        if (!api.isEmpty()) {
            drivers.put(
                    Transport.API,
                    new ApiDriver(
                            api.values(),
                            ApiTargets.addresses(spec),
                            own.certificates(),
                            secrets,
                            ApiLimits.standard()));
        }
        return drivers;
    }

    private static List<Transport> order(Spec spec, String place) {
        return place.equals(Way.VCENTER)
                ? List.of(Transport.API)
                : Optional.ofNullable(spec.hosts().get(place))
                        .orElseGet(Access::unspecified)
                        .order();
    }

    private Optional<Path> agent() {
        return Optional.ofNullable(environment.get("SSH_AUTH_SOCK"))
                .filter(text -> !text.isBlank())
                .map(Path::of);
    }
}
