package io.twinpath.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Something that reads a file of its own. */
final class FileTarget implements Target {

    private final Path file;
    private final Consumer<Path> reader;

    FileTarget(String name, Consumer<Path> reader) throws IOException {
        this.file = Files.createTempDirectory("fuzz").resolve(name);
        this.reader = reader;
    }

    @Override
    public void run(byte[] input) throws IOException {
        Files.write(file, input);
        reader.accept(file);
    }
}
