package io.twinpath.review;

/** What becomes of one thing that a spec speaks of. */
public enum Action {
    /** It is wanted, and nothing was said of it before, or that it must not exist. */
    DECLARE("+", "to declare"),
    /** It is wanted in another form. */
    CHANGE("~", "to change"),
    /** It must not exist any more. */
    DELETE("-", "to delete"),
    /** Nothing is said of it any more. It is left as it is. */
    FORGET("*", "not managed any more");

    private final String sign;
    private final String words;

    Action(String sign, String words) {
        this.sign = sign;
        this.words = words;
    }

    public String sign() {
        return sign;
    }

    /** For counts. */
    public String words() {
        return words;
    }
}
