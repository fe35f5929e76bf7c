package io.twinpath.driver.vim;

/** What XML can carry. */
final class XmlText {

    private XmlText() {}

    static void requireSendable(String text) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean fine = (c >= 0x20 && c <= 0xd7ff)
                    || c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || (c >= 0xe000 && c <= 0xfffd)
                    || c >= 0x10000;
            if (!fine) {
                throw new IllegalArgumentException(
                        "a character that the API cannot carry: U+" + Integer.toHexString(c));
            }
            i += Character.charCount(c);
        }
    }

    static void escape(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\r' -> out.append("&#13;");
                case '\n' -> out.append("&#10;");
                case '\t' -> out.append("&#9;");
                default -> out.append(c);
            }
        }
    }
}
