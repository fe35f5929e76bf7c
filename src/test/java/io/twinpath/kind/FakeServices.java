package io.twinpath.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a {@link FakeHost} does beside its network and storage: firewall, names, routes. */
final class FakeServices {

    final Map<String, String> firewall =
            new TreeMap<>(Map.of("Default Action", "DROP", "Enabled", "true", "Loaded", "true"));

    /** Each with {@code Name, Enabled, all} and {@code ips}. */
    final Map<String, Map<String, String>> rulesets = new TreeMap<>();

    final Map<String, String> log = new TreeMap<>(Map.of(
            "Remote Host",
            "",
            "Local Log Output",
            "/scratch/log",
            "Log To Unique Subdirectory",
            "false",
            "Local Logging Default Rotations",
            "8",
            "Enforce SSLCertificates",
            "false"));

    final Map<String, String> agent =
            new TreeMap<>(Map.of("Enable", "false", "Port", "161", "Loglevel", "info", "Communities", ""));

    private String loaded = log.toString();

    final Map<String, String> names = new TreeMap<>(Map.of("Host Name", "esxi3", "Domain Name", "lain.local"));

    /** By {@code server} or {@code search} and the stack. */
    final Map<String, List<String>> lists = new TreeMap<>();

    /** As {@code ipv4 STACK NETWORK GATEWAY}. */
    final TreeSet<String> routes = new TreeSet<>();

    FakeServices() {
        rulesets.put("sshServer", ruleset("sshServer", "true", ""));
        rulesets.put("syslog", ruleset("syslog", "false", "10.0.0.0/24,10.0.9.9"));
        lists.put("server defaultTcpipStack", new ArrayList<>(List.of("10.0.0.1", "10.0.0.2", "10.0.0.3")));
        lists.put("search defaultTcpipStack", new ArrayList<>(List.of("lain.local")));
        routes.addAll(List.of(
                "ipv4 defaultTcpipStack default 10.0.0.1",
                "ipv4 defaultTcpipStack 10.30.0.0/16 10.0.0.7",
                "ipv6 defaultTcpipStack 2001:db8::/32 fe80::1"));
    }

    private static Map<String, String> ruleset(String name, String enabled, String ips) {
        return new TreeMap<>(
                Map.of("Name", name, "Enabled", enabled, "all", Boolean.toString(ips.isEmpty()), "ips", ips));
    }

    String state() {
        Map<String, List<String>> filled = new TreeMap<>(lists);
        filled.values().removeIf(List::isEmpty);
        return agent + "\n" + log + "\n" + loaded + "\n" + firewall + "\n" + rulesets + "\n" + names + "\n" + filled
                + "\n" + routes;
    }

    Optional<List<Map<String, String>>> answer(String words, Map<String, String> o) {
        return switch (words) {
            case "network firewall get" -> Optional.of(List.of(firewall));
            case "network firewall ruleset list" -> Optional.of(List.copyOf(rulesets.values()));
            case "network firewall ruleset allowedip list" ->
                Optional.of(rulesets.values().stream()
                        .map(r -> Map.of("Ruleset", in(r, "Name"), "Allowed IP Addresses", allowed(r)))
                        .toList());
            case "system syslog config get" -> Optional.of(List.of(log));
            case "system snmp get" -> Optional.of(List.of(agent));
            case "system hostname get" -> Optional.of(List.of(names));
            case "network ip dns server list" -> Optional.of(List.of(Map.of("DNSServers", joined("server", o))));
            case "network ip dns search list" -> Optional.of(List.of(Map.of("DNSSearch Domains", joined("search", o))));
            case "network ip route ipv4 list", "network ip route ipv6 list" ->
                Optional.of(routes.stream()
                        .map(r -> r.split(" "))
                        .filter(r -> words.contains(r[0]) && r[1].equals(stack(o)))
                        .map(r -> Map.of("Network", r[2], "Gateway", r[3], "Source", "MANUAL"))
                        .toList());
            default -> Optional.empty();
        };
    }

    private static String allowed(Map<String, String> ruleset) {
        return in(ruleset, "all").equals("true") ? "All" : in(ruleset, "ips");
    }

    private static String in(Map<String, String> fields, String name) {
        return Optional.ofNullable(fields.get(name))
                .orElseThrow(() -> new IllegalStateException("no " + name + " in " + fields));
    }

    private static String stack(Map<String, String> o) {
        return o.getOrDefault("netstack", "defaultTcpipStack");
    }

    private List<String> of(String kind, Map<String, String> o) {
        return lists.computeIfAbsent(kind + " " + stack(o), k -> new ArrayList<>());
    }

    private String joined(String kind, Map<String, String> o) {
        return String.join(", ", of(kind, o));
    }

    boolean run(String words, Map<String, String> o) {
        switch (words) {
            case "network firewall load" -> firewall.put("Loaded", "true");
            case "network firewall set" -> {
                copy(o, "enabled", firewall, "Enabled");
                Optional.ofNullable(o.get("default-action"))
                        .ifPresent(pass -> firewall.put("Default Action", pass.equals("true") ? "PASS" : "DROP"));
            }
            case "network firewall ruleset set" -> {
                copy(o, "enabled", rulesetOf(o), "Enabled");
                copy(o, "allowed-all", rulesetOf(o), "all");
            }
            case "network firewall ruleset allowedip add" -> {
                refuse(in(rulesetOf(o), "all").equals("true"), "all are allowed");
                address(o, true);
            }
            case "network firewall ruleset allowedip remove" -> address(o, false);
            case "system syslog config set" -> {
                copy(o, "loghost", log, "Remote Host");
                copy(o, "logdir", log, "Local Log Output");
                copy(o, "logdir-unique", log, "Log To Unique Subdirectory");
                copy(o, "default-rotate", log, "Local Logging Default Rotations");
                copy(o, "check-ssl-certs", log, "Enforce SSLCertificates");
            }
            case "system syslog reload" -> loaded = log.toString();
            case "system snmp set" -> {
                copy(o, "enable", agent, "Enable");
                copy(o, "port", agent, "Port");
                copy(o, "loglevel", agent, "Loglevel");
                copy(o, "syscontact", agent, "Syscontact");
                copy(o, "communities", agent, "Communities");
                copy(o, "v3targets", agent, "V3targets");
                if (o.containsKey("reset")) {
                    agent.putAll(Map.of("Enable", "false", "Port", "161", "Loglevel", "info", "Communities", ""));
                    agent.remove("Syscontact");
                    agent.remove("V3targets");
                }
                agent.entrySet()
                        .removeIf(e -> e.getValue().isEmpty() && !e.getKey().equals("Communities"));
            }
            case "system hostname set" -> {
                copy(o, "host", names, "Host Name");
                copy(o, "domain", names, "Domain Name");
            }
            case "network ip dns server add" -> add(of("server", o), in(o, "server"));
            case "network ip dns server remove" -> remove(of("server", o), in(o, "server"));
            case "network ip dns search add" -> add(of("search", o), in(o, "domain"));
            case "network ip dns search remove" -> remove(of("search", o), in(o, "domain"));
            case "network ip route ipv4 add", "network ip route ipv6 add" -> {
                String route = route(words, o);
                refuse(!routes.add(route), "there already: " + route);
                String everywhere = route.substring(0, route.lastIndexOf(' ') + 1);
                routes.removeIf(r -> everywhere.contains(" default ") && r.startsWith(everywhere) && !r.equals(route));
            }
            case "network ip route ipv4 remove", "network ip route ipv6 remove" ->
                refuse(!routes.remove(route(words, o)), "no " + route(words, o));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static String route(String words, Map<String, String> o) {
        return words.split(" ")[3] + " " + stack(o) + " " + in(o, "network") + " " + in(o, "gateway");
    }

    private Map<String, String> rulesetOf(Map<String, String> o) {
        return Optional.ofNullable(rulesets.get(in(o, "ruleset-id"))).orElseThrow(IllegalStateException::new);
    }

    private void address(Map<String, String> o, boolean add) {
        Map<String, String> ruleset = rulesetOf(o);
        TreeSet<String> ips = new TreeSet<>(List.of(in(ruleset, "ips").split(",")));
        ips.remove("");
        refuse(add ? !ips.add(in(o, "ip-address")) : !ips.remove(in(o, "ip-address")), ips + " and " + o);
        ruleset.put("ips", String.join(",", ips));
    }

    private static void add(List<String> all, String one) {
        refuse(all.contains(one), one + " is in " + all);
        all.add(one);
    }

    private static void remove(List<String> all, String one) {
        refuse(!all.remove(one), "no " + one + " in " + all);
    }

    private static void refuse(boolean when, String why) {
        if (when) {
            throw new IllegalStateException(why);
        }
    }

    private static void copy(Map<String, String> from, String option, Map<String, String> to, String field) {
        Optional.ofNullable(from.get(option)).ifPresent(value -> to.put(field, value));
    }
}
