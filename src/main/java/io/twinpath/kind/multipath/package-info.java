/**
 * Claim rules and path policies: which plug-in takes a device, and how its paths are used.
 *
 * <p>A rule decides for devices that come later; what is there already is changed device by device, also all devices of a
 * vendor. Rules are matched by content, because ESXi gives them no names; only those of the group {@code user} count. Not
 * managed: claim rules of the PSA itself and masking.
 *
 * <p>A device that the high-performance plug-in has claimed is not among those of the native one; it has a scheme instead of a
 * policy, and is named under {@code hpp}. That plug-in is asked only when the spec speaks of it, or names a device that the
 * native one does not have.
 *
 * <p>SSH: {@code storage nmp satp rule list|add|remove}, {@code storage nmp device list|set}, {@code storage nmp psp roundrobin
 * deviceconfig get|set}, {@code storage core device list} for vendors, {@code storage hpp device list|set}. API: {@code
 * SetMultipathLunPolicy}, {@code UpdateHppMultipathLunPolicy}; it has no words for
 * rules, nor for the counters of round robin.
 */
@NullMarked
package io.twinpath.kind.multipath;

import org.jspecify.annotations.NullMarked;
