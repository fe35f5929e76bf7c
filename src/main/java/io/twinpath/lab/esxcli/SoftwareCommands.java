package io.twinpath.lab.esxcli;

import static io.twinpath.lab.esxcli.Command.read;
import static io.twinpath.lab.esxcli.Command.write;

import io.twinpath.lab.site.Packages;
import io.twinpath.lab.site.Software;
import io.twinpath.lab.site.Vib;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** {@code software …} */
final class SoftwareCommands {

    private static final Option NEXT = Option.plain("", "rebooting-image", "Of the image of the next start.");
    private static final Option NAME = Option.text("n", "vibname", "The name of the package.");

    static final List<Command> TABLE = List.of(
            read(
                    "software acceptance get",
                    "Show the acceptance level of the host.",
                    (h, a) -> Output.bare(h.host().software.acceptance)),
            write(
                    "software acceptance set",
                    "Set the acceptance level of the host.",
                    SoftwareCommands::accept,
                    Option.choice("l", "level", "The level.", Acceptance.words())
                            .needed()),
            read("software vib get", "Show packages.", SoftwareCommands::get, NEXT, NAME),
            write(
                    "software vib install",
                    "Install packages.",
                    (h, a) -> install(h, a, true),
                    Option.text("d", "depot", "Where packages are."),
                    NAME,
                    Option.text("v", "viburl", "Where the one package is.")),
            read("software vib list", "List the packages.", SoftwareCommands::list, NEXT),
            write("software vib remove", "Remove a package.", SoftwareCommands::remove, NAME.needed()),
            write(
                    "software vib update",
                    "Install newer packages.",
                    (h, a) -> install(h, a, false),
                    Option.text("d", "depot", "Where packages are."),
                    NAME,
                    Option.text("v", "viburl", "Where the one package is.")));

    private static final String LIVE = "Operation finished successfully.";
    private static final String RESTART =
            "The update completed successfully, but the system needs to be rebooted for the"
                    + " changes to be effective.";

    private SoftwareCommands() {}

    private static Output accept(HostView host, Arguments arguments) {
        Acceptance level = Acceptance.of(arguments.text("level"));
        Packages.next(host.name(), host.host()).forEach((name, vib) -> compliant(name, vib, level));
        host.host().software.acceptance = level.word;
        return Output.bare("Host acceptance level changed to '" + level.word + "'.");
    }

    /** Every line begins with a blank, and the last one names the log, as on real hosts. */
    private static Fault refusal(String type, String... lines) {
        return new Fault(
                " [" + type + "]\n " + String.join("\n ", lines) + "\n Please refer to the log file for more details.");
    }

    private static void compliant(String name, Vib vib, Acceptance level) {
        Acceptance has = Acceptance.of(vib.acceptance());
        if (!level.takes(has)) {
            throw refusal(
                    "DependencyError",
                    "VIB " + Packages.id(name, vib) + "'s acceptance level is " + has.brief
                            + ", which is not compliant with the ImageProfile acceptance level " + level.brief,
                    "To change the host acceptance level, use the 'esxcli software acceptance set' command.");
        }
    }

    /** Nothing while no other image waits for the next start. */
    private static NavigableMap<String, Vib> image(HostView host, Arguments arguments) {
        if (!arguments.has("rebooting-image")) {
            return Packages.current(host.name(), host.host());
        }
        return host.host().software.waits() ? Packages.next(host.name(), host.host()) : new TreeMap<>();
    }

    private static Output list(HostView host, Arguments arguments) {
        return Output.table(image(host, arguments).entrySet().stream()
                .map(e -> Structure.of("SummaryExt")
                        .with("Name", e.getKey())
                        .with("Version", e.getValue().version())
                        .with("Vendor", e.getValue().vendor())
                        .with("Acceptance Level", e.getValue().acceptance())
                        .with("Install Date", host.host().booted.substring(0, 10)))
                .toList());
    }

    private static Output get(HostView host, Arguments arguments) {
        NavigableMap<String, Vib> image = image(host, arguments);
        Optional<String> name = arguments.maybe("vibname");
        name.filter(n -> !image.containsKey(n)).ifPresent(n -> {
            throw unknown(n);
        });
        return Output.records(image.entrySet().stream()
                .filter(e -> name.filter(n -> !n.equals(e.getKey())).isEmpty())
                .map(e -> Structure.of("VIBExt", Packages.id(e.getKey(), e.getValue()))
                        .with("Name", e.getKey())
                        .with("Version", e.getValue().version())
                        .with("Type", "bootbank")
                        .with("Vendor", e.getValue().vendor())
                        .with("Acceptance Level", e.getValue().acceptance())
                        .with("Maintenance Mode Required", false)
                        .with("Live Install Allowed", !e.getValue().restart())
                        .with("Live Remove Allowed", !e.getValue().restart()))
                .toList());
    }

    private static Fault unknown(String name) {
        return refusal("NoMatchError", "No VIB matching VIB search specification '" + name + "'.");
    }

    private static Output install(HostView host, Arguments arguments, boolean older) {
        Optional<String> name = arguments.maybe("vibname");
        String source =
                arguments.maybe("viburl").or(() -> arguments.maybe("depot")).orElse("");
        Map<String, Vib> offered = host.site().depots.getOrDefault(source, new TreeMap<>());
        if (offered.isEmpty()) {
            throw refusal("MetadataDownloadError", "Could not download from depot at " + source + ", skipping.");
        }
        if (name.isPresent() && !offered.containsKey(name.orElseThrow())) {
            throw unknown(name.orElseThrow());
        }
        Done done = new Done();
        offered.forEach((n, vib) -> {
            if (name.filter(only -> !only.equals(n)).isEmpty()) {
                one(host, n, vib, older, done);
            }
        });
        return done.output("Installation Result");
    }

    private static void one(HostView host, String name, Vib vib, boolean older, Done done) {
        Optional<Vib> before =
                Optional.ofNullable(Packages.next(host.name(), host.host()).get(name));
        boolean skips = before.filter(b -> b.version().equals(vib.version())
                        || (!older && PackageVersion.compare(b.version(), vib.version()) > 0))
                .isPresent();
        if (skips) {
            done.skipped.add(Packages.id(name, vib));
            return;
        }
        compliant(name, vib, Acceptance.of(host.host().software.acceptance));
        Software software = host.host().software;
        if (vib.restart()) {
            software.addedNext.put(name, vib);
            software.removedNext.remove(name);
        } else {
            software.added.put(name, vib);
            software.removed.remove(name);
        }
        done.restart |= vib.restart();
        done.installed.add(Packages.id(name, vib));
        before.ifPresent(b -> done.removed.add(Packages.id(name, b)));
    }

    private static Output remove(HostView host, Arguments arguments) {
        String name = arguments.text("vibname");
        Vib vib = Optional.ofNullable(Packages.next(host.name(), host.host()).get(name))
                .orElseThrow(() -> unknown(name));
        if (name.equals("esx-base")) {
            throw refusal("DependencyError", "VIB " + Packages.id(name, vib) + " is required by the image.");
        }
        Software software = host.host().software;
        if (vib.restart()) {
            software.removedNext.add(name);
            software.addedNext.remove(name);
        } else if (software.added.remove(name) == null) {
            software.removed.add(name);
        }
        Done done = new Done();
        done.restart = vib.restart();
        done.removed.add(Packages.id(name, vib));
        return done.output("Removal Result");
    }

    /** What one call did. */
    private static final class Done {

        final List<String> installed = new ArrayList<>();
        final List<String> removed = new ArrayList<>();
        final List<String> skipped = new ArrayList<>();
        boolean restart;

        Output output(String title) {
            return new Output.One(
                    title,
                    Structure.of("InstallationResult")
                            .with("Message", restart ? RESTART : LIVE)
                            .with("Reboot Required", restart)
                            .with("VIBs Installed", Value.of(installed))
                            .with("VIBs Removed", Value.of(removed))
                            .with("VIBs Skipped", Value.of(skipped)));
        }
    }
}
