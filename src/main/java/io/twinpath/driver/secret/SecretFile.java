package io.twinpath.driver.secret;

import io.twinpath.driver.secret.SystemSecrets.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Optional;
import java.util.Set;

/** A secret in a file: a regular one, small, that only its owner can read. */
final class SecretFile {

    private static final int LARGEST = 64 << 10;
    private static final Set<String> OWNERS = Set.of("OWNER_READ", "OWNER_WRITE", "OWNER_EXECUTE");

    private final Path project;

    SecretFile(Path project) {
        this.project = project;
    }

    byte[] read(String locator) throws Unavailable {
        try {
            Path file = project.resolve(locator);
            requirePrivate(file);
            try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                byte[] bytes = in.readNBytes(LARGEST + 1);
                if (bytes.length > LARGEST) {
                    throw new Unavailable("the file is larger than 64 KiB");
                }
                return bytes;
            }
        } catch (NoSuchFileException e) {
            throw new Unavailable("the file does not exist");
        } catch (InvalidPathException e) {
            throw new Unavailable("that is not a path");
        } catch (IOException e) {
            throw new Unavailable("the file cannot be read");
        }
    }

    private static void requirePrivate(Path file) throws IOException, Unavailable {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            boolean there = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
            throw new Unavailable(there ? "it is not a regular file" : "the file does not exist");
        }
        Optional<PosixFileAttributeView> view = Optional.ofNullable(
                Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS));
        if (view.isEmpty()) {
            return; // a file system without owners: nothing to check
        }
        PosixFileAttributes attributes = view.orElseThrow().readAttributes();
        if (attributes.permissions().stream().anyMatch(p -> !OWNERS.contains(p.name()))) {
            throw new Unavailable("others than its owner have access to the file (chmod 600)");
        }
        if (!attributes.owner().getName().equals(System.getProperty("user.name"))) {
            throw new Unavailable("the file belongs to another user");
        }
    }
}
