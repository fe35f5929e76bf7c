package io.twinpath.spec.hardware;

import io.twinpath.model.Catalogue;
import io.twinpath.model.PciId;
import io.twinpath.model.shape.Doc;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** One NIC model as it is written. */
record NicEntry(
        @Doc("What people call it.") String title,

        @Doc("Every PCI id that it appears under.") SortedSet<PciId> ids,

        @Doc("Which drivers serve it, by ESXi release such as 6.7.")
        Map<String, Drivers> drivers,

        @Doc("How well this is founded.") Catalogue.Confidence confidence,
        @Doc("Where the facts come from, in words.") Optional<String> source,

        @Doc("Why no storage should hang on it, as a sentence; such cards are told by \"risks\".")
        Optional<String> distrust,

        @Doc("What is known about it, one sentence each.") List<String> notes) {

    /** The drivers of one release. */
    record Drivers(
            @Doc("Their names; an empty list means that none serves it.")
            List<String> names,

            @Doc("How well this is founded.") Catalogue.Confidence confidence,

            @Doc("Where this comes from, in words.") Optional<String> source) {}

    Catalogue.Model model() {
        SortedMap<String, List<String>> names = new TreeMap<>();
        drivers.forEach((release, d) -> names.put(release, d.names()));
        return new Catalogue.Model(title, ids, names, confidence, distrust, notes);
    }
}
