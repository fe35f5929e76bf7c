/** The managed objects of a host: the host itself, and the managers that its {@code configManager} names. */
@NullMarked
package io.twinpath.lab.vim.host;

import org.jspecify.annotations.NullMarked;
