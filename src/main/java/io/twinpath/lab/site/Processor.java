package io.twinpath.lab.site;

/**
 * The processors of a server.
 *
 * @param mhz of each core
 */
public record Processor(String model, int packages, int cores, int threads, int mhz) {

    /** What all cores give together. */
    public long capacity() {
        return (long) cores * mhz;
    }
}
