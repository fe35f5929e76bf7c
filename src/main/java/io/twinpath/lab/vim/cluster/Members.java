package io.twinpath.lab.vim.cluster;

import io.twinpath.lab.site.Cluster;
import io.twinpath.lab.site.DrsRule;
import io.twinpath.lab.site.VmOverride;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.vim.World;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** The lists in a change of a cluster: overrides, rules and groups that are added, edited or taken out. */
final class Members {

    private final World world;
    private final Cluster cluster;
    private final Element spec;

    Members(World world, Cluster cluster, Element spec) {
        this.world = world;
        this.cluster = cluster;
        this.spec = spec;
    }

    void check() {
        for (Element change : spec.all("dasVmConfigSpec")) {
            boolean there = cluster.overrides.containsKey(machine(change))
                    && cluster.override(machine(change)).aboutHa();
            operation(change, there, "spec.dasVmConfigSpec");
        }
        for (Element change : spec.all("drsVmConfigSpec")) {
            operation(change, cluster.override(machine(change)).aboutDrs(), "spec.drsVmConfigSpec");
        }
        for (Element change : spec.all("rulesSpec")) {
            operation(change, rule(change).isPresent(), "spec.rulesSpec");
        }
        for (Element change : spec.all("groupSpec")) {
            String name = group(change);
            operation(
                    change,
                    cluster.vmGroups.containsKey(name) || cluster.hostGroups.containsKey(name),
                    "spec.groupSpec");
        }
    }

    private static void operation(Element change, boolean there, String path) {
        boolean fits = switch (kind(change)) {
            case "add" -> !there;
            case "edit", "remove" -> there;
            default -> false;
        };
        if (!fits) {
            throw Faults.invalidArgument(path + ".operation");
        }
    }

    void write() {
        spec.all("dasVmConfigSpec").forEach(this::das);
        spec.all("drsVmConfigSpec").forEach(this::drs);
        spec.all("groupSpec").forEach(this::writeGroup);
        spec.all("rulesSpec").forEach(this::writeRule);
    }

    private void das(Element change) {
        VmOverride own = cluster.overrides.computeIfAbsent(machine(change), n -> new VmOverride());
        if (kind(change).equals("remove")) {
            own.restartPriority = null;
            own.isolationResponse = null;
            own.onApd = null;
            own.onPdl = null;
            own.apdDelay = null;
            own.apdCleared = null;
        } else {
            ClusterChanges.override(own, change.required("info"));
        }
        tidy(machine(change), own);
    }

    private void drs(Element change) {
        VmOverride own = cluster.overrides.computeIfAbsent(machine(change), n -> new VmOverride());
        if (kind(change).equals("remove")) {
            own.drs = null;
            own.drsBehavior = null;
        } else {
            Element info = change.required("info");
            info.flag("enabled").ifPresent(f -> own.drs = f);
            info.text("behavior").ifPresent(t -> own.drsBehavior = t);
        }
        tidy(machine(change), own);
    }

    private void tidy(String vm, VmOverride own) {
        if (!own.aboutHa() && !own.aboutDrs()) {
            cluster.overrides.remove(vm);
        }
    }

    private void writeGroup(Element change) {
        String name = group(change);
        if (kind(change).equals("remove")) {
            cluster.vmGroups.remove(name);
            cluster.hostGroups.remove(name);
            return;
        }
        Element info = change.required("info");
        boolean hosts = info.type().equals("ClusterHostGroup");
        NavigableSet<String> members = names(info, hosts ? "host" : "vm", "spec.groupSpec.info");
        (hosts ? cluster.hostGroups : cluster.vmGroups).put(name, members);
    }

    private void writeRule(Element change) {
        Optional<Map.Entry<String, DrsRule>> found = rule(change);
        if (kind(change).equals("remove")) {
            found.ifPresent(r -> cluster.rules.remove(r.getKey()));
            return;
        }
        Element info = change.required("info");
        DrsRule rule = found.map(Map.Entry::getValue).orElseGet(DrsRule::new);
        rule.kind = kind(info.type(), info);
        info.flag("enabled").ifPresent(f -> rule.enabled = f);
        info.flag("mandatory").ifPresent(f -> rule.mandatory = f);
        if (!info.all("vm").isEmpty()) {
            rule.vms = names(info, "vm", "spec.rulesSpec.info.vm");
        }
        info.text("vmGroupName").ifPresent(g -> rule.vmGroup = g);
        info.text("affineHostGroupName")
                .or(() -> info.text("antiAffineHostGroupName"))
                .ifPresent(g -> rule.hostGroup = g);
        String name = info.text("name").or(() -> found.map(Map.Entry::getKey)).orElse("");
        found.ifPresent(r -> cluster.rules.remove(r.getKey()));
        cluster.rules.put(name, rule);
    }

    private static DrsRule.Kind kind(String type, Element info) {
        return switch (type) {
            case "ClusterAffinityRuleSpec" -> DrsRule.Kind.TOGETHER;
            case "ClusterAntiAffinityRuleSpec" -> DrsRule.Kind.APART;
            case "ClusterVmHostRuleInfo" ->
                info.child("affineHostGroupName").isPresent() ? DrsRule.Kind.ON_HOSTS : DrsRule.Kind.NOT_ON_HOSTS;
            default -> throw Faults.invalidArgument("spec.rulesSpec.info");
        };
    }

    /** The rule that a change is about: by its key, and for an addition by the name that it would take. */
    private Optional<Map.Entry<String, DrsRule>> rule(Element change) {
        Optional<Integer> key =
                change.number("removeKey").or(() -> change.number("info", "key").filter(k -> k > 0));
        String name = change.text("info", "name").orElse("");
        boolean adds = kind(change).equals("add");
        return cluster.rules.entrySet().stream()
                .filter(r -> adds
                        ? r.getKey().equals(name)
                        : key.filter(k -> k == r.getValue().key).isPresent())
                .findFirst();
    }

    private static String group(Element change) {
        return change.text("removeKey").or(() -> change.text("info", "name")).orElse("");
    }

    private String machine(Element change) {
        Element key = change.child("removeKey")
                .or(() -> change.at("info", "key"))
                .orElseThrow(() -> Faults.invalidArgument("spec.info.key"));
        return world.key(key.kind().isEmpty() ? new Ref("VirtualMachine", key.text()) : key.ref())
                .filter(world.site().vms::containsKey)
                .orElseThrow(() -> Faults.invalidArgument("spec.info.key"));
    }

    private NavigableSet<String> names(Element in, String field, String path) {
        NavigableSet<String> names = new TreeSet<>();
        in.all(field).forEach(e -> names.add(world.key(e.ref()).orElseThrow(() -> Faults.invalidArgument(path))));
        return names;
    }

    private static String kind(Element change) {
        return change.text("operation").orElse("add");
    }
}
