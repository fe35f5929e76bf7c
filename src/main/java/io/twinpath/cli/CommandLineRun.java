package io.twinpath.cli;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Nearest;
import io.twinpath.report.DiagnosticText;
import io.twinpath.report.Printable;
import io.twinpath.report.Sources;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** One run of the command line: from arguments to an exit code. Never throws and never prints a stack trace. */
final class CommandLineRun {

    private final Console console;
    private final Map<String, String> environment;

    CommandLineRun(Console console, Map<String, String> environment) {
        this.console = console;
        this.environment = environment;
    }

    int run(List<String> arguments) {
        Foresight.begin(arguments);
        RootVerb root = new RootVerb();
        Invocation invocation = new Invocation(root, console, environment);
        Verbs verbs = new Verbs(invocation);
        CommandLine line = new CommandLine(root.syntax().spec());
        verbs.addTo(line, arguments);
        line.setOut(writer(console.out()));
        line.setErr(writer(console.err()));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(this::usageError);
        line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, invocation.console()));
        line.setExecutionStrategy(parsed -> {
            if (parsed.subcommand() == null && !parsed.isUsageHelpRequested() && !parsed.isVersionHelpRequested()) {
                line.usage(line.getErr());
                return Exit.USAGE.code();
            }
            return new CommandLine.RunLast().execute(parsed);
        });
        return line.execute(arguments.toArray(String[]::new));
    }

    private static PrintWriter writer(java.io.PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    private int usageError(ParameterException e, String[] arguments) {
        PrintWriter err = e.getCommandLine().getErr();
        CommandSpec verb = e.getCommandLine().getCommandSpec();
        err.println("twinpath: " + message(e, verb));
        err.println("Try \"" + verb.qualifiedName() + " --help\".");
        return Exit.USAGE.code();
    }

    private static String message(ParameterException e, CommandSpec verb) {
        if (!(e instanceof UnmatchedArgumentException unmatched) || unmatched.isUnknownOption()) {
            return String.valueOf(e.getMessage());
        }
        String argument = Printable.line(unmatched.getUnmatched().getFirst());
        if (verb.subcommands().isEmpty()) {
            return "\"" + argument + "\" is one argument too many.";
        }
        List<String> near = Nearest.hint(argument, verb.subcommands().keySet());
        return "\"" + argument + "\" is no command." + (near.isEmpty() ? "" : " " + near.getFirst());
    }

    private static int failed(Exception e, Console console) {
        if (e instanceof CliException expected) {
            Sources sources = name -> Optional.ofNullable(expected.sources().get(name));
            DiagnosticText text = new DiagnosticText(sources, console.errStyle());
            console.err().print(text.all(expected.diagnostics()));
            return expected.exit().code();
        }
        return bug(e, console);
    }

    /** Says that it is ours, and enough to report it: the first frames, in one line each, without a raw trace. */
    private static int bug(Exception e, Console console) {
        StringBuilder frames = new StringBuilder();
        for (StackTraceElement frame : e.getStackTrace()) {
            if (frame.getClassName().startsWith("io.twinpath.") && frames.length() < 400) {
                frames.append("  ").append(frame).append('\n');
            }
        }
        Diagnostic d = Diagnostic.error(
                        "CLI0001",
                        "A bug in Twinpath",
                        e.getClass().getSimpleName() + ": " + e.getMessage() + "\n" + frames)
                .hint("This is not your fault. Please report it with these lines and the command you ran.");
        console.err().print(new DiagnosticText(Sources.NONE, console.errStyle()).one(d));
        return Exit.BUG.code();
    }
}
