package io.twinpath.observe;

import io.twinpath.driver.Driver;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Reply;
import io.twinpath.driver.Writer;
import io.twinpath.driver.esxcli.Format;
import io.twinpath.model.Transport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Hosts that answer in text from memory, and remember what they were asked. */
final class MemoryDriver implements Driver {

    /** Whatever stands between a question and its answer. */
    interface Way {
        void go(int round) throws DriverException;
    }

    /** One host. */
    static final class Host {
        private final Map<String, String> answers = new TreeMap<>();
        private final List<List<String>> rounds = new ArrayList<>();
        private Way way = round -> {};

        Host says(String query, String text) {
            answers.put(query, text);
            return this;
        }

        Host fails(Way failing) {
            way = failing;
            return this;
        }

        /** The questions of each round trip. */
        List<List<String>> rounds() {
            return rounds;
        }

        private Map<Query, Reply> ask(List<Query> queries) throws DriverException {
            rounds.add(queries.stream().map(Query::toString).toList());
            way.go(rounds.size());
            Map<Query, Reply> replies = new LinkedHashMap<>();
            for (Query query : queries) {
                Optional<String> text = Optional.ofNullable(answers.get(query.toString()));
                replies.put(
                        query,
                        text.isPresent()
                                ? new Reply(0, Format.TEXT, text.orElseThrow(), query.toString())
                                : new Reply(1, Format.TEXT, "No permission to execute it", query.toString()));
            }
            return replies;
        }
    }

    private final Map<String, Host> hosts = new TreeMap<>();
    private final AtomicInteger open = new AtomicInteger();

    /** A host that tells who it is. */
    Host host(String name) {
        return hosts.computeIfAbsent(
                name,
                n -> new Host()
                        .says("system uuid get", "uuid-of-" + n + "\n")
                        .says("system version get", "   Version: 6.7.0\n   Build: Releasebuild-14320388\n"));
    }

    /** Sessions that nobody closed. */
    int open() {
        return open.get();
    }

    @Override
    public List<Transport> ways(String place) {
        return Driver.sshToHosts(place);
    }

    @Override
    public Reader reader(String name) {
        Host host = Optional.ofNullable(hosts.get(name)).orElseThrow();
        open.incrementAndGet();
        return new Reader() {
            @Override
            public Map<Query, Reply> ask(List<Query> queries) throws DriverException {
                return host.ask(queries);
            }

            @Override
            public void close() {
                open.decrementAndGet();
            }
        };
    }

    @Override
    public Writer writer(String host) {
        throw new AssertionError("an observer wants to change " + host);
    }
}
