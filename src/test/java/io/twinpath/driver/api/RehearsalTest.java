package io.twinpath.driver.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What nothing depends on would not be missed if it failed: here it would. */
final class RehearsalTest {

    @Test
    void javaTakesWhatTheServerThatDoesNotExistSays() throws Exception {
        assertThat(Rehearsal.hellos()).isTrue();
        assertThat(Rehearsal.answer()).isTrue();
    }
}
