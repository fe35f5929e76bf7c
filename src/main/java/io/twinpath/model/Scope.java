package io.twinpath.model;

/** Where a resource lives: on one host, in a cluster or datacenter, or in the site as a whole. */
public sealed interface Scope {

    /** The text between kind and name of an address; empty for the site. */
    String text();

    /** One ESXi host, by the name that the inventory gives it. */
    record Host(String name) implements Scope {
        public Host {
            Names.requireHost(name);
        }

        @Override
        public String text() {
            return name;
        }
    }

    record Cluster(String name) implements Scope {
        public Cluster {
            Names.requireToken(name);
        }

        @Override
        public String text() {
            return "cluster=" + name;
        }
    }

    record Datacenter(String name) implements Scope {
        public Datacenter {
            Names.requireToken(name);
        }

        @Override
        public String text() {
            return "datacenter=" + name;
        }
    }

    record Site() implements Scope {
        @Override
        public String text() {
            return "";
        }
    }
}
