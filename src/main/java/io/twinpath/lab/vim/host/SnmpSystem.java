package io.twinpath.lab.vim.host;

import io.twinpath.lab.site.Agent;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.vim.Methods;
import java.util.List;
import java.util.stream.Stream;

/** The SNMP agent of a host, as far as this API knows it. */
record SnmpSystem(HostContext at) implements HostPart {

    @Override
    public Data properties() {
        return Data.of("HostSnmpSystem")
                .lazy("configuration", this::configuration)
                .put(
                        "limits",
                        Data.of("HostSnmpSystemAgentLimits")
                                .number("maxReadOnlyCommunities", 10)
                                .number("maxTrapDestinations", 3)
                                .number("maxCommunityLength", 64)
                                .number("maxBufferSize", 65_536)
                                .text("capability", "COMPLETE"));
    }

    @Override
    public Methods calls() {
        return Methods.none().does("ReconfigureSnmpAgent", c -> change(c.argument("spec")));
    }

    private Data configuration() {
        Agent agent = at.host().agent;
        return Data.of("HostSnmpConfigSpec")
                .flag("enabled", agent.enabled)
                .number("port", Integer.parseInt(agent.set.getOrDefault("port", "161")))
                .texts("readOnlyCommunities", words(agent.set.getOrDefault("communities", "")))
                .list(
                        "trapTargets",
                        "HostSnmpDestination",
                        words(agent.set.getOrDefault("targets", "")).stream().flatMap(SnmpSystem::target))
                .unset("option");
    }

    /** Written as {@code 10.0.0.9@162/public}. */
    private static Stream<Data> target(String text) {
        String[] parts = text.split("[@/]", -1);
        return parts.length == 3 && parts[1].matches("[0-9]{1,5}")
                ? Stream.of(Data.of("HostSnmpDestination")
                        .text("hostName", parts[0])
                        .number("port", Integer.parseInt(parts[1]))
                        .text("community", parts[2]))
                : Stream.empty();
    }

    private void change(Element spec) {
        Agent agent = at.host().agent;
        spec.flag("enabled").ifPresent(e -> agent.enabled = e);
        spec.number("port").ifPresent(p -> agent.set.put("port", Integer.toString(p)));
        if (spec.child("readOnlyCommunities").isPresent()) {
            agent.set.put("communities", String.join(",", spec.texts("readOnlyCommunities")));
        }
        if (spec.child("trapTargets").isPresent()) {
            agent.set.put(
                    "targets",
                    String.join(
                            ",",
                            spec.all("trapTargets").stream()
                                    .map(t -> t.need("hostName") + "@"
                                            + t.number("port").orElse(162) + "/" + t.need("community"))
                                    .toList()));
        }
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(",", -1)).filter(w -> !w.isEmpty()).toList();
    }
}
