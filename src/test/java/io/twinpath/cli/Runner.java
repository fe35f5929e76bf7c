package io.twinpath.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs the commands of one job as the runners of forges do: each in a shell of its own, until one fails. */
final class Runner {

    private final Shell shell;
    private final Path workspace;
    private final Path temporary;
    private String path = "";

    Runner(Shell shell, Path workspace) throws IOException {
        this.shell = shell;
        this.workspace = workspace;
        this.temporary = Files.createDirectory(workspace.resolveSibling("temp"));
    }

    Path workspace() {
        return workspace;
    }

    /** What the job says to the page of its run. */
    String summary() throws IOException {
        Path file = temporary.resolve("summary");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    /**
     * The steps of GitHub, whose runner others have copied.
     *
     * @param given variables of the event, and those that the documentation has people fill in
     */
    Shell.Ran steps(List<PipelineFile.Command> commands, Map<String, String> given) throws IOException {
        StringBuilder log = new StringBuilder();
        for (PipelineFile.Command command : commands) {
            Path paths = Files.writeString(temporary.resolve("path"), "");
            Map<String, String> variables = new HashMap<>(command.variables());
            variables.putAll(given);
            variables.put("RUNNER_TEMP", temporary.toString());
            variables.put("GITHUB_PATH", paths.toString());
            variables.put("GITHUB_STEP_SUMMARY", temporary.resolve("summary").toString());
            variables.put("PATH", path + System.getenv("PATH"));
            Path script = Files.writeString(temporary.resolve("step.sh"), command.script());
            Shell.Ran ran = shell.run(
                    workspace,
                    variables,
                    List.of("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", script.toString()));
            log.append("# ").append(command.name()).append('\n').append(ran.log());
            if (ran.exit() != 0) {
                return new Shell.Ran(ran.exit(), log.toString());
            }
            for (String more : Files.readAllLines(paths)) {
                path = more + ":" + path;
            }
        }
        return new Shell.Ran(0, log.toString());
    }

    /** The one script of GitLab, in the shell of an image without bash. */
    Shell.Ran script(PipelineFile.Command command, Map<String, String> given) throws IOException {
        Map<String, String> variables = new HashMap<>(command.variables());
        variables.putAll(given);
        Path script = Files.writeString(temporary.resolve("job.sh"), command.script());
        List<String> sh = new ArrayList<>(List.of("sh", "-e", script.toString()));
        return shell.run(workspace, variables, sh);
    }
}
