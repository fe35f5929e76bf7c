package io.twinpath.kind.sshkeys;

import io.twinpath.driver.Command;
import io.twinpath.driver.FileCommand;
import io.twinpath.driver.FileQuery;
import io.twinpath.driver.HostFile;
import io.twinpath.driver.ProgramQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.Reply;
import io.twinpath.driver.UnreadableException;
import io.twinpath.kind.Standing;
import io.twinpath.model.Address;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Root's keys through their file. */
final class SshKeysSsh implements Standing<SshKeys> {

    private static final FileQuery FILE = new FileQuery(HostFile.ROOT_KEYS);
    private static final Query LOGIN = new ProgramQuery.LoginKeys();

    @Override
    public Transport transport() {
        return Transport.SSH;
    }

    @Override
    public List<Query> queries(Address address, Optional<SshKeys> wanted, Replies known) {
        return exact(wanted) ? List.of(FILE, LOGIN) : census();
    }

    private static boolean exact(Optional<SshKeys> wanted) {
        return wanted.flatMap(SshKeys::exact).orElse(false);
    }

    /** A host without the file has no keys; the first one makes it. */
    @Override
    public Observed<SshKeys> read(Address address, Optional<SshKeys> wanted, Replies replies)
            throws UnreadableException {
        String text = replies.text(FILE).orElse("");
        return new Observed.Present<>(new SshKeys(
                Optional.of(KeyFile.keys(text)),
                Optional.empty(),
                Optional.of(text),
                wanted.filter(w -> locksOut(w, text, replies)).map(w -> true)));
    }

    /** Told only when it is so: else whoever plans and whoever applies, each with a key, would see two states of one host. */
    private static boolean locksOut(SshKeys wanted, String text, Replies replies) {
        List<String> login = replies.reply(LOGIN)
                .filter(Reply::ok)
                .map(reply -> reply.body().lines().toList())
                .orElseGet(List::of);
        String after = KeyFile.with(text, wanted.keys().orElseGet(TreeSet::new));
        return exact(Optional.of(wanted))
                && !login.isEmpty()
                && KeyFile.byKey(after).keySet().stream()
                        .noneMatch(key -> login.stream().anyMatch(key::endsWith));
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
    public List<Command> change(Address address, SshKeys before, SshKeys after) {
        return List.of(replacing(after));
    }

    /** The target has the file as it was found, so the way back writes that very text. */
    private static Command replacing(SshKeys target) {
        return new FileCommand(
                HostFile.ROOT_KEYS,
                KeyFile.with(target.file().orElse(""), target.keys().orElseGet(TreeSet::new)));
    }
}
