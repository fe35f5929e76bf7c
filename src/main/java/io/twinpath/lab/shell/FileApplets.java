package io.twinpath.lab.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applets that change the file tree. Each change is one atomic step of the {@link FileSystem}. */
final class FileApplets {

    private FileApplets() {}

    static int mkdir(Call call) {
        return each(call, "p", (flags, path) -> {
            if (!flags.has('p')) {
                failing(() -> call.files().makeDirectory(call.path(path)), "can't create directory '" + path + "'");
                return;
            }
            int slash = 0;
            while (slash >= 0) {
                slash = path.indexOf('/', slash + 1);
                String step = call.path(slash < 0 ? path : path.substring(0, slash));
                if (!call.files().isDirectory(step)) {
                    failing(() -> makeOrFind(call.files(), step), "can't create directory '" + path + "'");
                }
            }
        });
    }

    /** Another command may have made the directory in the meantime. */
    private static void makeOrFind(FileSystem files, String path) throws FileException {
        try {
            files.makeDirectory(path);
        } catch (FileException e) {
            if (!files.isDirectory(path)) {
                throw e;
            }
        }
    }

    static int rmdir(Call call) {
        return each(call, "p", (flags, path) -> {
            if (call.files().exists(call.path(path)) && !call.files().isDirectory(call.path(path))) {
                throw new Refused("'" + path + "': " + FileTrouble.NOT_A_DIRECTORY.words());
            }
            failing(() -> call.files().remove(call.path(path)), "'" + path + "'");
        });
    }

    static int rm(Call call) {
        Optional<Flags> flags = Flags.of(call, "rRfi", "");
        if (flags.isPresent() && flags.get().rest().isEmpty() && flags.get().has('f')) {
            return 0;
        }
        return each(call, "rRfi", (options, path) -> {
            boolean recursive = options.has('r') || options.has('R');
            if (!call.files().exists(call.path(path)) && options.has('f')) {
                return;
            }
            if (call.files().isDirectory(call.path(path)) && !recursive) {
                throw new Refused("'" + path + "' is a directory");
            }
            failing(() -> remove(call.files(), call.path(path)), "can't remove '" + path + "'");
        });
    }

    private static void remove(FileSystem files, String path) throws FileException {
        if (files.isDirectory(path)) {
            for (String name : files.list(path)) {
                remove(files, path + "/" + name);
            }
        }
        files.remove(path);
    }

    static int mv(Call call) {
        return toTarget(call, "fT", (flags, from, to) -> {
            if (!call.files().exists(call.path(from))) {
                throw new Refused("can't rename '" + from + "': " + FileTrouble.NOT_FOUND.words());
            }
            failing(() -> call.files().rename(call.path(from), call.path(to)), "can't rename '" + from + "'");
        });
    }

    static int cp(Call call) {
        return toTarget(call, "fpa", (flags, from, to) -> {
            if (!call.files().exists(call.path(from))) {
                throw new Refused("can't stat '" + from + "': " + FileTrouble.NOT_FOUND.words());
            }
            if (call.files().isDirectory(call.path(from))) {
                throw new Refused("omitting directory '" + from + "'");
            }
            failing(
                    () -> call.files().writeOctets(call.path(to), call.files().readOctets(call.path(from)), false),
                    "can't create '" + to + "'");
        });
    }

    private static int toTarget(Call call, String options, Move move) {
        Optional<Flags> flags = Flags.of(call, options, "");
        if (flags.isEmpty() || flags.get().rest().size() < 2) {
            return flags.isEmpty() ? 1 : call.fail("missing file operand");
        }
        List<String> rest = flags.get().rest();
        String target = rest.getLast();
        boolean into =
                call.files().isDirectory(call.path(target)) && !flags.get().has('T');
        if (rest.size() > 2 && !into) {
            return call.fail("target '" + target + "': " + FileTrouble.NOT_A_DIRECTORY.words());
        }
        int status = 0;
        for (String from : rest.subList(0, rest.size() - 1)) {
            try {
                move.run(
                        flags.get(),
                        from,
                        into ? target.replaceFirst("/+$", "") + "/" + SystemApplets.base(from) : target);
            } catch (Refused e) {
                status = call.fail(e.said);
            }
        }
        return status;
    }

    static int touch(Call call) {
        return each(call, "c", (flags, path) -> {
            if (flags.has('c') && !call.files().exists(call.path(path))) {
                return;
            }
            failing(() -> call.files().touch(call.path(path)), path);
        });
    }

    static int ls(Call call) {
        Optional<Flags> parsed = Flags.of(call, "1aAldh", "");
        if (parsed.isEmpty()) {
            return 1;
        }
        Flags flags = parsed.get();
        List<String> paths = flags.rest().isEmpty() ? List.of(".") : flags.rest();
        List<String> plain = new ArrayList<>();
        List<String> folders = new ArrayList<>();
        int status = 0;
        for (String path : paths.stream().sorted().toList()) {
            if (!call.files().exists(call.path(path))) {
                status = call.fail(path + ": " + FileTrouble.NOT_FOUND.words());
            } else if (call.files().isDirectory(call.path(path)) && !flags.has('d')) {
                folders.add(path);
            } else {
                plain.add(path);
            }
        }
        plain.forEach(path -> entry(call, flags, call.path(path), path));
        boolean first = plain.isEmpty();
        for (String folder : folders) {
            call.out(paths.size() > 1 ? (first ? "" : "\n") + folder + ":\n" : "");
            first = false;
            folder(call, flags, folder);
        }
        return status;
    }

    private static void folder(Call call, Flags flags, String folder) {
        List<String> names = new ArrayList<>(flags.has('a') ? List.of(".", "..") : List.of());
        try {
            call.files().list(call.path(folder)).stream()
                    .filter(name -> !name.startsWith(".") || flags.has('a') || flags.has('A'))
                    .forEach(names::add);
        } catch (FileException e) {
            call.fail(folder + ": " + e.trouble().words());
        }
        names.forEach(name -> entry(call, flags, call.path(folder) + "/" + name, name));
    }

    private static void entry(Call call, Flags flags, String path, String name) {
        if (!flags.has('l')) {
            call.line(name);
            return;
        }
        String mode = call.files().isDirectory(path) ? "drwxr-xr-x" : "-rw-r--r--";
        String size = Long.toString(call.files().size(path));
        String time = SystemApplets.formatted(call.files().changed(path), "%b %e %H:%M");
        call.line(mode + "    1 root     root     " + " ".repeat(Math.max(0, 10 - size.length())) + size + " " + time
                + " " + name);
    }

    private static int each(Call call, String options, Change change) {
        Optional<Flags> flags = Flags.of(call, options, "");
        if (flags.isEmpty() || flags.get().rest().isEmpty()) {
            return flags.isEmpty() ? 1 : call.fail("missing operand");
        }
        int status = 0;
        for (String path : flags.get().rest()) {
            try {
                change.run(flags.get(), path);
            } catch (Refused e) {
                status = call.fail(e.said);
            }
        }
        return status;
    }

    private static void failing(Operation operation, String what) {
        try {
            operation.run();
        } catch (FileException e) {
            throw new Refused(what + ": " + e.trouble().words());
        }
    }

    @FunctionalInterface
    private interface Operation {
        void run() throws FileException;
    }

    @FunctionalInterface
    private interface Change {
        void run(Flags flags, String path);
    }

    @FunctionalInterface
    private interface Move {
        void run(Flags flags, String from, String to);
    }

    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        final String said;

        Refused(String message) {
            super(message, null, false, false);
            said = message;
        }
    }
}
