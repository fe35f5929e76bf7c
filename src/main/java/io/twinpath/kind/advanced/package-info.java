/**
 * Advanced settings of a host, by their dotted names.
 *
 * <p>Values have the type that the host says; values that it would refuse are an obstacle. Not managed: kernel settings, and
 * deleting: a setting always has a value.
 *
 * <p>SSH: {@code system settings advanced list|set}, with the dots of the name as slashes. API: {@code OptionManager}.
 */
@NullMarked
package io.twinpath.kind.advanced;

import org.jspecify.annotations.NullMarked;
