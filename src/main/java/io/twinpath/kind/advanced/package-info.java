/**
 * Advanced settings of a host, by their dotted names.
 *
 * <p>Values have the type that the host says; values that it would refuse are an obstacle. {@code state: absent}
 * sets the default again, because a setting always has a value. Not managed: kernel settings.
 *
 * <p>SSH: {@code system settings advanced list|set}, with the dots of the name as slashes. API: {@code OptionManager}.
 */
@NullMarked
package io.twinpath.kind.advanced;

import org.jspecify.annotations.NullMarked;
