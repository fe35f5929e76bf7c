package io.twinpath.cli;

import io.twinpath.cli.completion.Script;
import io.twinpath.cli.completion.VerbTable;
import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Nearest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Writes the script by which a shell completes verbs, options, hosts and addresses. */
final class CompletionVerb implements Callable<Integer> {

    private final Invocation run;

    private String shell = "";

    CompletionVerb(Invocation run) {
        this.run = run;
    }

    Syntax syntax() {
        return Syntax.verb(
                        "completion",
                        this,
                        "Write the completion script of a shell to standard output: verbs, options, hosts, groups, addresses.")
                .parameter("SHELL", String.class, given -> shell = given, "bash, zsh, fish or powershell.")
                .examples(
                        "source <(twinpath completion bash)",
                        "twinpath completion zsh > ~/.zsh/completions/_twinpath",
                        "twinpath completion fish > ~/.config/fish/completions/twinpath.fish");
    }

    @Override
    public Integer call() throws CliException {
        Script script = Script.of(shell).orElseThrow(() -> unknown(shell));
        run.out().print(script.text(VerbTable.of(everything(run.console(), run.environment()))));
        return Exit.DONE.code();
    }

    /** Every verb, as help sees them. */
    static CommandLine everything(Console console, Map<String, String> environment) {
        RootVerb root = new RootVerb();
        CommandLine line = new CommandLine(root.syntax().spec());
        new Verbs(new Invocation(root, console, environment)).addTo(line, List.of());
        return line;
    }

    private static CliException unknown(String shell) {
        List<String> near = Nearest.hint(shell, Script.words());
        return new CliException(
                Exit.USAGE,
                Diagnostic.error("CLI0043", "Unknown shell", "There is no completion for \"" + shell + "\".")
                        .hint(
                                near.isEmpty()
                                        ? "The shells are " + String.join(", ", Script.words()) + "."
                                        : near.getFirst()));
    }
}
