package io.twinpath.lab.shell;

/** A refused file operation. */
public final class FileException extends Exception {

    private static final long serialVersionUID = 1;

    private final FileTrouble trouble;

    public FileException(FileTrouble trouble, String path) {
        super(path + ": " + trouble.words(), null, false, false);
        this.trouble = trouble;
    }

    public FileTrouble trouble() {
        return trouble;
    }
}
