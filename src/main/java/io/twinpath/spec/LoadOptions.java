package io.twinpath.spec;

import io.twinpath.kind.Kinds;
import io.twinpath.model.Catalogue;
import java.util.List;
import java.util.function.Function;

/**
 * What a load can be told beside the files.
 *
 * @param set values that go before everything, as {@code HOST:KEY.KEY=VALUE} or {@code KIND:HOST/NAME.FIELD=VALUE}
 * @param kinds the kinds that there are, given the NIC models that are known
 */
public record LoadOptions(List<String> set, Function<Catalogue, Kinds> kinds) {

    public LoadOptions {
        set = List.copyOf(set);
    }

    public static LoadOptions standard() {
        return new LoadOptions(List.of(), Kinds::standard);
    }

    public LoadOptions with(List<String> settings) {
        return new LoadOptions(settings, kinds);
    }
}
