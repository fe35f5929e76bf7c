package io.twinpath.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A forge in a folder: a repository with the committed site on {@code main}, one with Twinpath, and runners that check out. */
final class Forge {

    private final Path around;
    private final Path desk;
    private final Path tool;
    private final TestProject project;
    private final Shell shell;

    /** @param shell what all programs run with */
    Forge(Path folder, Shell shell) throws IOException {
        this.around = folder;
        this.shell = shell;
        desk = Files.createDirectory(folder.resolve("a clone"));
        tool = Files.createDirectory(folder.resolve("tool"));
        project = new TestProject(desk);
        Shell.launcher(tool.resolve("twinpath"));
        for (Path each : List.of(desk, tool)) {
            git(each, "init", "-q", "-b", "main");
            commit(each, "The first");
        }
    }

    /** The site as somebody works on it. */
    TestProject project() {
        return project;
    }

    Path folder() {
        return desk;
    }

    /** The address and the commit of Twinpath. */
    Map<String, String> tool() throws IOException {
        return Map.of("TWINPATH_SOURCE", tool.toString(), "TWINPATH_COMMIT", head(tool));
    }

    String git(String... arguments) throws IOException {
        return git(desk, arguments);
    }

    private String git(Path where, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        return shell.run(where, Map.of(), command).good().log().strip();
    }

    private String head(Path where) throws IOException {
        return git(where, "rev-parse", "HEAD");
    }

    String head() throws IOException {
        return head(desk);
    }

    void commit(String message) throws IOException {
        commit(desk, message);
    }

    private void commit(Path where, String message) throws IOException {
        git(where, "add", "--all", "--force", "--", ".", ":!.twinpath/lab", ":!.twinpath/lock*");
        git(where, "commit", "-q", "-m", message);
    }

    /** Changes one file on a new branch. */
    void branch(String name, String file, String from, String to) throws IOException {
        git("checkout", "-q", "-b", name, "main");
        edit(file, from, to);
        commit(name);
    }

    void edit(String file, String from, String to) throws IOException {
        String before = Files.readString(desk.resolve(file));
        String after = before.replace(from, to);
        if (after.equals(before)) {
            throw new IllegalArgumentException(file + " does not say " + from);
        }
        Files.writeString(desk.resolve(file), after);
    }

    /** Into main, as a merge commit. */
    void merge(String branch) throws IOException {
        git("checkout", "-q", "main");
        git("merge", "-q", "--no-ff", "-m", "Merge " + branch, branch);
    }

    /** A folder of its own in which a runner has checked out a branch, with all others known as {@code origin/…}. */
    Path checkout(String branch) throws IOException {
        Path workspace = Files.createTempDirectory(around, "runner").resolve("work space");
        git(around, "clone", "-q", "--no-hardlinks", desk.toString(), workspace.toString());
        git(workspace, "checkout", "-q", "--detach", "origin/" + branch);
        return workspace;
    }

    /** As a pull request is checked out: merged into main. */
    Path checkoutMerged(String branch) throws IOException {
        Path workspace = checkout("main");
        git(workspace, "merge", "-q", "--no-ff", "-m", "Merge", "origin/" + branch);
        return workspace;
    }
}
