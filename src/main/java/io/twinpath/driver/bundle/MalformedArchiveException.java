package io.twinpath.driver.bundle;

import java.io.IOException;

/** An archive that is none, is damaged, or is larger than any that is real. Its message is a clause. */
final class MalformedArchiveException extends IOException {

    private static final long serialVersionUID = 1L;

    MalformedArchiveException(String why) {
        super(why);
    }
}
