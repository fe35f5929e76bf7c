package io.twinpath.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The NIC models that are known: data from {@code hardware/nics.yml}, extended by the inventory. */
public final class Catalogue {

    private final Supplier<SortedMap<String, Model>> source;
    private volatile @Nullable SortedMap<String, Model> read;

    private Catalogue(Supplier<SortedMap<String, Model>> source) {
        this.source = source;
    }

    /** @param models by the name that specs use, such as {@code broadcom-57810} */
    public Catalogue(SortedMap<String, Model> models) {
        this(() -> models);
    }

    /** One whose models are read when the first of them is asked for: many specs name no card. */
    public static Catalogue later(Supplier<SortedMap<String, Model>> models) {
        return new Catalogue(models);
    }

    /** All models by the name that specs use. */
    public SortedMap<String, Model> models() {
        SortedMap<String, Model> known = read;
        if (known == null) {
            synchronized (this) {
                known = read;
                if (known == null) {
                    known = Collections.unmodifiableSortedMap(new TreeMap<>(source.get()));
                    read = known;
                }
            }
        }
        return known;
    }

    /**
     * One NIC model.
     *
     * @param title what people call it, such as {@code Broadcom 57810}
     * @param ids every PCI id that it appears under
     * @param drivers which driver serves it, by ESXi release (major.minor); a release that is missing is not known
     * @param confidence where the facts come from
     * @param distrust why no storage should hang on it, as a full sentence
     * @param notes what is known about it, one full sentence each
     */
    public record Model(
            String title,
            Set<PciId> ids,
            SortedMap<String, List<String>> drivers,
            Confidence confidence,
            Optional<String> distrust,
            List<String> notes) {
        public Model {
            ids = Set.copyOf(ids);
            drivers = Collections.unmodifiableSortedMap(new TreeMap<>(drivers));
            notes = List.copyOf(notes);
        }
    }

    /** How well a fact is founded. */
    public enum Confidence {
        CAPTURED,
        DOCUMENTED,
        UNVERIFIED
    }

    public Optional<Model> model(String name) {
        return Optional.ofNullable(models().get(name));
    }

    /** The model that a device with this id is; empty when the catalogue does not know it. */
    public Optional<Model> byId(PciId id) {
        return models().values().stream().filter(m -> m.ids().contains(id)).findFirst();
    }
}
