package io.twinpath.driver.api;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.Ref;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Properties of objects through the server's property collector, to the last page. Inside of {@link ApiSession#reading}. */
final class Retrieval {

    /** More answers to one question than any server gives. */
    private static final int PAGES = 100_000;

    private final ApiSession session;
    private final Map<String, Ref> views = new HashMap<>();
    private int viewsOf = -1;

    Retrieval(ApiSession session) {
        this.session = session;
    }

    /** Properties of some objects, of which all with the same type are asked for the same. */
    record Wanted(List<Ref> objects, List<String> paths) {}

    /** An {@code ObjectContent} of every object of a type. */
    List<Node> every(String type, Collection<String> paths) throws DriverException, FaultException, Broken {
        return every(type, paths, List.of());
    }

    /** The same, and of some other objects, in one call. */
    List<Node> every(String type, Collection<String> paths, List<Wanted> others)
            throws DriverException, FaultException, Broken {
        Node through = Node.object(
                "selectSet",
                "TraversalSpec",
                Node.string("name", "view"),
                Node.string("type", "ContainerView"),
                Node.string("path", "view"),
                Node.flag("skip", false));
        Node set = Node.object(
                "objectSet", "ObjectSpec", Request.reference("obj", view(type)), Node.flag("skip", true), through);
        List<Node> specs = new ArrayList<>();
        specs.add(Node.object("specSet", "PropertyFilterSpec", properties(type, paths), set));
        specs.addAll(specs(others));
        return pages(specs);
    }

    /** An {@code ObjectContent} of each of some objects. */
    List<Node> some(List<Wanted> wanted) throws DriverException, FaultException, Broken {
        return pages(specs(wanted));
    }

    private static List<Node> specs(List<Wanted> wanted) {
        List<Node> specs = new ArrayList<>();
        for (Wanted w : wanted) {
            Map<String, List<Node>> sets = new java.util.TreeMap<>();
            for (Ref ref : w.objects()) {
                sets.computeIfAbsent(ref.type(), t -> new ArrayList<>())
                        .add(Node.object(
                                "objectSet", "ObjectSpec", Request.reference("obj", ref), Node.flag("skip", false)));
            }
            sets.forEach((type, objects) -> {
                List<Node> fields = new ArrayList<>(List.of(properties(type, w.paths())));
                fields.addAll(objects);
                specs.add(Node.object("specSet", "PropertyFilterSpec", fields));
            });
        }
        return specs;
    }

    private static Node properties(String type, Collection<String> paths) {
        List<Node> fields = new ArrayList<>(List.of(Node.string("type", type), Node.flag("all", false)));
        paths.forEach(path -> fields.add(Node.string("pathSet", path)));
        return Node.object("propSet", "PropertySpec", fields);
    }

    private List<Node> pages(List<Node> specs) throws DriverException, FaultException, Broken {
        Ref collector = session.open().propertyCollector();
        List<Node> args = new ArrayList<>(specs);
        args.add(Node.object(
                "options",
                "RetrieveOptions",
                Node.number("maxObjects", session.limits().page())));
        List<Node> objects = new ArrayList<>();
        Optional<Node> page = session.read(new Request(collector, "RetrievePropertiesEx", args))
                .child("returnval");
        for (int i = 0; page.isPresent(); i++) {
            objects.addAll(page.orElseThrow().all("objects"));
            Optional<String> token = page.orElseThrow().text("token").filter(t -> !t.isEmpty());
            if (token.isEmpty()) {
                return objects;
            }
            if (i > PAGES) {
                throw new Broken(Broken.Blame.SERVER, "its answer has no last page");
            }
            page = session.read(Request.of(
                            collector, "ContinueRetrievePropertiesEx", Node.string("token", token.orElseThrow())))
                    .child("returnval");
        }
        return objects;
    }

    /** The view of all objects of a type; lives as long as the login. */
    private Ref view(String type) throws DriverException, FaultException, Broken {
        ServerContent content = session.open();
        synchronized (views) {
            if (viewsOf != session.generation()) {
                views.clear();
                viewsOf = session.generation();
            }
            Ref known = views.get(type);
            if (known != null) {
                return known;
            }
        }
        Node made = session.read(Request.of(
                service(content, "viewManager"),
                "CreateContainerView",
                Request.reference("container", service(content, "rootFolder")),
                Node.string("type", type),
                Node.flag("recursive", true)));
        Ref view = made.ref("returnval")
                .orElseThrow(() -> new Broken(Broken.Blame.SERVER, "it makes no view of its inventory"));
        synchronized (views) {
            views.put(type, view);
        }
        return view;
    }

    private static Ref service(ServerContent content, String name) throws Broken {
        return content.service(name).orElseThrow(() -> new Broken(Broken.Blame.SERVER, "it has no " + name));
    }
}
