package io.twinpath.lab.soap;

import java.util.List;
import java.util.stream.Stream;

/**
 * Several values in a field, or as the value of a property.
 *
 * @param element the type that all of them have or extend
 */
public record Listing(String element, List<Value> items) implements Value {

    public Listing {
        items = List.copyOf(items);
    }

    public static Listing of(String element, Stream<? extends Value> items) {
        return new Listing(element, items.map(i -> (Value) i).toList());
    }

    public static Listing texts(List<String> texts) {
        return of("xsd:string", texts.stream().map(Scalar::of));
    }

    public static Listing refs(Stream<Ref> refs) {
        return of(Ref.TYPE, refs);
    }

    @Override
    public String type() {
        String plain = bare();
        return "ArrayOf" + Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
    }

    /** How an item is called where the list stands by itself. */
    String bare() {
        return element.startsWith("xsd:") ? element.substring(4) : element;
    }
}
