package io.twinpath.kind.cluster;

import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Node;
import io.twinpath.kind.DrsAutomation;
import io.twinpath.kind.Script;
import io.twinpath.kind.Vim;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** DRS in the words of {@code ClusterDrsConfigInfo}. */
final class DrsWords {

    /** {@code vmotionRate} is 5 where the slider of vCenter's pages is 1, and the other way round. */
    private static final int REVERSED = 6;

    private DrsWords() {}

    static Drs read(Node settings) throws UnreadableException {
        Node drs = settings.required("drsConfig");
        return new Drs(
                Optional.of(drs.flag("enabled").orElse(false)),
                Vim.constant(DrsAutomation.class, DrsAutomation::word, drs.text("defaultVmBehavior")),
                Vim.integer(drs, "vmotionRate")
                        .filter(r -> r >= 1 && r < REVERSED)
                        .map(r -> REVERSED - r),
                drs.flag("enableVmBehaviorOverrides"),
                HaWords.options(drs));
    }

    /** The fields that differ; empty when none does. */
    static Optional<Node> changed(Drs before, Drs after) {
        Node config = Node.build("drsConfig", "ClusterDrsConfigInfo")
                .put(HaWords.flag("enabled", before.enabled(), after.enabled()))
                .put(HaWords.flag("enableVmBehaviorOverrides", before.vmOverrides(), after.vmOverrides()))
                .put(
                        Script.differs(before.automation(), after.automation())
                                ? after.automation().map(a -> Node.plain("defaultVmBehavior", "DrsBehavior", a.word()))
                                : Optional.empty())
                .put(
                        Script.differs(before.threshold(), after.threshold())
                                ? after.threshold().map(t -> Node.number("vmotionRate", REVERSED - t))
                                : Optional.empty())
                .putAll(options(before.options(), after.options()))
                .end();
        return config.items().isEmpty() ? Optional.empty() : Optional.of(config);
    }

    /** Options that differ: the server keeps the others. */
    static List<Node> options(Map<String, String> before, Map<String, String> after) {
        return after.entrySet().stream()
                .filter(e -> !e.getValue().equals(before.get(e.getKey())))
                .map(e -> option("option", e.getKey(), e.getValue()))
                .toList();
    }

    private static Node option(String name, String key, String value) {
        return Node.object(name, "OptionValue", Node.string("key", key), Node.string("value", value));
    }
}
