package io.twinpath.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.model.Address;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphTest {

    private static final Address CLUSTER = Address.inSite("cluster", "lain");
    private static final Address VM = Address.inSite("vm", "pomf");
    private static final Address FIRST = Address.onHost("iscsi", "esxi1", "software");
    private static final Address SECOND = Address.onHost("iscsi", "esxi2", "software");

    @Test
    void whatBelongsToNoHostComesLast() {
        assertThat(new Graph(List.of(VM, SECOND, CLUSTER, FIRST)).order(Comparator.naturalOrder()))
                .containsExactly(FIRST, SECOND, CLUSTER, VM);
    }
}
