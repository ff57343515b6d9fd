package redline.rulepack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A parameter file as it is written: its entries with their places, so that one can be changed and the rest stays as it is. */
final class WrittenParameter {
    private final String file;
    private final List<String> lines;
    private final List<Entry> entries;

    private WrittenParameter(String file, List<String> lines, List<Entry> entries) {
        this.file = file;
        this.lines = lines;
        this.entries = entries;
    }

    /** Of a file that was read without faults. */
    static WrittenParameter of(String file, String text) {
        List<Entry> entries = new ArrayList<>();
        Yaml top = Yaml.open(file, text, new ArrayList<>());
        if (top != null) {
            top.items("values").forEach(item -> entries.add(entry(item)));
        }
        return new WrittenParameter(file, List.of(text.split("(?<=\n)", -1)), entries);
    }

    /** {@code first} and {@code last} line of the file; {@code value} empty where the document leaves it open. */
    record Entry(
            int first,
            int last,
            String from,
            String to,
            String value,
            String clause,
            String grade,
            String note,
            String document) {}

    private static Entry entry(Yaml item) {
        return new Entry(
                item.line(),
                item.lastLine(),
                item.written("from"),
                item.written("to"),
                item.written("value"),
                item.written("clause"),
                item.written("grade"),
                item.written("note"),
                item.written("document"));
    }

    String file() {
        return file;
    }

    List<Entry> entries() {
        return entries;
    }

    /** The file with some entries replaced, by their first line; a list may hold several entries, or none. */
    String with(Map<Integer, List<Entry>> replaced) {
        StringBuilder text = new StringBuilder();
        int next = 1;
        for (Entry entry : entries) {
            List<Entry> others = replaced.get(entry.first());
            if (others != null) {
                append(text, next, entry.first() - 1);
                others.forEach(other -> text.append("  - ").append(flow(other)).append('\n'));
                next = entry.last() + 1;
            }
        }
        append(text, next, lines.size());
        return text.toString();
    }

    private void append(StringBuilder text, int first, int last) {
        for (int i = first; i <= last; i++) {
            text.append(lines.get(i - 1));
        }
    }

    private static String flow(Entry entry) {
        List<String> keys = new ArrayList<>();
        add(keys, "from", entry.from().isEmpty() ? "不限" : entry.from());
        add(keys, "to", entry.to());
        add(keys, "value", entry.value());
        add(keys, "clause", entry.clause());
        add(keys, "grade", entry.grade());
        add(keys, "document", entry.document());
        add(keys, "note", entry.note());
        return "{" + String.join(", ", keys) + "}";
    }

    private static void add(List<String> keys, String key, String value) {
        if (!value.isEmpty()) {
            keys.add(key + ": " + Yaml.scalar(value));
        }
    }
}
