package io.twinpath.driver.vim;

import io.twinpath.driver.UnreadableException;
import java.util.ArrayList;
import java.util.List;

/**
 * The objects in what a property collector answered: of each a node named {@code object} with {@code self}, the reference,
 * and a child for each property that has a value, named by its path as far as that is a name.
 */
public final class Retrieved {

    private Retrieved() {}

    /**
     * All objects in an answer, in its order.
     *
     * @param source for the message
     * @throws UnreadableException when a property could not be read: that is not the same as being absent
     */
    public static List<Node> objects(Node answer, String source) throws UnreadableException {
        List<Node> objects = new ArrayList<>();
        for (Node content : answer.all("objects")) {
            objects.add(object(content, source));
        }
        return objects;
    }

    private static Node object(Node content, String source) throws UnreadableException {
        Node self = content.required("obj");
        for (Node missing : content.all("missingSet")) {
            String fault = missing.at("fault", "fault").map(Node::type).orElse("a fault");
            throw new UnreadableException(source + ": " + missing.text("path").orElse("a property") + " of "
                    + self.ref().map(Ref::toString).orElse("an object") + " could not be read: " + fault + ".");
        }
        List<Node> fields = new ArrayList<>();
        fields.add(self.named("self"));
        for (Node set : content.all("propSet")) {
            fields.add(property(set, source));
        }
        return Node.object("object", self.ref().map(Ref::type).orElse(""), fields);
    }

    private static Node property(Node set, String source) throws UnreadableException {
        Node value = set.required("val");
        String path = set.requiredText("name");
        try {
            return value.named(name(path));
        } catch (IllegalArgumentException e) {
            throw new UnreadableException(source + ": \"" + path + "\" is not the path of a property.", e);
        }
    }

    /** The name of the child that holds a property: the path, of one with a key the part before that and the key. */
    public static String name(String path) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean fine = (c < 0x80 && Character.isLetterOrDigit(c)) || c == '.' || c == '-' || c == '_';
            name.append(fine ? c : '_');
        }
        return name.toString();
    }
}
