package io.twinpath.rig.part;

import java.util.Comparator;

/**
 * A part that can fail by itself. Prints as people write it on a command line, such as {@code nic:esxi3.lain.local/vmnic4}; the
 * text is stable and identifies the part in all outputs.
 */
public sealed interface Component extends Comparable<Component> {

    /** A port of a network card loses link for good. */
    record NicPort(String host, String port) implements Component {
        @Override
        public String toString() {
            return "nic:" + host + "/" + port;
        }
    }

    /** A network card dies with all its ports. */
    record CardOf(String host, String card) implements Component {
        @Override
        public String toString() {
            return "card:" + host + "/" + card;
        }
    }

    /** A physical switch goes down. */
    record SwitchNamed(String name) implements Component {
        @Override
        public String toString() {
            return "switch:" + name;
        }
    }

    /** A port of a physical switch, or the cable in it. */
    record SwitchPort(String name, String port) implements Component {
        @Override
        public String toString() {
            return "port:" + name + "/" + port;
        }
    }

    /** An address of an array stops to answer. */
    record PortalAt(String ip) implements Component {
        @Override
        public String toString() {
            return "portal:" + ip;
        }
    }

    /** A controller of an array, with all its portals. */
    record ControllerOf(String array, String controller) implements Component {
        @Override
        public String toString() {
            return "controller:" + array + "/" + controller;
        }
    }

    /** A storage array, or a server of NFS volumes, goes down. */
    record ArrayNamed(String name) implements Component {
        @Override
        public String toString() {
            return "array:" + name;
        }
    }

    /** A unit of an array is gone for good, and the array says so: permanent device loss. */
    record DeviceNamed(String device) implements Component {
        @Override
        public String toString() {
            return "lun:" + device;
        }
    }

    /** A disk, or a RAID volume, of a host's own. */
    record LocalDisk(String host, String device) implements Component {
        @Override
        public String toString() {
            return "disk:" + host + "/" + device;
        }
    }

    /** A host goes down. */
    record HostNamed(String name) implements Component {
        @Override
        public String toString() {
            return "host:" + name;
        }
    }

    /** A rack or a power feed that a spec declares. */
    record DomainNamed(String name) implements Component {
        @Override
        public String toString() {
            return "domain:" + name;
        }
    }

    Comparator<Component> ORDER = Comparator.comparing(Component::toString);

    @Override
    default int compareTo(Component other) {
        return ORDER.compare(this, other);
    }
}
