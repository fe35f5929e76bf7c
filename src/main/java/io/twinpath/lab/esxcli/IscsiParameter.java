package io.twinpath.lab.esxcli;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A parameter of an iSCSI adapter; {@code na} where it has no least and most value. */
public record IscsiParameter(String name, String fallback, String least, String most, boolean settable) {

    private static final String NONE = "na";
    private static final List<String> LEVELS = List.of("prohibited", "discouraged", "preferred", "required");

    public static final List<IscsiParameter> ALL = List.of(
            fixed("ErrorRecoveryLevel", "0", "0", "2"),
            fixed("InitialLoginRetryMax", "4", "0", "64"),
            fixed("InitialR2T", "false", NONE, NONE),
            settable("FirstBurstLength", "262144", "512", "16777215"),
            settable("MaxBurstLength", "262144", "512", "16777215"),
            settable("MaxRecvDataSegment", "131072", "512", "16777215"),
            settable("MaxOutstandingR2T", "1", "1", "8"),
            fixed("MaxCmds", "128", "2", "2048"),
            fixed("ImmediateData", "true", NONE, NONE),
            fixed("DefaultTime2Retain", "0", "0", "60"),
            fixed("DefaultTime2Wait", "2", "0", "60"),
            settable("LoginTimeout", "5", "1", "60"),
            fixed("LogoutTimeout", "15", "0", "60"),
            settable("NoopOutInterval", "15", "1", "60"),
            settable("NoopOutTimeout", "10", "10", "30"),
            settable("RecoveryTimeout", "10", "1", "120"),
            settable("DelayedAck", "true", NONE, NONE),
            settable("HeaderDigest", "prohibited", NONE, NONE),
            settable("DataDigest", "prohibited", NONE, NONE));

    public static Optional<IscsiParameter> named(String name) {
        return ALL.stream().filter(p -> p.name.equals(name)).findFirst();
    }

    public boolean takes(String value) {
        if (!least.equals(NONE)) {
            return value.matches("[0-9]{1,9}")
                    && Integer.parseInt(value) >= Integer.parseInt(least)
                    && Integer.parseInt(value) <= Integer.parseInt(most);
        }
        return LEVELS.contains(fallback) ? LEVELS.contains(value) : Booleans.valid(value);
    }

    /** As the adapter has it. */
    Structure row(Map<String, String> adapter) {
        return row(adapter.getOrDefault(name, fallback), false);
    }

    /** As a portal or target has it, which inherits what it does not set. */
    Structure row(Map<String, String> adapter, Map<String, String> own) {
        boolean inherits = !own.containsKey(name);
        return row(own.getOrDefault(name, adapter.getOrDefault(name, fallback)), inherits);
    }

    private Structure row(String current, boolean inherits) {
        return Structure.of("IscsiParam")
                .with("Name", name)
                .with("Current", current)
                .with("Default", fallback)
                .with("Min", least)
                .with("Max", most)
                .with("Settable", settable)
                .with("Inherit", inherits);
    }

    private static IscsiParameter fixed(String name, String fallback, String least, String most) {
        return new IscsiParameter(name, fallback, least, most, false);
    }

    private static IscsiParameter settable(String name, String fallback, String least, String most) {
        return new IscsiParameter(name, fallback, least, most, true);
    }
}
