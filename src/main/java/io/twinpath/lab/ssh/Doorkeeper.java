package io.twinpath.lab.ssh;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;

/**
 * Decides who may enter one host. After {@value #FAILURES} wrong passwords in a row a user's password is refused for 15
 * minutes, even the right one: ESXi's defaults of {@code Security.AccountLockFailures} and {@code
 * Security.AccountUnlockTime} (900 seconds). Keys are not affected.
 */
final class Doorkeeper {

    static final int FAILURES = 5;
    static final Duration LOCKED = Duration.ofMinutes(15);

    private final Logins logins;
    private final InstantSource clock;
    private final Map<String, Wrong> records = new HashMap<>();

    Doorkeeper(Logins logins, InstantSource clock) {
        this.logins = logins;
        this.clock = clock;
    }

    synchronized boolean password(String user, String password) {
        Optional<String> expected = Optional.ofNullable(logins.passwords().get(user));
        if (expected.isEmpty() || locked(user)) {
            return false;
        }
        if (MessageDigest.isEqual(expected.get().getBytes(UTF_8), password.getBytes(UTF_8))) {
            records.remove(user);
            return true;
        }
        int failures =
                Optional.ofNullable(records.get(user)).map(Wrong::failures).orElse(0) + 1;
        records.put(user, new Wrong(failures, clock.instant()));
        return false;
    }

    boolean key(String user, PublicKey offered) {
        return logins.passwords().containsKey(user)
                && logins.authorizedKeys().get().stream()
                        .flatMap(Doorkeeper::parse)
                        .anyMatch(key -> KeyUtils.compareKeys(key, offered));
    }

    private boolean locked(String user) {
        Optional<Wrong> wrong = Optional.ofNullable(records.get(user)).filter(r -> r.failures() >= FAILURES);
        if (wrong.isPresent() && !clock.instant().isBefore(wrong.get().last().plus(LOCKED))) {
            records.remove(user);
            return false;
        }
        return wrong.isPresent();
    }

    private static Stream<PublicKey> parse(String line) {
        try {
            return Stream.ofNullable(AuthorizedKeyEntry.parseAuthorizedKeyEntry(line))
                    .flatMap(entry -> resolve(entry).stream());
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }

    @SuppressWarnings("NullAway") // no session exists yet, and the key does not depend on one
    private static Optional<PublicKey> resolve(AuthorizedKeyEntry entry) {
        try {
            return Optional.ofNullable(entry.resolvePublicKey(null, PublicKeyEntryResolver.IGNORING));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Wrong passwords in a row, and when the last one came. */
    private record Wrong(int failures, Instant last) {}
}
