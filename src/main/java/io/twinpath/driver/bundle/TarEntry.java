package io.twinpath.driver.bundle;

/**
 * The head of one entry of an archive.
 *
 * @param name as written, with its folders
 * @param type one of tar's letters; {@code 0} for a regular file
 * @param size of what follows, in bytes
 */
record TarEntry(String name, char type, long size) {

    boolean regular() {
        return type == '0' || type == '\0' || type == '7';
    }
}
