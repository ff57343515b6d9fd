package redline.intake;

import java.util.List;
import java.util.Map;

/** A node of a scheme file, JSON or YAML alike, that knows its line (from 1). Texts and numbers are kept as written. */
sealed interface Node {
    int line();

    /** Keys in the order of the file. */
    record Table(int line, Map<String, Entry> entries) implements Node {}

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

    default boolean absent() {
        return this instanceof Scalar scalar && scalar.isNull();
    }
}
