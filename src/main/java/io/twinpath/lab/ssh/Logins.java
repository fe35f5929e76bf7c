package io.twinpath.lab.ssh;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Who may log in to a host.
 *
 * @param passwords by user name
 * @param authorizedKeys asked at each login for the lines of OpenSSH's {@code authorized_keys}, good for every user that has a password; lines that
 *     are not keys are passed over, as sshd does
 */
public record Logins(Map<String, String> passwords, Supplier<List<String>> authorizedKeys) {

    public Logins {
        passwords = Map.copyOf(passwords);
    }

    public Logins(Map<String, String> passwords, List<String> authorizedKeys) {
        this(passwords, fixed(authorizedKeys));
    }

    private static Supplier<List<String>> fixed(List<String> lines) {
        List<String> copy = List.copyOf(lines);
        return () -> copy;
    }

    /** One user with a password and no keys. */
    public static Logins of(String user, String password) {
        return new Logins(Map.of(user, password), List.of());
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "Logins" + passwords.keySet();
    }
}
