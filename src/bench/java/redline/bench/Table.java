package redline.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** The figures side by side. */
final class Table {
    private static final List<String> HEAD = List.of("case", "ours", "reference", "ratio", "goal", "");

    private final List<List<String>> rows = new ArrayList<>(List.of(HEAD));

    /** {@code goal} is the greatest ratio wanted, 0 where none is set. */
    void compare(String what, Figure ours, Figure reference, double goal) {
        Figure ratio = ours.over(reference);
        rows.add(List.of(
                what,
                ours.toString(),
                reference.toString(),
                ratio.toString(),
                goal == 0 ? "–" : "≤ " + Figure.number(goal),
                goal == 0 ? "" : ratio.median() <= goal ? "met" : "MISSED"));
    }

    void note(String what, Figure ours) {
        rows.add(List.of(what, ours.toString(), "", "", "–", ""));
    }

    void print(PrintStream out) {
        int[] widths = new int[HEAD.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        out.println();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
            }
            out.println(line.toString().stripTrailing());
        }
        out.println();
        out.println(
                "Milliseconds where a row says nothing else. Medians over the rounds of this run, in brackets the least and the greatest; a ratio is taken round by round.");
    }
}
