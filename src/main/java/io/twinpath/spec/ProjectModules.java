package io.twinpath.spec;

import io.twinpath.diag.Diagnostics;
import io.twinpath.kind.Kinds;
import io.twinpath.spec.inventory.Inventory;
import io.twinpath.spec.inventory.InventoryReader;
import io.twinpath.spec.resolve.KindPlaces;
import java.util.SortedMap;

/** The modules of a project as far as they can be read, for whoever helps an author before everything is right. */
public final class ProjectModules {

    private ProjectModules() {}

    /** What is wrong with them is left to {@link SpecLoader}. */
    public static SortedMap<String, Inventory.Module> read(ProjectFiles files, Kinds kinds) {
        Diagnostics unheard = new Diagnostics();
        InventoryReader reader = new InventoryReader(KindPlaces.hostKeys(kinds), KindPlaces.siteKeys(kinds), unheard);
        new SourceReader(files, unheard, text -> {}).trees(files.modules()).forEach(reader::addModule);
        return reader.inventory().modules();
    }
}
