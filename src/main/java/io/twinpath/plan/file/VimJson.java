package io.twinpath.plan.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.model.SecretRef;
import java.util.List;

/** Methods of the vSphere API as JSON trees, both ways. */
final class VimJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private VimJson() {}

    static ObjectNode command(MethodCommand command) {
        ObjectNode json = NODES.objectNode();
        json.put("method", command.method());
        json.set("on", handle(command.on()));
        json.set("args", nodes(command.args()));
        return json;
    }

    static MethodCommand command(Part part) {
        part.only("method", "on", "args");
        return new MethodCommand(
                handle(part.at("on")),
                part.at("method").text(),
                part.at("args").items(arg -> arg.checked(VimJson::node)));
    }

    private static ArrayNode nodes(List<Node> nodes) {
        ArrayNode json = NODES.arrayNode();
        nodes.forEach(node -> json.add(node(node)));
        return json;
    }

    static ObjectNode node(Node node) {
        ObjectNode json = NODES.objectNode().put("name", node.name());
        if (!(node.content() instanceof Node.Link) && !node.type().isEmpty()) {
            json.put("type", node.type());
        }
        switch (node.content()) {
            case Node.Text t -> json.put("text", t.text());
            case Node.Hidden h -> json.put("secret", h.reference().toString());
            case Node.Link l -> json.set("object", handle(l.handle()));
            case Node.Children c -> json.set("fields", nodes(c.nodes()));
        }
        return json;
    }

    static Node node(Part part) {
        part.only("name", "type", "text", "secret", "object", "fields");
        String name = part.at("name").text();
        String type = part.has("type") ? part.at("type").text() : "";
        return new Node(name, type, content(part));
    }

    private static Node.Content content(Part part) {
        if (part.has("text")) {
            return new Node.Text(part.at("text").text());
        }
        if (part.has("secret")) {
            return new Node.Hidden(SecretRef.parse(part.at("secret").text()));
        }
        return part.has("object")
                ? new Node.Link(handle(part.at("object")))
                : new Node.Children(part.at("fields").items(VimJson::node));
    }

    private static JsonNode handle(Handle handle) {
        ObjectNode json = NODES.objectNode();
        return switch (handle) {
            case Handle.Host h -> NODES.textNode("host");
            case Handle.Manager m -> json.put("manager", m.name());
            case Handle.Service s -> json.put("service", s.name());
            case Handle.Named n -> json.put("type", n.type()).put("name", n.name());
            case Handle.Member m -> json.put("property", m.property()).set("of", handle(m.of()));
            case Handle.Found f -> throw new IllegalStateException("no plan holds references of a session");
        };
    }

    private static Handle handle(Part part) {
        if (part.node().isTextual()) {
            if (part.text().equals("host")) {
                return new Handle.Host();
            }
            throw new MalformedException(part.path(), "is none of the known words");
        }
        part.only("manager", "service", "type", "name", "property", "of");
        if (part.has("manager")) {
            return new Handle.Manager(part.at("manager").text());
        }
        if (part.has("service")) {
            return new Handle.Service(part.at("service").text());
        }
        return part.has("property")
                ? new Handle.Member(handle(part.at("of")), part.at("property").text())
                : new Handle.Named(part.at("type").text(), part.at("name").text());
    }
}
