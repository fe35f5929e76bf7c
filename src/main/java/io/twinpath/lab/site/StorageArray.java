package io.twinpath.lab.site;

import java.util.ArrayList;
import java.util.List;

/** A storage server with one iSCSI target that answers on several portals. */
public final class StorageArray {

    public String model = "";
    public String target = "";
    public List<Portal> portals = new ArrayList<>();
    public List<Disk> luns = new ArrayList<>();

    /** A portal together with the array it belongs to. */
    public record At(String name, StorageArray array, Portal portal) {}
}
