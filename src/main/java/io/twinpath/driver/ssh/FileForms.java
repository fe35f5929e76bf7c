package io.twinpath.driver.ssh;

import io.twinpath.driver.FileCommand;
import io.twinpath.driver.FileQuery;

/** How a file is read and replaced in the words of BusyBox {@code ash}. */
final class FileForms {

    /** What the new text is called until it takes the place of the old: in the same folder, so that moving is one step. */
    private static final String NEW = ".twinpath-new";

    private FileForms() {}

    /** Prints the file as it is; says with its exit code why it does not. */
    static String reading(FileQuery query) {
        String path = Quote.word(query.file().path());
        return "if [ ! -e " + path + " ]; then (exit " + FileQuery.ABSENT + "); elif [ ! -f " + path
                + " ]; then echo it is no regular file; (exit " + FileQuery.NO_FILE + "); elif [ $(wc -c <" + path
                + ") -gt " + FileQuery.LARGEST + " ]; then echo it is larger than 64 KiB; (exit " + FileQuery.TOO_LARGE
                + "); else cat " + path + "; fi 2>&1";
    }

    /** Nobody sees half a file, and no other mode than the one it ends with shows its text to more readers. */
    static String replacing(FileCommand command) {
        String path = Quote.word(command.file().path());
        String fresh = Quote.word(command.file().path() + NEW);
        String mode = command.file().mode().orElseThrow();
        return "{ rm -f " + fresh + " && (umask 077; printf %s " + Quote.word(command.text()) + " >" + fresh
                + ") && chmod " + mode + " " + fresh + " && mv -f " + fresh + " " + path + " || { rm -f " + fresh
                + "; false; }; } 2>&1";
    }
}
