package io.twinpath.kind;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Reply;
import io.twinpath.driver.vim.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A host or a server whose answers are damaged on the way: here and there a piece is lost, doubled or another one. */
record Garbled(Reader reader, Random random) implements Reader {

    private static final String[] PIECES = {
        "",
        "-1",
        "0",
        "9223372036854775807",
        "99999999999999999999",
        "null",
        "\n",
        ",",
        ":",
        "[",
        "]",
        "é",
        "true",
        "vm"
    };

    @Override
    public Map<Query, Reply> ask(List<Query> queries) throws DriverException {
        Map<Query, Reply> replies = new LinkedHashMap<>(reader.ask(queries));
        replies.replaceAll((query, reply) -> random.nextInt(4) == 0 ? damaged(reply) : reply);
        return replies;
    }

    private Reply damaged(Reply reply) {
        return reply.tree().isPresent()
                ? Reply.of(damaged(reply.tree().orElseThrow(), 0), reply.source())
                : new Reply(reply.exit(), reply.format(), damaged(reply.body()), reply.source());
    }

    private String damaged(String text) {
        StringBuilder damaged = new StringBuilder(text);
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            int from = random.nextInt(damaged.length() + 1);
            int to = Math.min(damaged.length(), from + random.nextInt(12));
            damaged.replace(from, to, PIECES[random.nextInt(PIECES.length)]);
        }
        return damaged.toString();
    }

    private Node damaged(Node node, int depth) {
        return switch (node.content()) {
            case Node.Text t ->
                random.nextInt(12) == 0
                        ? Node.plain(node.name(), "string", PIECES[random.nextInt(PIECES.length)])
                        : node;
            case Node.Children c -> {
                List<Node> kept = new ArrayList<>();
                for (Node child : c.nodes()) {
                    Optional<Node> each = depth > 1 && random.nextInt(25) == 0
                            ? Optional.empty()
                            : Optional.of(damaged(child, depth + 1));
                    each.ifPresent(kept::add);
                }
                yield Node.object(node.name(), node.type(), kept);
            }
            case Node.Link l -> random.nextInt(25) == 0 ? Node.string(node.name(), "vm-1") : node;
            case Node.Hidden h -> node;
        };
    }

    @Override
    public void close() {}
}
