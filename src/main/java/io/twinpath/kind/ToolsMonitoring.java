package io.twinpath.kind;

import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Node;
import java.util.Optional;

/** Restarts after a lost heartbeat of the guest, {@code ClusterVmToolsMonitoringSettings}: read and sent back as it was. */
public record ToolsMonitoring(
        Optional<Boolean> enabled,
        Optional<String> mode,
        Optional<Boolean> clusterSettings,
        Optional<Integer> failureInterval,
        Optional<Integer> minUpTime,
        Optional<Integer> maxFailures,
        Optional<Integer> maxFailureWindow) {

    static ToolsMonitoring of(Node node) throws UnreadableException {
        return new ToolsMonitoring(
                node.flag("enabled"),
                node.text("vmMonitoring"),
                node.flag("clusterSettings"),
                Vim.integer(node, "failureInterval"),
                Vim.integer(node, "minUpTime"),
                Vim.integer(node, "maxFailures"),
                Vim.integer(node, "maxFailureWindow"));
    }

    Node node() {
        return Node.build("vmToolsMonitoringSettings", "ClusterVmToolsMonitoringSettings")
                .put(enabled.map(v -> Node.flag("enabled", v)))
                .put(mode.map(v -> Node.string("vmMonitoring", v)))
                .put(clusterSettings.map(v -> Node.flag("clusterSettings", v)))
                .put(failureInterval.map(v -> Node.number("failureInterval", v)))
                .put(minUpTime.map(v -> Node.number("minUpTime", v)))
                .put(maxFailures.map(v -> Node.number("maxFailures", v)))
                .put(maxFailureWindow.map(v -> Node.number("maxFailureWindow", v)))
                .end();
    }
}
