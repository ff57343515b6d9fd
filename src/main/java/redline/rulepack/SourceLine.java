package redline.rulepack;

import java.util.ArrayList;
import java.util.List;

/** One line of a rule file cut into its indentation, its words and its comment ({@code //} and what follows). */
record SourceLine(String indentation, String words, String comment) {
    /** {@code quotes}: opening and closing quotes inside which {@code //} is no comment. */
    static List<SourceLine> of(String text, String quotes) {
        List<SourceLine> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            String whole = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            int from = 0;
            while (from < whole.length() && isBlank(whole.charAt(from))) {
                from++;
            }
            int comment = comment(whole, quotes);
            lines.add(new SourceLine(
                    whole.substring(0, from),
                    whole.substring(Math.min(from, comment), comment).stripTrailing(),
                    whole.substring(comment)));
        }
        return lines;
    }

    private static int comment(String line, String quotes) {
        boolean inside = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (inside ? c == quotes.charAt(1) : c == quotes.charAt(0)) {
                inside = !inside;
            } else if (!inside && line.startsWith("//", i)) {
                return i;
            }
        }
        return line.length();
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u3000';
    }
}
