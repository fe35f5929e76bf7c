package io.twinpath.driver.api;

import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.Ref;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server says of itself before anybody logs in.
 *
 * @param apiType {@code VirtualCenter} or {@code HostAgent}
 * @param apiVersion such as {@code 8.0.2.0}; later calls are made in this version
 * @param services by their names in {@code ServiceContent}
 */
record ServerContent(String apiType, String apiVersion, Map<String, Ref> services) {

    /** Versions before this are not spoken. */
    static final int OLDEST = 6;

    private static final Pattern VERSION = Pattern.compile("([0-9]{1,4})(\\.[0-9]{1,9}){0,6}");

    ServerContent {
        services = Map.copyOf(services);
    }

    /** Nothing when it is not what a server says. */
    static Optional<ServerContent> of(Node response) {
        Optional<Node> content = response.child("returnval");
        String version = content.flatMap(c -> c.text("about", "apiVersion")).orElse("");
        Map<String, Ref> services = new TreeMap<>();
        content.ifPresent(c -> c.items().forEach(n -> n.ref().ifPresent(ref -> services.put(n.name(), ref))));
        if (!VERSION.matcher(version).matches()
                || !services.containsKey("propertyCollector")
                || !services.containsKey("sessionManager")) {
            return Optional.empty();
        }
        return Optional.of(new ServerContent(
                content.flatMap(c -> c.text("about", "apiType")).orElse(""), version, services));
    }

    boolean spoken() {
        Matcher m = VERSION.matcher(apiVersion);
        return m.matches() && Integer.parseInt(m.group(1)) >= OLDEST;
    }

    /** A host by itself, which has no other. */
    boolean alone() {
        return apiType.equals("HostAgent");
    }

    Optional<Ref> service(String name) {
        return Optional.ofNullable(services.get(name));
    }

    Ref propertyCollector() {
        return service("propertyCollector").orElseThrow();
    }

    Ref sessionManager() {
        return service("sessionManager").orElseThrow();
    }
}
