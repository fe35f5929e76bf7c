package io.twinpath.lab.esxcli;

import static io.twinpath.lab.esxcli.Command.read;
import static io.twinpath.lab.esxcli.Command.write;

import io.twinpath.lab.site.Claims;
import io.twinpath.lab.site.SatpRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** {@code storage nmp satp …} */
final class SatpCommands {

    static final List<Command> TABLE = List.of(
            read("storage nmp satp list", "List the array type plugins.", SatpCommands::plugins),
            read(
                    "storage nmp satp rule list",
                    "List the claim rules of the array type plugins.",
                    SatpCommands::rules,
                    Option.text("s", "satp", "Only rules of this plugin.")),
            write("storage nmp satp rule add", "Add a claim rule.", SatpCommands::add, rule(true)),
            write("storage nmp satp rule remove", "Remove a claim rule.", SatpCommands::remove, rule(false)));

    private static final Set<String> LOADED = Set.of("VMW_SATP_ALUA", "VMW_SATP_DEFAULT_AA", "VMW_SATP_LOCAL");

    /** The system rules that matter here: name, transport, options, claim options, description. */
    private static final List<List<String>> SYSTEM = List.of(
            List.of("VMW_SATP_ALUA", "", "", "tpgs_on", "Any array with ALUA support"),
            List.of("VMW_SATP_DEFAULT_AA", "fc", "", "", "Fibre Channel Devices"),
            List.of("VMW_SATP_DEFAULT_AA", "iscsi", "", "", "iSCSI Devices"),
            List.of("VMW_SATP_LOCAL", "usb", "", "", "USB Devices"),
            List.of("VMW_SATP_LOCAL", "ide", "", "", "IDE Devices"),
            List.of("VMW_SATP_LOCAL", "block", "", "", "RAID Block Devices"),
            List.of("VMW_SATP_LOCAL", "sas", "", "", "SAS Devices"),
            List.of("VMW_SATP_LOCAL", "parallel", "", "", "Parallel SCSI Devices"));

    private SatpCommands() {}

    private static Option[] rule(boolean adding) {
        Stream<Option> always = Stream.of(
                Option.plain("b", "boot", "A rule for boot time."),
                Option.text("c", "claim-option", "Claim option."),
                Option.text("e", "description", "What it is for."),
                Option.text("d", StorageCoreCommands.DEVICE, "Device to match."),
                Option.text("D", "driver", "Driver to match."),
                Option.text("M", "model", "Model to match."),
                Option.text("o", "option", "Option string of the array type plugin."),
                Option.text("P", "psp", "Path selection plugin."),
                Option.text("O", "psp-option", "Option string of the path selection plugin."),
                Option.text("s", "satp", "The array type plugin.").needed(),
                Option.text("R", "transport", "Transport to match."),
                Option.choice("t", "type", "What it matches on.", "device", "driver", "transport", "vendor"),
                Option.text("V", "vendor", "Vendor to match."));
        Stream<Option> force = Stream.of(Option.plain("f", "force", "Add it although something is odd."));
        return Stream.concat(always, adding ? force : Stream.empty()).toArray(Option[]::new);
    }

    private static Output plugins(HostView host, Arguments arguments) {
        return Output.table(Claims.DEFAULT_PSP.entrySet().stream()
                .map(e -> Structure.of("Satp")
                        .with("Name", e.getKey())
                        .with("Default PSP", e.getValue())
                        .with("Description", describe(e.getKey())))
                .toList());
    }

    private static String describe(String satp) {
        return switch (satp) {
            case "VMW_SATP_ALUA" -> "Supports non-specific arrays that use the ALUA protocol";
            case "VMW_SATP_DEFAULT_AA" -> "Supports non-specific active/active arrays";
            case "VMW_SATP_LOCAL" -> "Supports direct attached devices";
            default -> "Placeholder (plugin not loaded)";
        };
    }

    private static Output rules(HostView host, Arguments arguments) {
        Stream<Structure> system = SYSTEM.stream().map(SatpCommands::system);
        Stream<Structure> user = host.host().satpRules.stream().map(r -> row(r, "user"));
        return Output.table(Stream.concat(system, user)
                .filter(s -> {
                    String name = s.fields().getFirst().value().plain();
                    return arguments.text("satp", name).equals(name);
                })
                .toList());
    }

    private static Structure system(List<String> cells) {
        SatpRule rule = new SatpRule();
        rule.satp = cells.get(0);
        rule.transport = cells.get(1);
        rule.options = cells.get(2);
        rule.claimOptions = cells.get(3);
        rule.description = cells.get(4);
        return row(rule, "system");
    }

    private static Structure row(SatpRule rule, String group) {
        return Structure.of("SatpRule")
                .with("Name", rule.satp)
                .with("Device", rule.device)
                .with("Vendor", rule.vendor)
                .with("Model", rule.model)
                .with("Driver", rule.driver)
                .with("Transport", rule.transport)
                .with("Options", rule.options)
                .with("Rule Group", group)
                .with("Claim Options", rule.claimOptions)
                .with("Default PSP", rule.psp)
                .with("PSP Options", rule.pspOptions)
                .with("Description", rule.description);
    }

    private static Output add(HostView host, Arguments arguments) {
        SatpRule rule = rule(arguments);
        if (!LOADED.contains(rule.satp)) {
            throw new Fault("Unable to add rule: array type plugin " + rule.satp + " is not loaded");
        }
        if (!rule.psp.isEmpty()) {
            NmpCommands.policy(rule.psp);
        }
        if (rule.vendor.isEmpty()
                && rule.model.isEmpty()
                && rule.device.isEmpty()
                && rule.driver.isEmpty()
                && rule.transport.isEmpty()) {
            throw new Fault("Unable to add rule: nothing to match is given");
        }
        if (host.host().satpRules.stream().anyMatch(rule::matches)) {
            throw new Fault("Unable to add rule: Duplicate user rule found for " + rule.satp + " matching vendor "
                    + rule.vendor + " model " + rule.model);
        }
        host.host().satpRules.add(rule);
        return Output.nothing();
    }

    /** Only a rule with exactly the given criteria; the description is not one. */
    private static Output remove(HostView host, Arguments arguments) {
        SatpRule rule = rule(arguments);
        if (!host.host().satpRules.removeIf(rule::matches)) {
            throw new Fault("Unable to remove rule: no user rule matches exactly");
        }
        return Output.nothing();
    }

    private static SatpRule rule(Arguments arguments) {
        SatpRule rule = new SatpRule();
        rule.satp = arguments.text("satp");
        rule.device = arguments.text(StorageCoreCommands.DEVICE, "");
        rule.vendor = arguments.text("vendor", "");
        rule.model = arguments.text("model", "");
        rule.driver = arguments.text("driver", "");
        rule.transport = arguments.text("transport", "");
        rule.options = arguments.text("option", "");
        rule.claimOptions = arguments.text("claim-option", "");
        rule.psp = arguments.text("psp", "");
        rule.pspOptions = arguments.text("psp-option", "");
        rule.description = arguments.text("description", "");
        return rule;
    }
}
