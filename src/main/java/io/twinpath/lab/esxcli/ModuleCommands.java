package io.twinpath.lab.esxcli;

import static io.twinpath.lab.esxcli.Command.read;
import static io.twinpath.lab.esxcli.Command.write;

import io.twinpath.lab.site.KernelModule;
import io.twinpath.lab.site.Nic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** {@code system module …} */
final class ModuleCommands {

    private static final Option MODULE =
            Option.text("m", "module", "The module.").needed();
    private static final Option FORCE = Option.plain("f", "force", "Do not ask the VMkernel whether it is valid.");

    static final List<Command> TABLE = List.of(
            read("system module get", "Show one kernel module.", ModuleCommands::get, MODULE),
            read(
                    "system module list",
                    "List the kernel modules.",
                    ModuleCommands::list,
                    Option.bool("e", "enabled", "Only those that are enabled, or not."),
                    Option.bool("l", "loaded", "Only those that are loaded, or not.")),
            write(
                    "system module set",
                    "Say whether a module is loaded at the next start.",
                    ModuleCommands::set,
                    Option.bool("e", "enabled", "Whether it is.").needed(),
                    FORCE,
                    MODULE),
            read(
                    "system module parameters list",
                    "List the parameters of a module.",
                    ModuleCommands::parameters,
                    MODULE),
            write(
                    "system module parameters set",
                    "Set the parameters of a module for the next start.",
                    ModuleCommands::setParameters,
                    Option.plain("a", "append", "Keep those that are not named."),
                    FORCE,
                    MODULE,
                    Option.text("p", "parameter-string", "name=value, with blanks between.")
                            .needed()));

    private ModuleCommands() {}

    private static Stream<String> names(HostView host) {
        Stream<String> drivers = host.nics().stream().map(Nic::driver);
        return Stream.of(
                        Stream.of("vmkernel", "vmkapi_mgmt", "iscsi_vmk", "nmp"),
                        drivers,
                        host.host().software.modules.keySet().stream())
                .flatMap(s -> s)
                .distinct();
    }

    private static String known(HostView host, Arguments arguments) {
        String name = arguments.text("module");
        if (names(host).noneMatch(name::equals)) {
            throw new Fault("Unable to find module: " + name);
        }
        return name;
    }

    private static KernelModule state(HostView host, String name) {
        return Optional.ofNullable(host.host().software.modules.get(name)).orElseGet(KernelModule::new);
    }

    private static KernelModule changed(HostView host, String name) {
        return host.host().software.modules.computeIfAbsent(name, n -> new KernelModule());
    }

    /** A module that is as installed again leaves no trace. */
    private static Output settled(HostView host, String name) {
        KernelModule module = state(host, name);
        if (module.enabled && module.loaded && module.parameters.isEmpty() && module.active.isEmpty()) {
            host.host().software.modules.remove(name);
        }
        return Output.nothing();
    }

    private static Output list(HostView host, Arguments arguments) {
        return Output.table(names(host)
                .filter(n -> arguments.bool("enabled", state(host, n).enabled) == state(host, n).enabled)
                .filter(n -> arguments.bool("loaded", state(host, n).loaded) == state(host, n).loaded)
                .map(n -> Structure.of("Module")
                        .with("Name", n)
                        .with("Is Loaded", state(host, n).loaded)
                        .with("Is Enabled", state(host, n).enabled))
                .toList());
    }

    private static Output get(HostView host, Arguments arguments) {
        String name = known(host, arguments);
        return Output.one(Structure.of("ModuleDetails")
                .with("Module", name)
                .with("Module File", "/usr/lib/vmware/vmkmod/" + name)
                .with("License", "")
                .with("Version", host.release().version())
                .with("Signed Status", "VMware Signed")
                .with("Signature Issuer", "VMware, Inc.")
                .with("Provided Namespaces", "")
                .with("Required Namespaces", "com.vmware.vmkapi@v2_0_0_0"));
    }

    private static Output set(HostView host, Arguments arguments) {
        String name = known(host, arguments);
        if (name.equals("vmkernel")) {
            throw new Fault("Unable to set module: vmkernel cannot be disabled");
        }
        changed(host, name).enabled = arguments.bool("enabled", true);
        return settled(host, name);
    }

    private static Output parameters(HostView host, Arguments arguments) {
        String name = known(host, arguments);
        Map<String, String> set = parse(state(host, name).parameters);
        return Output.table(ModuleParameter.of(name).stream()
                .map(p -> Structure.of("ModuleParameter")
                        .with("Name", p.name())
                        .with("Type", p.type())
                        .with("Value", set.getOrDefault(p.name(), ""))
                        .with("Description", p.description()))
                .toList());
    }

    /** The text replaces the former one as a whole, unless it is to be appended. */
    private static Output setParameters(HostView host, Arguments arguments) {
        String name = known(host, arguments);
        Map<String, String> wanted = new TreeMap<>();
        if (arguments.has("append")) {
            wanted.putAll(parse(state(host, name).parameters));
        }
        wanted.putAll(parse(arguments.text("parameter-string")));
        List<String> unknown = wanted.keySet().stream()
                .filter(n -> ModuleParameter.of(name).stream()
                        .noneMatch(p -> p.name().equals(n)))
                .toList();
        if (!unknown.isEmpty() && !arguments.has("force")) {
            throw new Fault(
                    "Unable to set module parameters the following params are invalid: " + String.join(", ", unknown));
        }
        changed(host, name).parameters = String.join(
                " ",
                wanted.entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .toList());
        return settled(host, name);
    }

    private static Map<String, String> parse(String text) {
        Map<String, String> parameters = new TreeMap<>();
        for (String part : text.strip().split(" +")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parameters.put(part.substring(0, equals), part.substring(equals + 1));
            } else if (!part.isEmpty()) {
                throw new Fault("Unable to set module parameters: " + part + " is not of the form name=value");
            }
        }
        return parameters;
    }
}
