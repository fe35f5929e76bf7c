package io.twinpath.lab.esxcli;

import java.util.List;
import java.util.Optional;

/**
 * The program. Everything goes to standard output, errors too, and the exit code is 0 or 1, as on a real host.
 *
 * <p>Not safe for several threads: the caller holds the lab's lock.
 */
public final class Esxcli {

    private static final int DONE = 0;
    private static final int FAILED = 1;

    private final HostView host;

    public Esxcli(HostView host) {
        this.host = host;
    }

    /**
     * What a call did.
     *
     * @param exit 0 or 1
     * @param changed whether the host may have changed
     */
    public record Done(int exit, boolean changed) {}

    /** Runs one call. */
    public Done run(List<String> words, StringBuilder out) {
        try {
            GlobalOptions options = GlobalOptions.parse(words);
            Optional<Format> format = options.format(host.release().atLeast(7, 0));
            if (format.isEmpty()) {
                out.append("Unable to find requested formatter: ")
                        .append(options.formatterName())
                        .append('\n');
                return new Done(FAILED, false);
            }
            if (options.version()) {
                out.append("Script 'esxcli' version: ")
                        .append(host.release().version())
                        .append('\n');
                return new Done(DONE, false);
            }
            return dispatch(options, format.orElseThrow(), out);
        } catch (UsageException wrong) {
            return refuse(wrong.text(), Usage.of(List.of(), CommandTable.all()), out);
        }
    }

    private Done dispatch(GlobalOptions options, Format format, StringBuilder out) {
        List<String> rest = options.rest();
        Optional<Command> command = CommandTable.find(rest).filter(this::isInThisRelease);
        if (command.isPresent()) {
            List<String> words = rest.subList(command.orElseThrow().words().size(), rest.size());
            return call(command.orElseThrow(), words, options, format, out);
        }
        List<String> named = rest.stream().takeWhile(w -> !w.startsWith("-")).toList();
        boolean asked = options.help() || named.size() < rest.size() || named.isEmpty();
        if (CommandTable.isNamespace(named)) {
            out.append(Usage.of(named, CommandTable.all()));
            return new Done(asked ? DONE : FAILED, false);
        }
        out.append("Error: Unknown command or namespace ")
                .append(String.join(" ", named))
                .append("\n");
        return new Done(FAILED, false);
    }

    private boolean isInThisRelease(Command command) {
        return host.release().atLeast(7, 0)
                || command.words().size() < 2
                || !command.words().subList(0, 2).equals(NtpCommands.NAMESPACE);
    }

    private Done call(Command command, List<String> words, GlobalOptions options, Format format, StringBuilder out) {
        if (options.help() || words.contains("--help") || words.contains("-?")) {
            out.append(Usage.of(command));
            return new Done(DONE, false);
        }
        try {
            Output output = command.handler().run(host, new OptionParser(command, words).parse());
            format.print(output, options.parameters(), out);
            return new Done(DONE, command.changes());
        } catch (UsageException wrong) {
            return refuse(wrong.text(), Usage.of(command), out);
        } catch (Fault fault) {
            out.append(fault.text()).append('\n');
            return new Done(FAILED, command.changes());
        }
    }

    private static Done refuse(String message, String usage, StringBuilder out) {
        out.append("Error: ").append(message).append("\n\n").append(usage);
        return new Done(FAILED, false);
    }
}
