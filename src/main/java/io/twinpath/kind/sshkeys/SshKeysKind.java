package io.twinpath.kind.sshkeys;

import io.twinpath.diag.Diagnostics;
import io.twinpath.driver.FileCommand;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.KindProblem;
import io.twinpath.kind.Placement;
import io.twinpath.model.Change;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Observed;
import io.twinpath.model.Obstacle;
import io.twinpath.model.Resource;
import io.twinpath.model.RiskClass;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The public keys that may log in as root. */
public final class SshKeysKind implements Kind<SshKeys> {

    static final String NAME = "ssh_keys";
    static final String ROOT = "root";

    private static final int SHOWN = 40;
    private static final String LOCKED_OUT =
            "The key that this login was made with is not among \"keys\", and would be taken away with the others:"
                    + " the way back with it. Add it, or log in with another one or with the password.";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "the SSH keys of root";
    }

    @Override
    public Class<SshKeys> type() {
        return SshKeys.class;
    }

    @Override
    public Placement placement() {
        return Placement.hostSingle("ssh_keys", ROOT);
    }

    @Override
    public void check(Resource<SshKeys> resource, Diagnostics into) {
        if (resource.desired().isEmpty()) {
            into.add(KindProblem.cannotBeAbsent(resource, "Write \"exact: true\" and an empty list of keys."));
        }
        resource.desired().ifPresent(d -> {
            for (String key : d.keys().orElseGet(TreeSet::new)) {
                if (!KeyLine.isBare(key)) {
                    into.add(KindProblem.malformed(
                            resource,
                            FieldPath.of("keys"),
                            key.length() > SHOWN ? key.substring(0, SHOWN) + "…" : key,
                            "a public key as OpenSSH writes it, such as \"ssh-ed25519 AAAA… comment\""));
                }
            }
            if (d.exact().orElse(false) && d.keys().isEmpty()) {
                into.add(KindProblem.needsAnother(
                        resource,
                        FieldPath.of("exact"),
                        "With \"exact: true\" the list \"keys\" says which may log in."));
            }
        });
    }

    /** Keys in the host's spelling where it has them, and all others that it has unless the list is the whole one. */
    @Override
    public SshKeys settle(SshKeys desired, SshKeys observed) {
        return new SshKeys(
                desired.keys().map(keys -> settled(keys, desired.exact().orElse(false), observed)),
                desired.exact(),
                desired.file(),
                desired.locksOut());
    }

    private static SortedSet<String> settled(SortedSet<String> keys, boolean exact, SshKeys observed) {
        Map<String, String> found = KeyFile.byKey(observed.file().orElse(""));
        Map<String, String> all = new LinkedHashMap<>(exact ? Map.of() : found);
        for (String line : keys) {
            KeyLine.of(line).ifPresent(k -> all.putIfAbsent(k.key(), found.getOrDefault(k.key(), line)));
        }
        return new TreeSet<>(all.values());
    }

    @Override
    public Optional<Obstacle> obstacle(Resource<SshKeys> resource, Observed<SshKeys> observed) {
        if (!(observed instanceof Observed.Present<SshKeys>(SshKeys found))
                || resource.desired().flatMap(SshKeys::keys).isEmpty()) {
            return Optional.empty();
        }
        if (found.locksOut().orElse(false)) {
            return Optional.of(new Obstacle.Unsupported(LOCKED_OUT));
        }
        String text = found.file().orElse("");
        SshKeys settled = settle(resource.desired().orElseThrow(), found);
        String after = KeyFile.with(text, settled.keys().orElseThrow());
        boolean writable = bytes(text) <= FileCommand.LONGEST && bytes(after) <= FileCommand.LONGEST;
        return writable || settled.keys().equals(found.keys())
                ? Optional.empty()
                : Optional.of(
                        new Obstacle.Unsupported(
                                "The authorized_keys of root is longer than the 16 KiB that are rewritten. Shorten it by hand."));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** To take a key away can lock people out. */
    @Override
    public RiskClass risk(Change<SshKeys> change) {
        SortedSet<String> before = change.before().flatMap(SshKeys::keys).orElseGet(TreeSet::new);
        SortedSet<String> after = change.after().flatMap(SshKeys::keys).orElseGet(TreeSet::new);
        return after.containsAll(before) ? RiskClass.HOST : RiskClass.LIFELINE;
    }

    @Override
    public boolean asInstalled(SshKeys observed) {
        return observed.keys().orElseGet(TreeSet::new).isEmpty();
    }

    @Override
    public List<Binding<SshKeys>> bindings() {
        return List.of(new SshKeysSsh());
    }
}
