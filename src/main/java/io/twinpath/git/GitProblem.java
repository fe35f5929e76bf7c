package io.twinpath.git;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Nearest;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.eclipse.jgit.errors.UnsupportedPackIndexVersionException;
import org.eclipse.jgit.errors.UnsupportedPackVersionException;

/** Everything that this stage says to people. */
final class GitProblem {

    private static final String DEEPEN = "This clone is shallow. Get the rest of its history: git fetch --unshallow";

    private GitProblem() {}

    static History.Fault fault(String code) {
        return switch (code) {
            case "GIT0006", "GIT0011" -> History.Fault.PROJECT;
            case "GIT0007", "GIT0008" -> History.Fault.REPOSITORY;
            default -> History.Fault.QUESTION;
        };
    }

    static Diagnostic malformedRange(String text) {
        return Diagnostic.error(
                        "GIT0001", "Malformed range of revisions", "\"" + text + "\" does not name two revisions.")
                .hint("Write A..B; A.. for A and the working tree; A...B to start where the two histories parted.");
    }

    static Diagnostic noRepository(Path start) {
        return Diagnostic.error(
                        "GIT0002",
                        "No Git repository",
                        "Neither \"" + start + "\" nor any folder above it is in a Git repository, so there are no "
                                + "revisions to compare.")
                .hint("Go to a clone of the project, or name it: twinpath -C DIR diff …");
    }

    static Diagnostic brokenLink(Path link) {
        return Diagnostic.error(
                        "GIT0002",
                        "No Git repository",
                        "\"" + link + "\" names the folder of a repository that is not there. It belongs to a linked "
                                + "working tree or a submodule that was moved.")
                .hint("Mend a linked working tree in its main clone: git worktree repair")
                .hint("Set a submodule up again in the repository around it: git submodule update --init");
    }

    static Diagnostic unknownRevision(String revision, Collection<String> known, boolean shallow) {
        Diagnostic unknown = Diagnostic.error(
                "GIT0003", "Unknown revision", "The repository knows no revision \"" + revision + "\".");
        for (String name : known) {
            if (name.endsWith("/" + revision)) {
                unknown = unknown.hint("Did you mean \"" + name + "\"?");
            }
        }
        if (unknown.hints().isEmpty()) {
            for (String hint : Nearest.hint(revision, known)) {
                unknown = unknown.hint(hint);
            }
        }
        return shallow ? unknown.hint(DEEPEN) : unknown;
    }

    static Diagnostic malformedRevision(String revision) {
        return Diagnostic.error("GIT0003", "Unknown revision", "\"" + revision + "\" cannot be the name of a revision.")
                .hint("Name a branch, a tag or a hash, or go back from one: main~2");
    }

    static Diagnostic ambiguous(String revision, List<String> candidates) {
        return Diagnostic.error(
                        "GIT0004",
                        "Ambiguous revision",
                        "More than one object starts with \"" + revision + "\": " + String.join(", ", candidates) + ".")
                .hint("Write more digits of the hash.");
    }

    static Diagnostic noFiles(String revision) {
        return Diagnostic.error(
                        "GIT0005",
                        "Not a revision",
                        "\"" + revision + "\" names a single file, which holds no project.")
                .hint("Name a commit, a tag or a branch.");
    }

    static Diagnostic noCommit(String one, String other) {
        return Diagnostic.error(
                        "GIT0005",
                        "Not a revision",
                        "\"" + one + "\" and \"" + other + "\" are not both commits, and only commits have a history.")
                .hint("Compare them as they are, with two dots: " + one + ".." + other);
    }

    static Diagnostic noProject(String revision, String prefix) {
        String where = prefix.isEmpty() ? "inventory" : prefix + "/inventory";
        return Diagnostic.error(
                        "GIT0006",
                        "No project at this revision",
                        "At " + revision + " there is no file " + where
                                + "/*.yml, so nothing says what the site should be. What is missing is never taken for "
                                + "\"nothing is wanted\".")
                .hint("When the project lay in another folder then, name it: --path DIR");
    }

    static Diagnostic missing(String revision, String object, boolean shallow) {
        return Diagnostic.error(
                        "GIT0007",
                        "Objects are missing",
                        revision + " needs the object " + object + ", which is not in this clone.")
                .hint(
                        shallow
                                ? DEEPEN
                                : "In a partial clone, let Git fetch it: git cat-file -e " + object
                                        + ". Otherwise the repository is damaged: git fsck");
    }

    static Diagnostic unreadable(String what, Exception e) {
        boolean newer = e instanceof UnsupportedPackVersionException
                || e instanceof UnsupportedPackIndexVersionException
                || String.valueOf(e.getMessage()).contains("repository format");
        String why = String.valueOf(e.getMessage());
        return Diagnostic.error(
                        "GIT0008", "Repository that cannot be read", "Reading " + what + " failed: " + ended(why))
                .hint(
                        newer
                                ? "Its format is newer than Twinpath knows. Compare in a clone of the usual format."
                                : "Let Git look at it: git fsck");
    }

    private static String ended(String sentence) {
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }

    static Diagnostic bare(Path repository) {
        return Diagnostic.error(
                        "GIT0009",
                        "No working tree",
                        "\"" + repository
                                + "\" is a bare repository: it has revisions, and no files to compare them with.")
                .hint("Name both revisions: A..B");
    }

    static Diagnostic noCommonAncestor(String one, String other, boolean shallow) {
        return Diagnostic.error(
                        "GIT0010",
                        "No common history",
                        "The histories of \"" + one + "\" and \"" + other + "\" never parted: they have no commit in "
                                + "common.")
                .hint(shallow ? DEEPEN : "Compare them as they are, with two dots: " + one + ".." + other);
    }

    static Diagnostic tooManyFiles(String revision, int most) {
        return Diagnostic.error(
                "GIT0011",
                "Too many files in the project",
                "At " + revision + " there are more than " + most + " files and folders below inventory and modules.");
    }
}
