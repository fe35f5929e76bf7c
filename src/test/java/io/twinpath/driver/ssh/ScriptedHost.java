package io.twinpath.driver.ssh;

import io.twinpath.driver.Command;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.ProgramQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reply;
import io.twinpath.driver.Secret;
import io.twinpath.driver.Writer;
import io.twinpath.driver.esxcli.Format;
import io.twinpath.lab.LabShell;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * A host that is sent the scripts that SSH would carry, with the formatter that is wanted in the place of the usual one.
 *
 * @param format what esxcli is asked to print
 */
public record ScriptedHost(LabShell shell, String name, Format format) implements Writer {

    private static final String XML = "esxcli --formatter=xml ";
    private static final int LONGEST = 8 << 20;

    /** Nobody logs in here, so no key is one's own. */
    private static final Query LOGIN = new ProgramQuery.LoginKeys();

    @Override
    public Map<Query, Reply> ask(List<Query> queries) throws DriverException {
        List<Query> all = new LinkedHashSet<>(queries)
                .stream().filter(q -> !q.equals(LOGIN)).toList();
        Map<Query, Reply> replies = new LinkedHashMap<>();
        if (queries.contains(LOGIN)) {
            replies.put(LOGIN, new Reply(0, Format.TEXT, "", name + ": " + LOGIN.typed()));
        }
        if (all.isEmpty()) {
            return replies;
        }
        Script script = Script.reading(all, true);
        ReadOnly.check(script.text());
        Frames frames = run(script, script.text().replace(XML, asking()));
        for (int i = 0; i < all.size(); i++) {
            Frames.Answer answer = frames.answers().get(i);
            Format printed = all.get(i) instanceof EsxcliQuery ? format : Format.TEXT;
            replies.put(
                    all.get(i),
                    new Reply(
                            answer.exit(),
                            printed,
                            answer.body(),
                            name + ": " + all.get(i).typed()));
        }
        return replies;
    }

    private String asking() {
        return switch (format) {
            case XML -> XML;
            case TEXT -> "esxcli ";
            case CSV -> "esxcli --formatter=csv ";
            case KEYVALUE -> "esxcli --formatter=keyvalue ";
            case JSON -> "esxcli --debug --formatter=json ";
        };
    }

    @Override
    public Reply send(Command command) throws DriverException {
        Script script = Script.changing(command, reference -> Secret.of("s3cret-of-twelve"));
        Frames.Answer answer = run(script, script.text()).answers().get(0);
        return new Reply(answer.exit(), Format.TEXT, answer.body(), name + ": " + command.typed());
    }

    private Frames run(Script script, String text) {
        byte[] output = shell.run(text).out().getBytes(StandardCharsets.UTF_8);
        try {
            return Frames.of(script, output, LONGEST);
        } catch (Frames.BrokenFrames e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {}
}
