package io.twinpath.fuzz;

import io.twinpath.diag.Diagnostics;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Reply;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.api.ServerBytes;
import io.twinpath.driver.bundle.BundleBytes;
import io.twinpath.driver.endpoints.Endpoints;
import io.twinpath.driver.esxcli.Format;
import io.twinpath.driver.esxcli.Output;
import io.twinpath.driver.replay.ReplayDriver;
import io.twinpath.driver.ssh.HostBytes;
import io.twinpath.driver.ssh.PublicKey;
import io.twinpath.lab.site.LabState;
import io.twinpath.lab.site.SiteReader;
import io.twinpath.model.Address;
import io.twinpath.model.Ipv4;
import io.twinpath.model.Ipv4Prefix;
import io.twinpath.model.Mac;
import io.twinpath.model.PciId;
import io.twinpath.model.PortRef;
import io.twinpath.model.Portal;
import io.twinpath.model.Seconds;
import io.twinpath.model.SecretRef;
import io.twinpath.plan.file.PlanText;
import io.twinpath.plan.file.SealedPlan;
import io.twinpath.spec.hardware.CatalogueReader;
import io.twinpath.spec.inventory.HostRanges;
import io.twinpath.spec.inventory.ParameterType;
import io.twinpath.spec.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The targets by name. */
final class Targets {

    /** Makes a target; some of them load something first. */
    interface Opening {
        Target open() throws IOException;
    }

    private static final EsxcliQuery QUERY = EsxcliQuery.of("network nic list");

    private Targets() {}

    static Map<String, Opening> all() {
        Map<String, Opening> all = new TreeMap<>();
        for (Format format : Format.values()) {
            all.put("esxcli-" + format.name().toLowerCase(Locale.ROOT), () -> b -> output(format, b));
        }
        all.put("facts", FactsTarget::new);
        all.put("yaml", () -> b -> YamlReader.mapping("fuzz.yml", b, new Diagnostics()));
        all.put("spec", SpecTargets::spec);
        all.put("module", SpecTargets::module);
        all.put("template", SpecTargets::template);
        all.put("set", SpecTargets::set);
        all.put("selection", SpecTargets::selection);
        all.put("values", () -> Targets::values);
        all.put("catalogue", () -> Targets::catalogue);
        all.put("plan", () -> Targets::plan);
        all.put("endpoints", () -> Targets::endpoints);
        all.put("frames", () -> HostBytes::frames);
        all.put("pins", () -> new FileTarget("known_hosts", HostBytes::pins));
        all.put("recording-text", () -> recording("network-nic-list.txt"));
        all.put("recording-xml", () -> recording("network-nic-list.xml"));
        all.put("soap", () -> ServerBytes::answer);
        all.put("bundle", () -> new BundleBytes()::archive);
        all.put("bundle-member", () -> new BundleBytes()::member);
        all.put("lab-endpoints", () -> new FileTarget("endpoints.json", io.twinpath.lab.Endpoints::read));
        all.put("lab-site", () -> Targets::site);
        all.put("lab-state", () -> new FileTarget("state.json", LabState::load));
        all.put("lab-shell", () -> new ShellTarget());
        return all;
    }

    static Target open(String name) throws IOException {
        Opening opening = all().get(name);
        if (opening == null) {
            throw new IllegalArgumentException("no target \"" + name + "\"; there are " + all().keySet());
        }
        return opening.open();
    }

    static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }

    private static void output(Format format, byte[] input) {
        Reply reply = new Reply(0, format, text(input), "fuzz");
        try {
            Output.rows(reply);
        } catch (UnreadableException expected) {
            require(expected);
        }
        try {
            Output.scalar(reply);
        } catch (UnreadableException expected) {
            require(expected);
        }
    }

    private static void values(byte[] input) {
        String text = text(input);
        List<Consumer<String>> parsers = List.of(
                Ipv4::parse,
                Ipv4Prefix::parse,
                Mac::parse,
                PciId::parse,
                PortRef::parse,
                Portal::parse,
                Seconds::parse,
                SecretRef::parse,
                Address::parse,
                PublicKey::parse,
                ParameterType::parse,
                HostRanges::expand);
        for (Consumer<String> parser : parsers) {
            try {
                parser.accept(text);
            } catch (IllegalArgumentException expected) {
                require(expected);
            }
        }
        Address.parse(text).ifPresent(address -> {
            if (!Address.parse(address.toString()).equals(Address.parse(text))) {
                throw new AssertionError("an address that is printed is read again");
            }
        });
    }

    private static void catalogue(byte[] input) {
        Diagnostics into = new Diagnostics();
        YamlReader.mapping("fuzz.yml", input, into).ifPresent(root -> CatalogueReader.standardAnd(List.of(root), into));
    }

    /** As it comes, and with a digest that fits. */
    private static void plan(byte[] input) {
        PlanText.read(input, "fuzz.json");
        PlanText.read(SealedPlan.of(input), "fuzz.json");
    }

    private static void endpoints(byte[] input) {
        try {
            Endpoints.parse("fuzz.json", text(input));
        } catch (DriverException expected) {
            require(expected);
        }
    }

    private static Target recording(String name) throws IOException {
        Path folder = Files.createTempDirectory("fuzz");
        Path file = Files.createDirectories(folder.resolve("a.example")).resolve(name);
        return input -> {
            Files.write(file, input);
            try (var reader = new ReplayDriver(folder).reader("a.example")) {
                for (Reply reply : reader.ask(List.of(QUERY)).values()) {
                    Output.rows(reply);
                }
            } catch (DriverException | UnreadableException expected) {
                require(expected);
            }
        };
    }

    private static void site(byte[] input) {
        new SiteReader("fuzz", io.twinpath.lab.site.LabSites::text).read(text(input), Instant.EPOCH);
    }

    private static void require(Exception typed) {
        if (typed.getMessage() == null || typed.getMessage().isBlank()) {
            throw new AssertionError("an error says what is wrong", typed);
        }
    }
}
