package io.twinpath.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinpath.driver.esxcli.Format;
import io.twinpath.driver.esxcli.Row;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RepliesTest {

    private static final EsxcliQuery NICS = EsxcliQuery.of("network nic list");
    private static final String XML = "<output><root><list type=\"structure\"><structure typeName=\"Nic\">"
            + "<field name=\"Name\"><string>vmnic0</string></field></structure></list></root></output>";

    private final Replies replies = Replies.none();

    @Test
    void makesAViewOnceForAllWhoAsk() throws UnreadableException {
        replies.add(Map.of(NICS, new Reply(0, Format.XML, XML, "nics")));
        AtomicInteger made = new AtomicInteger();
        Replies.View<String> names = new Replies.View<>(NICS, rows -> {
            made.incrementAndGet();
            return rows.get(0).need("Name");
        });

        assertThat(replies.view(names)).isEqualTo("vmnic0");
        assertThat(replies.view(names)).isEqualTo("vmnic0");
        assertThat(made).hasValue(1);
    }

    @Test
    void refusesAViewOfWhatWasNotAsked() {
        assertThatThrownBy(() -> replies.view(new Replies.View<>(NICS, List::size)))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("network nic list");
    }

    @Test
    void normalisesNamesOfFieldsInAnyScript() {
        assertThat(Row.normal("VLAN ID (802.1Q)")).isEqualTo("vlanid8021q");
        assertThat(Row.normal("Gr\u00d6\u00dfe in MiB")).isEqualTo("gr\u00f6\u00dfeinmib");
        assertThat(Row.normal(" -_ ")).isEmpty();
    }
}
