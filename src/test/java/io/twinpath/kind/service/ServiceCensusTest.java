package io.twinpath.kind.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinpath.driver.ProgramQuery;
import io.twinpath.driver.Replies;
import io.twinpath.driver.Reply;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Format;
import io.twinpath.importer.Defaults;
import io.twinpath.model.Address;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServiceCensusTest {

    private static final String LIST = "SSH on\nESXShell off\nntpd on\nhostd on\nsnmpd off\nDCUI on\n";

    private final ServiceSsh binding = new ServiceSsh();
    private final ServiceKind kind = new ServiceKind();

    private static Replies listed(String text) {
        Replies replies = Replies.none();
        replies.add(Map.of(new ProgramQuery.StartList(), new Reply(0, Format.TEXT, text, "esxi1: chkconfig --list")));
        return replies;
    }

    private Map<Address, Optional<Service>> found(String text) throws UnreadableException {
        return binding.found(new Scope.Host("esxi1"), listed(text));
    }

    private static Address service(String key) {
        return Address.onHost("service", "esxi1", key);
    }

    @Test
    void oneListTellsAllByTheKeysOfTheApiAndNoScriptIsCalled() throws UnreadableException {
        Map<Address, Optional<Service>> found = found(LIST);
        assertThat(found)
                .containsOnlyKeys(
                        service("TSM-SSH"), service("TSM"), service("hostd"), service("snmpd"), service("DCUI"));
        for (Map.Entry<Address, Optional<Service>> each : found.entrySet()) {
            assertThat(binding.queries(each.getKey(), each.getValue(), listed(LIST)))
                    .isEqualTo(binding.census());
            assertThat(binding.read(each.getKey(), each.getValue(), listed(LIST)))
                    .isInstanceOf(Observed.Present.class);
        }
    }

    @Test
    void anAnswerThatIsNoListIsNotAnEmptyOne() {
        assertThatThrownBy(() -> found("usage: chkconfig\n")).isInstanceOf(UnreadableException.class);
    }

    @Test
    void onlyWhatAnInstallationDoesNotLeaveIsTold() {
        assertThat(told("TSM-SSH", Service.Policy.ON)).isTrue();
        assertThat(told("TSM-SSH", Service.Policy.OFF)).isFalse();
        assertThat(told("DCUI", Service.Policy.OFF)).isTrue();
        assertThat(told("snmpd", Service.Policy.ON)).isFalse();
        assertThat(told("hostd", Service.Policy.OFF))
                .as("nobody knows how it comes")
                .isFalse();
    }

    private boolean told(String key, Service.Policy policy) {
        Service found = new Service(Optional.of(policy), Optional.empty());
        return !Defaults.standard().leaves(kind, service(key), found, "7.0.3");
    }
}
