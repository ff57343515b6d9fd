package redline.proof;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import redline.quantity.Text;

/**
 * What came of one exam.
 *
 * @param marks one for each point, in the order of the exam; empty where the scheme was refused
 * @param falseAlarms violations that decide and that the published answer does not name
 * @param refused why the scheme could not be read or judged; empty where it was
 */
public record ExamResult(Exam exam, List<Mark> marks, List<Text> falseAlarms, List<Text> refused) {

    /** How a point came out, and in words what was said of it. */
    public record Mark(Exam.Point point, Standing standing, Text said) {}

    /** How a point of the published answer stands. Every point has one. */
    public enum Standing {
        FOUND("找到", "found", "✓"),
        MISSED("漏", "missed", "✕"),
        UNDETERMINED("待核实", "undetermined", "？"),
        FIGURE("图", "figure", "◇"),
        NOT_STATED("题中未给", "not stated", "–"),
        NO_RULE("规则未建", "no rule yet", "○"),
        NOT_A_REVIEW("不属审查", "not a review", "·");

        private final Text title;
        private final String icon;

        Standing(String zh, String en, String icon) {
            this.title = new Text(zh, en);
            this.icon = icon;
        }

        public Text title() {
            return title;
        }

        public String icon() {
            return icon;
        }

        static Standing of(Exam.Needs needs) {
            return switch (needs) {
                case FIGURE -> FIGURE;
                case NOT_STATED -> NOT_STATED;
                case RULE -> NO_RULE;
                case NOT_A_REVIEW -> NOT_A_REVIEW;
            };
        }
    }

    /** Points by standing, and false alarms. */
    public record Count(int published, Map<Standing, Integer> by, int falseAlarms) {
        public int of(Standing standing) {
            return by.getOrDefault(standing, 0);
        }
    }

    public Count count() {
        return count(List.of(this));
    }

    public static Count count(List<ExamResult> results) {
        Map<Standing, Integer> by = new TreeMap<>();
        int published = 0;
        int falseAlarms = 0;
        for (ExamResult result : results) {
            result.marks.forEach(mark -> by.merge(mark.standing(), 1, Integer::sum));
            published += result.exam.points().size();
            falseAlarms += result.falseAlarms.size();
        }
        return new Count(published, by, falseAlarms);
    }

    /** Nothing missed, no false alarm. */
    public boolean asPublished() {
        return refused.isEmpty() && falseAlarms.isEmpty() && count().of(Standing.MISSED) == 0;
    }
}
