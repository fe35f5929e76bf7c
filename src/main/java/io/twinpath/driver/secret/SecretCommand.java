package io.twinpath.driver.secret;

import io.twinpath.driver.secret.SystemSecrets.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A secret that a command prints. Its standard error is not shown, since it may quote what it works on. */
final class SecretCommand {

    private static final int LARGEST = 64 << 10;

    private final Path project;
    private final Duration limit;

    SecretCommand(Path project) {
        this(project, Duration.ofSeconds(30));
    }

    SecretCommand(Path project, Duration limit) {
        this.project = project;
        this.limit = limit;
    }

    byte[] run(String command) throws Unavailable {
        List<String> words = List.of(command.strip().split("\\s+"));
        Process process;
        try {
            process = new ProcessBuilder(words)
                    .directory(project.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectInput(ProcessBuilder.Redirect.PIPE)
                    .start();
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new Unavailable("the command \"" + words.get(0) + "\" cannot be started");
        }
        try {
            return output(process);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** Reads on a thread of its own: a pipe can be waited for only in this way. */
    private byte[] output(Process process) throws Unavailable {
        InputStream out = process.getInputStream();
        FutureTask<byte[]> reading = new FutureTask<>(() -> out.readNBytes(LARGEST + 1));
        Thread.ofPlatform().daemon().name("secret command").start(reading);
        try {
            byte[] bytes = reading.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (bytes.length > LARGEST) {
                throw new Unavailable("the command printed more than 64 KiB");
            }
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Unavailable("the command did not end in " + limit.toSeconds() + " s");
            }
            if (process.exitValue() != 0) {
                throw new Unavailable("the command ended with exit code " + process.exitValue());
            }
            return bytes;
        } catch (TimeoutException e) {
            throw new Unavailable("the command did not end in " + limit.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw new Unavailable("the output of the command cannot be read");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("it was interrupted");
        }
    }
}
