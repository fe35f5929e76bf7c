package io.twinpath.risk.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.risk.Finding;
import io.twinpath.risk.RigSketch;
import io.twinpath.risk.Rule;
import io.twinpath.risk.SceneSketch;
import java.util.List;

/** Puts a scene before one rule. */
final class Asking {

    static final String NOBODY = "hosts: {a: }";

    private Asking() {}

    static List<Finding> ask(Rule rule, SceneSketch scene) {
        List<Finding> findings = rule.findings(scene.scene());
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(rule.code());
            assertThat(finding.title()).endsWith(".");
            assertThat(finding.remedy()).isPresent();
        });
        return findings;
    }

    static List<Finding> ask(Rule rule, RigSketch rig) {
        return ask(rule, SceneSketch.of(NOBODY).rig(rig));
    }

    static List<String> titles(Rule rule, RigSketch rig) {
        return ask(rule, rig).stream().map(Finding::title).toList();
    }

    static List<String> titles(Rule rule, SceneSketch scene) {
        return ask(rule, scene).stream().map(Finding::title).toList();
    }
}
