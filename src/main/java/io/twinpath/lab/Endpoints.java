package io.twinpath.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinpath.diag.Result;
import io.twinpath.lab.control.ControlEndpoint;
import io.twinpath.lab.site.Json;
import io.twinpath.lab.site.LabProblem;
import io.twinpath.lab.site.PrivateFile;
import io.twinpath.lab.site.SmallFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** How to talk to a running lab: all that another process needs, and the shape of the endpoints file. */
public record Endpoints(
        NavigableMap<String, HostEndpoint> hosts, Optional<ApiEndpoint> vcenter, ControlEndpoint control) {

    private static final String HOSTS = "hosts";
    private static final String VCENTER = "vcenter";
    private static final String CONTROL = "control";

    public Endpoints {
        hosts = new TreeMap<>(hosts);
    }

    /** The file of a lab that runs, or ran. */
    public static Result<Endpoints> read(Path file) {
        try {
            return Result.ok(of(Json.json().readTree(SmallFile.read(file))));
        } catch (JsonProcessingException | IllegalArgumentException wrong) {
            return Result.failed(LabProblem.controlFailed(file.toString(), "not an endpoints file"));
        } catch (IOException wrong) {
            String why = Files.isDirectory(file) ? "it is a folder" : "the endpoints file cannot be read";
            return Result.failed(LabProblem.controlFailed(file.toString(), why));
        }
    }

    /** Writes the file in one step, for its owner only. */
    public Result<Path> write(Path file) {
        try {
            PrivateFile.write(file, (json() + "\n").getBytes(StandardCharsets.UTF_8));
            return Result.ok(file);
        } catch (IOException wrong) {
            return Result.failed(LabProblem.stateUnwritable(file.toString(), LabProblem.why(wrong)));
        }
    }

    /** One line. */
    public String json() throws JsonProcessingException {
        ObjectNode all = Json.json().createObjectNode();
        all.set(HOSTS, Json.json().valueToTree(hosts));
        vcenter.ifPresent(v -> all.set(VCENTER, Json.json().valueToTree(v)));
        all.set(CONTROL, Json.json().valueToTree(control));
        return Json.json().writeValueAsString(all);
    }

    private static Endpoints of(JsonNode all) throws JsonProcessingException {
        if (!all.path(HOSTS).isObject() || !all.path(CONTROL).isObject()) {
            throw new IllegalArgumentException("not an endpoints file");
        }
        NavigableMap<String, HostEndpoint> hosts = new TreeMap<>();
        for (Map.Entry<String, JsonNode> host : all.path(HOSTS).properties()) {
            hosts.put(host.getKey(), Json.json().treeToValue(host.getValue(), HostEndpoint.class));
        }
        Optional<ApiEndpoint> centre = all.has(VCENTER)
                ? Optional.of(Json.json().treeToValue(all.path(VCENTER), ApiEndpoint.class))
                : Optional.empty();
        return new Endpoints(hosts, centre, Json.json().treeToValue(all.path(CONTROL), ControlEndpoint.class));
    }
}
