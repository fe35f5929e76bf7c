/**
 * What esxcli prints, read: every formatter that it has for programs, and the text that people paste. Pure; any text gives
 * rows or a typed error that says where it is damaged.
 */
@NullMarked
package io.twinpath.driver.esxcli;

import org.jspecify.annotations.NullMarked;
