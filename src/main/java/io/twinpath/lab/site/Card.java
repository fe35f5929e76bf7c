package io.twinpath.lab.site;

import java.util.ArrayList;
import java.util.List;

/** A network card in a slot. */
public final class Card {

    /** A name of {@link CardModel}. */
    public String model = "";

    /** The names that the host has always used for its ports; left out, the host chooses when it boots. */
    public List<String> ports = new ArrayList<>();
}
