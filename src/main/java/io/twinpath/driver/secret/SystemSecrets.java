package io.twinpath.driver.secret;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.DriverProblem;
import io.twinpath.driver.Secret;
import io.twinpath.driver.Secrets;
import io.twinpath.model.SecretRef;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Secrets of this machine: {@code secret://env/NAME}, {@code secret://file/PATH} (relative to the project; a second slash
 * makes it absolute) and {@code secret://exec/COMMAND} (words separated by blanks, no shell). One line end at the end
 * belongs to the file or the command, not to the secret.
 *
 * <p>The variable {@code TWINPATH_SECRETS} narrows this to the places that it names, such as {@code env} or {@code env,file}: for
 * pipelines that read the files of people who are not to have commands run.
 */
public final class SystemSecrets implements Secrets {

    private static final String PLACES = "TWINPATH_SECRETS";

    private final Map<String, String> environment;
    private final SecretFile files;
    private final SecretCommand commands;

    /** @param project the folder that relative paths start at and commands run in */
    public SystemSecrets(Map<String, String> environment, Path project) {
        this.environment = Map.copyOf(environment);
        this.files = new SecretFile(project);
        this.commands = new SecretCommand(project);
    }

    @Override
    public Secret resolve(SecretRef reference) throws DriverException {
        try {
            requireAllowed(reference.source());
            return switch (reference.source()) {
                case "env" -> variable(reference.locator());
                case "file" -> decoded(files.read(reference.locator()));
                case "exec" -> decoded(commands.run(reference.locator()));
                default -> throw new Unavailable("\"" + reference.source() + "\" is not a place for secrets");
            };
        } catch (Unavailable e) {
            throw new DriverException(new DriverProblem.SecretMissing(reference, e.why()));
        }
    }

    private void requireAllowed(String source) throws Unavailable {
        String only = environment.getOrDefault(PLACES, "");
        if (!only.isBlank() && !List.of(only.strip().split("[ ,]+")).contains(source)) {
            throw new Unavailable("this run takes secrets from " + only.strip() + " only (" + PLACES + ")");
        }
    }

    private Secret variable(String name) throws Unavailable {
        String value = Optional.ofNullable(environment.get(name))
                .orElseThrow(() -> new Unavailable("the variable is not set"));
        return checked(value.toCharArray());
    }

    private static Secret decoded(byte[] bytes) throws Unavailable {
        CharBuffer chars;
        try {
            chars = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw new Unavailable("it is not UTF-8 text");
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
        char[] value = new char[chars.remaining()];
        chars.get(value);
        Arrays.fill(chars.array(), '\0');
        return checked(value);
    }

    /** Without one line end; never empty or blank. */
    private static Secret checked(char[] value) throws Unavailable {
        int length = value.length;
        if (length > 0 && value[length - 1] == '\n') {
            length -= length > 1 && value[length - 2] == '\r' ? 2 : 1;
        }
        char[] kept = Arrays.copyOf(value, length);
        Arrays.fill(value, '\0');
        try {
            if (CharBuffer.wrap(kept).chars().allMatch(Character::isWhitespace)) {
                throw new Unavailable("it is empty");
            }
            return new Secret(kept);
        } finally {
            Arrays.fill(kept, '\0');
        }
    }

    /** Why a secret cannot be had; never quotes what was found. */
    static final class Unavailable extends Exception {

        private static final long serialVersionUID = 1;

        private final String why;

        Unavailable(String why) {
            super(why);
            this.why = why;
        }

        String why() {
            return why;
        }
    }
}
