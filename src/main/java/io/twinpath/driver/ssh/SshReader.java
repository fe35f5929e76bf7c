package io.twinpath.driver.ssh;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.DriverProblem;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.FileQuery;
import io.twinpath.driver.InventoryQuery;
import io.twinpath.driver.MethodQuery;
import io.twinpath.driver.ProgramQuery;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Reply;
import io.twinpath.driver.esxcli.Format;
import io.twinpath.driver.ssh.Frames.Answer;
import io.twinpath.driver.ssh.Frames.BrokenFrames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one host. Whatever it sends passes {@link ReadOnly}. */
final class SshReader implements Reader {

    private static final String NO_FORMATTER = "requested formatter";

    private static final Query LOGIN = new ProgramQuery.LoginKeys();

    private final HostSlot slot;
    private final Runnable release;

    SshReader(HostSlot slot, Runnable release) {
        this.slot = slot;
        this.release = release;
    }

    @Override
    public Map<Query, Reply> ask(List<Query> queries) throws DriverException {
        List<Query> all = List.copyOf(new LinkedHashSet<>(queries));
        Map<Query, Reply> replies = new LinkedHashMap<>();
        ask(all.stream().filter(q -> !q.equals(LOGIN)).toList(), !slot.textOnly(), replies);
        if (all.contains(LOGIN)) {
            String keys = String.join("\n", slot.open().keys());
            replies.put(LOGIN, new Reply(0, Format.TEXT, keys, source(LOGIN)));
        }
        List<Query> refused = all.stream()
                .filter(q -> Optional.ofNullable(replies.get(q))
                        .filter(SshReader::xmlRefused)
                        .isPresent())
                .toList();
        if (!refused.isEmpty()) {
            slot.useText();
            ask(refused, false, replies);
        }
        return replies;
    }

    private static boolean xmlRefused(Reply reply) {
        return reply.format() == Format.XML && !reply.ok() && reply.body().contains(NO_FORMATTER);
    }

    private void ask(List<Query> queries, boolean xml, Map<Query, Reply> into) throws DriverException {
        List<Query> batch = new ArrayList<>();
        int length = 0;
        for (Query query : queries) {
            int more = Script.reading(List.of(query), xml).text().length();
            if (!batch.isEmpty() && length + more > slot.limits().script()) {
                trip(batch, xml, into);
                batch.clear();
                length = 0;
            }
            batch.add(query);
            length += more;
        }
        if (!batch.isEmpty()) {
            trip(batch, xml, into);
        }
    }

    private void trip(List<Query> batch, boolean xml, Map<Query, Reply> into) throws DriverException {
        Script script = Script.reading(batch, xml);
        ReadOnly.check(script.text());
        Frames frames = frames(script, slot.read(script));
        for (int i = 0; i < batch.size(); i++) {
            Answer answer = frames.answers().get(i);
            Query query = batch.get(i);
            into.put(query, new Reply(answer.exit(), format(query, xml), answer.body(), source(query)));
        }
    }

    private Frames frames(Script script, byte[] output) throws DriverException {
        try {
            return Frames.of(script, output, slot.limits().answer());
        } catch (BrokenFrames e) {
            slot.close();
            throw new DriverException(new DriverProblem.Framing(slot.host(), String.valueOf(e.getMessage())));
        }
    }

    /** Only esxcli has formatters. */
    private static Format format(Query query, boolean xml) {
        return switch (query) {
            case EsxcliQuery q -> xml ? Format.XML : Format.TEXT;
            case FileQuery q -> Format.TEXT;
            case ProgramQuery q -> Format.TEXT;
            case PropertyQuery q -> Format.TEXT;
            case InventoryQuery q -> Format.TEXT;
            case MethodQuery q -> Format.TEXT;
        };
    }

    private String source(Query query) {
        return slot.host() + ": " + query.typed();
    }

    @Override
    public void close() {
        release.run();
    }
}
