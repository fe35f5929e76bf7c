package io.twinpath.spec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A project in a folder. Links are not followed, and only regular files are opened. */
public final class FolderFiles implements ProjectFiles {

    private static final int DEEPEST = 16;

    private final Path folder;

    public FolderFiles(Path folder) {
        this.folder = folder;
    }

    /** The nearest folder from {@code start} upwards that has an {@code inventory} folder. */
    public static Optional<Path> project(Path start) {
        for (Path at = start.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("inventory"))) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    @Override
    public List<String> inventory() {
        return below("inventory", name -> name.endsWith(".yml") || name.endsWith(".yaml"));
    }

    @Override
    public List<String> modules() {
        return below("modules", name -> name.matches("modules/[^/]+/module\\.yml"));
    }

    @Override
    public Content read(String name, int limit) {
        Path file = folder.resolve(name);
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!attributes.isRegularFile()) {
                return new Content.Unreadable("it is " + form(attributes) + ", not a regular file");
            }
            if (attributes.size() > limit) {
                return new Content.TooLarge(attributes.size());
            }
            try (InputStream in = Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
                byte[] bytes = in.readNBytes(limit + 1);
                return bytes.length > limit ? new Content.TooLarge(bytes.length) : new Content.Bytes(bytes);
            }
        } catch (IOException e) {
            return new Content.Unreadable("the system says " + e.getClass().getSimpleName());
        }
    }

    private static String form(BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink()) {
            return "a symbolic link";
        }
        return attributes.isDirectory() ? "a folder" : "a pipe, socket or device";
    }

    private String name(Path file) {
        return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    private List<String> below(String top, Predicate<String> wanted) {
        List<String> names = new ArrayList<>();
        Path start = folder.resolve(top);
        if (!Files.isDirectory(start)) {
            return names;
        }
        try {
            Files.walkFileTree(
                    start, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEEPEST, new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes) {
                            String name = name(at);
                            if (!wanted.test(name)) {
                                return FileVisitResult.CONTINUE;
                            }
                            names.add(name); // so that it is said that it is a folder
                            return FileVisitResult.SKIP_SUBTREE;
                        }

                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                            String name = name(file);
                            boolean hidden = file.getFileName().toString().startsWith(".");
                            if (!hidden && wanted.test(name)) {
                                names.add(name);
                            }
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path file, IOException e) {
                            names.add(name(file));
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            names.add(top);
        }
        names.sort(null);
        return names;
    }
}
