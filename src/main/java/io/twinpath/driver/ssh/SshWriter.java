package io.twinpath.driver.ssh;

import io.twinpath.driver.Command;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.DriverProblem;
import io.twinpath.driver.FileCommand;
import io.twinpath.driver.HostFile;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reply;
import io.twinpath.driver.Secrets;
import io.twinpath.driver.Writer;
import io.twinpath.driver.esxcli.Format;
import io.twinpath.driver.ssh.Frames.Answer;
import io.twinpath.driver.ssh.Frames.BrokenFrames;
import io.twinpath.driver.ssh.SshConnection.Broken;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Changes one host. Between a command and the proof of its end everything that fails is in doubt. */
final class SshWriter implements Writer {

    /** A shell says 128 and more of a program that a signal ended, which may have been at any moment. */
    private static final int ENDED_BY_SIGNAL = 128;

    /** As a host's own refusal; nothing was sent. */
    private static final int REFUSED_HERE = 1;

    private static final String LOCKED_OUT =
            "Not sent: the key that this login was made with would be taken away, the way"
                    + " back with it. Add it to \"keys\", or log in with another one.";

    private final HostSlot slot;
    private final SshReader reader;
    private final Secrets secrets;

    SshWriter(HostSlot slot, SshReader reader, Secrets secrets) {
        this.slot = slot;
        this.reader = reader;
        this.secrets = secrets;
    }

    @Override
    public Map<Query, Reply> ask(List<Query> queries) throws DriverException {
        return reader.ask(queries);
    }

    @Override
    public Reply send(Command command) throws DriverException {
        Script script = Script.changing(command, secrets);
        SshConnection connection = slot.open();
        if (command instanceof FileCommand file && locksOut(file, connection.keys())) {
            return new Reply(REFUSED_HERE, Format.TEXT, LOCKED_OUT, slot.host() + ": " + command.typed());
        }
        try {
            Answer answer = Frames.of(
                            script,
                            slot.change(
                                    script, Patience.of(command, slot.limits().command())),
                            slot.limits().answer())
                    .answers()
                    .get(0);
            if (answer.exit() >= ENDED_BY_SIGNAL) {
                throw inDoubt(command, "a signal ended it");
            }
            String source = slot.host() + ": " + command.typed();
            return new Reply(answer.exit(), Format.TEXT, script.withoutSecrets(answer.body()), source);
        } catch (Broken e) {
            throw inDoubt(command, e.why());
        } catch (BrokenFrames e) {
            slot.close();
            throw inDoubt(command, "the connection broke before its end was seen");
        }
    }

    /** Whether root's keys would lose every key that this connection can have logged in with. */
    private static boolean locksOut(FileCommand command, List<String> keys) {
        return command.file() == HostFile.ROOT_KEYS
                && !keys.isEmpty()
                && command.text()
                        .lines()
                        .filter(line -> !line.strip().startsWith("#"))
                        .flatMap(line -> Arrays.stream(line.strip().split("[ \\t]+")))
                        .noneMatch(keys::contains);
    }

    private DriverException inDoubt(Command command, String why) {
        return new DriverException(new DriverProblem.InDoubt(slot.host(), command.typed(), why));
    }

    @Override
    public void close() {
        reader.close();
    }
}
