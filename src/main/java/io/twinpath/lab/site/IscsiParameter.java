package io.twinpath.lab.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A parameter of an iSCSI adapter; {@code na} where it has no least and most value. */
public record IscsiParameter(String name, String fallback, String least, String most, boolean settable) {

    private static final String NONE = "na";
    private static final List<String> LEVELS = List.of("prohibited", "discouraged", "preferred", "required");

    private static final List<String> FLAGS = List.of("true", "false");

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

    /** Whether it is true or false. */
    public boolean flag() {
        return FLAGS.contains(fallback);
    }

    /** Whether it can have this value, in the words in which it is kept. */
    public boolean takes(String value) {
        if (!least.equals(NONE)) {
            return value.matches("[0-9]{1,9}")
                    && Integer.parseInt(value) >= Integer.parseInt(least)
                    && Integer.parseInt(value) <= Integer.parseInt(most);
        }
        return flag() ? FLAGS.contains(value) : LEVELS.contains(value);
    }

    /** What a portal or target has, which inherits from its adapter what it does not set. */
    public String value(Map<String, String> adapter, Map<String, String> own) {
        return own.getOrDefault(name, adapter.getOrDefault(name, fallback));
    }

    private static IscsiParameter fixed(String name, String fallback, String least, String most) {
        return new IscsiParameter(name, fallback, least, most, false);
    }

    private static IscsiParameter settable(String name, String fallback, String least, String most) {
        return new IscsiParameter(name, fallback, least, most, true);
    }
}
