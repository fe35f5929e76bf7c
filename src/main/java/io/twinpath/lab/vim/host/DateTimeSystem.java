package io.twinpath.lab.vim.host;

import io.twinpath.lab.site.HostFiles;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Scalar;
import io.twinpath.lab.vim.Call;
import io.twinpath.lab.vim.Methods;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Clock and NTP of a host. */
record DateTimeSystem(HostContext at) implements HostPart {

    private static final String SERVER = "server ";

    @Override
    public Data properties() {
        return Data.of("HostDateTimeSystem").lazy("dateTimeInfo", () -> info(at));
    }

    @Override
    public Methods calls() {
        return Methods.none()
                .reads("QueryDateTime", c -> Optional.of(Scalar.of(at.world().now())))
                .reads("RefreshDateTimeSystem", c -> Optional.empty())
                .does("UpdateDateTimeConfig", this::update);
    }

    static Data info(HostContext at) {
        Data info = Data.of("HostDateTimeInfo")
                .put(
                        "timeZone",
                        Data.of("HostDateTimeSystemTimeZone")
                                .text("key", "UTC")
                                .text("name", "UTC")
                                .text("description", "UTC")
                                .number("gmtOffset", 0))
                .text("systemClockProtocol", "ntp")
                .put(
                        "ntpConfig",
                        Data.of("HostNtpConfig").texts("server", servers(at)).texts("configFile", configuration(at)));
        if (at.host().release.atLeast(7, 0)) {
            info.flag("enabled", at.host().ntp.enabled);
        }
        return info.unset(
                "ptpConfig enabled disableEvents disableFallback inFallbackState serviceSync lastSyncTime remoteNtpServer"
                        + " ntpRunTime ptpRunTime ntpDuration ptpDuration");
    }

    private static boolean file(HostContext at) {
        return !at.host().release.atLeast(7, 0);
    }

    private static List<String> servers(HostContext at) {
        return file(at)
                ? configuration(at).stream()
                        .filter(l -> l.startsWith(SERVER))
                        .map(l -> l.substring(SERVER.length()).strip())
                        .toList()
                : at.host().ntp.servers;
    }

    private static List<String> configuration(HostContext at) {
        return file(at)
                ? HostFiles.of(at.host())
                        .getOrDefault(HostFiles.NTP, "")
                        .lines()
                        .toList()
                : List.of();
    }

    /** No servers cannot be told from servers that are not spoken of: then they stay. */
    private void update(Call call) {
        Element config = call.argument("config");
        List<String> wanted = config.at("ntpConfig").map(n -> n.texts("server")).orElse(List.of());
        if (!wanted.isEmpty() && file(at)) {
            List<String> lines = new ArrayList<>(configuration(at));
            lines.removeIf(l -> l.startsWith(SERVER));
            wanted.forEach(s -> lines.add(SERVER + s));
            at.host().files.put(HostFiles.NTP, String.join("\n", lines) + "\n");
        } else if (!wanted.isEmpty()) {
            at.host().ntp.servers = new ArrayList<>(wanted);
        }
        if (!file(at)) {
            config.flag("enabled").ifPresent(e -> at.host().ntp.enabled = e);
        }
    }
}
