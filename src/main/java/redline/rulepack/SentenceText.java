package redline.rulepack;

import java.util.regex.Pattern;
import redline.quantity.Text;

/** Which characters a sentence and its slots may hold. */
final class SentenceText {
    static final int LONGEST_LINE = 2_000;
    static final int LONGEST_SENTENCE = 6_000;
    private static final int LONGEST_SLOT = 120;
    private static final String FORBIDDEN = "\\{}@`$#\"'";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_\\p{IsHan}〇]{1,40}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_./\\-\\p{IsHan}]+");
    private static final Pattern TITLE = Pattern.compile("[A-Za-z0-9_./\\-\\p{IsHan}（）()、，,:：+×% ]+");

    /** What a slot between quotes holds. */
    enum Slot {
        /** A code or key. */
        CODE,
        /** A word of the product's own lists, checked against them. */
        WORD,
        /** The name of a rule and branch. */
        TITLE
    }

    private SentenceText() {}

    /** Why a text cannot stand in a sentence, or null: what could hide, end a quote or pass for another character. */
    static Text unspeakable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int type = Character.getType(c);
            boolean hidden = Character.isISOControl(c) && c != '\t' && c != '\n'
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || type == Character.SURROGATE
                    || type == Character.UNASSIGNED
                    || type == Character.PRIVATE_USE;
            if (hidden) {
                String shown = String.format("U+%04X", (int) c);
                return new Text("不允许的字符 " + shown, "the character " + shown + " is not allowed");
            }
            if (FORBIDDEN.indexOf(c) >= 0) {
                return new Text("不允许的字符 " + c, "the character " + c + " is not allowed");
            }
            if (looksLike(c)) {
                return new Text("形似半角的全角字符 " + c, "the full-width character " + c + " looks like another one");
            }
        }
        return null;
    }

    /** Full-width letters, digits and signs, but for the punctuation of Chinese. */
    private static boolean looksLike(char c) {
        return c >= '！' && c <= '～' && "（），：；？！".indexOf(c) < 0;
    }

    /** Why this cannot stand in the slot, or null. */
    static Text refused(Slot slot, String text) {
        if (text.length() > LONGEST_SLOT) {
            return new Text("引号里的文字过长(" + text.length() + " 字)", "the quoted text is too long (" + text.length() + ")");
        }
        if (text.isBlank()) {
            return new Text("引号里没有文字", "there is nothing between the quotes");
        }
        boolean fits = switch (slot) {
            case WORD -> true;
            case CODE -> CODE.matcher(text).matches();
            case TITLE -> TITLE.matcher(text).matches() && !text.contains("//");
        };
        return fits ? null : new Text("引号里不能写 " + text, "this cannot stand between quotes: " + text);
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }
}
