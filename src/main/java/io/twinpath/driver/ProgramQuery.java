package io.twinpath.driver;

/** A program other than esxcli that only reads: this list is all there is. */
public sealed interface ProgramQuery extends Query {

    /** {@code chkconfig --list}: every service that has an init script, and whether it starts with the host. */
    record StartList() implements ProgramQuery {
        @Override
        public String typed() {
            return "chkconfig --list";
        }

        @Override
        public String toString() {
            return typed();
        }
    }

    /**
     * The public keys that this login can have been made with, in Base64, one a line; none after a password. No program tells
     * that: the driver knows it and sends nothing.
     */
    record LoginKeys() implements ProgramQuery {
        @Override
        public String typed() {
            return "the keys of this login";
        }

        @Override
        public String toString() {
            return typed();
        }
    }

    /** {@code /etc/init.d/SSH status}: whether a service runs. */
    record ServiceStatus(ServiceScript script) implements ProgramQuery {
        @Override
        public String typed() {
            return script.path() + " status";
        }

        @Override
        public String toString() {
            return typed();
        }
    }
}
