/** Three small kinds and hosts that keep them in memory: what the engine is tested with, whatever the real kinds become. */
@NullMarked
package io.twinpath.toy;

import org.jspecify.annotations.NullMarked;
