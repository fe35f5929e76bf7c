package io.twinpath.driver;

import io.twinpath.driver.vim.Handle;
import java.util.List;

/**
 * Properties of one object of the vSphere API.
 *
 * @param paths such as {@code config.network.vswitch}; as narrow as can be, since a server computes and sends all below
 *     them. See {@link PropertyPaths}
 */
public record PropertyQuery(Handle of, List<String> paths) implements Query {

    public PropertyQuery {
        paths = PropertyPaths.checked(paths);
    }

    public static PropertyQuery of(Handle of, String... paths) {
        return new PropertyQuery(of, List.of(paths));
    }

    @Override
    public String typed() {
        return of.shown() + "{" + String.join(", ", paths) + "}";
    }

    @Override
    public String toString() {
        return typed();
    }
}
