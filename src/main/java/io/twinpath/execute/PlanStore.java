package io.twinpath.execute;

import io.twinpath.diag.Result;
import io.twinpath.plan.Plan;
import io.twinpath.plan.file.PlanText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** Saved plans as files: for their owner only, written whole or not at all, and read only when nobody else can write them. */
public final class PlanStore {

    private PlanStore() {}

    /** Writes a plan; what was there before stays until the new file is whole. */
    public static Result<Path> write(Plan plan, Path file) {
        Path target = file.toAbsolutePath();
        Path folder = Optional.ofNullable(target.getParent()).orElse(target);
        if (Files.isDirectory(target)) {
            return Result.failed(ExecuteProblem.cannotWrite(file, "it is a folder"));
        }
        try {
            Path part = Files.createTempFile(folder, ".plan", ".part", ownerOnly(folder));
            try {
                writeAll(part, PlanText.write(plan));
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
            return Result.ok(file);
        } catch (IOException e) {
            return Result.failed(ExecuteProblem.cannotWrite(file, why(e)));
        }
    }

    /** Reads a plan that {@link #write} wrote. */
    public static Result<Plan> read(Path file) {
        try {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return Result.failed(ExecuteProblem.cannotRead(file, "there is no such file"));
            }
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return Result.failed(
                        ExecuteProblem.cannotRead(file, "it is not a plain file (links are not followed)"));
            }
            if (writableByOthers(file)) {
                return Result.failed(ExecuteProblem.writableByOthers(file));
            }
            try (InputStream in = Files.newInputStream(file)) {
                return PlanText.read(in.readNBytes(PlanText.LONGEST + 1), file.toString());
            }
        } catch (IOException e) {
            return Result.failed(ExecuteProblem.cannotRead(file, why(e)));
        }
    }

    private static void writeAll(Path part, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean writableByOthers(Path file) throws IOException {
        if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
            return false;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        return permissions.contains(PosixFilePermission.GROUP_WRITE)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE);
    }

    /** What a failed file operation means, in words that need no class name. */
    static String why(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "the folder does not exist";
            case AccessDeniedException denied -> "permission denied";
            case FileAlreadyExistsException exists -> "a file is where a folder is expected";
            default -> String.valueOf(e.getMessage());
        };
    }
}
