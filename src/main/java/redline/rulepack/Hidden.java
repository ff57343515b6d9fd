package redline.rulepack;

import java.util.List;
import redline.quantity.Text;

/** Characters that a reader cannot see, or that turn around what he sees: no file of a pack holds any. */
final class Hidden {
    private Hidden() {}

    /** Tab and line ends are none; letters that are drawn as nothing are. */
    static boolean is(int codePoint) {
        int type = Character.getType(codePoint);
        return Character.isISOControl(codePoint) && codePoint != '\t' && codePoint != '\r' && codePoint != '\n'
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.UNASSIGNED
                || type == Character.PRIVATE_USE
                || type == Character.SURROGATE
                || codePoint >= 0xFE00 && codePoint <= 0xFE0F
                || codePoint >= 0xE0100 && codePoint <= 0xE01EF
                || codePoint == 0x115F
                || codePoint == 0x1160
                || codePoint == 0x3164
                || codePoint == 0xFFA0
                || codePoint == 0x2800
                || codePoint == 0x034F;
    }

    /** A fault for the first one. */
    static void check(String path, String text, List<Fault> faults) {
        int line = 1;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int c = text.codePointAt(at);
            line += c == '\n' ? 1 : 0;
            if (is(c)) {
                String shown = String.format("U+%04X", c);
                faults.add(new Fault(
                        path,
                        line,
                        shown,
                        new Text("有看不见的字符 " + shown, "There is the invisible character " + shown),
                        new Text(
                                "删去它;从网页或文档粘贴的文字常带有这种字符",
                                "Delete it; text pasted from pages and documents often has such")));
                return;
            }
        }
    }
}
