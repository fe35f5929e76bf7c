package io.twinpath.driver.ssh;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.UserInfo;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.DriverProblem;
import io.twinpath.driver.pin.PinText.Unusable;
import io.twinpath.driver.ssh.PinFile.Pin;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges the key that a host shows, and remembers the judgement, because JSch only knows yes and no. It is asked before any
 * credential leaves this machine; nothing is ever learned on the way.
 */
final class HostKeyCheck implements HostKeyRepository {

    private static final List<String> STRONG = List.of(
            "ssh-ed25519",
            "ecdsa-sha2-nistp256",
            "ecdsa-sha2-nistp384",
            "ecdsa-sha2-nistp521",
            "rsa-sha2-512",
            "rsa-sha2-256");
    private static final List<String> RSA = List.of("rsa-sha2-512", "rsa-sha2-256");

    private final SshTarget target;
    private final String pinnedBy;
    private final List<PublicKey> pinned;
    private final List<Pin> revoked;
    private volatile Optional<PublicKey> shown = Optional.empty();
    private volatile Optional<DriverProblem> objection = Optional.empty();
    private volatile boolean passed;

    private HostKeyCheck(SshTarget target, String pinnedBy, List<PublicKey> pinned, List<Pin> revoked) {
        this.target = target;
        this.pinnedBy = pinnedBy;
        this.pinned = List.copyOf(pinned);
        this.revoked = List.copyOf(revoked);
    }

    static HostKeyCheck of(SshTarget target, PinFile file) throws DriverException {
        List<Pin> pins = pins(target, file);
        List<Pin> revoked = pins.stream().filter(Pin::revoked).toList();
        if (target.hostKey().isPresent()) {
            PublicKey key = PublicKey.parse(target.hostKey().orElseThrow())
                    .orElseThrow(() -> new DriverException(new DriverProblem.BadPin(
                            target.host(), "\"host_key\"", "is not a key such as \"ssh-ed25519 AAAA…\"")));
            return new HostKeyCheck(target, "\"host_key\" in the spec", List.of(key), revoked);
        }
        List<PublicKey> keys = pins.stream()
                .filter(p -> !p.revoked())
                .filter(p -> p.names(target.pinName()) || p.names(target.pinName(target.address())))
                .map(Pin::key)
                .toList();
        return new HostKeyCheck(target, file.file().toString(), keys, revoked);
    }

    /** One that lets nothing pass, for looking at the key only. */
    static HostKeyCheck looking(SshTarget target) {
        return new HostKeyCheck(target, "", List.of(), List.of());
    }

    private static List<Pin> pins(SshTarget target, PinFile file) throws DriverException {
        try {
            return file.pins();
        } catch (Unusable e) {
            throw new DriverException(
                    new DriverProblem.BadPin(target.host(), file.file().toString(), String.valueOf(e.getMessage())));
        }
    }

    /** The key that was shown, once its owner proved to have it. */
    Optional<PublicKey> shown() {
        return shown;
    }

    Optional<DriverProblem> objection() {
        return objection;
    }

    /** The host is the right one; from here on credentials may have been sent. */
    boolean passed() {
        return passed;
    }

    /** What the host may sign with: the kinds of pinned keys first, so that it shows one of those if it has it. */
    String algorithms() {
        Set<String> order = new LinkedHashSet<>();
        for (PublicKey key : pinned) {
            order.addAll(key.algorithm().equals("ssh-rsa") ? RSA : List.of(key.algorithm()));
        }
        order.retainAll(STRONG);
        order.addAll(STRONG);
        return String.join(",", order);
    }

    @Override
    public int check(String host, byte[] blob) {
        Optional<PublicKey> key = PublicKey.ofBlob(blob);
        shown = key;
        objection = key.isEmpty()
                ? Optional.of(new DriverProblem.Framing(target.host(), "its host key is not readable"))
                : objection(key.orElseThrow());
        passed = objection.isEmpty();
        return passed ? OK : pinned.isEmpty() ? NOT_INCLUDED : CHANGED;
    }

    private Optional<DriverProblem> objection(PublicKey key) {
        for (Pin pin : revoked) {
            if (pin.key().equals(key)) {
                String by = "line " + pin.line() + " of the pin file";
                return Optional.of(new DriverProblem.RevokedKey(target.host(), key.fingerprint(), by));
            }
        }
        if (pinned.isEmpty()) {
            return Optional.of(new DriverProblem.UnknownKey(target.host(), key.algorithm(), key.fingerprint()));
        }
        if (!pinned.contains(key)) {
            return Optional.of(
                    new DriverProblem.ChangedKey(target.host(), key.algorithm(), key.fingerprint(), pinnedBy));
        }
        return Optional.empty();
    }

    @Override
    public void add(HostKey key, UserInfo user) {
        throw new IllegalStateException("keys are pinned by a person");
    }

    @Override
    public void remove(String host, String type) {}

    @Override
    public void remove(String host, String type, byte[] key) {}

    @Override
    public String getKnownHostsRepositoryID() {
        return pinnedBy;
    }

    @Override
    public HostKey[] getHostKey() {
        return new HostKey[0];
    }

    @Override
    public HostKey[] getHostKey(String host, String type) {
        return new HostKey[0];
    }

    /** For tests: what is pinned. */
    List<PublicKey> pinned() {
        return new ArrayList<>(pinned);
    }
}
