package io.twinpath.lab.shell;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Finds the files that a pattern names. */
final class FileNames {

    private static final int MOST = 10_000;

    private final FileSystem files;
    private final Env env;

    FileNames(FileSystem files, Env env) {
        this.files = files;
        this.env = env;
    }

    /** Sorted; empty when there is none. */
    List<String> matching(Fields.Field field) {
        List<String> found = new ArrayList<>(List.of(""));
        int start = 0;
        while (start <= field.text().length()) {
            int slash = field.text().indexOf('/', start);
            int end = slash < 0 ? field.text().length() : slash;
            found = step(
                    found, field.text().substring(start, end), field.quoted().get(start, end), slash >= 0);
            start = end + 1;
        }
        found.removeIf(path -> !files.exists(env.path(path)));
        return found;
    }

    private List<String> step(List<String> bases, String part, BitSet quoted, boolean more) {
        String end = more ? "/" : "";
        List<String> found = new ArrayList<>();
        for (String base : bases) {
            if (!Glob.isSpecial(part, quoted)) {
                found.add(base + part + end);
            } else {
                Glob glob = Glob.of(part, quoted);
                names(base).stream()
                        .filter(name -> !name.startsWith(".") || part.startsWith("."))
                        .filter(glob::matches)
                        .forEach(name -> found.add(base + name + end));
            }
            if (found.size() > MOST) {
                throw new Unwind.Limit("more than " + MOST + " file names");
            }
        }
        return found;
    }

    private List<String> names(String base) {
        try {
            return files.list(base.isEmpty() ? env.directory : env.path(base));
        } catch (FileException e) {
            return List.of();
        }
    }
}
