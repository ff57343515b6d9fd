package redline.rulepack;

import java.util.ArrayList;
import java.util.List;
import redline.quantity.Text;

/**
 * Cuts a rule text into tokens and refuses every character that the rule language does not need, before any parser sees the
 * text: what is left has no braces, brackets, quotes other than of strings, escapes or annotations.
 */
final class Lexer {
    static final int LONGEST = 40_000;
    private static final int LONGEST_WORD = 80;
    private static final int LONGEST_STRING = 200;
    private static final int DEEPEST = 16;
    /** Operators in a row: {@code !( -$x} is the most that says anything. */
    private static final int MOST_OPERATORS = 3;

    private static final String FULL_WIDTH = "（），：；＝＞＜！＆｜＋－＊／＂“”．＄";
    private static final String HALF_WIDTH = "(),:;=><!&|+-*/\"\"\".$";
    private static final String[] SIGNS = {
        "==", "!=", "<=", ">=", "&&", "||", "<", ">", "!", "+", "-", "*", "/", "(", ")", ",", ":", ";", ".", "="
    };

    /** WORD: an identifier or keyword; STRING: without its quotes; NUMBER: digits; SIGN: an operator or punctuation. */
    enum Kind {
        WORD,
        STRING,
        NUMBER,
        SIGN
    }

    record Token(Kind kind, String text, int line) {
        boolean is(String sign) {
            return kind != Kind.STRING && text.equals(sign);
        }
    }

    private final String text;
    private final Faults faults;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line;
    private int depth;
    private int operators;

    private Lexer(String text, int line, Faults faults) {
        this.text = text;
        this.line = line;
        this.faults = faults;
    }

    /** {@code line}: number of the text's first line. */
    static List<Token> tokens(String text, int line, Faults faults) {
        Lexer lexer = new Lexer(text, line, faults);
        if (text.length() > LONGEST) {
            faults.add(
                    line
                            + (int) text.substring(0, LONGEST)
                                    .chars()
                                    .filter(c -> c == '\n')
                                    .count(),
                    "",
                    new Text(
                            "文件过大(" + text.length() + " 字符)",
                            "the file is too large (" + text.length() + " characters)"),
                    new Text("拆成多个文件,每个不超过 40000 字符", "split it into files of at most 40 000 characters"));
            return List.of();
        }
        while (lexer.at < text.length()) {
            lexer.next();
        }
        return lexer.tokens;
    }

    private void next() {
        char c = text.charAt(at);
        if (c == '"' || isWordPart(c)) {
            operators = 0;
        }
        if (c == '\n') {
            line++;
            at++;
        } else if (c == ' ' || c == '\t' || c == '\r') {
            at++;
        } else if (text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            comment(end < 0 ? text.length() : end);
        } else if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            if (end < 0) {
                refuse("/*", "注释没有结束", "the comment does not end", "用 */ 结束注释", "end the comment with */");
            }
            comment(end < 0 ? text.length() : end + 2);
        } else if (c == '"') {
            string();
        } else if (c >= '0' && c <= '9') {
            number();
        } else if (c == '$' || c == '_' || isLetter(c)) {
            int start = at;
            while (at < text.length() && isWordPart(text.charAt(at))) {
                at++;
            }
            add(Kind.WORD, text.substring(start, at), LONGEST_WORD);
        } else {
            sign(c);
        }
    }

    /** Of names: other alphabets have letters that look like these. */
    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }

    private static boolean isWordPart(char c) {
        return c == '$' || c == '_' || c >= '0' && c <= '9' || isLetter(c);
    }

    private void add(Kind kind, String word, int longest) {
        if (word.length() > longest) {
            String begin = word.substring(0, 20) + "…";
            refuse(
                    begin,
                    "“" + begin + "”有 " + word.length() + " 个字符,过长",
                    "\"" + begin + "\" is too long, " + word.length() + " characters",
                    "最多 " + longest + " 个字符",
                    "at most " + longest + " characters");
        }
        tokens.add(new Token(kind, word, line));
    }

    /** Comments may hold any printable text; what could hide or end them unseen is refused. */
    private void comment(int end) {
        while (at < end) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (c == '\n') {
                line++;
            } else if (c == '\\' || Hidden.is(c) || c == '\r' && !text.startsWith("\n", at)) {
                refuseCharacter(c);
            }
        }
    }

    private void string() {
        int start = ++at;
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (Hidden.is(c) || "\\'$@#{}`".indexOf(c) >= 0) {
                refuseCharacter(c);
            }
        }
        add(Kind.STRING, text.substring(start, at), LONGEST_STRING);
        if (at < text.length() && text.charAt(at) == '"') {
            at++;
        } else {
            refuse("\"", "引号没有配对", "the quote is not closed", "在同一行补上英文双引号", "close it on the same line");
        }
    }

    private void number() {
        int start = at;
        while (at < text.length() && (isWordPart(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        add(Kind.NUMBER, text.substring(start, at), LONGEST_WORD);
    }

    private void sign(char c) {
        int fullWidth = FULL_WIDTH.indexOf(c);
        if (fullWidth >= 0) {
            char half = HALF_WIDTH.charAt(fullWidth);
            refuse(String.valueOf(c), "全角标点 " + c, "full-width punctuation " + c, "改用半角 " + half, "write " + half);
            at++;
            return;
        }
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                tokens.add(new Token(Kind.SIGN, sign, line));
                at += sign.length();
                operators = "!+-*/".contains(sign) ? operators + 1 : 0;
                if (operators > MOST_OPERATORS) {
                    refuse(
                            sign,
                            "运算符连写",
                            "operators in a row",
                            "两个运算符之间写属性或 $名称",
                            "put a property or $name between them");
                    at = text.length();
                }
                depth += sign.equals("(") ? 1 : sign.equals(")") ? -1 : 0;
                if (depth > DEEPEST) {
                    refuse("(", "括号嵌套过深", "parentheses nest too deep", "拆成几条条件或几个分支", "split it");
                    at = text.length();
                }
                return;
            }
        }
        int whole = text.codePointAt(at);
        refuseCharacter(whole);
        at += Character.charCount(whole);
    }

    private void refuseCharacter(int c) {
        boolean printable = !Hidden.is(c) && !Character.isWhitespace(c) && !Character.isSpaceChar(c);
        String shown = printable ? Character.toString(c) : String.format("U+%04X", c);
        refuse(
                shown,
                "不允许的字符 " + shown,
                "the character " + shown + " is not allowed",
                c == '\uFEFF' ? "把文件存为不带 BOM 的 UTF-8" : "删去它;规则文件的写法见 docs/FACTS.md",
                c == '\uFEFF'
                        ? "save the file as UTF-8 without BOM"
                        : "delete it; docs/FACTS.md shows what a rule is made of");
    }

    private void refuse(String element, String zh, String en, String remedyZh, String remedyEn) {
        faults.add(line, element, new Text(zh, en), new Text(remedyZh, remedyEn));
    }
}
