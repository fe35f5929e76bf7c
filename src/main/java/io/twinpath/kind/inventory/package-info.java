/**
 * What a vCenter knows of all hosts, clusters, virtual machines and datastores at once. Only read, and only when somebody
 * reasons about failures.
 *
 * <p>What a spec can want of them is other kinds' business; nothing here is wanted, compared or imported.
 *
 * <p>API at a vCenter only: one list each of {@code HostSystem}, {@code ClusterComputeResource}, {@code VirtualMachine},
 * {@code Datastore}, {@code Network} and {@code DistributedVirtualPortgroup}, the devices of all machines in the list of
 * machines. The answers are joined by reference, so ten times the machines is ten times the work.
 */
@NullMarked
package io.twinpath.kind.inventory;

import org.jspecify.annotations.NullMarked;
