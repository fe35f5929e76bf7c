package io.twinpath.lab.vim.host;

import io.twinpath.lab.site.KernelModule;
import io.twinpath.lab.site.Nic;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.soap.Listing;
import io.twinpath.lab.soap.Scalar;
import io.twinpath.lab.soap.Value;
import io.twinpath.lab.vim.Call;
import io.twinpath.lab.vim.Methods;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The kernel modules of a host. */
record KernelModules(HostContext at) implements HostPart {

    @Override
    public Data properties() {
        return Data.of("HostKernelModuleSystem").unset("value availableField");
    }

    @Override
    public Methods calls() {
        return Methods.none()
                .reads("QueryModules", this::all)
                .reads("QueryConfiguredModuleOptionString", c -> Optional.of(Scalar.of(state(known(c)).parameters)))
                .does("UpdateModuleOptionString", this::update);
    }

    private List<String> names() {
        return Stream.of(
                        Stream.of("vmkernel", "vmkapi_mgmt", "iscsi_vmk", "nmp"),
                        at.nics().stream().map(Nic::driver),
                        at.host().software.modules.keySet().stream())
                .flatMap(s -> s)
                .distinct()
                .toList();
    }

    private String known(Call call) {
        String name = call.text("name");
        if (!names().contains(name)) {
            throw Faults.absent(name);
        }
        return name;
    }

    private KernelModule state(String name) {
        KernelModule found = at.host().software.modules.get(name);
        return found == null ? new KernelModule() : found;
    }

    private Optional<Value> all(Call call) {
        List<String> names = names();
        return Optional.of(Listing.of(
                "KernelModuleInfo",
                names.stream()
                        .map(n -> Data.of("KernelModuleInfo")
                                .number("id", 1 + names.indexOf(n))
                                .text("name", n)
                                .text("version", "")
                                .text("filename", "/usr/lib/vmware/vmkmod/" + n)
                                .text("optionString", state(n).active)
                                .flag("loaded", state(n).loaded)
                                .flag("enabled", state(n).enabled)
                                .number("useCount", 0)
                                .put("readOnlySection", section())
                                .put("writableSection", section())
                                .put("textSection", section())
                                .put("dataSection", section())
                                .put("bssSection", section()))));
    }

    private static Data section() {
        return Data.of("KernelModuleSectionInfo").large("address", 0).unset("length");
    }

    /** Counts from the next start on. */
    private void update(Call call) {
        String name = known(call);
        at.host().software.modules.computeIfAbsent(name, n -> new KernelModule()).parameters = call.text("options");
    }
}
