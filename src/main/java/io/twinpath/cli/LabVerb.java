package io.twinpath.cli;

import io.twinpath.lab.site.LabSites;
import io.twinpath.lab.site.Operation;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verbs of the simulated site. */
@Command(
        name = "lab",
        description = {
            "Run a simulated site, and make things happen to it.",
            "Without --lab, operations change the site that the project keeps under .twinpath/."
        },
        footer = {
            "",
            "Examples:",
            "  twinpath lab serve lain-2022-10-13 --endpoints lab.json",
            "  twinpath --lab lab.json lab fail nic:esxi3.lain.local/vmnic4",
            "  twinpath --lab lab.json lab card esxi3.lain.local 5 broadcom-57810",
        })
final class LabVerb implements Callable<Integer> {

    private final RootVerb root;
    private final Console console;
    private final Map<String, String> environment;

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it before anything is called
    CommandSpec spec;

    LabVerb(RootVerb root, Console console, Map<String, String> environment) {
        this.root = root;
        this.console = console;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "say what is to happen: serve, generate, fail, repair, power, card or attend");
    }

    @Command(name = "serve", description = "Run a site as its own process until it is interrupted.")
    int serve(
            @Parameters(paramLabel = "SITE", description = "A bundled site, or the path of a site's YAML.") String site,
            @Option(names = "--state", paramLabel = "FILE", description = "Keep the site here over restarts.")
                    Optional<Path> state,
            @Option(names = "--log", paramLabel = "FILE", description = "Write received commands here, as JSON lines.")
                    Optional<Path> log,
            @Option(names = "--endpoints", paramLabel = "FILE", description = "Write how to reach it here, when ready.")
                    Optional<Path> endpoints)
            throws CliException {
        return new LabServe(console).serve(site, state, log, endpoints);
    }

    @Command(name = "generate", description = "Write the YAML of a larger site to standard output.")
    int generate(
            @Option(names = "--hosts", paramLabel = "N", required = true, description = "How many hosts, 1 to 20000.")
                    int hosts,
            @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Decides how they differ.")
                    long seed) {
        try {
            console.out().print(LabSites.generate(hosts, seed));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--hosts: " + e.getMessage(), e);
        }
        return Exit.DONE.code();
    }

    @Command(
            name = "fail",
            description = "Break a part: nic:HOST/vmnicN, card:HOST/SLOT, switch:, portal:, array:, lun:, host:.")
    int fail(@Parameters(paramLabel = "COMPONENT") String component) throws CliException {
        return operate(new Operation.Fail(component));
    }

    @Command(name = "repair", description = "Mend a part that was broken.")
    int repair(@Parameters(paramLabel = "COMPONENT") String component) throws CliException {
        return operate(new Operation.Repair(component));
    }

    @Command(name = "power", description = "Press a host's power button.")
    int power(@Parameters(paramLabel = "HOST") String host, @Parameters(paramLabel = "on|off") String state)
            throws CliException {
        if (!state.equals("on") && !state.equals("off")) {
            throw new ParameterException(spec.commandLine(), "power is on or off, not " + state);
        }
        return operate(new Operation.SwitchPower(host, state.equals("on")));
    }

    @Command(name = "card", description = "Put a card into a slot, or take it out with \"none\". The host must be off.")
    int card(
            @Parameters(paramLabel = "HOST") String host,
            @Parameters(paramLabel = "SLOT") String slot,
            @Parameters(paramLabel = "MODEL|none") String model)
            throws CliException {
        return operate(new Operation.PlaceCard(host, slot, model));
    }

    @Command(name = "attend", description = "Go to a virtual machine: start it, and unlock what waits for a person.")
    int attend(@Parameters(paramLabel = "VM") String vm) throws CliException {
        return operate(new Operation.Attend(vm));
    }

    private int operate(Operation operation) throws CliException {
        String said = new LabControl(root, environment).apply(operation);
        console.out().println(said);
        return Exit.DONE.code();
    }
}
