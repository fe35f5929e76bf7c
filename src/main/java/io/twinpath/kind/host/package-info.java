/**
 * What a host is and has at this moment: processors, memory, devices, paths, volumes, links, running machines and what its
 * ports are plugged into. Only read, and only when somebody reasons about failures.
 *
 * <p>What a spec can want of a host is other kinds' business; nothing here is wanted, compared or imported.
 *
 * <p>SSH, in one round: {@code hardware cpu global get}, {@code hardware cpu list}, {@code hardware memory get}, {@code system
 * maintenanceMode get}, {@code system settings advanced list} of two options, {@code storage core device list}, {@code storage
 * core path list}, {@code iscsi session connection list}, {@code network ip interface ipv4 get}, {@code network nic list},
 * {@code storage filesystem list}, {@code storage vmfs extent list}, {@code storage nfs list}, {@code storage nfs41 list},
 * {@code vm process list}. API: properties of {@code HostSystem}, {@code QueryOptions} and {@code QueryNetworkHint}; then
 * {@code QueryBoundVnics} of each iSCSI adapter, and the names of the machines.
 *
 * <p>Only SSH tells which interface a session starts from; only the API tells what switches announce, and the portal of a path
 * that is dead.
 */
@NullMarked
package io.twinpath.kind.host;

import org.jspecify.annotations.NullMarked;
