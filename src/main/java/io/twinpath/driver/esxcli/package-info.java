/**
 * What esxcli prints, read: the xml formatter, and the text that people paste. Pure; any text gives rows or a typed error.
 */
@NullMarked
package io.twinpath.driver.esxcli;

import org.jspecify.annotations.NullMarked;
