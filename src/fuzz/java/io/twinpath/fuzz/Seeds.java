package io.twinpath.fuzz;

import io.twinpath.diag.Result;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.ProgramQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Reply;
import io.twinpath.driver.api.ServerBytes;
import io.twinpath.driver.bundle.BundleBytes;
import io.twinpath.driver.esxcli.Format;
import io.twinpath.lab.esxcli.Esxcli;
import io.twinpath.lab.esxcli.HostView;
import io.twinpath.lab.esxcli.ServicePrograms;
import io.twinpath.lab.site.LabSites;
import io.twinpath.lab.site.Site;
import io.twinpath.plan.file.PlanText;
import io.twinpath.plan.file.SealedPlan;
import io.twinpath.toy.ToyKinds;
import io.twinpath.toy.ToyPlans;
import io.twinpath.toy.ToySpec;
import io.twinpath.toy.ToySwitch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Inputs to start from: what the project has of each form already. */
final class Seeds {

    private static final Path TESTS = Path.of("src/test/resources");

    private Seeds() {}

    static List<byte[]> of(String target) throws Exception {
        return switch (target) {
            case "esxcli-text", "recording-text" -> files(TESTS.resolve("esxcli"), ".txt");
            case "esxcli-xml", "recording-xml" -> files(TESTS.resolve("esxcli"), ".xml");
            case "esxcli-csv" -> printed("csv");
            case "esxcli-keyvalue" -> printed("keyvalue");
            case "esxcli-json" -> printed("json");
            case "facts" -> facts();
            case "yaml" -> both(files(TESTS.resolve("cases/spec"), ".yml"), files(Path.of("inventory"), ".yml"));
            case "spec" -> files(TESTS.resolve("cases/spec"), "site.yml");
            case "module" -> both(files(TESTS.resolve("cases/spec"), "module.yml"), files(Path.of("modules"), ".yml"));
            case "template" ->
                texts(
                        "{{ n }}",
                        "{{ s | upper ~ m.a }}",
                        "{% if n > 3 %}a{% elif l %}b{% else %}c{% endif %}",
                        "{% for i in range(3) %}{{ i }},{% endfor %}",
                        "{{ '10.0.0.0/24' | nthhost(n) }}",
                        "{{ l | map('string') | join(',') }}",
                        "{{ s | regex_replace('t(.)', '\\\\1') | default('x') }}");
            case "set" ->
                texts(
                        "esxi1.lain.local:vars.n=8",
                        "vswitch:esxi1.lain.local/vSwitch0.mtu=1500\nadvanced:esxi1.lain.local/UserVars.N=1");
            case "selection" ->
                texts("all_hosts:!esxi1*", "esxi[1:3].lain.local,&storage_hosts\nvswitch:esxi3.lain.local/vSwitch0");
            case "values" ->
                texts(
                        "10.0.0.1/24",
                        "00:11:22:33:44:55",
                        "14e4:168e",
                        "storage_a/0",
                        "10.0.0.1:3260",
                        "140s",
                        "secret://env/NAME",
                        "port_group:esxi3.lain.local/iSCSI-A",
                        "list of port",
                        "esxi[01:20:2].lain.local",
                        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEEdoVRnC6vCYhUZ4uqLL7S4vWjFhGyQGbDtnyzdLrLl");
            case "catalogue" -> files(Path.of("src/main/resources/hardware"), ".yml");
            case "plan" -> plans();
            case "endpoints", "lab-endpoints" -> texts("""
                        {"hosts": {"a.example": {"ssh": {"address": "127.0.0.1", "port": 2200, "user": "root",
                        "password": "x", "host_key": "ssh-ed25519 AAAA"}}},
                        "control": {"address": "127.0.0.1", "port": 1, "token": "x"}}
                        """);
            case "frames" -> texts("0123456789abcdef0123456789abcdef b 0\nx\n0123456789abcdef0123456789abcdef e 0 0\n");
            case "soap" -> ServerBytes.answers();
            case "bundle" -> BundleBytes.archives();
            case "bundle-member" -> files(TESTS.resolve("esxcli"), ".txt");
            case "pins" -> texts("""
                        # a
                        [a.example]:22,b ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEEdoVRnC6vCYhUZ4uqLL7S4vWjFhGyQGbDtnyzdLrLl
                        |1|c2FsdA==|aGFzaA== ssh-rsa AAAA
                        @revoked a ssh-rsa AAAA
                        """);
            case "lab-site" -> texts(LabSites.generate(1, 1), orElseThrow(LabSites.text("lain-cards-installed")));
            case "lab-shell" ->
                texts("x=$(echo a | sed s/a/b/); for i in 1 2; do [ $i = 1 ] && printf '%s' \"$x\"; done");
            default -> texts("{}");
        };
    }

    /** What the lab prints with a formatter. */
    private static List<byte[]> printed(String formatter) {
        Site site = orElseThrow(LabSites.open("lain-cards-installed", Instant.EPOCH));
        Esxcli esxcli = new Esxcli(new HostView(site, FactsTarget.HOST, InstantSource.fixed(Instant.EPOCH)));
        List<byte[]> seeds = new ArrayList<>();
        for (String words : List.of("network nic list", "network vswitch standard list", "iscsi adapter list")) {
            StringBuilder out = new StringBuilder();
            esxcli.run(List.of(("--formatter=" + formatter + " " + words).split(" ")), out);
            seeds.add(out.toString().getBytes(StandardCharsets.UTF_8));
        }
        return seeds;
    }

    private static List<byte[]> facts() throws Exception {
        List<byte[]> seeds = new ArrayList<>();
        for (String site : LabSites.bundled()) {
            for (Format format : List.of(Format.TEXT, Format.XML)) {
                Asked asked = new Asked(orElseThrow(LabSites.open(site, Instant.EPOCH)), format, new StringBuilder());
                new FactsTarget().look(asked);
                seeds.add(asked.said.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        return seeds;
    }

    private static List<byte[]> plans() {
        String host = "esxi3.lain.local";
        String file = PlanText.write(ToyPlans.plan(new ToySpec()
                .host(host)
                .wants(ToyKinds.vswitch(host, "vSwitch1"), ToySwitch.of("vmnic1"))
                .seesNothing(ToyKinds.vswitch(host, "vSwitch1"))
                .wants(
                        ToyKinds.vswitch(host, "vSwitch0"),
                        ToySwitch.of("vmnic0").mtu(9000))
                .sees(ToyKinds.vswitch(host, "vSwitch0"), ToySwitch.of("vmnic0").mtu(1500))));
        return texts(file, SealedPlan.body(file));
    }

    private static List<byte[]> texts(String... texts) {
        return Stream.of(texts).map(t -> t.getBytes(StandardCharsets.UTF_8)).toList();
    }

    private static List<byte[]> both(List<byte[]> some, List<byte[]> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static List<byte[]> files(Path folder, String ending) throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(ending)).sorted().toList()) {
                seeds.add(Files.readAllBytes(file));
            }
        }
        return seeds;
    }

    private static <T> T orElseThrow(Result<T> result) {
        return switch (result) {
            case Result.Ok<T> ok -> ok.value();
            case Result.Failed<T> failed ->
                throw new IllegalStateException(failed.diagnostics().toString());
        };
    }

    /** A simulated host that writes down what it is asked and what it says. */
    private record Asked(Site site, Format format, StringBuilder said) implements Reader {

        @Override
        public Map<Query, Reply> ask(List<Query> queries) {
            Map<Query, Reply> replies = new LinkedHashMap<>();
            Esxcli esxcli = new Esxcli(new HostView(site, FactsTarget.HOST, InstantSource.fixed(Instant.EPOCH)));
            for (Query query : queries) {
                replies.put(query, query instanceof EsxcliQuery q ? reply(esxcli, q) : program(query));
            }
            return replies;
        }

        /** Whether services start with the host, and of other programs nothing. */
        private Reply program(Query query) {
            StringBuilder out = new StringBuilder();
            boolean list = query.equals(new ProgramQuery.StartList());
            if (list) {
                new ServicePrograms(new HostView(site, FactsTarget.HOST, InstantSource.fixed(Instant.EPOCH)))
                        .chkconfig(List.of("--list"), out);
                said.append("## ").append(query).append('\n').append(out).append('\n');
            }
            return new Reply(list ? 0 : 1, Format.TEXT, out.toString(), "lab");
        }

        private Reply reply(Esxcli esxcli, EsxcliQuery query) {
            List<String> words = new ArrayList<>();
            Optional.of("--formatter=xml").filter(x -> format == Format.XML).ifPresent(words::add);
            words.addAll(query.words());
            query.options()
                    .forEach(o -> words.add("--" + o.name() + "=" + o.argument().shown()));
            StringBuilder out = new StringBuilder();
            int exit = esxcli.run(words, out).exit();
            said.append(format == Format.XML ? "##x" : "## ")
                    .append(query)
                    .append('\n')
                    .append(out)
                    .append('\n');
            return new Reply(exit, exit == 0 ? format : Format.TEXT, out.toString(), "lab");
        }

        @Override
        public void close() {}
    }
}
