package io.twinpath.driver.ssh;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.DriverProblem;
import io.twinpath.driver.Secret;
import io.twinpath.driver.Secrets;
import io.twinpath.driver.pin.PinText.Unusable;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** Looks at the key of a host and pins it, for a person who compared the fingerprint. */
public final class Trust {

    private final PinFile pins;
    private final SshLimits limits;

    public Trust(PinFile pins, SshLimits limits) {
        this.pins = pins;
        this.limits = limits;
    }

    /** The key that the host shows. Only keys are exchanged: there is no login, and no credential is even looked up. */
    public PublicKey look(SshTarget target) throws DriverException {
        HostKeyCheck check = HostKeyCheck.looking(target);
        ScheduledThreadPoolExecutor watchdog = Watchdog.start();
        try (SshConnection unexpected =
                new Connector(Secrets.none(), Optional.empty(), limits, watchdog).open(withoutLogin(target), check)) {
            throw new IllegalStateException("logged in without a check: " + unexpected.isOpen());
        } catch (DriverException e) {
            return check.shown().orElseThrow(() -> e);
        } finally {
            watchdog.shutdownNow();
        }
    }

    /** Pins a key; nothing to do when it is pinned already. A host that has another pin keeps it. */
    public void pin(SshTarget target, PublicKey key) throws DriverException {
        HostKeyCheck check = HostKeyCheck.of(target, pins);
        if (check.pinned().contains(key)) {
            return;
        }
        if (!check.pinned().isEmpty()) {
            throw new DriverException(new DriverProblem.ChangedKey(
                    target.host(), key.algorithm(), key.fingerprint(), check.getKnownHostsRepositoryID()));
        }
        try {
            pins.add(target.pinName(), key);
        } catch (IOException | Unusable e) {
            throw new DriverException(
                    new DriverProblem.BadPin(target.host(), pins.file().toString(), "cannot be written"));
        }
    }

    /** A password that nobody has, so that no key file and no agent is touched. */
    private static SshTarget withoutLogin(SshTarget target) {
        return new SshTarget(
                target.host(),
                target.address(),
                target.port(),
                target.user(),
                Optional.of(new SshTarget.Known(Secret.of("-"))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
