package io.twinpath.kind.inventory;

import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Placement;
import io.twinpath.model.Address;
import java.util.List;

/** The inventory of the site's vCenter. */
public final class InventoryKind implements Kind<Inventory> {

    static final String KIND = "inventory";

    /** There is one. */
    public static final Address SITE = Address.inSite(KIND, "site");

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public String title() {
        return "the inventory of a vCenter";
    }

    @Override
    public Class<Inventory> type() {
        return Inventory.class;
    }

    @Override
    public Role role() {
        return Role.OBSERVED;
    }

    @Override
    public Placement placement() {
        return Placement.NOWHERE;
    }

    @Override
    public String naming() {
        return "always `site`";
    }

    @Override
    public List<Binding<Inventory>> bindings() {
        return List.of(new InventoryApi());
    }
}
