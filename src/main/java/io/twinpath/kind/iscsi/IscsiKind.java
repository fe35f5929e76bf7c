package io.twinpath.kind.iscsi;

import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Placement;
import java.util.List;

/** The software iSCSI adapter. */
public final class IscsiKind implements Kind<Iscsi> {

    @Override
    public String name() {
        return "iscsi";
    }

    @Override
    public String title() {
        return "the software iSCSI adapter";
    }

    @Override
    public Class<Iscsi> type() {
        return Iscsi.class;
    }

    @Override
    public Placement placement() {
        return Placement.hostSingle("iscsi", "software");
    }

    @Override
    public List<Binding<Iscsi>> bindings() {
        return List.of();
    }
}
