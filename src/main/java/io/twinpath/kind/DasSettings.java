package io.twinpath.kind;

import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Node;
import io.twinpath.model.Seconds;
import java.util.Locale;
import java.util.Optional;

/**
 * What HA does with a virtual machine, {@code ClusterDasVmSettings}: a cluster has one for all, a virtual machine one of its
 * own. Empty is unset, in a cluster by nobody and in a virtual machine as its cluster says.
 *
 * <p>Always sent whole: what is left out of a nested object is not known to stay. {@code enableAPDTimeoutForHosts} is never
 * sent: servers do not keep it.
 */
public record DasSettings(
        Optional<RestartPriority> restartPriority,
        Optional<Seconds> restartDelay,
        Optional<IsolationResponse> isolationResponse,
        Optional<ApdResponse> onApd,
        Optional<Seconds> apdDelay,
        Optional<ApdCleared> onApdCleared,
        Optional<PdlResponse> onPdl,
        Optional<ToolsMonitoring> monitoring) {

    private static final String PROTECTION = "vmComponentProtectionSettings";

    public static final DasSettings NONE = new DasSettings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public static DasSettings of(Optional<Node> node) throws UnreadableException {
        if (node.isEmpty()) {
            return NONE;
        }
        Node das = node.orElseThrow();
        Optional<Node> tools = das.child("vmToolsMonitoringSettings");
        return new DasSettings(
                Vim.constant(RestartPriority.class, DasSettings::word, das.text("restartPriority")),
                seconds(das.number("restartPriorityTimeout")),
                Vim.constant(IsolationResponse.class, IsolationResponse::word, das.text("isolationResponse")),
                Vim.constant(ApdResponse.class, ApdResponse::word, das.text(PROTECTION, "vmStorageProtectionForAPD")),
                seconds(das.number(PROTECTION, "vmTerminateDelayForAPDSec")),
                Vim.constant(ApdCleared.class, ApdCleared::word, das.text(PROTECTION, "vmReactionOnAPDCleared")),
                Vim.constant(PdlResponse.class, PdlResponse::word, das.text(PROTECTION, "vmStorageProtectionForPDL")),
                tools.isPresent() ? Optional.of(ToolsMonitoring.of(tools.orElseThrow())) : Optional.empty());
    }

    /** -1 stands for what the cluster says. */
    private static Optional<Seconds> seconds(Optional<Long> number) {
        return number.filter(n -> n >= 0).map(Seconds::new);
    }

    public Node node(String name) {
        return Node.build(name, "ClusterDasVmSettings")
                .put(restartPriority.map(p -> Node.string("restartPriority", word(p))))
                .put(restartDelay.map(s -> Node.number("restartPriorityTimeout", Math.toIntExact(s.count()))))
                .put(isolationResponse.map(i -> Node.string("isolationResponse", i.word())))
                .put(monitoring.map(ToolsMonitoring::node))
                .put(protection())
                .end();
    }

    private Optional<Node> protection() {
        Node node = Node.build(PROTECTION, "ClusterVmComponentProtectionSettings")
                .put(onApd.map(a -> Node.string("vmStorageProtectionForAPD", a.word())))
                .put(apdDelay.map(s -> Node.number("vmTerminateDelayForAPDSec", Math.toIntExact(s.count()))))
                .put(onApdCleared.map(c -> Node.string("vmReactionOnAPDCleared", c.word())))
                .put(onPdl.map(p -> Node.string("vmStorageProtectionForPDL", p.word())))
                .end();
        return node.items().isEmpty() ? Optional.empty() : Optional.of(node);
    }

    /** The value of {@code ClusterDasVmSettingsRestartPriority}. */
    private static String word(RestartPriority priority) {
        return priority.name().toLowerCase(Locale.ROOT);
    }
}
