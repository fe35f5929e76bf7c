package io.twinpath.driver;

import io.twinpath.driver.esxcli.Output;
import io.twinpath.driver.esxcli.Row;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.Retrieved;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answers of one host so far. Parses each body once.
 *
 * <p>Not safe for several threads.
 */
public final class Replies {

    /** What somebody makes of the structures of an answer. Kept as a constant: two views are the same when their forms are. */
    public record View<T>(Query query, Form<T> form) {}

    /** Makes something that does not change. */
    @FunctionalInterface
    public interface Form<T> {
        T of(List<Row> rows) throws UnreadableException;
    }

    private final Map<Query, Reply> replies = new HashMap<>();
    private final Map<Query, List<Row>> parsed = new HashMap<>();
    private final Map<Query, String> scalars = new HashMap<>();
    private final Map<View<?>, Object> views = new HashMap<>();
    private final Map<Query, List<Node>> objects = new HashMap<>();

    public static Replies none() {
        return new Replies();
    }

    public void add(Map<Query, Reply> more) {
        replies.putAll(more);
    }

    public boolean has(Query query) {
        return replies.containsKey(query);
    }

    /** The answer as it came; empty when this was not asked. */
    public Optional<Reply> reply(Query query) {
        return Optional.ofNullable(replies.get(query));
    }

    /**
     * The structures of an answer.
     *
     * @throws UnreadableException when it was not asked, the host refused, or the output is damaged
     */
    public List<Row> rows(Query query) throws UnreadableException {
        List<Row> known = parsed.get(query);
        if (known == null) {
            known = Output.rows(good(query));
            parsed.put(query, known);
        }
        return known;
    }

    /** The one structure of a {@code get}. */
    public Row row(Query query) throws UnreadableException {
        List<Row> rows = rows(query);
        if (rows.size() != 1) {
            throw new UnreadableException(
                    good(query).source() + ": one structure was expected and " + rows.size() + " came.");
        }
        return rows.get(0);
    }

    /** The bare value that some commands print, such as {@code true} of {@code iscsi software get}. */
    public String scalar(Query query) throws UnreadableException {
        String known = scalars.get(query);
        if (known == null) {
            known = Output.scalar(good(query));
            scalars.put(query, known);
        }
        return known;
    }

    /**
     * What is made of the structures of an answer; made once, however many resources of the host ask for it.
     *
     * @throws UnreadableException as {@link #rows} and the form do
     */
    @SuppressWarnings("unchecked")
    public <T> T view(View<T> view) throws UnreadableException {
        Object known = views.get(view);
        if (known == null) {
            known = view.form().of(rows(view.query()));
            views.put(view, known);
        }
        return (T) known;
    }

    /**
     * The text of a file; empty when the host has no such file.
     *
     * @throws UnreadableException when it was not asked or cannot be read, or is no text in UTF-8
     */
    public Optional<String> text(FileQuery query) throws UnreadableException {
        if (reply(query).filter(r -> r.exit() == FileQuery.ABSENT).isPresent()) {
            return Optional.empty();
        }
        Reply reply = good(query);
        if (reply.body().indexOf('\uFFFD') >= 0 || reply.body().indexOf('\0') >= 0) {
            throw new UnreadableException(reply.source() + ": the file is no text in UTF-8.");
        }
        return Optional.of(reply.body());
    }

    /**
     * What a program printed, when it ended well.
     *
     * @throws UnreadableException when it was not asked or failed
     */
    public String printed(ProgramQuery query) throws UnreadableException {
        return good(query).body();
    }

    /**
     * The properties of an object: a node with a child for each path that has a value, named by the path, and {@code self},
     * the object's reference. A path without a value has no child; of a host that is not connected a vCenter knows little, so
     * look at its connection state before taking what is not there for absent.
     *
     * @throws UnreadableException when it was not asked, the server refused, or one of the paths could not be read
     */
    public Node object(PropertyQuery query) throws UnreadableException {
        List<Node> found = retrieved(query);
        if (found.size() != 1) {
            throw new UnreadableException(
                    good(query).source() + ": one object was expected and " + found.size() + " came.");
        }
        return found.get(0);
    }

    /**
     * Every object of a type, each as {@link #object} gives it.
     *
     * @throws UnreadableException when it was not asked, the server refused, or a path of one could not be read
     */
    public List<Node> objects(InventoryQuery query) throws UnreadableException {
        return retrieved(query);
    }

    /**
     * What a method answered: a node with a child {@code returnval} for each thing that came back, also where the method made
     * a task and that had a result.
     *
     * @throws UnreadableException when it was not asked, or the server or the task failed
     */
    public Node result(MethodQuery query) throws UnreadableException {
        return tree(query);
    }

    private List<Node> retrieved(Query query) throws UnreadableException {
        List<Node> known = objects.get(query);
        if (known == null) {
            known = Retrieved.objects(tree(query), good(query).source());
            objects.put(query, known);
        }
        return known;
    }

    private Node tree(Query query) throws UnreadableException {
        Reply reply = good(query);
        return reply.tree()
                .orElseThrow(() -> new UnreadableException(reply.source() + ": this is no answer of the API."));
    }

    private Reply good(Query query) throws UnreadableException {
        Reply reply = replies.get(query);
        if (reply == null) {
            throw new UnreadableException("\"" + query + "\" was not asked.");
        }
        if (reply.exit() == Reply.NOT_ASKED) {
            throw new UnreadableException(reply.body());
        }
        if (!reply.ok()) {
            throw new UnreadableException(
                    reply.source() + ": the host answered \"" + reply.body().strip() + "\".");
        }
        return reply;
    }
}
