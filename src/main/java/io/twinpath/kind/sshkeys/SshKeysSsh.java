package io.twinpath.kind.sshkeys;

import io.twinpath.driver.Command;
import io.twinpath.driver.FileCommand;
import io.twinpath.driver.FileQuery;
import io.twinpath.driver.HostFile;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.kind.Binding;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Root's keys through their file. */
final class SshKeysSsh implements Binding<SshKeys> {

    private static final FileQuery FILE = new FileQuery(HostFile.ROOT_KEYS);

    @Override
    public Transport transport() {
        return Transport.SSH;
    }

    @Override
    public List<Query> queries(Address address, Optional<SshKeys> wanted, Replies known) {
        return List.of(FILE);
    }

    /** A host without the file has no keys; the first one makes it. */
    @Override
    public Observed<SshKeys> read(Address address, Optional<SshKeys> wanted, Replies replies)
            throws UnreadableException {
        String text = replies.text(FILE).orElse("");
        return new Observed.Present<>(
                new SshKeys(Optional.of(KeyFile.keys(text)), Optional.empty(), Optional.of(text)));
    }

    @Override
    public List<Query> census() {
        return List.of(FILE);
    }

    @Override
    public Map<Address, Optional<SshKeys>> found(Scope.Host host, Replies replies) {
        return Map.of(new Address(SshKeysKind.NAME, host, SshKeysKind.ROOT), Optional.empty());
    }

    @Override
    public List<Command> script(Change<SshKeys> change) {
        return switch (change) {
            case Change.Update<SshKeys> c -> List.of(replacing(c.target()));
            case Change.Replace<SshKeys> c -> List.of(replacing(c.target()));
            case Change.Keep<SshKeys> c -> List.of();
            case Change.Create<SshKeys> c -> List.of();
            case Change.Delete<SshKeys> c -> List.of();
            case Change.Blocked<SshKeys> c -> List.of();
        };
    }

    /** The target has the file as it was found, so the way back writes that very text. */
    private static Command replacing(SshKeys target) {
        return new FileCommand(
                HostFile.ROOT_KEYS,
                KeyFile.with(target.file().orElse(""), target.keys().orElseGet(TreeSet::new)));
    }
}
