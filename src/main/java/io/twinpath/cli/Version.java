package io.twinpath.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Which Twinpath this is. */
final class Version implements IVersionProvider {

    /** The version in the jar's manifest; {@code development} when run from classes. */
    static String number() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"twinpath " + number()};
    }
}
