package io.twinpath.kind.host;

import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.kind.Processors;
import io.twinpath.model.Mebibytes;
import io.twinpath.model.Megahertz;
import java.util.Optional;

/** Turns numbers that a host told into facts. What no host can have is as if it had told nothing. */
final class Told {

    private static final long HERTZ = 1_000_000;
    private static final int MOST_CORES = 1 << 16;
    private static final long FASTEST = 100_000;

    private Told() {}

    /** @param hertz of one core */
    static Optional<Processors> processors(Optional<Long> cores, Optional<Long> hertz) {
        Optional<Long> rate = hertz.map(h -> h / HERTZ).filter(r -> r > 0 && r <= FASTEST);
        return cores.filter(c -> c > 0 && c <= MOST_CORES)
                .flatMap(c -> rate.map(r -> new Processors(c.intValue(), new Megahertz(r))));
    }

    static Optional<Mebibytes> bytes(Optional<Long> bytes) {
        return bytes.filter(b -> b > 0).map(Mebibytes::ofBytes);
    }

    static Optional<Mebibytes> mebibytes(Optional<Long> count) {
        return count.filter(c -> c > 0).map(Mebibytes::new);
    }

    static Optional<Integer> speed(Optional<Long> mbits) {
        return mbits.filter(s -> s > 0 && s <= Integer.MAX_VALUE).map(Long::intValue);
    }

    static Optional<String> words(Optional<String> text) {
        return text.map(String::strip).filter(t -> !t.isEmpty());
    }

    /** Whether it was asked and the host would not or could not answer, as with what its release does not have. */
    static boolean refused(Replies replies, Query query) {
        return replies.reply(query).filter(r -> !r.ok()).isPresent();
    }
}
