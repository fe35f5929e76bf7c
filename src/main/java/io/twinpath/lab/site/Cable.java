package io.twinpath.lab.site;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where the far end of a cable is plugged in. */
public record Cable(@JsonProperty("switch") String attached, String port) {}
