package io.twinpath.driver.vim;

import java.util.regex.Pattern;

/**
 * A server's reference to one of its objects. Good for one session with one server only, so it stands in no plan.
 *
 * @param type such as {@code HostSystem}
 * @param id such as {@code host-21}; nothing is read from it
 */
public record Ref(String type, String id) {

    static final Pattern TYPE = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,79}");
    private static final int LONGEST = 512;

    public Ref {
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("not a type of managed objects: " + type);
        }
        if (id.isEmpty() || id.length() > LONGEST) {
            throw new IllegalArgumentException("a reference has an id of at most " + LONGEST + " characters");
        }
        XmlText.requireSendable(id);
    }

    @Override
    public String toString() {
        return type + ":" + id;
    }
}
