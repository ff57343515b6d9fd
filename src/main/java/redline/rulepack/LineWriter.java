package redline.rulepack;

import java.util.List;
import java.util.TreeMap;

/** Words put on the lines where they stood, with the indentation and the comment of each line. */
final class LineWriter {
    private final TreeMap<Integer, StringBuilder> lines = new TreeMap<>();
    private StringBuilder current = new StringBuilder();

    /** {@code word} goes to a line and what follows goes there too. */
    LineWriter at(int line, String word) {
        current = lines.computeIfAbsent(line, number -> new StringBuilder());
        return put(word);
    }

    LineWriter put(String word) {
        current.append(current.isEmpty() ? word.stripLeading() : word);
        return this;
    }

    /** {@code source}: the lines that the words came from, for what stands around them. */
    String written(List<SourceLine> source) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < source.size(); i++) {
            SourceLine line = source.get(i);
            String words =
                    lines.getOrDefault(i + 1, new StringBuilder()).toString().stripTrailing();
            String gap = words.isEmpty() || line.comment().isEmpty() ? "" : " ";
            text.append(i == 0 ? "" : "\n")
                    .append(words.isEmpty() && line.comment().isEmpty() ? "" : line.indentation())
                    .append(words)
                    .append(gap)
                    .append(line.comment());
        }
        return text.toString();
    }
}
