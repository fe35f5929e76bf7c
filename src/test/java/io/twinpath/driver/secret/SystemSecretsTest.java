package io.twinpath.driver.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.Secret;
import io.twinpath.model.SecretRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemSecretsTest {

    @TempDir
    Path folder;

    @Test
    void environment() throws DriverException {
        assertThat(clear("secret://env/PW")).isEqualTo(" pass word ");
        assertThat(clear("secret://env/LINE")).isEqualTo("two\n");
        assertRefused("secret://env/NONE", "the variable is not set");
        assertRefused("secret://env/EMPTY", "it is empty");
        assertRefused("secret://env/BLANK", "it is empty");
    }

    @Test
    void files() throws IOException, DriverException {
        file("pw", "geheim\r\n", "rw-------");
        assertThat(clear("secret://file/pw")).isEqualTo("geheim");
        assertThat(clear("secret://file/" + folder.resolve("pw"))).isEqualTo("geheim");
        file("open", "geheim", "rw-r-----");
        assertRefused("secret://file/open", "others than its owner have access to the file (chmod 600)");
        file("empty", "\n", "rw-------");
        assertRefused("secret://file/empty", "it is empty");
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("pw"));
        assertRefused("secret://file/link", "it is not a regular file");
        assertRefused("secret://file/.", "it is not a regular file");
        assertRefused("secret://file/none", "the file does not exist");
        file("large", "x".repeat((64 << 10) + 1), "rw-------");
        assertRefused("secret://file/large", "the file is larger than 64 KiB");
        Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xff, 'a'});
        Files.setPosixFilePermissions(folder.resolve("bytes"), PosixFilePermissions.fromString("rw-------"));
        assertRefused("secret://file/bytes", "it is not UTF-8 text");
    }

    @Test
    void aPipelineCanKeepToSomePlaces() throws DriverException {
        Map<String, String> environment = Map.of("PW", "x", "TWINPATH_SECRETS", "env,file");
        SystemSecrets secrets = new SystemSecrets(environment, folder);
        try (Secret secret = secrets.resolve(SecretRef.parse("secret://env/PW"))) {
            assertThat(secret.toString()).isEqualTo("***");
        }
        assertThatThrownBy(() -> secrets.resolve(SecretRef.parse("secret://exec/touch " + folder.resolve("made"))))
                .hasMessageContaining("this run takes secrets from env,file only (TWINPATH_SECRETS)");
        assertThat(folder.resolve("made")).doesNotExist();
    }

    @Test
    void commandsAreWordsAndNotShellText() throws DriverException {
        assertThat(clear("secret://exec/echo $(id)  two")).isEqualTo("$(id) two");
        assertRefused("secret://exec/false", "the command ended with exit code 1");
        assertRefused("secret://exec/true", "it is empty");
        assertRefused("secret://exec/no-such-program-here x", "the command \"no-such-program-here\" cannot be started");
        assertRefused("secret://exec/head -c 70000 /dev/zero", "the command printed more than 64 KiB");
    }

    @Test
    void aCommandThatHangsIsEnded() {
        SecretCommand command = new SecretCommand(folder, Duration.ofMillis(300));
        assertThatThrownBy(() -> command.run("sleep 60")).hasMessageContaining("did not end");
    }

    @ParameterizedTest
    @CsvSource({"secret://exec/ls /nonexistent-hunter2"})
    void whatACommandComplainsOfIsNotShown(String reference) {
        assertThatThrownBy(() -> secrets().resolve(SecretRef.parse(reference)))
                .hasMessageContaining("exit code")
                .hasMessageNotContaining("No such file");
    }

    @Test
    void aSecretDoesNotShowItself() {
        Secret secret = Secret.of("hunter2");
        assertThat(secret).hasToString("***").isNotInstanceOf(java.io.Serializable.class);
        assertThat(String.valueOf(java.util.List.of(secret))).doesNotContain("hunter2");
        assertThat(new String(secret.revealBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("hunter2");
        secret.close();
        assertThat(new String(secret.reveal())).doesNotContain("hunter2");
    }

    @Test
    void bytesOfASecretAreItsUtf8() {
        for (String text : new String[] {"a", "\u00e9\u4e2d", "\ud83d\udd25x"}) {
            assertThat(Secret.of(text).revealBytes()).isEqualTo(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private void assertRefused(String reference, String why) {
        assertThatThrownBy(() -> secrets().resolve(SecretRef.parse(reference)))
                .isInstanceOf(DriverException.class)
                .hasMessage("The secret " + reference + " cannot be had: " + why + ".");
    }

    private String clear(String reference) throws DriverException {
        try (Secret secret = secrets().resolve(SecretRef.parse(reference))) {
            return new String(secret.reveal());
        }
    }

    private SystemSecrets secrets() {
        return new SystemSecrets(Map.of("PW", " pass word ", "EMPTY", "", "BLANK", " \t\n", "LINE", "two\n\n"), folder);
    }

    private void file(String name, String text, String mode) throws IOException {
        Files.writeString(folder.resolve(name), text);
        Files.setPosixFilePermissions(folder.resolve(name), PosixFilePermissions.fromString(mode));
    }
}
