package io.twinpath.driver.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.driver.EsxcliQuery;
import org.junit.jupiter.api.Test;

/** A recording holds no secret that a host tells, and still as many of them. */
class HushedTest {

    private static final EsxcliQuery SNMP = EsxcliQuery.of("system snmp get");

    @Test
    void communitiesAreCountedAndNotKept() {
        assertThat(Hushed.body(SNMP, "   Communities: one, two\n   Port: 161\n   Targets: a@162 three\n   Users: \n"))
                .isEqualTo("   Communities: ***,***\n   Port: 161\n   Targets: ***\n   Users: \n");
        assertThat(
                        Hushed.body(
                                SNMP,
                                "<field name=\"Communities\">\n<string>one</string>\n</field><field name=\"Port\"><integer>161</integer>"))
                .isEqualTo(
                        "<field name=\"Communities\">\n<string>***</string>\n</field><field name=\"Port\"><integer>161</integer>");
        assertThat(Hushed.body(EsxcliQuery.of("network nic list"), "Users: one"))
                .isEqualTo("Users: one");
    }
}
