package redline.proof;

import java.util.ArrayList;
import java.util.List;
import redline.proof.ExamResult.Count;
import redline.proof.ExamResult.Standing;

/** The score table of README.md, between its marks, made from the results and from nothing else. */
public final class ExamScore {
    private static final String BEGIN = "<!-- score -->\n";
    private static final String END = "<!-- /score -->";

    private ExamScore() {}

    /** A Markdown table; lines end in a newline. */
    public static String table(List<ExamResult> results) {
        StringBuilder table = new StringBuilder("| 案例 exam | 公布 published |");
        for (Standing standing : Standing.values()) {
            table.append(" ")
                    .append(standing.title().zh())
                    .append(" ")
                    .append(standing.title().en())
                    .append(" |");
        }
        table.append(" 误报 false alarms |\n|---|")
                .append("---|".repeat(Standing.values().length + 2))
                .append('\n');
        for (ExamResult result : results) {
            String id = result.exam().id();
            row(
                    table,
                    "[" + id + "](test-cases/exams/" + id + ") "
                            + result.exam().title().zh(),
                    result.count());
        }
        row(table, "**合计 total**", ExamResult.count(results));
        return table.toString();
    }

    private static void row(StringBuilder table, String name, Count count) {
        List<String> cells = new ArrayList<>(List.of(name, String.valueOf(count.published())));
        for (Standing standing : Standing.values()) {
            cells.add(String.valueOf(count.of(standing)));
        }
        cells.add(String.valueOf(count.falseAlarms()));
        table.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /**
     * The page with its table replaced.
     *
     * @throws IllegalArgumentException where the page has no such marks
     */
    public static String into(String page, List<ExamResult> results) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("no score marks");
        }
        return page.substring(0, begin + BEGIN.length()) + table(results) + page.substring(end);
    }
}
