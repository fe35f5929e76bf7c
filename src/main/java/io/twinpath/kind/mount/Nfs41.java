package io.twinpath.kind.mount;

import io.twinpath.model.shape.Doc;
import java.util.Optional;
import java.util.SortedSet;

/** Where an NFS 4.1 volume comes from. */
public record Nfs41(
        @Doc("The addresses of the one server; several are several paths to it.")
        SortedSet<String> hosts,

        @Doc("The folder on the server.") String share,
        @Doc("Whether the host may only read.") Optional<Boolean> readOnly,

        @Doc("How the host proves who it is: sys by its address, krb5 by Kerberos, krb5i also with checksums.")
        Optional<Security> security) {

    /**
     * Security flavours. {@code AUTH_SYS} is from the output of a real host, the others from VMware's reference of the
     * command alone.
     */
    public enum Security {
        SYS("AUTH_SYS"),
        KRB5("SEC_KRB5"),
        KRB5I("SEC_KRB5I");

        private final String esxcli;

        Security(String esxcli) {
            this.esxcli = esxcli;
        }

        /** In the host's spelling. */
        String word() {
            return esxcli;
        }

        static Optional<Security> of(String word) {
            for (Security security : values()) {
                if (security.esxcli.equalsIgnoreCase(word)) {
                    return Optional.of(security);
                }
            }
            return Optional.empty();
        }
    }
}
