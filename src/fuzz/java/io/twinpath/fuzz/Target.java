package io.twinpath.fuzz;

/** Something that takes any bytes. It throws only what is a bug. */
@FunctionalInterface
public interface Target {

    void run(byte[] input) throws Exception;
}
