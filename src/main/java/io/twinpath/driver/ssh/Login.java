package io.twinpath.driver.ssh;

import com.jcraft.jsch.AgentIdentityRepository;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import com.jcraft.jsch.SSHAgentConnector;
import com.jcraft.jsch.UIKeyboardInteractive;
import com.jcraft.jsch.UserInfo;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.DriverProblem;
import io.twinpath.driver.Secret;
import io.twinpath.driver.Secrets;
import io.twinpath.driver.secret.KeyFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ways into one host, for one connection. A password is looked up when the host asks for it, which is after its key was
 * checked, and given once: a second try with the same words would only count towards a lock-out.
 */
final class Login implements UserInfo, UIKeyboardInteractive {

    private final SshTarget target;
    private final Secrets secrets;
    private final List<String> methods = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private boolean spent;
    private Optional<DriverException> trouble = Optional.empty();

    private Login(SshTarget target, Secrets secrets) {
        this.target = target;
        this.secrets = secrets;
    }

    static Login prepare(JSch jsch, SshTarget target, Secrets secrets, Optional<Path> agent) throws DriverException {
        Login login = new Login(target, secrets);
        if (target.keyFile().isPresent()) {
            login.addKey(jsch, target.keyFile().orElseThrow());
        } else if (target.password().isEmpty()) {
            login.addAgent(jsch, agent);
        }
        if (target.password().isPresent()) {
            login.methods.add("password");
            login.methods.add("keyboard-interactive");
        }
        return login;
    }

    String methods() {
        return String.join(",", methods);
    }

    /**
     * The public keys of which one may have opened the door, in base64; none once a password was given. Which of them it was
     * the host does not say.
     */
    List<String> keys() {
        return spent ? List.of() : List.copyOf(keys);
    }

    /** Why a credential could not be given, when that is what failed. */
    Optional<DriverException> trouble() {
        return trouble;
    }

    private void addKey(JSch jsch, Path file) throws DriverException {
        byte[] content = KeyFile.read(file)
                .orElseThrow(() -> bad(
                        file,
                        "it must be a regular file of at most 64 KiB" + " that only its owner can read (chmod 600)"));
        byte[] phrase = passphrase();
        try {
            KeyPair pair = KeyPair.load(jsch, content.clone(), null);
            if (pair.isEncrypted() && phrase.length == 0) {
                throw bad(file, "it is encrypted and no \"passphrase\" is given");
            }
            if (pair.isEncrypted() && !pair.decrypt(phrase.clone())) {
                throw bad(file, "the passphrase does not open it");
            }
            keys.add(Base64.getEncoder().encodeToString(pair.getPublicKeyBlob()));
            pair.dispose();
            jsch.addIdentity(file.getFileName().toString(), content, null, phrase.clone());
            methods.add("publickey");
        } catch (JSchException | RuntimeException e) {
            throw bad(file, "it is not a private key of a known form");
        } finally {
            Arrays.fill(phrase, (byte) 0);
        }
    }

    private byte[] passphrase() throws DriverException {
        if (target.passphrase().isEmpty()) {
            return new byte[0];
        }
        try (Secret phrase = secrets.resolve(target.passphrase().orElseThrow())) {
            return phrase.revealBytes();
        }
    }

    private DriverException bad(Path file, String why) {
        return new DriverException(new DriverProblem.BadKeyFile(target.host(), file.toString(), why));
    }

    private void addAgent(JSch jsch, Optional<Path> socket) throws DriverException {
        AgentIdentityRepository identities = socket.map(
                        s -> new AgentIdentityRepository(new SSHAgentConnector(new AgentSocket(), s)))
                .filter(k -> !k.getIdentities().isEmpty())
                .orElseThrow(() -> new DriverException(new DriverProblem.NoLogin(target.host())));
        jsch.setIdentityRepository(identities);
        identities.getIdentities().forEach(i -> keys.add(Base64.getEncoder().encodeToString(i.getPublicKeyBlob())));
        methods.add("publickey");
    }

    /** The password, the first time only. JSch takes passwords as strings, so this copy cannot be wiped. */
    private @Nullable String once() {
        if (spent || target.password().isEmpty()) {
            return null;
        }
        spent = true;
        try (Secret secret = target.password().orElseThrow().resolve(secrets)) {
            char[] chars = secret.reveal();
            String text = new String(chars);
            Arrays.fill(chars, '\0');
            return text;
        } catch (DriverException e) {
            trouble = Optional.of(e);
            return null;
        }
    }

    @Override
    public boolean promptPassword(String message) {
        return !spent;
    }

    @Override
    public @Nullable String getPassword() {
        return once();
    }

    @Override
    public String[] promptKeyboardInteractive(
            String destination, String name, String instruction, String[] prompts, boolean[] echo) {
        if (prompts.length == 0) {
            return new String[0];
        }
        String password = prompts.length > 1 || echo[0] ? null : once();
        if (password == null) {
            // Without an answer JSch would send an empty one, which counts towards a lock-out; this ends the
            // connection.
            throw new IllegalStateException("nothing left to answer with");
        }
        return new String[] {password};
    }

    @Override
    public @Nullable String getPassphrase() {
        return null;
    }

    @Override
    public boolean promptPassphrase(String message) {
        return false;
    }

    @Override
    public boolean promptYesNo(String message) {
        return false;
    }

    @Override
    public void showMessage(String message) {}
}
