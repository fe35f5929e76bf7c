package io.twinpath.risk;

/** Pieces of an inventory, for remedies. */
public final class Yaml {

    private Yaml() {}

    /** Something of one host. */
    public static String host(String host, String body) {
        return "hosts: {" + text(host) + ": {" + body + "}}";
    }

    /** Something of one virtual machine. */
    public static String vm(String name, String body) {
        return "vms: {" + text(name) + ": {" + body + "}}";
    }

    public static String cluster(String name, String body) {
        return "clusters: {" + text(name) + ": {" + body + "}}";
    }

    /** A name as a key or value, in quotes unless nothing in it means anything to YAML. */
    public static String text(String text) {
        boolean plain = text.matches("[A-Za-z_][A-Za-z0-9_. -]*[A-Za-z0-9_]|[A-Za-z_]")
                && !text.matches("(?i)true|false|null|yes|no|on|off|y|n");
        return plain ? text : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
