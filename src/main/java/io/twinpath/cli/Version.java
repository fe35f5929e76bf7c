package io.twinpath.cli;

import io.twinpath.Twinpath;
import picocli.CommandLine.IVersionProvider;

/** Which Twinpath this is. */
final class Version implements IVersionProvider {

    /** The version in the jar's manifest; {@code development} when run from classes. */
    static String number() {
        return Twinpath.version();
    }

    @Override
    public String[] getVersion() {
        return new String[] {"twinpath " + number()};
    }
}
