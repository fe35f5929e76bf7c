/**
 * Virtual machines as the API shows and changes them: their configuration and devices, power, moves, and the checks that a
 * vCenter makes before a move.
 *
 * <p>What may move and why not is {@code lab.site}'s to say; here it is put into the types and faults of the API.
 */
@NullMarked
package io.twinpath.lab.vim.machine;

import org.jspecify.annotations.NullMarked;
