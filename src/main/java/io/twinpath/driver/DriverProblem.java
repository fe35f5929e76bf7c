package io.twinpath.driver;

import io.twinpath.diag.Diagnostic;
import io.twinpath.driver.DriverException.Problem;
import io.twinpath.model.SecretRef;

/** Everything that can go wrong on the way to a host, and how it is said. No case carries a secret. */
public sealed interface DriverProblem {

    /** @param why in lower case, without a full stop: {@code connection refused} */
    record Unreachable(String host, String endpoint, String why) implements DriverProblem {}

    /** A connection that stood was lost, with nothing in doubt: only reads were under way. */
    record Lost(String host, String why) implements DriverProblem {}

    record UnknownKey(String host, String algorithm, String fingerprint) implements DriverProblem {}

    record ChangedKey(String host, String algorithm, String fingerprint, String pinnedBy) implements DriverProblem {}

    record RevokedKey(String host, String fingerprint, String revokedBy) implements DriverProblem {}

    record BadPin(String host, String where, String why) implements DriverProblem {}

    record WeakAlgorithms(String host, String purpose, String offered) implements DriverProblem {}

    record Refused(String host, String user) implements DriverProblem {}

    /** The credential is right, and this way is closed to it: as if nobody listened there. */
    record LockedOut(String host, String user) implements DriverProblem {}

    record NoLogin(String host) implements DriverProblem {}

    record TooManyLogins(String host, int logins) implements DriverProblem {}

    record BadKeyFile(String host, String file, String why) implements DriverProblem {}

    record SecretMissing(SecretRef reference, String why) implements DriverProblem {}

    record InDoubt(String host, String command, String why) implements DriverProblem {}

    record Framing(String host, String why) implements DriverProblem {}

    record NotRecorded(String host, String folder) implements DriverProblem {}

    record BadEndpoints(String file, String why) implements DriverProblem {}

    record BadRecording(String folder, String why) implements DriverProblem {}

    record BadBundle(String file, String why) implements DriverProblem {}

    record UntrustedCertificate(String place, String fingerprint, String why) implements DriverProblem {}

    record ChangedCertificate(String place, String fingerprint, String pinnedBy) implements DriverProblem {}

    /** @param when {@code ended on …} or {@code begins on …} */
    record UntimelyCertificate(String place, String fingerprint, String when) implements DriverProblem {}

    record BadCertificatePin(String place, String where, String why) implements DriverProblem {}

    record NoSafeConnection(String place, String endpoint, String why) implements DriverProblem {}

    record NoPassword(String place) implements DriverProblem {}

    record NotInInventory(String host, String endpoint) implements DriverProblem {}

    /** By kind, for decisions and exit codes. */
    default Problem problem() {
        return switch (this) {
            case Unreachable p -> Problem.UNREACHABLE;
            case Lost p -> Problem.UNREACHABLE;
            case NotRecorded p -> Problem.UNREACHABLE;
            case UnknownKey p -> Problem.UNTRUSTED;
            case ChangedKey p -> Problem.UNTRUSTED;
            case RevokedKey p -> Problem.UNTRUSTED;
            case BadPin p -> Problem.UNTRUSTED;
            case WeakAlgorithms p -> Problem.UNTRUSTED;
            case LockedOut p -> Problem.UNREACHABLE;
            case Refused p -> Problem.UNAUTHENTICATED;
            case NoLogin p -> Problem.UNAUTHENTICATED;
            case TooManyLogins p -> Problem.UNAUTHENTICATED;
            case BadKeyFile p -> Problem.UNAUTHENTICATED;
            case SecretMissing p -> Problem.UNAUTHENTICATED;
            case InDoubt p -> Problem.IN_DOUBT;
            case Framing p -> Problem.PROTOCOL;
            case BadEndpoints p -> Problem.PROTOCOL;
            case BadRecording p -> Problem.PROTOCOL;
            case BadBundle p -> Problem.PROTOCOL;
            case UntrustedCertificate p -> Problem.UNTRUSTED;
            case ChangedCertificate p -> Problem.UNTRUSTED;
            case UntimelyCertificate p -> Problem.UNTRUSTED;
            case BadCertificatePin p -> Problem.UNTRUSTED;
            case NoSafeConnection p -> Problem.UNTRUSTED;
            case NoPassword p -> Problem.UNAUTHENTICATED;
            case NotInInventory p -> Problem.UNREACHABLE;
        };
    }

    default Diagnostic diagnostic() {
        return switch (this) {
            case Unreachable p ->
                Diagnostic.error(
                                "DRV0001",
                                "Host not reached",
                                p.host + " could not be reached at " + p.endpoint + ": " + p.why + ".")
                        .hint(
                                p.endpoint.startsWith("https:")
                                        ? "Check that the server is on and that its API answers there."
                                        : "Check that the host is on and that SSH is enabled on it.");
            case Lost p ->
                Diagnostic.error(
                        "DRV0002",
                        "Connection lost",
                        "The connection to " + p.host + " was lost while reading: " + p.why + ". Nothing was changed.");
            case UnknownKey p ->
                Diagnostic.error(
                                "DRV0003",
                                "Unknown host key",
                                p.host + " shows the key " + p.algorithm + " " + p.fingerprint
                                        + ", and no key is pinned for it. No credential was sent.")
                        .hint("Compare the fingerprint with the one on the host's console, then run: twinpath trust "
                                + p.host);
            case ChangedKey p ->
                Diagnostic.error(
                                "DRV0004",
                                "Changed host key",
                                p.host + " shows the key " + p.algorithm + " " + p.fingerprint
                                        + ", which is not the one pinned by " + p.pinnedBy
                                        + ". Either the host was installed anew or somebody stands in between. "
                                        + "No credential was sent.")
                        .hint("Compare the fingerprint with the one on the host's console; only if they are equal, "
                                + "remove the old pin and run: twinpath trust " + p.host);
            case RevokedKey p ->
                Diagnostic.error(
                        "DRV0005",
                        "Revoked host key",
                        p.host + " shows the key " + p.fingerprint + ", which " + p.revokedBy
                                + " revokes. No credential was sent.");
            case BadPin p ->
                Diagnostic.error(
                                "DRV0006",
                                "Unusable pin",
                                "The host key of " + p.host + " cannot be checked: " + p.where + " " + p.why
                                        + ". No credential was sent.")
                        .hint("A pin is a line such as: " + p.host + " ssh-ed25519 AAAA…");
            case WeakAlgorithms p ->
                Diagnostic.error(
                        "DRV0007",
                        "Only weak algorithms",
                        p.host + " offers nothing strong enough for " + p.purpose + ", only " + p.offered
                                + ". No credential was sent.");
            case Refused p ->
                Diagnostic.error("DRV0008", "Login refused", p.host + " refused the login of " + p.user + ".")
                        .hint("ESXi locks an account after five refusals, so it is not tried again and again: "
                                + "mend the password or key first.");
            case LockedOut p ->
                Diagnostic.error(
                                "DRV0008",
                                "Login refused",
                                p.host + " lets " + p.user
                                        + " do nothing over its API: it is in lockdown mode, or the account has no role.")
                        .hint("Go through vCenter or over SSH, or make the account an exception of lockdown mode.");
            case NoLogin p ->
                Diagnostic.error(
                                "DRV0009",
                                "No way to log in",
                                "There is neither a password nor a key for " + p.host + ", and no SSH agent answers.")
                        .hint("Give the host \"password: secret://…\" or \"key_file: …\", or start an agent.");
            case TooManyLogins p ->
                Diagnostic.error(
                        "DRV0010",
                        "Login limit reached",
                        "Twinpath logged in to " + p.host + " " + p.logins
                                + " times in this run and stops there, so that the account is not locked.");
            case BadKeyFile p ->
                Diagnostic.error(
                        "DRV0011",
                        "Unusable key file",
                        "The key \"" + p.file + "\" for " + p.host + " cannot be used: " + p.why + ".");
            case SecretMissing p ->
                Diagnostic.error(
                        "DRV0012", "Secret not found", "The secret " + p.reference + " cannot be had: " + p.why + ".");
            case InDoubt p ->
                Diagnostic.error(
                                "DRV0013",
                                "Effect in doubt",
                                "\"" + p.command + "\" was sent to " + p.host + " and its end is not known: " + p.why
                                        + ". It may have taken effect or not, or still be running.")
                        .hint("Read the host again before anything is sent once more.");
            case Framing p ->
                Diagnostic.error(
                        "DRV0014", "Unexpected answer", p.host + " does not answer as a host should: " + p.why + ".");
            case NotRecorded p ->
                Diagnostic.error(
                        "DRV0015", "Host not recorded", "There is no folder " + p.folder + " for " + p.host + ".");
            case BadEndpoints p ->
                Diagnostic.error(
                        "DRV0016",
                        "Unusable endpoints",
                        "The endpoints in " + p.file + " cannot be used: " + p.why + ".");
            case BadRecording p ->
                Diagnostic.error(
                        "DRV0017", "Recording not written", "Nothing is recorded in " + p.folder + ": " + p.why + ".");
            case BadBundle p ->
                Diagnostic.error(
                                "DRV0018",
                                "Unusable support bundle",
                                "The bundle " + p.file + " cannot be read: " + p.why + ".")
                        .hint("A bundle is the .tgz that vm-support writes, as it is.");
            case UntrustedCertificate p ->
                Diagnostic.error(
                                "DRV0019",
                                "Unknown certificate",
                                p.place + " shows a certificate with the SHA-256 " + p.fingerprint
                                        + ", which is not pinned, and " + p.why + ". No credential was sent.")
                        .hint("Compare it with the one on the server's console, then run: twinpath trust " + p.place);
            case ChangedCertificate p ->
                Diagnostic.error(
                                "DRV0020",
                                "Changed certificate",
                                p.place + " shows a certificate with the SHA-256 " + p.fingerprint
                                        + ", which is not the one pinned by " + p.pinnedBy
                                        + ". Either it was renewed or somebody stands in between. "
                                        + "No credential was sent.")
                        .hint("Compare it with the one on the server's console; only if they are equal, remove the old "
                                + "pin and run: twinpath trust " + p.place);
            case UntimelyCertificate p ->
                Diagnostic.error(
                        "DRV0021",
                        "Certificate out of its time",
                        p.place + " shows the pinned certificate " + p.fingerprint + ", whose time " + p.when
                                + ". No credential was sent.");
            case BadCertificatePin p ->
                Diagnostic.error(
                                "DRV0022",
                                "Unusable certificate pin",
                                "The certificate of " + p.place + " cannot be checked: " + p.where + " " + p.why
                                        + ". No credential was sent.")
                        .hint("A pin is a line such as: " + p.place + " sha256:3f5a…");
            case NoSafeConnection p ->
                Diagnostic.error(
                        "DRV0023",
                        "No safe connection",
                        p.place + " at " + p.endpoint + " offers no connection over TLS 1.2 or 1.3: " + p.why
                                + ". No credential was sent.");
            case NoPassword p ->
                Diagnostic.error(
                                "DRV0024",
                                "No password for the API",
                                "There is no password for the API of " + p.place + ".")
                        .hint("Give it \"password: secret://…\" under \"api\".");
            case NotInInventory p ->
                Diagnostic.error(
                                "DRV0025",
                                "Host not in the inventory",
                                "The server at " + p.endpoint + " has no host of the name " + p.host + ".")
                        .hint("Call the host in the spec as the server calls it, or give its \"address\".");
        };
    }

    /** Detail and hints as running text. */
    default String sentence() {
        Diagnostic d = diagnostic();
        return d.hints().isEmpty() ? d.detail() : d.detail() + " " + String.join(" ", d.hints());
    }
}
