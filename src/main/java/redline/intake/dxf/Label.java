package redline.intake.dxf;

import java.util.regex.Pattern;

/** Texts as people read them on the drawing: escapes and formatting taken out, line breaks as spaces. */
final class Label {
    private static final Pattern STACKED = Pattern.compile("\\\\S([^;]*?)[#^/]([^;]*?);");
    private static final Pattern FORMAT = Pattern.compile("\\\\[ACcFfHhQTWp][^;\\\\]*;");
    private static final Pattern SWITCH = Pattern.compile("\\\\[LlOoKk]");

    private Label() {}

    /** Of TEXT, ATTRIB: {@code %%p} and the like, {@code ^I}. */
    static String plain(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('^') < 0) {
            return text.strip();
        }
        String read = text.replaceAll("(?i)%%[uok]", "")
                .replaceAll("(?i)%%d", "°")
                .replaceAll("(?i)%%c", "⌀")
                .replaceAll("(?i)%%p", "±")
                .replace("%%%", "%")
                .replace("^I", " ")
                .replace("^J", " ")
                .replace("^M", "")
                .replace("^ ", "^");
        return read.strip();
    }

    /** Of MTEXT. */
    static String formatted(String text) {
        String read = text.replace("\\\\", "\u0001").replace("\\{", "\u0002").replace("\\}", "\u0003");
        read = STACKED.matcher(read).replaceAll("$1/$2");
        read = FORMAT.matcher(read).replaceAll("");
        read = SWITCH.matcher(read).replaceAll("");
        read = read.replace("\\P", " ")
                .replace("\\N", " ")
                .replace("\\~", " ")
                .replace("{", "")
                .replace("}", "");
        return plain(read.replace('\u0001', '\\').replace('\u0002', '{').replace('\u0003', '}'));
    }
}
