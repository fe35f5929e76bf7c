package io.twinpath.driver.esxcli;

/** The forms of esxcli output that are read. */
public enum Format {
    XML,
    TEXT
}
