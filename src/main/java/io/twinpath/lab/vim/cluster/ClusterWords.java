package io.twinpath.lab.vim.cluster;

import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Faults;
import java.util.Set;

/** Looks whether a change of a cluster uses words and numbers that the API knows. */
final class ClusterWords {

    private static final Set<String> FIELDS = Set.of(
            "dasConfig",
            "dasVmConfigSpec",
            "drsConfig",
            "drsVmConfigSpec",
            "rulesSpec",
            "groupSpec",
            "vmSwapPlacement",
            "dpmConfig",
            "spbmEnabled");

    /** Fields of the type that the lab has nothing for. They may be sent where they ask for nothing. */
    private static final Set<String> ELSEWHERE = Set.of(
            "vsanConfig",
            "vsanHostConfigSpec",
            "dpmHostConfigSpec",
            "infraUpdateHaConfig",
            "proactiveDrsConfig",
            "inHciWorkflow",
            "cryptoConfig",
            "orchestration",
            "vmOrchestrationSpec");

    private static final Set<String> SWITCH = Set.of("enabled", "disabled");
    private static final int SLOWEST = 5;

    private final Element spec;

    ClusterWords(Element spec) {
        this.spec = spec;
    }

    void check() {
        spec.children().stream().filter(f -> !FIELDS.contains(f.name())).forEach(ClusterWords::elsewhere);
        words("vmSwapPlacement", Set.of("vmDirectory", "hostLocal"));
        words("dasConfig.hostMonitoring", SWITCH);
        words("dasConfig.vmComponentProtecting", SWITCH);
        words("dasConfig.vmMonitoring", Set.of("vmMonitoringDisabled", "vmMonitoringOnly", "vmAndAppMonitoring"));
        words(
                "dasConfig.hBDatastoreCandidatePolicy",
                Set.of("userSelectedDs", "allFeasibleDs", "allFeasibleDsWithUserPreference"));
        String defaults = "dasConfig.defaultVmSettings.";
        words(defaults + "restartPriority", Set.of("disabled", "lowest", "low", "medium", "high", "highest"));
        words(defaults + "isolationResponse", Set.of("none", "powerOff", "shutdown"));
        protection(defaults + "vmComponentProtectionSettings.");
        words("drsConfig.defaultVmBehavior", Set.of("manual", "partiallyAutomated", "fullyAutomated"));
        range("drsConfig.vmotionRate", 1, SLOWEST);
        range("dasConfig.failoverLevel", 0, Integer.MAX_VALUE);
        range("dasConfig.admissionControlPolicy.cpuFailoverResourcesPercent", 0, 100);
        range("dasConfig.admissionControlPolicy.memoryFailoverResourcesPercent", 0, 100);
    }

    private static void elsewhere(Element field) {
        if (!ELSEWHERE.contains(field.name())) {
            throw Faults.invalidRequest("Unexpected element tag \"" + field.name() + "\" seen");
        }
        if (field.flag("enabled").orElse(false)) {
            throw Faults.notSupported();
        }
    }

    private void protection(String at) {
        words(
                at + "vmStorageProtectionForAPD",
                Set.of("disabled", "warning", "restartConservative", "restartAggressive"));
        words(at + "vmStorageProtectionForPDL", Set.of("disabled", "warning", "restartAggressive"));
        words(at + "vmReactionOnAPDCleared", Set.of("none", "reset"));
        range(at + "vmTerminateDelayForAPDSec", 0, Integer.MAX_VALUE);
    }

    private void words(String path, Set<String> known) {
        spec.text(path.split("\\.", -1)).filter(w -> !known.contains(w)).ifPresent(w -> {
            throw Faults.invalidArgument("spec." + path);
        });
    }

    private void range(String path, int least, int most) {
        spec.number(path.split("\\.", -1)).filter(n -> n < least || n > most).ifPresent(n -> {
            throw Faults.invalidArgument("spec." + path);
        });
    }
}
