package io.twinpath.model;

/**
 * What an author can want of one resource: implemented by the record of each kind.
 *
 * <p>An {@code Optional} component that is empty means <em>not managed: leave as found</em>. The same record describes
 * what was found on the host, then with everything the host told.
 */
public interface Desired {}
