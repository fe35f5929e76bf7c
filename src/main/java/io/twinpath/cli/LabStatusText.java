package io.twinpath.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The status of a lab for people. */
final class LabStatusText {

    private final JsonNode status;

    LabStatusText(JsonNode status) {
        this.status = status;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        int width = 2 + widest();
        status.path("hosts").properties().forEach(h -> lines.add(line(width, h.getKey(), host(h.getValue()))));
        status.path("vms")
                .properties()
                .forEach(v -> lines.add(line(
                        width,
                        v.getKey(),
                        v.getValue().asText() + " on "
                                + status.path("placed").path(v.getKey()).asText())));
        status.path("failed").forEach(f -> lines.add(line(width, "failed", f.asText())));
        status.path("happened")
                .forEach(h -> lines.add(line(
                        width,
                        "+" + h.path("after").asLong() + " s",
                        h.path("vm").asText() + " " + h.path("what").asText() + ": "
                                + h.path("because").asText())));
        return lines;
    }

    private int widest() {
        int widest = "failed".length();
        for (String part : List.of("hosts", "vms")) {
            for (var named : status.path(part).properties()) {
                widest = Math.max(widest, named.getKey().length());
            }
        }
        return widest;
    }

    private static String line(int width, String name, String text) {
        return name + " ".repeat(Math.max(1, width - name.length())) + text;
    }

    private static String host(JsonNode host) {
        if (!host.path("powered").asBoolean()) {
            return "off";
        }
        String reached = host.path("reachable").asBoolean() ? "reachable" : "cut off";
        return reached + ", " + host.path("active_paths").asInt() + " paths, "
                + host.path("dead_paths").asInt() + " dead";
    }
}
