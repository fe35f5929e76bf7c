package io.twinpath.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BesideTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 1000})
    void doesAllInOrder(int expected) {
        List<Integer> done = new ArrayList<>();
        try (Beside beside = new Beside("test", expected)) {
            for (int i = 0; i < 1000; i++) {
                int number = i;
                beside.then(() -> done.add(number));
            }
        }
        assertThat(done).isEqualTo(IntStream.range(0, 1000).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000})
    void throwsWhatATaskThrewAndDoesNotHang(int expected) {
        assertThatThrownBy(() -> {
                    try (Beside beside = new Beside("test", expected)) {
                        for (int i = 0; i < 1000; i++) {
                            int number = i;
                            beside.then(() -> {
                                if (number == 3) {
                                    throw new IllegalStateException("the fourth");
                                }
                            });
                        }
                    }
                })
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the fourth");
    }

    /** Mistakes that both halves of a load find, each host's by its place. */
    @Test
    void saysTheSameOfManyHostsAsOfOne() {
        List<String> one = mistakes(1);
        List<String> many = mistakes(100);
        assertThat(one).hasSize(2);
        assertThat(many).hasSize(200);
        assertThat(many.subList(0, 2)).isEqualTo(one);
        for (int host = 1; host < 100; host++) {
            String line = " " + (host + 2) + ":";
            assertThat(many.subList(2 * host, 2 * host + 2))
                    .allMatch(m -> m.contains(line))
                    .extracting(m -> m.replace(line, " 2:"))
                    .isEqualTo(one);
        }
    }

    private static List<String> mistakes(int hosts) {
        StringBuilder text = new StringBuilder("hosts:\n");
        for (int i = 0; i < hosts; i++) {
            text.append("  h%03d.example: {vswitches: {vSwitch0: {mtu: wide}}, advanced: {A.b: \"{{ no }}\"}}\n"
                    .formatted(i));
        }
        MemoryFiles files = new MemoryFiles(Map.of("inventory/site.yml", text.toString()));
        List<Diagnostic> found =
                switch (SpecLoader.load(files, LoadOptions.standard()).result()) {
                    case Result.Ok<Loaded> ok -> ok.diagnostics();
                    case Result.Failed<Loaded> failed -> failed.diagnostics();
                };
        return found.stream()
                .map(d -> d.code() + " " + d.primary().orElseThrow().span().start())
                .toList();
    }
}
