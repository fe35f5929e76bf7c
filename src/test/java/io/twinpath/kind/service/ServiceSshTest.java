package io.twinpath.kind.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinpath.driver.ProgramQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.Reply;
import io.twinpath.driver.ServiceScript;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Format;
import io.twinpath.model.Address;
import io.twinpath.model.Observed;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceSshTest {

    private static final String LIST = "SSH                     on\nESXShell        off  \r\nhostd on\n";
    private static final Address SSH = Address.onHost("service", "esxi1", "TSM-SSH");
    private static final ProgramQuery STATUS = new ProgramQuery.ServiceStatus(new ServiceScript("SSH"));

    private final ServiceSsh binding = new ServiceSsh();

    private static Replies replies(String list, int exit, String status) {
        Map<Query, Reply> all = Map.of(
                new ProgramQuery.StartList(),
                new Reply(0, Format.TEXT, list, "esxi1: chkconfig --list"),
                STATUS,
                new Reply(exit, Format.TEXT, status, "esxi1: /etc/init.d/SSH status"));
        Replies replies = Replies.none();
        replies.add(all);
        return replies;
    }

    @ParameterizedTest
    @CsvSource({
        "SSH is running, 0, true",
        "SSH is running., 0, true",
        "SSH is not running, 3, false",
        "sshd stopped, 1, false",
        "SSH login enabled, 0, true",
        "SSH login disabled, 0, false",
    })
    void whatScriptsSay(String status, int exit, boolean running) throws UnreadableException {
        assertThat(binding.read(SSH, Optional.empty(), replies(LIST, exit, status)))
                .isEqualTo(new Observed.Present<>(new Service(Optional.of(Service.Policy.ON), Optional.of(running))));
    }

    @Test
    void otherWordsAreUnreadableAndNotGuessed() {
        assertThatThrownBy(
                        () -> binding.read(SSH, Optional.empty(), replies(LIST, 127, "sh: /etc/init.d/SSH: not found")))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("/etc/init.d/SSH status")
                .hasMessageContaining("not found");
        assertThatThrownBy(() -> binding.read(SSH, Optional.empty(), replies("usage: chkconfig\n", 0, "")))
                .isInstanceOf(UnreadableException.class);
        assertThatThrownBy(() -> binding.read(SSH, Optional.empty(), Replies.none()))
                .isInstanceOf(UnreadableException.class);
    }

    @Test
    void aServiceThatIsNotListedIsNotThere() throws UnreadableException {
        Address other = Address.onHost("service", "esxi1", "snmpd");
        assertThat(binding.read(other, Optional.empty(), replies(LIST, 0, ""))).isEqualTo(new Observed.Absent<>());
    }
}
