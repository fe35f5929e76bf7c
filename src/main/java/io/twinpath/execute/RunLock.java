package io.twinpath.execute;

import io.twinpath.diag.Result;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * At most one run changes hosts from one project at a time. The operating system holds the lock, so it ends with the
 * process, even one that was killed.
 */
public final class RunLock implements AutoCloseable {

    private static final int LONGEST_OWNER = 200;

    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock {@code .twinpath/lock} of a project; does not wait for it.
     *
     * @param owner who takes it, for whoever comes second: process, command and time, in a few words
     */
    public static Result<RunLock> acquire(Path project, String owner) {
        Path file = project.resolve(".twinpath").resolve("lock");
        try {
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            return locked(file, channel, owner);
        } catch (IOException e) {
            return Result.failed(ExecuteProblem.noLock(file, PlanStore.why(e)));
        }
    }

    private static Result<RunLock> locked(Path file, FileChannel channel, String owner) throws IOException {
        if (!tryLock(channel)) {
            String holder = holder(channel);
            channel.close();
            return Result.failed(ExecuteProblem.locked(file, holder));
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)), 0);
        return Result.ok(new RunLock(channel));
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // another thread of this process has it
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer owner = ByteBuffer.allocate(LONGEST_OWNER);
        channel.read(owner, 0);
        String text = new String(owner.array(), 0, owner.position(), StandardCharsets.UTF_8);
        return text.codePoints()
                .filter(c -> !io.twinpath.model.Names.hidden(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
