package io.twinpath.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.twinpath.diag.Diagnostic;
import io.twinpath.lab.Endpoints;
import io.twinpath.lab.LabStatus;
import io.twinpath.lab.control.ControlClient;
import io.twinpath.lab.site.Json;
import io.twinpath.lab.site.LabSites;
import io.twinpath.lab.site.LabState;
import io.twinpath.lab.site.Operation;
import io.twinpath.lab.site.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Makes things happen to a simulated site: to a running one over its control channel, else to the project's own. */
final class LabControl {

    private final Invocation run;

    LabControl(Invocation run) {
        this.run = run;
    }

    String apply(Operation operation) throws CliException {
        Optional<Path> endpoints = endpointsFile(run);
        if (endpoints.isPresent()) {
            Endpoints lab = Results.orElseThrow(Endpoints.read(endpoints.orElseThrow()), Exit.UNREACHABLE);
            return Results.orElseThrow(new ControlClient(lab.control()).apply(operation), Exit.FAILED);
        }
        return Results.orElseThrow(projectLab().apply(operation, Instant.now()), Exit.FAILED);
    }

    /** How the site stands. */
    JsonNode status() throws CliException {
        Optional<Path> endpoints = endpointsFile(run);
        if (endpoints.isPresent()) {
            Endpoints lab = Results.orElseThrow(Endpoints.read(endpoints.orElseThrow()), Exit.UNREACHABLE);
            return Results.orElseThrow(new ControlClient(lab.control()).status(), Exit.FAILED);
        }
        return Json.json().valueToTree(LabStatus.of(projectLab().site()));
    }

    /** The endpoints file that {@code --lab} or the environment names. */
    static Optional<Path> endpointsFile(Invocation run) {
        return run.root()
                .lab
                .or(() -> Optional.ofNullable(run.environment().get("TWINPATH_LAB"))
                        .filter(text -> !text.isBlank())
                        .map(Path::of));
    }

    private LabState projectLab() throws CliException {
        ProjectFolder folder = ProjectFolder.find(run);
        Workspace workspace = Workspace.load(folder, new ProjectOptions());
        String site = workspace.spec().project().lab().orElseThrow(() -> new CliException(Exit.USAGE, noLab()));
        Path file = folder.labState(site);
        if (Files.exists(file)) {
            return Results.orElseThrow(LabState.load(file), Exit.FAILED);
        }
        Site fresh = Results.orElseThrow(LabSites.open(site, Instant.now()), Exit.FAILED);
        return new LabState(file, fresh);
    }

    private static Diagnostic noLab() {
        return Diagnostic.error(
                        "CLI0004",
                        "No lab to operate on",
                        "The project has no project.connect.lab, and no running lab was named.")
                .hint("Name a running lab: twinpath --lab ENDPOINTS lab …");
    }
}
