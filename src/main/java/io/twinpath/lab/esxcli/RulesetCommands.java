package io.twinpath.lab.esxcli;

import static io.twinpath.lab.esxcli.Command.read;
import static io.twinpath.lab.esxcli.Command.write;

import io.twinpath.lab.site.Inet;
import io.twinpath.lab.site.Ruleset;
import io.twinpath.lab.site.Rulesets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** {@code network firewall ruleset …} */
final class RulesetCommands {

    private static final String ID = "ruleset-id";
    private static final Option ONLY = Option.text("r", ID, "Only this ruleset.");
    private static final Option RULESET =
            Option.text("r", ID, "The ruleset to work on.").needed();
    private static final Option IP =
            Option.text("i", "ip-address", "An address or a network.").needed();

    static final List<Command> TABLE = List.of(
            read("network firewall ruleset list", "List the rulesets.", RulesetCommands::list, ONLY),
            write(
                    "network firewall ruleset set",
                    "Open or close a ruleset.",
                    RulesetCommands::set,
                    Option.bool("a", "allowed-all", "Whether every address is allowed."),
                    Option.bool("e", "enabled", "Whether it is open."),
                    RULESET),
            read("network firewall ruleset rule list", "List the rules of rulesets.", RulesetCommands::rules, ONLY),
            read(
                    "network firewall ruleset allowedip list",
                    "List the addresses that rulesets allow.",
                    RulesetCommands::allowed,
                    ONLY),
            write("network firewall ruleset allowedip add", "Allow an address.", RulesetCommands::add, IP, RULESET),
            write(
                    "network firewall ruleset allowedip remove",
                    "No longer allow an address.",
                    RulesetCommands::remove,
                    IP,
                    RULESET));

    private RulesetCommands() {}

    private static Stream<Rulesets> chosen(Arguments arguments) {
        arguments.maybe(ID).ifPresent(RulesetCommands::known);
        return Rulesets.all().stream().filter(r -> arguments.text(ID, r.name()).equals(r.name()));
    }

    private static Rulesets known(String id) {
        return Rulesets.named(id).orElseThrow(() -> new Fault("Invalid ruleset id: " + id));
    }

    private static Ruleset state(HostView host, Rulesets ruleset) {
        return host.host().firewall.ruleset(ruleset.name()).orElseThrow();
    }

    /** Who may switch a ruleset, and who may name its addresses, is told since 8.0 Update 2. */
    private static boolean owned(HostView host) {
        return host.release().atLeast(8, 1)
                || (host.release().atLeast(8, 0) && host.release().update() >= 2);
    }

    private static Output list(HostView host, Arguments arguments) {
        boolean owned = owned(host);
        return Output.table(chosen(arguments)
                .map(r -> Structure.of("Ruleset")
                        .with("Name", r.name())
                        .with("Enabled", state(host, r).enabled)
                        .withWhen(owned, "Enable/Disable configurable", Value.of(r.switchable()))
                        .withWhen(owned, "Allowed IP configurable", Value.of(restrictable(r))))
                .toList());
    }

    private static boolean restrictable(Rulesets ruleset) {
        return !ruleset.name().startsWith("nfs");
    }

    private static Output set(HostView host, Arguments arguments) {
        Rulesets ruleset = known(arguments.text(ID));
        if (arguments.has("enabled") && owned(host) && !ruleset.switchable()) {
            throw new Fault("Unable to set ruleset " + ruleset.name() + ": it belongs to the system");
        }
        if (arguments.has("allowed-all")) {
            requireRestrictable(host, ruleset);
        }
        Ruleset state = host.host().firewall.changing(ruleset.name());
        arguments.bool("enabled").ifPresent(enabled -> state.enabled = enabled);
        arguments.bool("allowed-all").ifPresent(all -> state.allowedAll = all);
        return Output.nothing();
    }

    private static void requireRestrictable(HostView host, Rulesets ruleset) {
        if (owned(host) && !restrictable(ruleset)) {
            throw new Fault("Unable to set ruleset " + ruleset.name() + ": its addresses belong to the system");
        }
    }

    private static Output rules(HostView host, Arguments arguments) {
        return Output.table(chosen(arguments)
                .flatMap(r -> r.rules().stream().map(rule -> rule(r, rule.split(" "))))
                .toList());
    }

    private static Structure rule(Rulesets ruleset, String... rule) {
        return Structure.of("FirewallPortRule")
                .with("Ruleset", ruleset.name())
                .with("Direction", rule[0])
                .with("Protocol", rule[1])
                .with("Port Type", rule[2])
                .with("Port Begin", Long.parseLong(rule[3]))
                .with("Port End", Long.parseLong(rule[4]));
    }

    private static Output allowed(HostView host, Arguments arguments) {
        return Output.table(chosen(arguments)
                .map(r -> Structure.of("FirewallRulesetAllowedip")
                        .with("Ruleset", r.name())
                        .with("Allowed IP Addresses", Value.of(allowed(state(host, r)))))
                .toList());
    }

    /** Addresses come before networks, as in VMware's own example. */
    private static List<String> allowed(Ruleset ruleset) {
        return ruleset.allowedAll
                ? List.of("All")
                : ruleset.allowedIps.stream()
                        .sorted(Comparator.comparing((String ip) -> ip.indexOf('/') > 0))
                        .toList();
    }

    private static Output add(HostView host, Arguments arguments) {
        Rulesets ruleset = known(arguments.text(ID));
        requireRestrictable(host, ruleset);
        String ip = checked(arguments);
        Ruleset state = host.host().firewall.changing(ruleset.name());
        if (state.allowedAll) {
            throw new Fault("Unable to add address: " + ruleset.name() + " allows all addresses");
        }
        if (state.allowedIps.contains(ip)) {
            throw new Fault("Unable to add address " + ip + ": Already exists");
        }
        state.allowedIps.add(ip);
        return Output.nothing();
    }

    private static Output remove(HostView host, Arguments arguments) {
        Rulesets ruleset = known(arguments.text(ID));
        requireRestrictable(host, ruleset);
        String ip = checked(arguments);
        if (!host.host().firewall.changing(ruleset.name()).allowedIps.remove(ip)) {
            throw new Fault("Unable to remove address " + ip + ": Not found");
        }
        return Output.nothing();
    }

    private static String checked(Arguments arguments) {
        String ip = arguments.text("ip-address");
        if (!Inet.network(ip) && !Inet.address(ip)) {
            throw new Fault("Invalid IP address: " + ip);
        }
        return ip;
    }
}
