package io.twinpath.kind.snmp;

import io.twinpath.model.Desired;
import io.twinpath.model.SecretRef;
import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.FoundOnly;
import io.twinpath.model.shape.Range;
import io.twinpath.model.shape.WriteOnly;
import java.util.List;
import java.util.Optional;

/**
 * The SNMP agent of a host.
 *
 * @param communityCount how many communities there are
 * @param targetCount how many trap targets there are
 * @param userCount how many users there are
 */
public record Snmp(
        @Doc("Whether the agent runs.") Optional<Boolean> enabled,

        @Doc("The UDP port that it listens on.") @Range(min = 1, max = 65_535)
        Optional<Integer> port,

        @Doc("Whom a client is told to be in charge.") Optional<String> contact,

        @Doc("Where a client is told that the host stands.") Optional<String> location,

        @Doc("How much the agent logs.") Optional<LogLevel> logLevel,

        @Doc("The engine id of SNMPv3, 10 to 32 hexadecimal digits.")
        Optional<String> engineId,

        @Doc("The authentication protocol of SNMPv3, such as SHA1.")
        Optional<String> authentication,

        @Doc("The privacy protocol of SNMPv3, such as AES128.")
        Optional<String> privacy,

        @Doc("Whom SNMPv3 notifications go to, such as 10.0.0.5@162/person/priv/trap; exactly these.")
        Optional<List<String>> v3Targets,

        @WriteOnly @Doc("The communities, with commas between, as one secret; sent when the host has none.")
        Optional<SecretRef> communities,

        @WriteOnly
        @Doc(
                "The targets of traps, HOST@PORT/COMMUNITY with commas between, as one secret; sent when the host has none.")
        Optional<SecretRef> targets,

        @WriteOnly
        @Doc(
                "The users of SNMPv3, NAME/AUTH_HASH/PRIV_HASH/LEVEL with commas between, as one secret; sent when the host has none.")
        Optional<SecretRef> users,

        @FoundOnly Optional<Integer> communityCount,
        @FoundOnly Optional<Integer> targetCount,
        @FoundOnly Optional<Integer> userCount)
        implements Desired {

    public Snmp {
        v3Targets = v3Targets.map(List::copyOf);
    }

    /** How much the agent logs. */
    public enum LogLevel {
        DEBUG,
        INFO,
        WARNING,
        ERROR
    }

    /** Whether it stands as it comes: off, with nobody who could ask. */
    boolean fresh() {
        return !enabled.orElse(false)
                && port.orElse(161) == 161
                && contact.orElse("").isEmpty()
                && location.orElse("").isEmpty()
                && v3Targets.orElseGet(List::of).isEmpty()
                && !secrets();
    }

    /** Whether the host has any of what is secret. */
    boolean secrets() {
        return communityCount.orElse(0) + targetCount.orElse(0) + userCount.orElse(0) > 0;
    }
}
