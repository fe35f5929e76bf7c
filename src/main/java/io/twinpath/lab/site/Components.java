package io.twinpath.lab.site;

import io.twinpath.diag.Result;
import java.util.Collection;
import java.util.function.Function;

/** Finds the parts of a site by the names people write. */
public final class Components {

    private final Site site;
    private final String typed;

    private Components(Site site, String typed) {
        this.site = site;
        this.typed = typed;
    }

    /** The part that {@code text} names, such as {@code nic:esxi3.lain.local/vmnic4}. */
    public static Result<Component> parse(Site site, String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return Result.failed(LabProblem.malformedOperation(text, "a component has a kind, a colon and a name"));
        }
        return new Components(site, text).of(text.substring(0, colon), text.substring(colon + 1));
    }

    private Result<Component> of(String kind, String name) {
        return switch (kind) {
            case "switch" -> known("switch", name, site.switches.keySet(), Component.Switch::new);
            case "array" -> known("array", name, site.arrays.keySet(), Component.ArrayNamed::new);
            case "host" -> known("host", name, site.hosts.keySet(), Component.HostNamed::new);
            case "portal" -> known("portal", name, portals(), Component.PortalAt::new);
            case "lun" -> known("lun", name, luns(), Component.Lun::new);
            case "nic" -> onHost(name, "vmnic", this::vmnics, Component.NicPort::new);
            case "card" -> onHost(name, "card in slot", h -> site.host(h).cards.keySet(), Component.CardIn::new);
            default -> Result.failed(LabProblem.malformedOperation(typed, "no kind of component is \"" + kind + "\""));
        };
    }

    private Result<Component> onHost(
            String name, String what, Function<String, Collection<String>> parts, Pair constructor) {
        int slash = name.indexOf('/');
        String host = slash < 0 ? name : name.substring(0, slash);
        String part = slash < 0 ? "" : name.substring(slash + 1);
        if (!site.hosts.containsKey(host)) {
            return Result.failed(LabProblem.unknownComponent(typed, "host", host, site.hosts.keySet()));
        }
        return known(what, part, parts.apply(host), p -> constructor.of(host, p));
    }

    private Result<Component> known(
            String what, String name, Collection<String> names, Function<String, Component> constructor) {
        return names.contains(name)
                ? Result.ok(constructor.apply(name))
                : Result.failed(LabProblem.unknownComponent(typed, what, name, names));
    }

    private Collection<String> vmnics(String host) {
        return Hardware.nics(host, site.host(host)).stream().map(Nic::name).toList();
    }

    private Collection<String> luns() {
        return site.arrays.values().stream()
                .flatMap(a -> a.luns.stream())
                .map(Disk::device)
                .toList();
    }

    private Collection<String> portals() {
        return site.arrays.values().stream()
                .flatMap(a -> a.portals.stream())
                .map(Portal::ip)
                .toList();
    }

    @FunctionalInterface
    private interface Pair {
        Component of(String host, String part);
    }
}
