package io.twinpath.plan;

import java.time.Instant;

/**
 * What a plan is told about its making, because planning itself knows no clock and no chance.
 *
 * @param id unique among the plans of a project
 * @param toolVersion of the Twinpath that made it
 * @param createdAt when the facts had been read, by the clock of this machine
 */
public record PlanStamp(String id, String toolVersion, Instant createdAt) {}
