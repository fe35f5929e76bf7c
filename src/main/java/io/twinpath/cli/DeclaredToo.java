package io.twinpath.cli;

import io.twinpath.spec.ProjectFiles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The files of a project, and hosts that it does not declare yet: they get the access that the project gives to all.
 *
 * @param hosts names that were checked
 */
record DeclaredToo(ProjectFiles files, Collection<String> hosts) implements ProjectFiles {

    private static final String NAME = "inventory/(the command line).yml";

    @Override
    public List<String> inventory() {
        List<String> names = new ArrayList<>(files.inventory());
        names.add(NAME);
        return names;
    }

    @Override
    public List<String> modules() {
        return files.modules();
    }

    @Override
    public Content read(String name, int limit) {
        if (!name.equals(NAME)) {
            return files.read(name, limit);
        }
        String text = hosts.stream().map(h -> "  " + h + ": {}\n").collect(Collectors.joining("", "hosts:\n", ""));
        return new Content.Bytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
