/**
 * What is dangerous in a site, said in sentences with a stable name each.
 *
 * <p>A {@link io.twinpath.risk.Rule} looks at a {@link io.twinpath.risk.Scene}, which is the site as it is found, as the spec wants it or
 * as a plan leaves it, and returns {@link io.twinpath.risk.Finding}s. {@link io.twinpath.risk.Risks} asks all rules and applies the
 * policies of the site to what they find. A rule whose facts are missing stays silent, or says so as an assumption; it never takes
 * the unknown for good or for bad. The rules themselves are in {@code risk.rule}, one class each.
 *
 * <p>As JSON, a finding is {@code {"code", "id", "severity", "level", "title", "components": […], "subjects": […], "hosts": […],
 * "effects": [{"vm" | "datastore" | "host": NAME, "effect", "because": […]}], "assumptions": […]}}; {@link
 * io.twinpath.risk.FindingValue} writes it, and views turn it into text.
 *
 * <p>What it costs: most rules look once at each host or machine. Single failures are asked for harm one by one, which costs what each touches, and
 * only those that do harm are told; pairs are found by {@link io.twinpath.rig.CutSets}. Readiness looks at the other hosts of a cluster for each machine,
 * and for the rule about reservations only where one of them is crowded. Memory is that of the findings: one line for each machine, host and
 * datastore that a failure changes.
 *
 * <p>Here belongs what follows from values. What a failure does belongs to {@code rig}, how findings look to {@code report}.
 */
@NullMarked
package io.twinpath.risk;

import org.jspecify.annotations.NullMarked;
