package redline.intake;

import java.util.List;
import java.util.Map;

/** A node of a scheme file, JSON or YAML alike, that knows its line (from 1). Texts and numbers are kept as written. */
sealed interface Node {
    int line();

    /** Keys in the order of the file; of equal keys the first, the others are {@code repeats}. */
    record Table(int line, Map<String, Entry> entries, List<Repeat> repeats) implements Node {}

    record Repeat(String key, int line) {}

    record Sequence(int line, List<Node> items) implements Node {}

    /**
     * @param unquoted YAML without quotes: what looks like a number may as well be meant as a text ({@code id: 1})
     */
    record Scalar(int line, Style style, String text, boolean unquoted) implements Node {
        boolean isNull() {
            return style == Style.NULL;
        }
    }

    record Entry(int keyLine, Node value) {}

    /** What a scalar is by its notation. NUMBER includes NaN and infinities, which are refused where they are read. */
    enum Style {
        NULL,
        BOOLEAN,
        NUMBER,
        TEXT
    }

    /** What stands between the brackets of an element's path: its id, or {@code @} and its place in the list. */
    static String nameOf(Node item, int ordinal) {
        if (item instanceof Table element) {
            for (String key : List.of("id", "site")) {
                Entry entry = element.entries().get(key);
                if (entry != null && entry.value() instanceof Scalar scalar && !scalar.isNull()) {
                    return Remedies.brief(scalar.text());
                }
            }
        }
        return "@" + ordinal;
    }

    default boolean absent() {
        return this instanceof Scalar scalar && scalar.isNull();
    }
}
