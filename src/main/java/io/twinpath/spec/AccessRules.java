package io.twinpath.spec;

import io.twinpath.diag.Diagnostics;
import io.twinpath.model.Names;
import io.twinpath.model.Way;
import io.twinpath.model.tree.Node;
import io.twinpath.spec.inventory.InventoryProblem;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The rules of {@code connect} beyond the types of its fields: what is sent to a resolver or a server has a grammar. */
final class AccessRules {

    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:]{2,39}(%[A-Za-z0-9]{1,16})?");
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.@\\\\-]{0,127}");

    private static final Pattern SHA_256 = Pattern.compile("([0-9A-Fa-f]{2}:?){31}[0-9A-Fa-f]{2}");

    private AccessRules() {}

    /** Of the ways to one host. */
    static void host(String host, Node access, Diagnostics into) {
        if (access instanceof Node.Mapping ways) {
            ways.value("ssh").ifPresent(ssh -> check(host, ssh, into));
            ways.value("api").ifPresent(api -> check(host, api, into));
        }
    }

    static void check(String host, Node access, Diagnostics into) {
        field(host, access, "address", AccessRules::isAddress, "a host name or an IP address", into);
        field(host, access, "user", USER.asMatchPredicate(), "the name of a user", into);
        field(host, access, "sha256", SHA_256.asMatchPredicate(), "64 hexadecimal digits", into);
    }

    /** Of the way to vCenter, of which nothing else tells the address. */
    static void vcenter(Node access, Diagnostics into) {
        check(Way.VCENTER, access, into);
        if (access instanceof Node.Mapping fields && fields.value("address").isEmpty()) {
            into.add(InventoryProblem.describe(new InventoryProblem.Missing(
                    fields.span(), "\"api\" of a project", "address", "where vCenter is")));
        }
    }

    private static boolean isAddress(String text) {
        return Names.isHost(text)
                || (text.indexOf(':') >= 0 && IPV6.matcher(text).matches());
    }

    private static void field(
            String host, Node access, String key, Predicate<String> grammar, String expected, Diagnostics into) {
        if (access instanceof Node.Mapping fields
                && fields.value(key).orElse(null) instanceof Node.Scalar s
                && !s.isNull()
                && !grammar.test(s.text())) {
            into.add(InventoryProblem.describe(new InventoryProblem.BadAccess(s.span(), host, s.text(), expected)));
        }
    }
}
