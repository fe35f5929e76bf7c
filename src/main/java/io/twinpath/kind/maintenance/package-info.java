/**
 * Maintenance mode: whether a host runs virtual machines at all.
 *
 * <p>Entering waits until the last virtual machine has stopped or left. A standalone host cannot move any, so the wait is
 * always bounded; when it ends the host has refused and nothing has changed. Nothing moves virtual machines for it but
 * DRS; {@code evacuate} does, before.
 *
 * <p>SSH: {@code system maintenanceMode get|set}. API: {@code EnterMaintenanceMode_Task}, {@code ExitMaintenanceMode_Task}.
 */
@NullMarked
package io.twinpath.kind.maintenance;

import org.jspecify.annotations.NullMarked;
