package io.twinpath.kind.sshkeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.diag.Span;
import io.twinpath.driver.FileQuery;
import io.twinpath.driver.HostFile;
import io.twinpath.driver.ProgramQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.Reply;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Format;
import io.twinpath.model.Address;
import io.twinpath.model.Observed;
import io.twinpath.model.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OwnKeyTest {

    private static final String TYPE = "ssh-ed25519 ";
    private static final String OWN = "AAAAC3NzaC1lZDI1NTE5AAAAIEEdoVRnC6vCYhUZ4uqLL7S4vWjFhGyQGbDtnyzdLrLl";
    private static final String OTHER = "AAAAC3NzaC1lZDI1NTE5AAAAICCqHTjGzcqEuFHYJBsU6/jwO4XmQL7dDqCRnXqtUqvR";
    private static final Address ROOT = Address.onHost("ssh_keys", "esxi1", "root");
    private static final Query FILE = new FileQuery(HostFile.ROOT_KEYS);
    private static final Query LOGIN = new ProgramQuery.LoginKeys();

    private final SshKeysSsh binding = new SshKeysSsh();

    private Optional<SshKeys> wanted(boolean exact, String... keys) {
        return Optional.of(new SshKeys(
                Optional.of(Stream.of(keys).map(k -> TYPE + k).collect(Collectors.toCollection(TreeSet::new))),
                Optional.of(exact),
                Optional.empty(),
                Optional.empty()));
    }

    private boolean refused(Optional<SshKeys> wanted, int exit, String login) throws UnreadableException {
        Replies replies = Replies.none();
        replies.add(Map.of(
                FILE, new Reply(0, Format.TEXT, TYPE + OWN + " me\n# " + OWN + "\n", "esxi1"),
                LOGIN, new Reply(exit, Format.TEXT, login, "esxi1")));
        Observed<SshKeys> found = binding.read(ROOT, wanted, replies);
        Resource<SshKeys> resource = new Resource<>(ROOT, wanted, Span.of("a.yml", 1, 1, 1), new TreeMap<>(), Set.of());
        return new SshKeysKind().obstacle(resource, found).isPresent();
    }

    @Test
    void theKeyOfTheLoginIsNotTakenAway() throws UnreadableException {
        assertThat(refused(wanted(true, OTHER), 0, OWN)).isTrue();
        assertThat(refused(wanted(true), 0, "AAAA\n" + OWN)).isTrue();
        assertThat(refused(wanted(true, OTHER, OWN), 0, OWN)).isFalse();
        assertThat(refused(wanted(false, OTHER), 0, OWN)).as("others stay").isFalse();
    }

    @Test
    void aPasswordIsNoKeyAndARecordingKnowsNothing() throws UnreadableException {
        assertThat(refused(wanted(true, OTHER), 0, "")).isFalse();
        assertThat(refused(wanted(true, OTHER), 1, OWN)).isFalse();
    }

    @Test
    void theLoginIsOnlyAskedForWhenItMatters() {
        assertThat(binding.queries(ROOT, wanted(true), Replies.none())).isEqualTo(List.of(FILE, LOGIN));
        assertThat(binding.queries(ROOT, wanted(false), Replies.none())).isEqualTo(List.of(FILE));
        assertThat(binding.queries(ROOT, Optional.empty(), Replies.none())).isEqualTo(List.of(FILE));
    }
}
