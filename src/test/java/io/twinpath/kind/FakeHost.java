package io.twinpath.kind;

import io.twinpath.driver.Command;
import io.twinpath.driver.EsxcliCommand;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Option;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.Reply;
import io.twinpath.driver.esxcli.Format;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A host in memory that understands what the kinds send and answers in esxcli's xml. Objects are maps of fields; a refusal
 * is an {@link IllegalStateException}.
 */
final class FakeHost {

    final Map<String, Map<String, String>> switches = new TreeMap<>();
    final Map<String, Map<String, String>> groups = new TreeMap<>();
    final Map<String, Map<String, String>> interfaces = new TreeMap<>();
    final Map<String, String> iscsi = new TreeMap<>(Map.of("enabled", "false", "bound", "", "send", ""));
    final Map<String, String> adapter = new TreeMap<>(Map.of("Name", "iqn.1998-01.com.vmware:found", "Alias", ""));
    final Map<String, Map<String, String>> chap = new TreeMap<>();
    final Map<String, String> parameters = new TreeMap<>(Map.of("DelayedAck", "true", "LoginTimeout", "5"));
    final Map<String, Map<String, String>> nics = new TreeMap<>();
    final Map<String, Map<String, String>> devices = new TreeMap<>();
    final TreeSet<String> rules = new TreeSet<>();
    final Map<String, Map<String, String>> settings = new TreeMap<>();
    final FakeServices services = new FakeServices();

    /** Where DelayedAck is set below the adapter. */
    final Map<String, String> own = new TreeMap<>();

    private static String place(Map<String, String> o) {
        return in(o, "address") + " " + o.getOrDefault("name", "");
    }

    final TreeSet<String> netstacks = new TreeSet<>(List.of("defaultTcpipStack", "backup"));

    String state() {
        return netstacks + "\n" + own + "\n" + nics + "\n" + adapter + "\n" + chap + "\n" + parameters + "\n" + switches
                + "\n" + groups + "\n" + interfaces + "\n" + iscsi + "\n" + devices + "\n" + rules + "\n" + settings
                + "\n"
                + services.state();
    }

    Replies ask(List<Query> queries, Replies known) {
        Map<Query, Reply> replies = new LinkedHashMap<>();
        for (Query query : queries) {
            if (!known.has(query)) {
                replies.put(query, new Reply(0, Format.XML, answer((EsxcliQuery) query), "fake: " + query));
            }
        }
        known.add(replies);
        return known;
    }

    void send(List<Command> commands) {
        commands.forEach(c -> run((EsxcliCommand) c));
    }

    private static Map<String, String> options(List<Option> options) {
        Map<String, String> values = new LinkedHashMap<>();
        options.forEach(o -> values.put(o.name(), o.argument().shown()));
        return values;
    }

    private static Map<String, String> at(Map<String, Map<String, String>> objects, String name) {
        Map<String, String> object = objects.get(name);
        if (object == null) {
            throw new IllegalStateException("no " + name + " in " + objects.keySet());
        }
        return object;
    }

    private static String in(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalStateException("no " + name + " in " + fields);
        }
        return value;
    }

    private String answer(EsxcliQuery query) {
        Map<String, String> o = options(query.options());
        return switch (String.join(" ", query.words())) {
            case "network vswitch standard list" -> list(named(switches, "Name"));
            case "network vswitch standard policy failover get" -> list(List.of(at(switches, in(o, "vswitch-name"))));
            case "network vswitch standard policy security get" -> list(List.of(Map.of()));
            case "network vswitch standard policy shaping get" -> list(List.of(at(switches, in(o, "vswitch-name"))));
            case "network vswitch standard portgroup policy shaping get" -> list(List.of(shaping(o)));
            case "network nic list" ->
                list(named(nics, "Name").stream().map(FakeHost::seen).toList());
            case "network nic get" -> list(List.of(at(nics, in(o, "nic-name"))));
            case "iscsi adapter get" -> list(List.of(adapter));
            case "iscsi adapter auth chap get" -> list(List.of(at(chap, in(o, "direction"))));
            case "iscsi adapter param get" ->
                list(parameters.entrySet().stream()
                        .map(e -> Map.of("Name", e.getKey(), "Current", e.getValue()))
                        .toList());
            case "iscsi adapter target portal list" ->
                list(List.of(Map.of("Adapter", "vmhba64", "Target", "iqn.a", "IP", "10.20.0.11", "Port", "3260")));
            case "iscsi adapter discovery sendtarget param get", "iscsi adapter target portal param get" ->
                list(List.of(Map.of(
                        "Name",
                        "DelayedAck",
                        "Current",
                        own.getOrDefault(place(o), in(parameters, "DelayedAck")),
                        "Inherit",
                        Boolean.toString(!own.containsKey(place(o))))));
            case "iscsi adapter discovery statictarget list" -> list(List.of());
            case "network vswitch standard portgroup list" -> list(named(groups, "Name"));
            case "network vswitch standard portgroup policy failover get" -> list(List.of(effective(o)));
            case "network vswitch standard portgroup policy security get" -> list(List.of(Map.of()));
            case "network ip interface list" -> list(named(interfaces, "Name"));
            case "network ip netstack list" ->
                list(netstacks.stream().map(n -> Map.of("Key", n)).toList());
            case "network ip interface ipv4 get" -> list(named(interfaces, "Name"));
            case "network ip interface ipv6 get" -> list(named(interfaces, "Name"));
            case "network ip interface ipv6 address list" ->
                list(interfaces.entrySet().stream()
                        .flatMap(e -> split(in(e.getValue(), "v6")).stream()
                                .map(a -> Map.of(
                                        "Interface",
                                        e.getKey(),
                                        "Type",
                                        "STATIC",
                                        "Address",
                                        a.substring(0, a.indexOf('/')),
                                        "Netmask",
                                        a.substring(a.indexOf('/') + 1))))
                        .toList());
            case "network ip interface tag get" -> list(List.of(at(interfaces, in(o, "interface-name"))));
            case "iscsi software get" -> root("<boolean>" + in(iscsi, "enabled") + "</boolean>");
            case "iscsi adapter list" ->
                list(
                        in(iscsi, "enabled").equals("true")
                                ? List.of(Map.of("Adapter", "vmhba64", "Driver", "iscsi_vmk"))
                                : List.of());
            case "iscsi networkportal list" -> list(each("bound", "Vmknic"));
            case "iscsi adapter discovery sendtarget list" -> list(each("send", "Sendtarget"));
            case "storage nmp device list" -> list(named(devices, "Device"));
            case "storage core device list" -> list(named(devices, "Device"));
            case "storage nmp satp rule list" ->
                list(rules.stream().map(FakeHost::rule).toList());
            case "system settings advanced list" ->
                list(named(o.isEmpty() ? settings : Map.of(in(o, "option"), at(settings, in(o, "option"))), "Path"));
            default ->
                list(services.answer(String.join(" ", query.words()), o)
                        .orElseThrow(() -> new IllegalStateException("not understood: " + query)));
        };
    }

    /** A port that is down has no link, and without a link a host tells no speed. */
    private static Map<String, String> seen(Map<String, String> nic) {
        Map<String, String> seen = new TreeMap<>(nic);
        if (in(nic, "Admin Status").equals("Down")) {
            seen.putAll(Map.of("Link Status", "Down", "Speed", "0", "Duplex", "Half"));
        }
        return seen;
    }

    private Map<String, String> shaping(Map<String, String> o) {
        Map<String, String> group = at(groups, in(o, "portgroup-name"));
        boolean own = group.containsKey("Enabled");
        Map<String, String> policy = new TreeMap<>(own ? group : at(switches, in(group, "Virtual Switch")));
        policy.put("Override Vswitch Settings", Boolean.toString(own));
        return policy;
    }

    private static final List<String> SHAPING = List.of("Enabled", "Average Bandwidth", "Peak Bandwidth", "Burst Size");

    private static void shape(Map<String, String> o, Map<String, String> it) {
        if (o.containsKey("use-vswitch")) {
            it.keySet().removeAll(SHAPING);
        }
        if (o.containsKey("enabled")) {
            it.keySet().removeAll(SHAPING);
            copy(o, "enabled", it, "Enabled");
            copy(o, "avg-bandwidth", it, "Average Bandwidth");
            copy(o, "peak-bandwidth", it, "Peak Bandwidth");
            copy(o, "burst-size", it, "Burst Size");
        }
    }

    private Map<String, String> effective(Map<String, String> o) {
        Map<String, String> group = at(groups, in(o, "portgroup-name"));
        Map<String, String> policy = new TreeMap<>(at(switches, in(group, "Virtual Switch")));
        group.forEach((field, value) -> {
            if (field.startsWith("own ")) {
                policy.put(field.substring(4), value);
                policy.put("Override Vswitch " + (field.endsWith("Adapters") ? "Uplinks" : field.substring(4)), "true");
            }
        });
        return policy;
    }

    private List<Map<String, String>> each(String field, String column) {
        return new TreeSet<>(split(in(iscsi, field)))
                .stream().map(v -> Map.of("Adapter", "vmhba64", column, v)).toList();
    }

    private static Map<String, String> rule(String text) {
        Map<String, String> fields = new TreeMap<>(Map.of("Rule Group", "user"));
        Map<String, String> names = Map.of(
                "satp",
                "Name",
                "vendor",
                "Vendor",
                "model",
                "Model",
                "psp",
                "Default PSP",
                "psp-option",
                "PSP Options");
        for (String part : text.split(";")) {
            fields.put(
                    names.getOrDefault(part.substring(0, part.indexOf('=')), "Other"),
                    part.substring(part.indexOf('=') + 1));
        }
        return fields;
    }

    private void run(EsxcliCommand command) {
        Map<String, String> o = options(command.options());
        switch (String.join(" ", command.words())) {
            case "network vswitch standard add" ->
                switches.put(
                        in(o, "vswitch-name"),
                        new TreeMap<>(Map.of(
                                "MTU",
                                "1500",
                                "CDP Status",
                                "listen",
                                "Uplinks",
                                "",
                                "Active Adapters",
                                "",
                                "Standby Adapters",
                                "",
                                "Load Balancing",
                                "srcport",
                                "Failback",
                                "true",
                                "Enabled",
                                "false")));
            case "network vswitch standard remove" -> switches.remove(in(o, "vswitch-name"));
            case "network vswitch standard set" -> {
                Map<String, String> it = at(switches, in(o, "vswitch-name"));
                copy(o, "mtu", it, "MTU");
                copy(o, "cdp-status", it, "CDP Status");
            }
            case "network vswitch standard uplink add" -> {
                Map<String, String> it = at(switches, in(o, "vswitch-name"));
                join(it, "Uplinks", in(o, "uplink-name"));
                join(it, "Active Adapters", in(o, "uplink-name"));
            }
            case "network vswitch standard uplink remove" -> {
                Map<String, String> it = at(switches, in(o, "vswitch-name"));
                for (String field : List.of("Uplinks", "Active Adapters", "Standby Adapters")) {
                    leave(it, field, in(o, "uplink-name"));
                }
            }
            case "network vswitch standard policy failover set" -> failover(o, at(switches, in(o, "vswitch-name")), "");
            case "network vswitch standard policy shaping set" -> shape(o, at(switches, in(o, "vswitch-name")));
            case "network vswitch standard portgroup policy shaping set" ->
                shape(o, at(groups, in(o, "portgroup-name")));
            case "network vswitch standard portgroup add" ->
                groups.put(
                        in(o, "portgroup-name"),
                        new TreeMap<>(Map.of("Virtual Switch", in(o, "vswitch-name"), "VLAN ID", "0")));
            case "network vswitch standard portgroup remove" -> groups.remove(in(o, "portgroup-name"));
            case "network vswitch standard portgroup set" ->
                copy(o, "vlan-id", at(groups, in(o, "portgroup-name")), "VLAN ID");
            case "network vswitch standard portgroup policy failover set" -> {
                Map<String, String> it = at(groups, in(o, "portgroup-name"));
                if (o.containsKey("use-vswitch")) {
                    it.keySet().removeIf(k -> k.startsWith("own "));
                }
                failover(o, it, "own ");
            }
            case "network ip interface add" ->
                interfaces.put(
                        in(o, "interface-name"),
                        new TreeMap<>(Map.of(
                                "Portgroup", in(o, "portgroup-name"),
                                "MTU", o.getOrDefault("mtu", "1500"),
                                "Netstack Instance", o.getOrDefault("netstack", "defaultTcpipStack"),
                                "Address Type", "NONE",
                                "IPv4 Address", "0.0.0.0",
                                "IPv4 Netmask", "0.0.0.0",
                                "DHCPv6 Enabled", "false",
                                "Router Adv Enabled", "false",
                                "v6", "",
                                "Tags", "")));
            case "network ip netstack add" -> netstacks.add(in(o, "netstack"));
            case "network ip netstack remove" -> netstacks.remove(in(o, "netstack"));
            case "network ip interface remove" -> interfaces.remove(in(o, "interface-name"));
            case "network ip interface set" -> copy(o, "mtu", at(interfaces, in(o, "interface-name")), "MTU");
            case "network ip interface ipv4 set" -> {
                Map<String, String> it = at(interfaces, in(o, "interface-name"));
                it.put("Address Type", in(o, "type").toUpperCase(java.util.Locale.ROOT));
                it.put("IPv4 Address", o.getOrDefault("ipv4", "0.0.0.0"));
                it.put("IPv4 Netmask", o.getOrDefault("netmask", "0.0.0.0"));
            }
            case "network ip interface ipv6 set" -> {
                copy(o, "enable-dhcpv6", at(interfaces, in(o, "interface-name")), "DHCPv6 Enabled");
                copy(o, "enable-router-adv", at(interfaces, in(o, "interface-name")), "Router Adv Enabled");
            }
            case "network ip interface ipv6 address add" ->
                join(at(interfaces, in(o, "interface-name")), "v6", in(o, "ipv6"));
            case "network ip interface ipv6 address remove" ->
                leave(at(interfaces, in(o, "interface-name")), "v6", in(o, "ipv6"));
            case "network ip interface tag add" ->
                join(at(interfaces, in(o, "interface-name")), "Tags", in(o, "tagname"));
            case "network ip interface tag remove" ->
                leave(at(interfaces, in(o, "interface-name")), "Tags", in(o, "tagname"));
            case "network nic up" -> at(nics, in(o, "nic-name")).put("Admin Status", "Up");
            case "network nic down" -> at(nics, in(o, "nic-name")).put("Admin Status", "Down");
            case "network nic set" -> {
                boolean auto = o.containsKey("auto");
                at(nics, in(o, "nic-name"))
                        .putAll(Map.of(
                                "Auto Negotiation", Boolean.toString(auto),
                                "Speed", auto ? "10000" : in(o, "speed"),
                                "Duplex", auto || in(o, "duplex").equals("full") ? "Full" : "Half"));
            }
            case "iscsi adapter set" -> {
                copy(o, "name", adapter, "Name");
                copy(o, "alias", adapter, "Alias");
            }
            case "iscsi adapter discovery sendtarget param set", "iscsi adapter target portal param set" -> {
                own.remove(place(o));
                if (!o.containsKey("inherit")) {
                    own.put(place(o), in(o, "value"));
                }
            }
            case "iscsi adapter param set" -> {
                in(parameters, in(o, "key"));
                parameters.put(in(o, "key"), in(o, "value"));
            }
            case "iscsi adapter auth chap set" -> {
                Map<String, String> it = at(chap, in(o, "direction"));
                it.put("Level", in(o, "level"));
                it.put("Auth Name", o.getOrDefault("authname", ""));
                it.put("secret", o.getOrDefault("secret", ""));
            }
            case "iscsi software set" -> iscsi.put("enabled", in(o, "enabled"));
            case "iscsi networkportal add" -> join(iscsi, "bound", in(o, "nic"));
            case "iscsi networkportal remove" -> leave(iscsi, "bound", in(o, "nic"));
            case "iscsi adapter discovery sendtarget add" -> join(iscsi, "send", in(o, "address"));
            case "iscsi adapter discovery sendtarget remove" -> leave(iscsi, "send", in(o, "address"));
            case "iscsi adapter discovery rediscover", "storage core adapter rescan" -> in(o, "adapter");
            case "storage nmp satp rule add" -> rules.add(ruleText(o));
            case "storage nmp satp rule remove" -> {
                if (!rules.remove(ruleText(o))) {
                    throw new IllegalStateException("no rule " + o);
                }
            }
            case "storage nmp device set" -> {
                Map<String, String> it = at(devices, in(o, "device"));
                it.put("Path Selection Policy", in(o, "psp"));
                it.put(
                        "Path Selection Policy Device Config",
                        in(o, "psp").equals("VMW_PSP_RR") ? "{policy=rr,iops=1000,bytes=10485760}" : "");
            }
            case "storage nmp psp roundrobin deviceconfig set" ->
                at(devices, in(o, "device"))
                        .put(
                                "Path Selection Policy Device Config",
                                "{policy=rr,iops=" + in(o, "iops") + ",bytes=10485760}");
            case "system settings advanced set" -> {
                copy(o, "int-value", at(settings, in(o, "option")), "Int Value");
                copy(o, "string-value", at(settings, in(o, "option")), "String Value");
            }
            default -> {
                if (!services.run(String.join(" ", command.words()), o)) {
                    throw new IllegalStateException("not understood: " + command);
                }
            }
        }
    }

    private static void failover(Map<String, String> o, Map<String, String> policy, String prefix) {
        if (o.containsKey("active-uplinks") || o.containsKey("standby-uplinks")) {
            policy.put(prefix + "Active Adapters", o.getOrDefault("active-uplinks", ""));
            policy.put(prefix + "Standby Adapters", o.getOrDefault("standby-uplinks", ""));
        }
        if (o.containsKey("load-balancing")) {
            policy.put(prefix + "Load Balancing", in(o, "load-balancing").replace("portid", "srcport"));
        }
        copy(o, "failback", policy, prefix + "Failback");
    }

    private static String ruleText(Map<String, String> o) {
        return o.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(";"));
    }

    private static void copy(Map<String, String> from, String option, Map<String, String> to, String field) {
        if (from.containsKey(option)) {
            to.put(field, in(from, option));
        }
    }

    private static List<String> split(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(","));
    }

    private static void join(Map<String, String> fields, String field, String item) {
        List<String> items = new ArrayList<>(split(in(fields, field)));
        if (items.contains(item)) {
            throw new IllegalStateException(item + " is in " + field + " already");
        }
        items.add(item);
        fields.put(field, String.join(",", field.endsWith("Adapters") ? items : new TreeSet<>(items)));
    }

    private static void leave(Map<String, String> fields, String field, String item) {
        List<String> items = new ArrayList<>(split(in(fields, field)));
        items.remove(item);
        fields.put(field, String.join(",", items));
    }

    private static List<Map<String, String>> named(Map<String, Map<String, String>> objects, String column) {
        return objects.entrySet().stream()
                .map(e -> {
                    Map<String, String> fields = new TreeMap<>(e.getValue());
                    fields.put(column, e.getKey());
                    return fields;
                })
                .toList();
    }

    private static String list(List<? extends Map<String, String>> rows) {
        StringBuilder xml = new StringBuilder("<list type=\"structure\">");
        for (Map<String, String> row : rows) {
            xml.append("<structure typeName=\"It\">");
            row.forEach((name, value) -> xml.append("<field name=\"")
                    .append(name.replace(" ", ""))
                    .append("\"><string>")
                    .append(value)
                    .append("</string></field>"));
            xml.append("</structure>");
        }
        return root(xml.append("</list>").toString());
    }

    private static String root(String content) {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                + "<output xmlns=\"http://www.vmware.com/Products/ESX/5.0/esxcli\"><root>" + content
                + "</root></output>";
    }
}
