package io.twinpath.graph;

/** One thing that is known of a part, such as {@code MTU} and {@code 9000}. */
public record Fact(String name, String value) {}
