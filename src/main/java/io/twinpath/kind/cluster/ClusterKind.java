package io.twinpath.kind.cluster;

import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Placement;
import java.util.List;

/** Clusters with HA and DRS. */
public final class ClusterKind implements Kind<Cluster> {

    @Override
    public String name() {
        return "cluster";
    }

    @Override
    public String title() {
        return "a cluster";
    }

    @Override
    public Class<Cluster> type() {
        return Cluster.class;
    }

    @Override
    public Placement placement() {
        return Placement.site("clusters");
    }

    @Override
    public List<Binding<Cluster>> bindings() {
        return List.of();
    }
}
