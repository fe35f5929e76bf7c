package io.twinpath.driver.vim;

import java.util.regex.Pattern;

/**
 * How a call names the object that it is sent to or speaks of. The driver resolves it in the session in which the call is
 * sent; a name that is missing or that several objects have is an error that says so, and nothing is sent.
 */
public sealed interface Handle {

    /** The type of the object as far as it is known without a session, such as {@code HostNetworkSystem}. */
    String type();

    /** For people: {@code Datastore "esxi1-local"}. */
    String shown();

    /** The host of this session. At a vCenter there is none. */
    record Host() implements Handle {
        @Override
        public String type() {
            return "HostSystem";
        }

        @Override
        public String shown() {
            return type();
        }
    }

    /**
     * A manager of the host of this session.
     *
     * @param name its name in {@code HostSystem.configManager}, such as {@code networkSystem}; see {@link Services}
     */
    record Manager(String name) implements Handle {
        public Manager {
            Services.requireManager(name);
        }

        @Override
        public String type() {
            return Services.MANAGERS.getOrDefault(name, name);
        }

        @Override
        public String shown() {
            return type();
        }
    }

    /**
     * A service of the server.
     *
     * @param name its name in {@code ServiceContent}, such as {@code vmProvisioningChecker}; see {@link Services}
     */
    record Service(String name) implements Handle {
        public Service {
            Services.requireService(name);
        }

        @Override
        public String type() {
            return Services.SERVICES.getOrDefault(name, name);
        }

        @Override
        public String shown() {
            return type();
        }
    }

    /**
     * The one object of the inventory that has this type and name.
     *
     * @param type such as {@code VirtualMachine}; also finds objects of types derived from it
     * @param name as people write it: the API's {@code %2f}, {@code %5c} and {@code %25} stand for {@code /}, {@code \}
     *     and {@code %} here
     */
    record Named(String type, String name) implements Handle {
        public Named {
            if (!Ref.TYPE.matcher(type).matches()) {
                throw new IllegalArgumentException("not a type of managed objects: " + type);
            }
            if (name.isEmpty()) {
                throw new IllegalArgumentException("an object without a name");
            }
            XmlText.requireSendable(name);
        }

        @Override
        public String shown() {
            return type + " \"" + name + "\"";
        }
    }

    /**
     * The object that a property of another names.
     *
     * @param property holds one reference, such as {@code resourcePool} of a cluster
     */
    record Member(Handle of, String property) implements Handle {
        private static final Pattern PATH = Pattern.compile("[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*)*");

        public Member {
            if (!PATH.matcher(property).matches()) {
                throw new IllegalArgumentException("not a property: " + property);
            }
        }

        /** The name of the property with a capital: the server knows better, and people read it. */
        @Override
        public String type() {
            String last = property.substring(property.lastIndexOf('.') + 1);
            return Character.toUpperCase(last.charAt(0)) + last.substring(1);
        }

        @Override
        public String shown() {
            return property + " of " + of.shown();
        }
    }

    /** An object as the server named it in an earlier answer of this session. For queries only. */
    record Found(Ref ref) implements Handle {
        @Override
        public String type() {
            return ref.type();
        }

        @Override
        public String shown() {
            return ref.toString();
        }
    }

    /** Whether this means the same object in a later session. */
    default boolean lasts() {
        return switch (this) {
            case Found f -> false;
            case Member m -> m.of.lasts();
            case Host h -> true;
            case Manager m -> true;
            case Service s -> true;
            case Named n -> true;
        };
    }
}
