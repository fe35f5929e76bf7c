/**
 * What a vCenter knows of all hosts, clusters, virtual machines and datastores at once. Only read, and only when somebody
 * reasons about failures.
 *
 * <p>What a spec can want of them is other kinds' business; nothing here is wanted, compared or imported.
 */
@NullMarked
package io.twinpath.kind.inventory;

import org.jspecify.annotations.NullMarked;
