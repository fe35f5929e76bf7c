package io.twinpath.lab.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinpath.diag.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A site kept in a file, so that it outlives the process. Holds host keys and passwords: readable by its owner only.
 *
 * @param file where it is kept
 * @param site the site as it stood when last saved
 */
public record LabState(Path file, Site site) {

    private static final int FORMAT = 2;

    /** The site that a file holds. */
    public static Result<LabState> load(Path file) {
        try {
            if (!(Json.json().readTree(SmallFile.read(file)) instanceof ObjectNode root)
                    || root.path("format").asInt() != FORMAT
                    || !root.path("site").isObject()) {
                return Result.failed(
                        LabProblem.stateUnreadable(file.toString(), "it is not a state file of this version"));
            }
            return Result.ok(new LabState(file, Json.json().treeToValue(root.path("site"), Site.class)));
        } catch (JsonProcessingException | IllegalArgumentException damaged) {
            return Result.failed(LabProblem.stateUnreadable(file.toString(), "it is damaged"));
        } catch (IOException wrong) {
            return Result.failed(LabProblem.stateUnreadable(file.toString(), why(file)));
        }
    }

    /** Replaces the file in one step. */
    public void save() throws IOException {
        ObjectNode root = Json.json().createObjectNode();
        root.put("format", FORMAT);
        root.set("site", Json.json().valueToTree(site));
        PrivateFile.write(file, Json.json().writeValueAsString(root).getBytes(StandardCharsets.UTF_8));
    }

    /** Carries an operation out on the file, for a lab that does not run. */
    public Result<String> apply(Operation operation, Instant now) {
        Result<String> done = new Operations(site, now).apply(operation);
        if (done instanceof Result.Ok<String>) {
            try {
                save();
            } catch (IOException wrong) {
                return Result.failed(LabProblem.stateUnwritable(file.toString(), LabProblem.why(wrong)));
            }
        }
        return done;
    }

    private static String why(Path file) {
        if (Files.isDirectory(file)) {
            return "it is a folder";
        }
        return Files.exists(file) ? "it cannot be read" : "there is no such file";
    }
}
