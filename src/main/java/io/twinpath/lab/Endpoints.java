package io.twinpath.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.util.NavigableMap;
import java.util.TreeMap;

/** How to talk to a running lab: all that another process needs, and the shape of the endpoints file. */
public record Endpoints(NavigableMap<String, HostEndpoint> hosts, ControlEndpoint control) {

    public Endpoints {
        hosts = new TreeMap<>(hosts);
    }

    /** The file of a lab that runs, or ran. */
    public static Result<Endpoints> read(Path file) {
        try {
            return Result.ok(Json.json().readValue(SmallFile.read(file), Endpoints.class));
        } catch (JsonProcessingException wrong) {
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
        return Json.json().writeValueAsString(this);
    }
}
