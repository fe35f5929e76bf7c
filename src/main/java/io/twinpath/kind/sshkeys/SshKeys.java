package io.twinpath.kind.sshkeys;

import io.twinpath.model.Desired;
import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.FoundOnly;
import io.twinpath.model.shape.WriteOnly;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The public keys that may log in as root.
 *
 * @param file {@code authorized_keys} as it is
 * @param locksOut whether what is wanted leaves out every key that this login can have been made with
 */
public record SshKeys(
        @Doc(
                "Public keys as OpenSSH writes them: \"ssh-ed25519 AAAA… comment\". Others are left unless \"exact\" says otherwise.")
        Optional<SortedSet<String>> keys,

        @WriteOnly @Doc("Whether keys that are not listed are taken away.")
        Optional<Boolean> exact,

        @FoundOnly Optional<String> file,
        @FoundOnly Optional<Boolean> locksOut)
        implements Desired {}
