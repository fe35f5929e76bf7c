/**
 * The words of the vSphere API as data: {@link io.twinpath.driver.vim.Node} is one element of a vim25 message, read or to be
 * sent, and {@link io.twinpath.driver.vim.Handle} says which object is meant. No I/O; sessions and the wire belong to
 * {@code driver.api}. The calls made of them stand beside those of esxcli, in {@code driver}: a sealed interface and its
 * cases share a package.
 */
@NullMarked
package io.twinpath.driver.vim;

import org.jspecify.annotations.NullMarked;
