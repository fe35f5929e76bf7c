package io.twinpath.lab.vim;

/** Who may log in to a server, and what for. */
public interface Accounts {

    boolean admit(String user, String password);

    /** Whether the licence lets the API read only. */
    boolean restricted();
}
