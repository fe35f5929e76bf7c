package io.twinpath.plan;

import static io.twinpath.plan.PlanAssert.assertThat;

import io.twinpath.diff.Changes;
import io.twinpath.diff.Differ;
import io.twinpath.importer.Defaults;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Kinds;
import io.twinpath.model.Address;
import io.twinpath.model.Desired;
import io.twinpath.model.Fact;
import io.twinpath.model.HostFact;
import io.twinpath.model.Observed;
import io.twinpath.model.Snapshot;
import io.twinpath.model.Spec;
import io.twinpath.model.Value;
import io.twinpath.spec.LoadOptions;
import io.twinpath.spec.MemoryFiles;
import io.twinpath.spec.SpecLoader;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a plan does about things that nobody declared. */
class ExactTest {

    private final SortedMap<String, HostFact> hosts = new TreeMap<>();
    private final SortedMap<Address, Fact<?>> facts = new TreeMap<>();
    private final TreeSet<Snapshot.Unlisted> unlisted = new TreeSet<>();
    private Kinds kinds = Kinds.of(List.of());

    private static Address at(String kind, String name) {
        return Address.onHost(kind, "a", name);
    }

    private static final Address SWITCH = at("vswitch", "vSwitch9");
    private static final Address GROUP = at("port_group", "Lab");
    private static final Address INTERFACE = at("vmkernel", "vmk9");

    /** A switch that the spec has, and beside it one with a port group and an interface on it. */
    @BeforeEach
    void site() {
        spec("{}");
        hosts.put("a", new HostFact.Reached("u", "6.7.0", "1"));
        found("vswitch", "vSwitch0", Map.of("mtu", "1500"));
        found("vswitch", "vSwitch9", Map.of("uplinks", "vmnic7"));
        found("port_group", "Lab", Map.of("vswitch", "vSwitch9"));
        found("vmkernel", "vmk9", Map.of("port_group", "Lab"));
    }

    private Spec spec(String resources) {
        var loaded = SpecLoader.load(
                        new MemoryFiles(Map.of("inventory/site.yml", "hosts: {a: " + resources + "}\n")),
                        LoadOptions.standard())
                .result()
                .orElseThrow();
        kinds = loaded.kinds();
        return loaded.spec();
    }

    private void found(String kind, String name, Map<String, String> fields) {
        found(kinds.kind(kind).orElseThrow(), at(kind, name), fields);
    }

    private <D extends Record & Desired> void found(Kind<D> kind, Address address, Map<String, String> fields) {
        Map<String, Value> values = new LinkedHashMap<>();
        fields.forEach((k, v) -> values.put(
                k,
                k.equals("uplinks") || k.equals("services") ? new Value.Items(List.of(Value.text(v))) : Value.text(v)));
        D value = kind.shape().restore(new Value.Fields(values)).orElseThrow();
        facts.put(address, new Fact<>(address, new Observed.Present<>(value), Instant.EPOCH));
    }

    private Changes changes(String resources) {
        return Differ.diff(spec(resources), new Snapshot(hosts, facts, unlisted), kinds, Defaults.standard());
    }

    private Plan plan(String resources) {
        Spec spec = spec(resources);
        return Planner.plan(
                Differ.diff(spec, new Snapshot(hosts, facts, unlisted), kinds, Defaults.standard()),
                spec,
                kinds,
                new PlanStamp("p", "1", Instant.EPOCH));
    }

    @Test
    void withoutTheWordWhatIsUndeclaredIsLeftAlone() {
        assertThat(plan("{vswitches: {vSwitch0: {}}}")).changes();
        Assertions.assertThat(plan("{vswitches: {vSwitch0: {}}}").undeclared()).isEmpty();
        Assertions.assertThat(changes("{vswitches: {vSwitch0: {}}}").undeclared())
                .containsOnlyKeys(SWITCH, GROUP, INTERFACE);
    }

    @Test
    void reportNamesItAndWhatStandsInside() {
        Plan plan = plan("{vswitches: {exact: report, vSwitch0: {}}}");
        assertThat(plan).changes();
        Assertions.assertThat(plan.undeclared()).containsExactly(GROUP, SWITCH);
        Assertions.assertThat(plan.isEmpty()).isTrue();
    }

    @Test
    void whatStandsOnItGoesFirst() {
        Plan plan = plan("{vswitches: {exact: true, vSwitch0: {}}, vmkernel: {exact: true}}");
        assertThat(plan)
                .changes(SWITCH, GROUP, INTERFACE)
                .orders(INTERFACE)
                .before(GROUP)
                .orders(GROUP)
                .before(SWITCH);
    }

    /** The interface is in no exact collection, so that its ground stays. */
    @Test
    void nothingLosesItsGround() {
        assertThat(plan("{vswitches: {exact: true, vSwitch0: {}}}"))
                .changes()
                .blocks(GROUP, "vmkernel:a/vmk9 stands on it")
                .blocks(SWITCH, "waits for " + GROUP);
    }

    @Test
    void managementIsNeverTaken() {
        found("vmkernel", "vmk9", Map.of("port_group", "Lab", "services", "management"));
        assertThat(plan("{vswitches: {exact: true, vSwitch0: {}}, vmkernel: {exact: true}}"))
                .changes()
                .blocks(INTERFACE, "management");
    }

    @Test
    void whatNobodyCanSeeMayStandOnIt() {
        facts.remove(INTERFACE);
        unlisted.add(new Snapshot.Unlisted("a", "vmkernel", "No permission."));
        assertThat(plan("{vswitches: {exact: true, vSwitch0: {}}}"))
                .changes()
                .blocks(SWITCH, "No permission")
                .blocks(GROUP, "No permission");
    }

    @Test
    void aCollectionThatCannotBeListedIsNotAnEmptyOne() {
        unlisted.add(new Snapshot.Unlisted("a", "advanced", "No permission."));
        Plan plan = plan("{advanced: {exact: report}}");
        assertThat(plan).blocks(at("advanced", "*"), "No permission");
        Assertions.assertThat(plan.isEmpty()).isFalse();
    }

    @Test
    void anExactCollectionInsideOneSwitchSaysNothingOfOthers() {
        found("port_group", "Stray", Map.of("vswitch", "vSwitch0"));
        assertThat(plan("{vswitches: {vSwitch0: {port_groups: {exact: true}}}}"))
                .changes(at("port_group", "Stray"));
    }

    /** A declared switch takes the uplink of an undeclared one, which has to go first. */
    @Test
    void whatGoesGivesUpWhatItHas() {
        facts.remove(INTERFACE);
        String takes = "vSwitch0: {uplinks: [vmnic7]}";
        assertThat(plan("{vswitches: {exact: true, " + takes + "}}"))
                .orders(SWITCH)
                .before(at("vswitch", "vSwitch0"));
        assertThat(plan("{vswitches: {exact: report, " + takes + "}}")).blocks(at("vswitch", "vSwitch0"), "vSwitch9");
    }

    @Test
    void aSettingGoesBackToItsDefault() {
        found("advanced", "Misc.APDTimeout", Map.of("value", "20"));
        Plan plan = plan("{advanced: {exact: true}}");
        assertThat(plan).changes(at("advanced", "Misc.APDTimeout"));
        Assertions.assertThat(plan.steps().get(0).forward())
                .hasToString("[system settings advanced set --option=/Misc/APDTimeout --default]");
        Assertions.assertThat(plan.steps().get(0).reversal()).asString().contains("--string-value=20");
    }

    @Test
    void whatIsAsEveryHostHasItIsNoStray() {
        found("nic", "vmnic0", Map.of("port", "vmnic0", "auto_negotiation", "true", "enabled", "true"));
        found("nic", "vmnic1", Map.of("port", "vmnic1", "auto_negotiation", "true", "enabled", "false"));
        Assertions.assertThat(plan("{nics: {exact: report}}").undeclared()).containsExactly(at("nic", "vmnic1"));
    }

    @Test
    void theWordIsPartOfWhatThePlanWasMadeFrom() {
        Assertions.assertThat(plan("{vswitches: {vSwitch0: {}}}").specFingerprint())
                .isNotEqualTo(plan("{vswitches: {exact: report, vSwitch0: {}}}").specFingerprint());
    }
}
