package io.twinpath.lab.soap;

/** What a property holds or a method returns. */
public sealed interface Value permits Scalar, Ref, Data, Listing {

    /** Its name among the types of vim25, or that of XML Schema with {@code xsd:} before it. */
    String type();
}
