package io.twinpath.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.twinpath.probe.HostClock;
import io.twinpath.probe.ServerClock;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.SortedMap;

/** How far the clock of a host is off, from this machine's and from its time servers'. */
public final class ClocksView {

    private static final double MILLIS = 1_000.0;

    private ClocksView() {}

    /** @param servers those of the host, each with what it told */
    public static String text(String host, HostClock clock, SortedMap<String, ServerClock> servers, Style style) {
        StringBuilder out = new StringBuilder(style.bold(host));
        out.append("  ").append(words(clock, "this machine's clock", style)).append('\n');
        servers.forEach((server, told) -> out.append("  ")
                .append(Printable.line(server))
                .append("  ")
                .append(
                        switch (told) {
                            case ServerClock.Told t -> words(clock.against(t.ahead()), "it", style);
                            case ServerClock.Silent s -> style.yellow(Printable.line(s.why()));
                        })
                .append('\n'));
        return out.toString();
    }

    private static String words(HostClock clock, String other, Style style) {
        if (clock.agrees()) {
            Duration off = clock.least().negated().compareTo(clock.most()) > 0
                    ? clock.least().negated()
                    : clock.most();
            return "agrees with " + other + " to " + seconds(off) + " s";
        }
        boolean ahead = clock.least().isPositive();
        return style.red(seconds(clock.apart()) + " s " + (ahead ? "ahead of " : "behind ") + other);
    }

    /** With one digit behind the point. */
    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / MILLIS);
    }

    /** The same as fields of an object that is open. */
    public static void json(JsonGenerator json, String host, HostClock clock, SortedMap<String, ServerClock> servers)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("host", host);
        bounds(json, "seconds_ahead", clock);
        json.writeArrayFieldStart("servers");
        for (var server : servers.entrySet()) {
            json.writeStartObject();
            json.writeStringField("server", server.getKey());
            switch (server.getValue()) {
                case ServerClock.Told t -> bounds(json, "seconds_ahead", clock.against(t.ahead()));
                case ServerClock.Silent s -> json.writeStringField("no_time", s.why());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void bounds(JsonGenerator json, String name, HostClock clock) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("least", clock.least().toMillis() / MILLIS);
        json.writeNumberField("most", clock.most().toMillis() / MILLIS);
        json.writeEndObject();
    }
}
