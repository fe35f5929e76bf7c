package io.twinpath.lab.shell;

/** A word that the shell itself knows. Text is in octets. */
@FunctionalInterface
interface Applet {

    int run(Call call);
}
