package io.twinpath.graph.layout;

import io.twinpath.graph.Layer;
import io.twinpath.graph.Picture;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A picture with places.
 *
 * @param columns from left to right; layers of which there is nothing have none
 * @param bands of the lanes, in their order
 * @param boxes of the items, by id
 */
public record Layout(
        Picture picture,
        double width,
        double height,
        List<Column> columns,
        List<Band> bands,
        SortedMap<String, Box> boxes) {

    public static final double LABEL = 12;
    public static final double NOTE = 10;

    public Layout {
        columns = List.copyOf(columns);
        bands = List.copyOf(bands);
        boxes = Collections.unmodifiableSortedMap(new TreeMap<>(boxes));
    }

    /** Where a layer is. */
    public record Column(Layer layer, double x, double width) {}

    /**
     * Where a lane is.
     *
     * @param parts around the parts of the host; flat when nothing of it is drawn
     * @param machines around its machines
     */
    public record Band(Box parts, Box machines) {}

    /** Of an item that is there. */
    public Box box(String id) {
        return Objects.requireNonNull(boxes.get(id), id);
    }

    public static Layout of(Picture picture) {
        return new Placing(picture).layout();
    }
}
