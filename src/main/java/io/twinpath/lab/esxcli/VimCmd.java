package io.twinpath.lab.esxcli;

import java.util.List;
import java.util.Optional;

/** The few words of {@code vim-cmd} that tell which virtual machines there are, and the one that names a datastore anew. */
public final class VimCmd {

    private static final int FAILED = 1;
    private static final String RENAME = "hostsvc/datastore/rename";

    private final HostView host;

    public VimCmd(HostView host) {
        this.host = host;
    }

    /** Runs one call. */
    public Esxcli.Done call(List<String> words, StringBuilder out) {
        int exit = run(words, out);
        return new Esxcli.Done(exit, !words.isEmpty() && words.getFirst().equals(RENAME));
    }

    int run(List<String> words, StringBuilder out) {
        return switch (words.isEmpty() ? "" : words.getFirst()) {
            case "vmsvc/getallvms" -> all(out);
            case "vmsvc/power.getstate" -> state(words, out);
            case RENAME -> rename(words, out);
            default -> {
                out.append("Invalid command '").append(String.join(" ", words)).append("'.\n");
                yield FAILED;
            }
        };
    }

    private int all(StringBuilder out) {
        List<VirtualMachine> machines = VirtualMachine.registered(host);
        int name = width("Name", machines.stream().map(VirtualMachine::name).toList());
        int file = width("File", machines.stream().map(VimCmd::path).toList());
        int guest = width("Guest OS", machines.stream().map(m -> m.vm().guest).toList());
        String row = "%-4s   %-" + name + "s   %-" + file + "s   %-" + guest + "s   %-7s   %s\n";
        out.append(row.formatted("Vmid", "Name", "File", "Guest OS", "Version", "Annotation"));
        machines.forEach(m ->
                out.append(row.formatted("" + m.id(), m.name(), path(m), m.vm().guest, m.vm().hardware, m.vm().notes)));
        return 0;
    }

    private int rename(List<String> words, StringBuilder out) {
        if (words.size() < 3) {
            out.append("Insufficient arguments.\n");
            return FAILED;
        }
        try {
            FilesystemCommands.rename(host, words.get(1), words.get(2));
            return 0;
        } catch (Fault fault) {
            out.append(fault.text()).append('\n');
            return FAILED;
        }
    }

    private int state(List<String> words, StringBuilder out) {
        if (words.size() < 2) {
            out.append("Insufficient arguments.\n");
            return FAILED;
        }
        String id = words.get(1);
        Optional<VirtualMachine> machine = VirtualMachine.registered(host).stream()
                .filter(m -> Integer.toString(m.id()).equals(id))
                .findFirst();
        if (machine.isEmpty()) {
            out.append("(vim.fault.NotFound) {\n   faultCause = (vmodl.MethodFault) null,\n   msg = \"\"\n}\n")
                    .append("Unable to find a VM corresponding to \"")
                    .append(id)
                    .append("\"\n");
            return FAILED;
        }
        out.append("Retrieved runtime info\nPowered ")
                .append(machine.orElseThrow().on() ? "on" : "off")
                .append('\n');
        return 0;
    }

    private static String path(VirtualMachine machine) {
        return "[" + machine.datastore() + "] " + machine.file();
    }

    private static int width(String title, List<String> cells) {
        return Math.max(
                title.length(), cells.stream().mapToInt(String::length).max().orElse(0));
    }
}
