package io.twinpath.lab.site;

/** A part that can fail. Prints as it is written on a command line. */
public sealed interface Component {

    record NicPort(String host, String vmnic) implements Component {
        @Override
        public String toString() {
            return "nic:" + host + "/" + vmnic;
        }
    }

    record CardIn(String host, String slot) implements Component {
        @Override
        public String toString() {
            return "card:" + host + "/" + slot;
        }
    }

    record Switch(String name) implements Component {
        @Override
        public String toString() {
            return "switch:" + name;
        }
    }

    record PortalAt(String ip) implements Component {
        @Override
        public String toString() {
            return "portal:" + ip;
        }
    }

    record ArrayNamed(String name) implements Component {
        @Override
        public String toString() {
            return "array:" + name;
        }
    }

    /** A unit of an array; when it fails, the array says that it is gone for good. */
    record Lun(String device) implements Component {
        @Override
        public String toString() {
            return "lun:" + device;
        }
    }

    record HostNamed(String name) implements Component {
        @Override
        public String toString() {
            return "host:" + name;
        }
    }
}
