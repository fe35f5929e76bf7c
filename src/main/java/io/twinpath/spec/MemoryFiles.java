package io.twinpath.spec;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A project held in memory: for callers of the library and for tests. */
public final class MemoryFiles implements ProjectFiles {

    private final SortedMap<String, byte[]> files = new TreeMap<>();

    /** @param texts by name, such as {@code inventory/site.yml} */
    public MemoryFiles(Map<String, String> texts) {
        texts.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** As raw bytes, which need not be text. */
    public static MemoryFiles ofBytes(Map<String, byte[]> contents) {
        MemoryFiles memory = new MemoryFiles(Map.of());
        contents.forEach((name, bytes) -> memory.files.put(name, bytes.clone()));
        return memory;
    }

    @Override
    public List<String> inventory() {
        return files.keySet().stream().filter(n -> n.startsWith("inventory/")).toList();
    }

    @Override
    public List<String> modules() {
        return files.keySet().stream().filter(n -> n.startsWith("modules/")).toList();
    }

    @Override
    public Content read(String name, int limit) {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            return new Content.Unreadable("it is not there");
        }
        return bytes.length > limit ? new Content.TooLarge(bytes.length) : new Content.Bytes(bytes.clone());
    }
}
