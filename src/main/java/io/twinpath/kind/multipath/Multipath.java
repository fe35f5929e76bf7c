package io.twinpath.kind.multipath;

import io.twinpath.model.Desired;
import io.twinpath.model.shape.Doc;
import java.util.Map;

/**
 * How a host spreads input and output over the paths to its storage.
 *
 * @param rules claim rules that somebody made; the names are the spec's own, rules are matched by content
 * @param devices by their NAA, EUI or T10 names
 * @param vendors by SCSI vendor: stands for every device of that vendor which is found
 * @param hpp by the names of devices; found only for those that are asked about
 */
public record Multipath(
        @Doc("Claim rules, which decide for devices that appear later.")
        Map<String, SatpRule> rules,

        @Doc("Path policies of single devices.") Map<String, PathPolicy> devices,

        @Doc("Path policies of all devices of a vendor, present ones included.")
        Map<String, PathPolicy> vendors,

        @Doc(
                "Path schemes of single devices that the high-performance plug-in has claimed, such as local disks from 7.0 on.")
        Map<String, SchemePolicy> hpp)
        implements Desired {}
