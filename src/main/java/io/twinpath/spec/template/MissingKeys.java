package io.twinpath.spec.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Remembers which keys a template asked for that are not there. The template language itself would go on silently. */
final class MissingKeys {

    private final List<Missing> asked = new ArrayList<>();

    record Missing(String key, List<String> known) {}

    void asked(Object key, Collection<String> known) {
        asked.add(new Missing(String.valueOf(key), List.copyOf(known)));
    }

    List<Missing> drain() {
        List<Missing> all = List.copyOf(asked);
        asked.clear();
        return all;
    }
}
