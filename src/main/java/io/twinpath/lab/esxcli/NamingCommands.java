package io.twinpath.lab.esxcli;

import static io.twinpath.lab.esxcli.Command.read;
import static io.twinpath.lab.esxcli.Command.write;

import io.twinpath.lab.site.Inet;
import io.twinpath.lab.site.Naming;
import java.util.List;

/** {@code system hostname …} and {@code network ip dns …} */
final class NamingCommands {

    private static final Option SERVER = Option.text("s", "server", "Address of a name server.");
    private static final Option DOMAIN = Option.text("d", "domain", "A domain.").needed();

    static final List<Command> TABLE = List.of(
            read("system hostname get", "Show the name of the host.", NamingCommands::hostname),
            write(
                    "system hostname set",
                    "Set the name of the host.",
                    NamingCommands::setHostname,
                    Option.text("d", "domain", "The domain; not with --fqdn."),
                    Option.text("f", "fqdn", "Name and domain."),
                    Option.text("H", "host", "The name without domain; not with --fqdn.")),
            read("network ip dns server list", "List the name servers.", NamingCommands::servers, Netstacks.OPTION),
            write(
                    "network ip dns server add",
                    "Add a name server at the end.",
                    NamingCommands::addServer,
                    Netstacks.OPTION,
                    SERVER.needed()),
            write(
                    "network ip dns server remove",
                    "Remove a name server.",
                    NamingCommands::removeServer,
                    Option.plain("a", "all", "Remove all."),
                    Netstacks.OPTION,
                    SERVER),
            read("network ip dns search list", "List the search domains.", NamingCommands::search, Netstacks.OPTION),
            write(
                    "network ip dns search add",
                    "Add a search domain at the end.",
                    NamingCommands::addSearch,
                    DOMAIN,
                    Netstacks.OPTION),
            write(
                    "network ip dns search remove",
                    "Remove a search domain.",
                    NamingCommands::removeSearch,
                    DOMAIN,
                    Netstacks.OPTION));

    private NamingCommands() {}

    private static String shortName(HostView host) {
        String set = host.host().naming.host;
        return set.isEmpty() ? host.name().replaceFirst("\\..*", "") : set;
    }

    private static String domain(HostView host) {
        Naming naming = host.host().naming;
        boolean own = !naming.domain.isEmpty() || !naming.host.isEmpty();
        return own ? naming.domain : host.name().replaceFirst("^[^.]*\\.?", "");
    }

    private static Output hostname(HostView host, Arguments arguments) {
        String domain = domain(host);
        return Output.one(Structure.of("FullyQualifiedHostName")
                .with("Domain Name", domain)
                .with("Fully Qualified Domain Name", shortName(host) + (domain.isEmpty() ? "" : "." + domain))
                .with("Host Name", shortName(host)));
    }

    private static Output setHostname(HostView host, Arguments arguments) {
        if (arguments.has("fqdn") && (arguments.has("host") || arguments.has("domain"))) {
            throw new Fault("--fqdn cannot be used together with --host or --domain");
        }
        String fqdn = arguments.text("fqdn", "");
        int dot = fqdn.indexOf('.');
        String name =
                fqdn.isEmpty() ? arguments.text("host", shortName(host)) : dot < 0 ? fqdn : fqdn.substring(0, dot);
        String domain =
                fqdn.isEmpty() ? arguments.text("domain", domain(host)) : dot < 0 ? "" : fqdn.substring(dot + 1);
        if (!name.matches("[A-Za-z0-9]([A-Za-z0-9-]{0,62})")) {
            throw new Fault("Invalid host name: " + name);
        }
        host.host().naming.host = name;
        host.host().naming.domain = domain;
        return Output.nothing();
    }

    private static Naming.Resolver resolver(HostView host, Arguments arguments) {
        return host.host().naming.resolver(Netstacks.of(host, arguments));
    }

    private static Naming.Resolver asked(HostView host, Arguments arguments) {
        return host.host().naming.asked(Netstacks.of(host, arguments));
    }

    private static Output servers(HostView host, Arguments arguments) {
        return Output.one(Structure.of("NameServerList").with("DNSServers", Value.of(asked(host, arguments).servers)));
    }

    private static Output search(HostView host, Arguments arguments) {
        return Output.one(
                Structure.of("DNSSearchList").with("DNSSearch Domains", Value.of(asked(host, arguments).search)));
    }

    private static Output addServer(HostView host, Arguments arguments) {
        String server = arguments.text("server");
        if (!Inet.address(server)) {
            throw new Fault("Invalid IP address: " + server);
        }
        return add(resolver(host, arguments).servers, server);
    }

    private static Output removeServer(HostView host, Arguments arguments) {
        List<String> servers = resolver(host, arguments).servers;
        if (arguments.has("all")) {
            servers.clear();
            return Output.nothing();
        }
        return remove(servers, arguments.maybe("server").orElseThrow(() -> new Fault("--server or --all is needed")));
    }

    private static Output addSearch(HostView host, Arguments arguments) {
        return add(resolver(host, arguments).search, arguments.text("domain"));
    }

    private static Output removeSearch(HostView host, Arguments arguments) {
        return remove(resolver(host, arguments).search, arguments.text("domain"));
    }

    private static Output add(List<String> all, String one) {
        if (all.contains(one)) {
            throw new Fault("Unable to add " + one + ": Already exists");
        }
        all.add(one);
        return Output.nothing();
    }

    private static Output remove(List<String> all, String one) {
        if (!all.remove(one)) {
            throw new Fault("Unable to remove " + one + ": Not found");
        }
        return Output.nothing();
    }
}
