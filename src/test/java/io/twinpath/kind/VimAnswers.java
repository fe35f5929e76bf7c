package io.twinpath.kind;

import io.twinpath.diag.Span;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.Reply;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.Ref;
import io.twinpath.driver.vim.Vim25;
import io.twinpath.model.Address;
import io.twinpath.model.Desired;
import io.twinpath.model.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a server answered, put together by hand. */
public final class VimAnswers {

    private final Replies replies = Replies.none();

    public VimAnswers says(Query query, Node... objects) {
        Vim25.sound(query);
        replies.add(Map.of(query, Reply.of(Node.object("returnval", "RetrieveResult", objects), "vCenter")));
        return this;
    }

    public Replies replies() {
        return replies;
    }

    /** One object with properties: names and values in turn. */
    public static Node object(String type, String id, Object... properties) {
        List<Node> fields = new ArrayList<>();
        fields.add(link("obj", type, id));
        for (int i = 0; i < properties.length; i += 2) {
            String name = (String) properties[i];
            fields.add(Node.object(
                    "propSet", "DynamicProperty", Node.string("name", name), value("val", properties[i + 1])));
        }
        return Node.object("objects", "ObjectContent", fields);
    }

    public static Node link(String name, String type, String id) {
        return Node.reference(name, new Handle.Found(new Ref(type, id)));
    }

    private static Node value(String name, Object value) {
        return switch (value) {
            case Node node -> node.named(name);
            case Integer number -> Node.number(name, number);
            case Long number -> Node.longNumber(name, number);
            case Boolean flag -> Node.flag(name, flag);
            default -> Node.string(name, value.toString());
        };
    }

    /** A resource of the site that wants this. */
    public static <D extends Record & Desired> Resource<D> wanting(String kind, String name, D desired) {
        return new Resource<>(
                Address.inSite(kind, name),
                Optional.of(desired),
                Span.of("test.yml", 1, 1, 0),
                new TreeMap<>(),
                Set.of());
    }

    /** The record that these fields of a spec make. */
    public static <D extends Record & Desired> D restored(Kind<D> kind, Map<String, Object> fields) {
        return kind.shape().restore(RoundTripTest.fields(fields)).orElseThrow();
    }
}
