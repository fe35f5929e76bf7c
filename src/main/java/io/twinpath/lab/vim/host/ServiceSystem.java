package io.twinpath.lab.vim.host;

import io.twinpath.lab.site.Service;
import io.twinpath.lab.site.Services;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.vim.Call;
import io.twinpath.lab.vim.Methods;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The services of a host. */
record ServiceSystem(HostContext at) implements HostPart {

    /** What people read for a service, and the ruleset that opens for it. */
    private static final Map<String, List<String>> KNOWN = Map.ofEntries(
            Map.entry("DCUI", List.of("Direct Console UI", "")),
            Map.entry("TSM", List.of("ESXi Shell", "")),
            Map.entry(Services.SSH, List.of("SSH", "")),
            Map.entry("lbtd", List.of("Load-Based Teaming Daemon", "")),
            Map.entry("lwsmd", List.of("Active Directory Service", "")),
            Map.entry("ntpd", List.of("NTP Daemon", "ntpClient")),
            Map.entry("pcscd", List.of("PC/SC Smart Card Daemon", "")),
            Map.entry("sfcbd-watchdog", List.of("CIM Server", "CIMHttpServer")),
            Map.entry("snmpd", List.of("SNMP Server", "snmp")),
            Map.entry("vpxa", List.of("VMware vCenter Agent", "vpxHeartbeats")),
            Map.entry("xorg", List.of("X.Org Server", "")));

    @Override
    public Data properties() {
        return Data.of("HostServiceSystem").lazy("serviceInfo", () -> info(at)).unset("value availableField");
    }

    @Override
    public Methods calls() {
        return Methods.none()
                .does("StartService", c -> change(c, service(c).with(true)))
                .does("StopService", c -> change(c, service(c).with(false)))
                .does("RestartService", c -> change(c, service(c).with(true)))
                .does("UpdateServicePolicy", this::policy)
                .reads("RefreshServices", c -> Optional.empty());
    }

    static Data info(HostContext at) {
        return Data.of("HostServiceInfo")
                .list(
                        "service",
                        "HostService",
                        Services.of(at.host()).entrySet().stream().map(ServiceSystem::described));
    }

    private static Data described(Map.Entry<String, Service> entry) {
        List<String> known = KNOWN.getOrDefault(entry.getKey(), List.of(entry.getKey(), ""));
        return Data.of("HostService")
                .text("key", entry.getKey())
                .text("label", known.getFirst())
                .flag("required", false)
                .flag("uninstallable", false)
                .flag("running", entry.getValue().running())
                .texts(
                        "ruleset",
                        List.of(known.getLast()).stream()
                                .filter(r -> !r.isEmpty())
                                .toList())
                .text("policy", entry.getValue().policy())
                .put(
                        "sourcePackage",
                        Data.of("HostServiceSourcePackage")
                                .text("sourcePackageName", "esx-base")
                                .text("description", ""));
    }

    private Service service(Call call) {
        return Optional.ofNullable(Services.of(at.host()).get(call.text("id")))
                .orElseThrow(() -> Faults.absent(call.text("id")));
    }

    private void change(Call call, Service next) {
        at.host().services.put(call.text("id"), next);
    }

    private void policy(Call call) {
        String policy = call.text("policy");
        if (!policy.matches("on|off|automatic")) {
            throw Faults.invalidArgument("policy");
        }
        change(call, new Service(policy, service(call).running()));
    }
}
