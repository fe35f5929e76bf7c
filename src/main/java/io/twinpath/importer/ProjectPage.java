package io.twinpath.importer;

import io.twinpath.model.SshAccess;
import io.twinpath.model.Value;
import io.twinpath.model.shape.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The file that says what a project is called and how its hosts are reached. */
public final class ProjectPage {

    /** Where it stands in a project. */
    public static final String FILE = "inventory/project.yml";

    private ProjectPage() {}

    /**
     * @param ssh how hosts are reached unless they say otherwise
     * @param lab the simulated site to connect to instead
     * @param comments lines at the top
     */
    public static String text(String name, Optional<SshAccess> ssh, Optional<String> lab, List<String> comments) {
        Map<String, Value> project = new LinkedHashMap<>();
        project.put("name", Value.text(name));
        Map<String, Value> connect = new LinkedHashMap<>();
        lab.ifPresent(site -> connect.put("lab", Value.text(site)));
        ssh.filter(access -> !access.equals(SshAccess.unspecified()))
                .ifPresent(
                        access -> connect.put("ssh", Shape.of(SshAccess.class).managed(access)));
        if (!connect.isEmpty()) {
            project.put("connect", new Value.Fields(connect));
        }
        Value.Fields document = new Value.Fields(Map.of("project", new Value.Fields(project)));
        return Page.of(comments, document, Map.of(), Set.of());
    }
}
