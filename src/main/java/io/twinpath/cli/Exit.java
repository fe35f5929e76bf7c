package io.twinpath.cli;

/** How a run ended, for scripts. The numbers are part of the interface. */
public enum Exit {
    DONE(0, "done, or no changes"),
    FAILED(1, "failed"),
    CHANGES_PENDING(2, "changes are pending (only with --detailed-exitcode)"),
    REFUSED(3, "refused by a guard, policy or proof, or something waits for a person"),
    STALE(4, "the plan is stale"),
    LOCKED(5, "another run holds the lock"),
    UNREACHABLE(6, "a host is unreachable, not trusted, or refused the credentials"),
    REVERTED(7, "failed, reverted and verified"),
    IN_DOUBT(8, "in doubt: a person must look"),
    REVERTED_BY_HOST(9, "the host reverted itself"),
    USAGE(64, "wrong command line"),
    INVALID_SPEC(65, "invalid spec"),
    BUG(70, "a bug in Twinpath"),
    INTERRUPTED(130, "interrupted");

    private final int code;
    private final String meaning;

    Exit(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }
}
