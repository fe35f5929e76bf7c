package io.twinpath.lab.shell;

/** Why a file operation was refused, in the words of {@code strerror}. */
public enum FileTrouble {
    NOT_FOUND("No such file or directory"),
    EXISTS("File exists"),
    NOT_A_DIRECTORY("Not a directory"),
    IS_A_DIRECTORY("Is a directory"),
    NOT_EMPTY("Directory not empty"),
    INVALID("Invalid argument"),
    NAME_TOO_LONG("File name too long"),
    NO_SPACE("No space left on device");

    private final String words;

    FileTrouble(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
