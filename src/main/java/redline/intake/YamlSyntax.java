package redline.intake;

import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import redline.quantity.Text;

/** Turns a parser's words about broken YAML into place and remedy. */
final class YamlSyntax {
    /** A key followed by a Chinese colon; the parser stumbles over it a line later. */
    private static final Pattern FULL_WIDTH_COLON = Pattern.compile("[^:\"'#]*\uFF1A");

    private YamlSyntax() {}

    static Unreadable unreadable(MarkedYamlEngineException broken, String text) {
        Optional<Mark> mark = broken.getProblemMark().or(broken::getContextMark);
        int line = mark.map(Mark::getLine).orElse(-1) + 1;
        int column = mark.map(Mark::getColumn).orElse(-1) + 1;
        String problem = broken.getProblem() == null ? "" : broken.getProblem();
        for (int near = line; near >= Math.max(1, line - 2); near--) {
            if (FULL_WIDTH_COLON.matcher(lineOf(text, near)).lookingAt()) {
                return unreadable(near, 1 + lineOf(text, near).indexOf('\uFF1A'), problem, lineOf(text, near));
            }
        }
        return unreadable(line, column, problem, lineOf(text, line));
    }

    static Unreadable unreadable(ReaderException broken, String text) {
        int end = Math.min(Math.max(broken.getPosition(), 0), text.length());
        int line = 1 + (int) text.chars().limit(end).filter(c -> c == '\n').count();
        int column = end - text.lastIndexOf('\n', Math.max(end - 1, 0));
        String code = String.format("U+%04X", broken.getCodePoint());
        return new Unreadable(
                line,
                new Text("第 " + column + " 列有不允许的控制字符 " + code, "Control character " + code + " in column " + column),
                new Text("请删去该字符", "Remove that character"));
    }

    static Unreadable unreadable(int line, int column, String problem, String content) {
        Text what = new Text(
                "YAML 语法错误,第 " + line + " 行第 " + column + " 列",
                "YAML syntax error at line " + line + ", column " + column);
        return new Unreadable(line, what, remedy(problem, content));
    }

    private static Text remedy(String problem, String content) {
        if (problem.contains("TAB") || content.stripTrailing().indexOf('\t') >= 0) {
            return new Text("YAML 缩进不能用制表符(Tab),请改为空格", "YAML must not be indented with tabs; use spaces");
        }
        if (content.indexOf('\uFF1A') >= 0) {
            return new Text("键后面请用半角冒号加空格“: ”", "Follow the key by an ASCII colon and a space");
        }
        if (content.chars().filter(c -> c == '"').count() % 2 == 1) {
            return new Text("引号没有成对", "A quotation mark is not closed");
        }
        if (content.indexOf('[') >= 0 || content.indexOf('{') >= 0) {
            return new Text("请检查括号是否成对、各项之间是否有逗号", "Check that brackets are closed and items are separated by commas");
        }
        return new Text(
                "请检查缩进(同一层左对齐)和冒号后的空格", "Check the indentation (one level, one column) and the space after each colon");
    }

    private static String lineOf(String text, int line) {
        return line < 1 ? "" : text.lines().skip(line - 1L).findFirst().orElse("");
    }
}
