/**
 * The software iSCSI adapter: on or off, its names, the interfaces it is bound to, where it looks for targets, CHAP and
 * parameters.
 *
 * <p>Bindings and targets are added, and the host told to look, before old ones go. Parameters of a portal or a single
 * target are set there or inherited, which is told apart; a target that the host has not discovered yet is left for the next
 * plan. Not managed: hardware adapters, CHAP of single portals and targets.
 *
 * <p>CHAP over SSH: esxcli takes the secret as an option, so it can be seen on the host, in its process list and in {@code
 * shell.log}, while and after it is set. It is never printed here. ESXi never tells it, so that it is sent only along with
 * another change of the same CHAP setting, and no reversal can restore it. Over the API it does not go through a command line.
 *
 * <p>SSH: {@code iscsi software get|set}, {@code iscsi adapter list|get|set}, {@code … discovery sendtarget|statictarget
 * list|add|remove}, {@code iscsi networkportal list|add|remove}, {@code … auth chap get|set}, {@code … param get|set}, {@code
 * … discovery sendtarget param get|set}, {@code … target portal list}, {@code … target portal param get|set}, then {@code
 * … discovery rediscover} and {@code storage core adapter rescan}. API: {@code HostStorageSystem} and {@code IscsiManager}, but
 * for parameters of single portals and targets.
 */
@NullMarked
package io.twinpath.kind.iscsi;

import org.jspecify.annotations.NullMarked;
