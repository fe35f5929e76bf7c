package io.twinpath.driver;

/** A call that changes a host. Fits only into a {@link Writer}. */
public sealed interface Command extends Call permits EsxcliCommand, FileCommand, ProgramCommand, MethodCommand {}
