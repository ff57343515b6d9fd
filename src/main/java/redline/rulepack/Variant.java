package redline.rulepack;

import java.util.Set;
import java.util.function.Supplier;
import redline.quantity.Text;

/**
 * One small change of a pack, to see whether a case notices it.
 *
 * @param id readable, and the same as long as what it changes keeps its name
 * @param line 0 where the file as a whole is meant
 * @param cells of a table that it changes; empty for anything else
 * @param what was changed into what
 * @param rules whose answers the change can touch
 * @param made makes the changed book, which answers {@link RuleBook#ruleOf} for {@code rules}
 */
public record Variant(
        String id,
        Kind kind,
        String packId,
        String file,
        int line,
        Set<Cell> cells,
        Text what,
        Set<String> rules,
        Supplier<RuleBook> made) {
    /** A cell of a table, by the line of the file. */
    public record Cell(int line, String column) {}

    /** 数值 | 比较 | 删除. */
    public enum Kind {
        VALUE("数值", "values"),
        COMPARISON("比较", "comparisons"),
        DELETION("删除", "deletions");

        private final Text title;

        Kind(String zh, String en) {
            this.title = new Text(zh, en);
        }

        public Text title() {
            return title;
        }
    }

    /**
     * The changed book. Its rules are judged by the interpreter alone: that both readings agree is proven elsewhere.
     *
     * @throws PackFault where the changed text is refused
     */
    public RuleBook book() {
        return made.get();
    }
}
