package io.twinpath.lab.vim;

import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.soap.Value;
import java.util.List;
import java.util.Optional;

/** Makes views. */
final class ViewManager implements ManagedObject {

    private static final String KIND = "ViewManager";

    private final Ref self;

    private ViewManager(Ref self) {
        this.self = self;
    }

    static Ref ref(World world) {
        return ServiceInstance.part(world, KIND, KIND, KIND);
    }

    static Optional<ManagedObject> find(World world, Ref ref) {
        return ref.equals(ref(world)) ? Optional.of(new ViewManager(ref)) : Optional.empty();
    }

    @Override
    public Ref self() {
        return self;
    }

    @Override
    public Data properties() {
        return Data.of(KIND).unset("viewList");
    }

    @Override
    public Methods methods() {
        return Methods.none()
                .reads("CreateContainerView", ViewManager::container)
                .reads("CreateListView", call -> {
                    List<Ref> objects =
                            call.method().all("obj").stream().map(Element::ref).toList();
                    return Optional.of(call.session()
                            .make("ListView", ref -> View.list(ref, objects))
                            .self());
                });
    }

    private static Optional<Value> container(Call call) {
        Ref container = call.argument("container").ref();
        call.world().object(container);
        List<String> types = call.method().texts("type");
        boolean deep = call.method().flag("recursive").orElse(false);
        return Optional.of(call.session()
                .make("ContainerView", ref -> View.container(ref, call.world(), container, types, deep))
                .self());
    }
}
