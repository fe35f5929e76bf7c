package io.twinpath.spec;

import io.twinpath.diag.Result;
import java.util.Map;

/**
 * What a load gave.
 *
 * @param result the project, or everything that is wrong with it; warnings either way
 * @param sources the text of every file that was read, by the name that places use
 */
public record Loading(Result<Loaded> result, Map<String, String> sources) {

    public Loading {
        sources = Map.copyOf(sources);
    }
}
