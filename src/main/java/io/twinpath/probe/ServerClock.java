package io.twinpath.probe;

import java.time.Duration;

/** What came of asking a time server. */
public sealed interface ServerClock {

    /** @param ahead of this machine's clock; negative when it is behind */
    record Told(Duration ahead) implements ServerClock {}

    /** @param why in lower case, without a full stop: {@code no answer in 2 s} */
    record Silent(String why) implements ServerClock {}
}
