package io.twinpath.kind.ntp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinpath.driver.EsxcliQuery;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NtpSshTest {

    private static final Address ADDRESS = Address.onHost("ntp", "esxi1", "client");
    private static final Query GET = EsxcliQuery.of("system ntp get");
    private static final Query FILE = new FileQuery(HostFile.NTP);
    private static final Query LIST = new ProgramQuery.StartList();

    /** From a terminal transcript of a 7.0 host in public notes; exact but for trailing blanks. */
    private static final String OF_7_0 =
            "   Enabled: true\n   Loglevel: warning\n   Servers: 1.nl.pool.org, 2.nl.pool.org, 3.nl.pool.org\n";

    private static final String UNKNOWN = "Error: Unknown command or namespace system ntp get\n";

    private final NtpSsh binding = new NtpSsh();

    private static Replies replies(Map<Query, Reply> all) {
        Replies replies = Replies.none();
        replies.add(new HashMap<>(all));
        return replies;
    }

    private static Reply reply(int exit, String body) {
        return new Reply(exit, Format.TEXT, body, "esxi1");
    }

    @Test
    void readsWhatARealHostPrinted() throws UnreadableException {
        assertThat(binding.read(ADDRESS, Optional.empty(), replies(Map.of(GET, reply(0, OF_7_0)))))
                .isEqualTo(new Observed.Present<>(new Ntp(
                        Optional.of(List.of("1.nl.pool.org", "2.nl.pool.org", "3.nl.pool.org")),
                        Optional.of(true),
                        Optional.empty())));
        assertThat(binding.read(
                        ADDRESS, Optional.empty(), replies(Map.of(GET, reply(0, "   Enabled: false\n   Servers:\n")))))
                .isEqualTo(
                        new Observed.Present<>(new Ntp(Optional.of(List.of()), Optional.of(false), Optional.empty())));
    }

    @Test
    void asksForTheFileOnlyWhereTheCommandIsUnknown() throws UnreadableException {
        assertThat(binding.queries(ADDRESS, Optional.empty(), Replies.none())).containsExactly(GET);
        assertThat(binding.queries(ADDRESS, Optional.empty(), replies(Map.of(GET, reply(0, OF_7_0)))))
                .containsExactly(GET);
        assertThat(binding.queries(
                        ADDRESS, Optional.empty(), replies(Map.of(GET, reply(1, "Connect to localhost failed")))))
                .containsExactly(GET);
        assertThat(binding.queries(ADDRESS, Optional.empty(), replies(Map.of(GET, reply(1, UNKNOWN)))))
                .containsExactlyInAnyOrder(FILE, LIST);
        Replies old = replies(Map.of(
                GET, reply(1, UNKNOWN), FILE, reply(0, "server a iburst\nserver b\n"), LIST, reply(0, "ntpd   on\n")));
        assertThat(binding.read(ADDRESS, Optional.empty(), old))
                .isEqualTo(new Observed.Present<>(new Ntp(
                        Optional.of(List.of("a", "b")),
                        Optional.of(true),
                        Optional.of("server a iburst\nserver b\n"))));
    }

    @Test
    void whatIsMissingIsUnreadable() {
        for (Map<Query, Reply> all : List.<Map<Query, Reply>>of(
                Map.of(),
                Map.of(GET, reply(1, "Connect to localhost failed: Connection failure")),
                Map.of(GET, reply(0, "   Enabled: true\n")),
                Map.of(GET, reply(1, UNKNOWN)),
                Map.of(GET, reply(1, UNKNOWN), FILE, reply(67, "it is larger than 64 KiB"), LIST, reply(0, "")))) {
            assertThatThrownBy(() -> binding.read(ADDRESS, Optional.empty(), replies(all)))
                    .as(all.toString())
                    .isInstanceOf(UnreadableException.class);
        }
    }
}
