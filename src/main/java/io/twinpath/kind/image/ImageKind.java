package io.twinpath.kind.image;

import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Placement;
import java.util.List;

/** What holds for all software of a host. */
public final class ImageKind implements Kind<Image> {

    @Override
    public String name() {
        return "image";
    }

    @Override
    public String title() {
        return "the software image";
    }

    @Override
    public Class<Image> type() {
        return Image.class;
    }

    @Override
    public Placement placement() {
        return Placement.hostSingle("image", "esxi");
    }

    @Override
    public List<Binding<Image>> bindings() {
        return List.of(new ImageSsh(), new ImageApi());
    }
}
