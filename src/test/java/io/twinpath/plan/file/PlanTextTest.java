package io.twinpath.plan.file;

import static io.twinpath.toy.ToyKinds.card;
import static io.twinpath.toy.ToyKinds.group;
import static io.twinpath.toy.ToyKinds.vswitch;
import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Result;
import io.twinpath.driver.Command;
import io.twinpath.driver.DatastoreName;
import io.twinpath.driver.EsxcliCommand;
import io.twinpath.driver.FileCommand;
import io.twinpath.driver.HostFile;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.Option;
import io.twinpath.driver.ProgramCommand;
import io.twinpath.driver.ServiceScript;
import io.twinpath.driver.vim.RandomNodes;
import io.twinpath.model.Address;
import io.twinpath.model.Delta;
import io.twinpath.model.FieldPath;
import io.twinpath.model.HostFact;
import io.twinpath.model.RiskClass;
import io.twinpath.model.SecretRef;
import io.twinpath.model.Transport;
import io.twinpath.model.Value;
import io.twinpath.model.Way;
import io.twinpath.plan.Guard;
import io.twinpath.plan.Plan;
import io.twinpath.plan.PlanStamp;
import io.twinpath.plan.Reversal;
import io.twinpath.plan.Step;
import io.twinpath.toy.ToyCard;
import io.twinpath.toy.ToyGroup;
import io.twinpath.toy.ToyPlans;
import io.twinpath.toy.ToySpec;
import io.twinpath.toy.ToySwitch;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PlanTextTest {

    private static final String HOST = "esxi3.lain.local";

    private static Plan small() {
        Address card = card(HOST, "storage_a");
        return ToyPlans.plan(new ToySpec()
                .host(HOST)
                .unreached("esxi4.lain.local", HostFact.Cause.UNTRUSTED, "The host key is unknown.")
                .wants(card, new ToyCard("57810", List.of()))
                .seesNothing(card)
                .wants(vswitch(HOST, "vSwitch1"), ToySwitch.of("storage_a/0"))
                .seesNothing(vswitch(HOST, "vSwitch1"))
                .wants(vswitch(HOST, "vSwitch0"), ToySwitch.of("vmnic0").mtu(9000))
                .sees(vswitch(HOST, "vSwitch0"), ToySwitch.of("vmnic1").mtu(1500))
                .wants(group(HOST, "Übung \"x\""), ToyGroup.on("vSwitch0").vlan(7))
                .seesNothing(group(HOST, "Übung \"x\""))
                .wants(Address.inSite("vm", "pomf"), ToyGroup.on("x")));
    }

    private static byte[] bytes(Plan plan) {
        return PlanText.write(plan).getBytes(StandardCharsets.UTF_8);
    }

    private static String code(byte[] bytes) {
        Result<Plan> read = PlanText.read(bytes, "a.plan");
        return read instanceof Result.Failed<Plan> f ? f.diagnostics().get(0).code() : "accepted";
    }

    @Test
    void aPlanComesBackAsItWas() {
        assertThat(PlanText.read(bytes(small()), "a.plan")).isEqualTo(Result.ok(small()));
        assertThat(small().steps()).hasSize(2);
        assertThat(small().blocked()).hasSize(2);
    }

    @Test
    void anyPlanComesBackAsItWas() {
        for (long seed = 0; seed < 300; seed++) {
            Plan plan = new RandomPlan(new Random(seed)).plan();
            assertThat(PlanText.read(bytes(plan), "a.plan").orElseThrow())
                    .as("seed " + seed)
                    .isEqualTo(plan);
        }
    }

    @Test
    void equalPlansHaveEqualTexts() {
        assertThat(PlanText.write(small())).isEqualTo(PlanText.write(small()));
    }

    @Test
    void aFileThatIsCutAnywhereIsRefused() {
        byte[] whole = bytes(small());
        for (int length = 0; length < whole.length; length++) {
            assertThat(code(Arrays.copyOf(whole, length)))
                    .as("cut at " + length)
                    .isEqualTo("PLN0101");
        }
    }

    @Test
    void aFileWithAnyOtherByteIsRefused() {
        byte[] whole = bytes(small());
        Random random = new Random(11);
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] = (byte) (changed[at] ^ 1 << random.nextInt(8));
            assertThat(code(changed)).as("byte " + at).startsWith("PLN");
        }
    }

    @Test
    void aNewerFormatIsToldAsSuch() {
        String newer = PlanText.write(small()).replace("\"format_version\": 1", "\"format_version\": 2");
        assertThat(code(newer.getBytes(StandardCharsets.UTF_8))).isEqualTo("PLN0102");
    }

    @Test
    void aFileThatIsSealedAgainIsStillReadStrictly() {
        String text = PlanText.write(small());
        assertThat(code(sealed(text.replace("\"kept\": 0", "\"kept\": 0, \"kept\": 0"))))
                .isEqualTo("PLN0104");
        assertThat(code(sealed(text.replace("\"kept\": 0", "\"kept\": -1")))).isEqualTo("PLN0104");
        assertThat(code(sealed(text.replace("\"kept\": 0", "\"kept\": 0, \"risks\": {\"opens\": [{\"code\": 1}]}"))))
                .isEqualTo("PLN0104");
        assertThat(code(sealed(text.replace("\"kept\": 0", "\"kept\": 0, \"more\": 0"))))
                .isEqualTo("PLN0104");
        assertThat(code(sealed(text.replace("\"kept\": 0", "\"kept\": " + "9".repeat(5000)))))
                .isEqualTo("PLN0104");
        assertThat(code(sealed(text.replace("\"action\": \"create\"", "\"action\": \"destroy\""))))
                .isEqualTo("PLN0104");
        assertThat(code(sealed(text.replace("\"after\": [", "\"after\": [\"s99\""))))
                .isEqualTo("PLN0104");
        assertThat(code(sealed(text.replace("\"before\": 1500", "\"before\": " + "[".repeat(500) + "]".repeat(500)))))
                .isEqualTo("PLN0104");
        assertThat(code(sealed(text + "{}"))).isEqualTo("PLN0104");
        assertThat(code(sealed(text))).isEqualTo("accepted");
    }

    @Test
    void whatIsNoPlanIsRefused() {
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            assertThat(code(noise)).isEqualTo("PLN0101");
        }
        assertThat(code(new byte[PlanText.LONGEST + 1])).isEqualTo("PLN0103");
        assertThat(PlanText.read(new byte[0], "a.plan").diagnostics())
                .flatExtracting(Diagnostic::hints)
                .anySatisfy(hint -> assertThat(hint).contains("twinpath plan"));
    }

    /** With a digest that fits, as somebody would make it who edits a plan on purpose. */
    private static byte[] sealed(String text) {
        int at = text.indexOf("\"sha256\": \"") + 11;
        String open = text.substring(0, at) + "0".repeat(64) + text.substring(at + 64);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(open.getBytes(StandardCharsets.UTF_8));
            return open.replaceFirst("0{64}", HexFormat.of().formatHex(digest)).getBytes(StandardCharsets.UTF_8);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Plans with everything that a plan can hold. */
    private record RandomPlan(Random random) {

        Plan plan() {
            var hosts = new TreeMap<String, HostFact>();
            hosts.put(HOST, new HostFact.Reached(text(), text(), text()));
            if (random.nextBoolean()) {
                hosts.put("other", new HostFact.Unreached(pick(HostFact.Cause.values()), text()));
            }
            List<Step> steps = new ArrayList<>();
            for (int n = random.nextInt(5); n > 0; n--) {
                steps.add(step(steps));
            }
            var declared = new TreeMap<Address, Value>();
            steps.forEach(step -> declared.put(step.address(), value(3)));
            return new Plan(
                    new PlanStamp(
                            text(), text(), Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000))),
                    text(),
                    text(),
                    text(),
                    hosts,
                    steps,
                    List.of(new Plan.Blocked(address(), List.of(new io.twinpath.model.Obstacle.HandsOn(text())))),
                    declared,
                    new TreeSet<>(Set.of("vm")),
                    random.nextInt(100),
                    new TreeSet<>(List.of(address(), address())),
                    random.nextBoolean() ? Optional.empty() : Optional.of(risks()));
        }

        private Value.Fields risks() {
            Map<String, Value> finding = new LinkedHashMap<>();
            for (String key : List.of("code", "title", "severity")) {
                finding.put(key, Value.text(text()));
            }
            finding.put("effects", value(3));
            Map<String, Value> lists = new LinkedHashMap<>();
            lists.put("opens", new Value.Items(List.of(new Value.Fields(finding))));
            lists.put("leaves", new Value.Items(List.of()));
            lists.put("refused", new Value.Items(List.of(Value.text(text()))));
            return new Value.Fields(lists);
        }

        private Step step(List<Step> before) {
            Set<String> after = new TreeSet<>();
            before.stream().filter(s -> random.nextBoolean()).forEach(s -> after.add(s.id()));
            Address address = address();
            return new Step(
                    "s" + before.size(),
                    address,
                    pick(Step.Action.values()),
                    List.of(new Delta(
                            FieldPath.of(text(), "a.b"),
                            value(3),
                            value(3),
                            random.nextBoolean(),
                            random.nextBoolean())),
                    value(4),
                    new Way(
                            address.host().orElse(Way.VCENTER),
                            pick(Transport.values()),
                            random.nextBoolean() ? "" : text()),
                    List.of(command(), command()),
                    random.nextBoolean() ? new Reversal.Impossible(text()) : new Reversal.Commands(List.of(command())),
                    after,
                    pick(RiskClass.values()),
                    List.of(
                            new Guard.Unchanged(address(), pick(Transport.values()), text()),
                            new Guard.StillThere(address(), pick(Transport.values()))),
                    random.nextBoolean() ? List.of() : List.of(text(), text()));
        }

        private Command command() {
            ServiceScript script = new ServiceScript("ntpd");
            return switch (random.nextInt(6)) {
                case 0 -> new FileCommand(HostFile.NTP, "server " + random.nextInt() + " 'it''s' \u00e9\r\n\n");
                case 1 -> new ProgramCommand.StartWithHost(script, random.nextBoolean());
                case 2 -> new ProgramCommand.Turn(script, pick(ProgramCommand.Way.values()));
                case 3 -> new ProgramCommand.RenameDatastore(new DatastoreName("a.b"), new DatastoreName("c-d_1"));
                case 4 -> {
                    RandomNodes nodes = new RandomNodes(random.nextLong());
                    yield MethodCommand.of(nodes.lasting(2), "UpdateToy_Task", nodes.planned(3), nodes.planned(0));
                }
                default ->
                    EsxcliCommand.of(
                            "toy switch set",
                            Option.of("name", text()),
                            Option.flag("auto"),
                            Option.secret("secret", new SecretRef("env", "CHAP")));
            };
        }

        private Address address() {
            return vswitch(HOST, text());
        }

        private Value value(int depth) {
            return switch (random.nextInt(depth > 0 ? 6 : 4)) {
                case 0 -> Value.none();
                case 1 -> Value.text(text());
                case 2 -> new Value.Whole(random.nextLong());
                case 3 -> new Value.Flag(random.nextBoolean());
                case 4 -> new Value.Items(List.of(value(depth - 1), value(depth - 1)));
                default -> {
                    Map<String, Value> fields = new LinkedHashMap<>();
                    fields.put(text(), value(depth - 1));
                    yield new Value.Fields(fields);
                }
            };
        }

        private String text() {
            String alphabet = "aZ0 \"\\/'{}[]:,é漢😀$";
            int[] points = alphabet.codePoints().toArray();
            StringBuilder text = new StringBuilder("n");
            for (int n = random.nextInt(8); n > 0; n--) {
                text.appendCodePoint(points[random.nextInt(points.length)]);
            }
            return text.toString();
        }

        private <T> T pick(T[] values) {
            return values[random.nextInt(values.length)];
        }
    }
}
