package io.twinpath.lab.vim;

import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.soap.Listing;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.soap.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads properties of many objects in one call, in pages where asked to, and tells of their changes. */
final class PropertyCollector implements ManagedObject {

    static final String KIND = "PropertyCollector";
    private static final int MOST_TOKENS = 100;
    /** A vCenter pages by itself, whatever the client asks for. */
    private static final int LARGEST_PAGE = 1_000;

    private final Ref self;
    private final Updates updates = new Updates();
    private final Map<String, Page> pages = new LinkedHashMap<>();
    private int last;

    /** What is left of an answer in pages. */
    private record Page(List<Rest> rest, int size) {}

    private record Rest(Element filter, Ref object) {}

    PropertyCollector(Ref self) {
        this.self = self;
    }

    @Override
    public Ref self() {
        return self;
    }

    @Override
    public Data properties() {
        return Data.of(KIND).refs("filter", updates.filters().stream());
    }

    @Override
    public Methods methods() {
        return Methods.none()
                .reads("RetrieveProperties", this::plain)
                .reads("RetrievePropertiesEx", this::first)
                .reads("ContinueRetrievePropertiesEx", this::next)
                .reads("CancelRetrievePropertiesEx", this::cancel)
                .reads("CreatePropertyCollector", PropertyCollector::create)
                .reads("DestroyPropertyCollector", this::destroy)
                .reads("CreateFilter", updates::create)
                .waits("WaitForUpdatesEx", updates::waitEx)
                .waits("WaitForUpdates", updates::waitForever)
                .waits("CheckForUpdates", updates::check)
                .waits("CancelWaitForUpdates", updates::cancel);
    }

    private static Optional<Value> create(Call call) {
        return Optional.of(call.session().make(KIND, PropertyCollector::new).self());
    }

    private Optional<Value> destroy(Call call) {
        if (call.session().find(self).isEmpty()) {
            throw Faults.of("NotSupported", "The collector of the session cannot be destroyed.");
        }
        call.session().drop(self);
        return Optional.empty();
    }

    private Optional<Value> plain(Call call) {
        List<Data> all = new ArrayList<>();
        for (Element filter : call.method().all("specSet")) {
            retrieval(call, filter).all().forEach(s -> all.add(s.content()));
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(Listing.of("ObjectContent", all.stream()));
    }

    private Optional<Value> first(Call call) {
        List<Rest> all = new ArrayList<>();
        for (Element filter : call.method().all("specSet")) {
            retrieval(call, filter).objects().forEach(r -> all.add(new Rest(filter, r)));
        }
        int size =
                call.method().at("options").flatMap(o -> o.number("maxObjects")).orElse(LARGEST_PAGE);
        if (size <= 0) {
            throw Faults.invalidArgument("options.maxObjects");
        }
        return page(call, all, Math.min(size, LARGEST_PAGE));
    }

    private Optional<Value> next(Call call) {
        Page page = Optional.ofNullable(pages.remove(call.text("token")))
                .orElseThrow(() -> Faults.invalidArgument("token"));
        return page(call, page.rest(), page.size());
    }

    private Optional<Value> cancel(Call call) {
        if (pages.remove(call.text("token")) == null) {
            throw Faults.invalidArgument("token");
        }
        return Optional.empty();
    }

    private Optional<Value> page(Call call, List<Rest> rest, int size) {
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        List<Data> objects = new ArrayList<>();
        for (Rest one : rest.subList(0, Math.min(size, rest.size()))) {
            retrieval(call, one.filter()).read(one.object()).ifPresent(s -> objects.add(s.content()));
        }
        Data result = Data.of("RetrieveResult");
        if (rest.size() > size) {
            String token = Integer.toString(last++);
            pages.put(token, new Page(List.copyOf(rest.subList(size, rest.size())), size));
            while (pages.size() > MOST_TOKENS) {
                pages.remove(pages.keySet().iterator().next());
            }
            result.text("token", token);
        }
        return Optional.of(result.list("objects", "ObjectContent", objects.stream()));
    }

    private static Retrieval retrieval(Call call, Element filter) {
        return new Retrieval(filter, call::find);
    }
}
