package io.twinpath.driver.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.model.SshAccess;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SshTargetTest {

    @Test
    void aSpecSaysItInItsOwnWords() {
        SshTarget target = SshTarget.of("esxi1", SshAccess.unspecified(), Path.of("/project"));
        assertThat(target.endpoint()).isEqualTo("esxi1:22");
        assertThat(target.user()).isEqualTo("root");
        assertThat(target.pinName()).isEqualTo("esxi1");
        assertThat(target.password()).isEqualTo(Optional.empty());
    }
}
