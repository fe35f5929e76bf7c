package io.twinpath.lab.esxcli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every command there is. */
final class CommandTable {

    private static final List<Command> ALL = Stream.of(
                    HardwareCommands.TABLE,
                    NicCommands.TABLE,
                    VswitchCommands.TABLE,
                    UplinkCommands.TABLE,
                    PortGroupCommands.TABLE,
                    FailoverCommands.TABLE,
                    SecurityCommands.TABLE,
                    ShapingCommands.TABLE,
                    InterfaceCommands.TABLE,
                    AddressCommands.TABLE,
                    RouteCommands.TABLE,
                    NamingCommands.TABLE,
                    SyslogCommands.TABLE,
                    SnmpCommands.TABLE,
                    FirewallCommands.TABLE,
                    RulesetCommands.TABLE,
                    Ipv6Commands.TABLE,
                    IscsiAdapterCommands.TABLE,
                    IscsiDiscoveryCommands.TABLE,
                    IscsiLevelCommands.TABLE,
                    IscsiPortalCommands.TABLE,
                    IscsiSessionCommands.TABLE,
                    StorageCoreCommands.TABLE,
                    FilesystemCommands.TABLE,
                    NfsCommands.TABLE,
                    NmpCommands.TABLE,
                    HppCommands.TABLE,
                    SatpCommands.TABLE,
                    RoundRobinCommands.TABLE,
                    AdvancedCommands.TABLE,
                    ModuleCommands.TABLE,
                    SoftwareCommands.TABLE,
                    NtpCommands.TABLE,
                    SystemCommands.TABLE)
            .flatMap(List::stream)
            .toList();

    private CommandTable() {}

    static List<Command> all() {
        return ALL;
    }

    /** The command that the words begin with; the longest when one is the beginning of another. */
    static Optional<Command> find(List<String> words) {
        return ALL.stream()
                .filter(c -> words.size() >= c.words().size()
                        && words.subList(0, c.words().size()).equals(c.words()))
                .max((a, b) -> Integer.compare(a.words().size(), b.words().size()));
    }

    static boolean isNamespace(List<String> words) {
        return ALL.stream()
                .anyMatch(c -> c.words().size() > words.size()
                        && c.words().subList(0, words.size()).equals(words));
    }
}
