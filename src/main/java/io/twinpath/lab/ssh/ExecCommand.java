package io.twinpath.lab.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;

/** One command of one session, from the request to its exit status. */
final class ExecCommand implements Command {

    private static final int BROKEN = 255;

    private final Commands commands;
    private final Optional<String> line;
    private InputStream in = InputStream.nullInputStream();
    private OutputStream out = OutputStream.nullOutputStream();
    private OutputStream err = OutputStream.nullOutputStream();
    private Optional<ExitCallback> callback = Optional.empty();
    private volatile boolean left;

    ExecCommand(Commands commands, Optional<String> line) {
        this.commands = commands;
        this.line = line;
    }

    @Override
    public void setInputStream(InputStream stream) {
        in = stream;
    }

    @Override
    public void setOutputStream(OutputStream stream) {
        out = stream;
    }

    @Override
    public void setErrorStream(OutputStream stream) {
        err = stream;
    }

    @Override
    public void setExitCallback(ExitCallback exit) {
        callback = Optional.of(exit);
    }

    @Override
    public void start(ChannelSession channel, Environment environment) throws IOException {
        Instant received = commands.now();
        String user = channel.getSession().getUsername();
        if (!commands.submit(() -> run(user, received))) {
            throw new IOException("the site is closing");
        }
    }

    /** The channel is gone; what runs goes on, as without a terminal nobody tells it. */
    @Override
    public void destroy(ChannelSession channel) {
        left = true;
        commands.left();
    }

    boolean hasLeft() {
        return left;
    }

    private void run(String user, Instant received) {
        Optional<Integer> exit = Optional.empty();
        try {
            commands.awaitTurn(this);
            if (!left) {
                exit = Optional.of(commands.handler().run(user, line, in, out, err));
                out.flush();
                err.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // The client took no more output. The command has had its effect all the same.
            left = true;
        } finally {
            commands.ran(received, line, exit);
            int status = exit.orElse(BROKEN);
            callback.ifPresent(reply -> reply.onExit(status));
        }
    }
}
