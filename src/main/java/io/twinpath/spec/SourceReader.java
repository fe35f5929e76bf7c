package io.twinpath.spec;

import io.twinpath.diag.Diagnostics;
import io.twinpath.diag.Span;
import io.twinpath.model.tree.Node;
import io.twinpath.spec.inventory.InventoryProblem;
import io.twinpath.spec.yaml.Limits;
import io.twinpath.spec.yaml.YamlProblem;
import io.twinpath.spec.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Reads and parses the files of a project within its limits. */
final class SourceReader {

    private final ProjectFiles files;
    private final Diagnostics into;
    private final Consumer<String> opened;
    private final Map<String, String> texts = new HashMap<>();
    private long total;
    private boolean incomplete;

    /** @param opened told the text of each file before it is parsed */
    SourceReader(ProjectFiles files, Diagnostics into, Consumer<String> opened) {
        this.files = files;
        this.into = into;
        this.opened = opened;
    }

    /** The trees of these files by name; those that could not be read are missing. */
    SortedMap<String, Node.Mapping> trees(List<String> names) {
        SortedMap<String, Node.Mapping> trees = new TreeMap<>();
        for (String name : names) {
            read(name, trees);
        }
        return trees;
    }

    /** Whether a file is missing from the trees, so that what is unknown may only be unread. */
    boolean incomplete() {
        return incomplete;
    }

    Map<String, String> texts() {
        return texts;
    }

    private void read(String name, SortedMap<String, Node.Mapping> trees) {
        Span top = Span.of(name, 1, 1, 0);
        switch (files.read(name, Limits.FILE_BYTES)) {
            case ProjectFiles.Content.Unreadable c -> {
                incomplete = true;
                into.add(InventoryProblem.describe(new InventoryProblem.Unreadable(top, c.why())));
            }
            case ProjectFiles.Content.TooLarge c -> {
                incomplete = true;
                into.add(YamlProblem.describe(new YamlProblem.FileTooLarge(top, c.size())));
            }
            case ProjectFiles.Content.Bytes c -> {
                boolean fitted = total <= Limits.PROJECT_BYTES;
                total += c.bytes().length;
                if (LfsPointer.is(c.bytes())) {
                    incomplete = true;
                    into.add(InventoryProblem.describe(new InventoryProblem.OnlyPointer(top)));
                } else if (total <= Limits.PROJECT_BYTES) {
                    parse(name, c.bytes(), trees);
                } else {
                    incomplete = true;
                    if (fitted) {
                        into.add(YamlProblem.describe(new YamlProblem.ProjectTooLarge(top)));
                    }
                }
            }
        }
    }

    private void parse(String name, byte[] bytes, SortedMap<String, Node.Mapping> trees) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        texts.put(name, text);
        opened.accept(text);
        YamlReader.mapping(name, bytes, into).ifPresentOrElse(tree -> trees.put(name, tree), () -> incomplete = true);
    }
}
