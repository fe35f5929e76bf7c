package io.twinpath.driver;

/** A call that cannot change anything. */
public sealed interface Query extends Call
        permits EsxcliQuery, FileQuery, ProgramQuery, PropertyQuery, InventoryQuery, MethodQuery {}
