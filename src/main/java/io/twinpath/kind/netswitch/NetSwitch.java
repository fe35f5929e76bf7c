package io.twinpath.kind.netswitch;

import io.twinpath.model.Cidr;
import io.twinpath.model.Desired;
import io.twinpath.model.shape.Doc;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** A physical switch and what is plugged into it. A switch is one failure domain. */
public record NetSwitch(
        @Doc("What it is, for people.") Optional<String> model,

        @Doc("What is plugged in, by switch port: HOST/CARD/INDEX, HOST/vmnicN, or an array's PORTAL.")
        Map<String, String> ports,

        @Doc("Ports that form one static channel, by the channel's name.")
        Map<String, SortedSet<String>> channels,

        @Doc("The switches that it is connected to.") SortedSet<String> links,

        @Doc("The IPv4 networks that it carries; all when left out.")
        Optional<SortedSet<Cidr>> subnets,

        @Doc("For people.") Optional<String> notes)
        implements Desired {}
