package io.twinpath.fuzz;

import io.twinpath.diff.Differ;
import io.twinpath.driver.Driver;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Reply;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.Usage;
import io.twinpath.driver.Writer;
import io.twinpath.driver.esxcli.Format;
import io.twinpath.kind.Installed;
import io.twinpath.kind.Kinds;
import io.twinpath.kind.host.HostKind;
import io.twinpath.kind.host.HostState;
import io.twinpath.model.Resource;
import io.twinpath.model.Snapshot;
import io.twinpath.model.Spec;
import io.twinpath.model.Transport;
import io.twinpath.observe.Observer;
import io.twinpath.observe.Target;
import io.twinpath.observe.path.StoragePaths;
import io.twinpath.plan.PlanStamp;
import io.twinpath.plan.Planner;
import io.twinpath.spec.hardware.CatalogueReader;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that is done with a host's answers: all kinds read them, they are compared with the committed site, and a plan
 * is made. The input is the answers, each behind a line {@code ## QUERY}; the mark {@code ##x} says that it is XML.
 */
final class FactsTarget implements io.twinpath.fuzz.Target {

    static final String HOST = "esxi3.lain.local";

    private static final PlanStamp STAMP = new PlanStamp("p-0", "0", Instant.EPOCH);

    private final Kinds kinds = Kinds.standard(CatalogueReader.standard());
    private final Spec spec;
    private final List<Target<?>> targets;

    FactsTarget() {
        Spec whole = SpecTargets.lain();
        SortedMap<io.twinpath.model.Address, Resource<?>> resources = new TreeMap<>();
        whole.onHost(HOST).forEach(r -> resources.put(r.address(), r));
        this.spec = new Spec(whole.project(), whole.hosts(), whole.groups(), resources);
        List<Target<?>> all = new ArrayList<>();
        resources.values().forEach(r -> all.add(Target.of(r)));
        all.add(new Target<>(HostKind.at(HOST), Optional.<HostState>empty()));
        this.targets = List.copyOf(all);
    }

    @Override
    public void run(byte[] input) throws Exception {
        Told told = new Told(answers(Targets.text(input)));
        look(told);
        try {
            StoragePaths.read(told);
        } catch (UnreadableException expected) {
            return;
        }
    }

    /** Looks at the host through a session, and plans from what was seen. */
    void look(Reader session) throws DriverException {
        Observer observer = new Observer(kinds, new Nowhere(), 1, InstantSource.fixed(Instant.EPOCH));
        Snapshot snapshot = observer.read(HOST, session, targets);
        Planner.plan(Differ.diff(spec, snapshot, kinds, Installed.BY_KIND), spec, kinds, STAMP);
    }

    private static Map<String, Reply> answers(String text) {
        Map<String, Reply> answers = new HashMap<>();
        for (String section : text.split("(?m)^##", -1)) {
            int line = section.indexOf('\n');
            if (line > 1) {
                Format format = section.startsWith("x") ? Format.XML : Format.TEXT;
                answers.put(
                        section.substring(1, line).strip(), new Reply(0, format, section.substring(line + 1), "fuzz"));
            }
        }
        return answers;
    }

    private record Told(Map<String, Reply> answers) implements Reader {

        @Override
        public Map<Query, Reply> ask(List<Query> queries) {
            Map<Query, Reply> replies = new LinkedHashMap<>();
            Reply none = new Reply(1, Format.TEXT, "not told\n", "fuzz");
            queries.forEach(q -> replies.put(q, answers.getOrDefault(q.toString(), none)));
            return replies;
        }

        @Override
        public void close() {}
    }

    /** The session is given; nothing is opened. */
    private static final class Nowhere implements Driver {

        @Override
        public List<Transport> ways(String place) {
            return Driver.sshToHosts(place);
        }

        @Override
        public Reader reader(String host) {
            throw new UnsupportedOperationException(host);
        }

        @Override
        public Writer writer(String host) {
            throw new UnsupportedOperationException(host);
        }

        @Override
        public Usage usage(String host) {
            return Usage.NONE;
        }

        @Override
        public void close() {}
    }
}
