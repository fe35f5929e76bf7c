package io.twinpath.spec.hardware;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Diagnostics;
import io.twinpath.diag.Span;
import io.twinpath.model.Catalogue;
import io.twinpath.model.Names;
import io.twinpath.model.PciId;
import io.twinpath.model.shape.Problems;
import io.twinpath.model.shape.Shape;
import io.twinpath.model.tree.Node;
import io.twinpath.spec.inventory.Forms;
import io.twinpath.spec.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads NIC models: the inventory's at once, for it may be wrong, and the bundled ones when a model is asked for. */
public final class CatalogueReader {

    private static final String FILE = "/hardware/nics.yml";
    private static final String KEY = "hardware";

    private final Diagnostics into;
    private final SortedMap<String, Catalogue.Model> models = new TreeMap<>();
    private final Map<PciId, String> owners = new HashMap<>();

    private CatalogueReader(Diagnostics into) {
        this.into = into;
    }

    private static final Catalogue STANDARD = Catalogue.later(CatalogueReader::bundled);

    /** What is written of one model. */
    public static Shape<?> shape() {
        return Shape.of(NicEntry.class);
    }

    /** The models that come with Twinpath. */
    public static Catalogue standard() {
        return STANDARD;
    }

    private static SortedMap<String, Catalogue.Model> bundled() {
        Diagnostics problems = new Diagnostics();
        CatalogueReader reader = new CatalogueReader(problems);
        try (InputStream in = CatalogueReader.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the NIC models are not among the resources");
            }
            YamlReader.mapping(FILE, in.readAllBytes(), problems).ifPresent(reader::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (problems.hasErrors()) {
            throw new IllegalStateException("the NIC models are malformed: " + problems.sorted());
        }
        return reader.models;
    }

    /** The models that come with Twinpath and those under {@code hardware} in these files, which go before them. */
    public static Catalogue standardAnd(Collection<Node.Mapping> files, Diagnostics into) {
        CatalogueReader reader = new CatalogueReader(into);
        for (Node.Mapping file : files) {
            file.value(KEY)
                    .filter(n -> !(n instanceof Node.Scalar s && s.isNull()))
                    .flatMap(n -> Forms.mapping(n, into))
                    .ifPresent(reader::add);
        }
        if (reader.models.isEmpty()) {
            return standard();
        }
        return Catalogue.later(() -> {
            SortedMap<String, Catalogue.Model> all = new TreeMap<>(standard().models());
            all.putAll(reader.models);
            return all;
        });
    }

    private void add(Node.Mapping entries) {
        for (Node.Entry entry : entries.entries()) {
            String name = entry.key().text();
            if (!Names.isToken(name)) {
                report(entry.key().span(), "A model's name has letters, digits, \"_\", \"-\" and \".\".");
                continue;
            }
            Shape.of(NicEntry.class)
                    .decode(entry.value(), new Problems("a NIC model", name, into))
                    .ifPresent(e -> add(entry.key(), e));
        }
    }

    private void add(Node.Scalar key, NicEntry entry) {
        models.put(key.text(), entry.model());
        for (PciId id : entry.ids()) {
            String owner = owners.putIfAbsent(id, key.text());
            if (owner != null) {
                report(key.span(), "The PCI id " + id + " belongs to " + owner + " already.");
            }
        }
        if (entry.ids().isEmpty()) {
            report(key.span(), "A model has at least one PCI id, by which it is recognised.");
        }
    }

    private void report(Span span, String why) {
        into.add(Diagnostic.error("SPC0080", "Malformed NIC model", why).at(span, "in this model"));
    }
}
