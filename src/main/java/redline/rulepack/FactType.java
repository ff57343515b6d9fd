package redline.rulepack;

import java.util.List;
import java.util.Set;
import redline.quantity.Text;
import redline.scheme.Subject;

/**
 * A type of fact as rules see it: a published record, or the rows of a table. Property 0 is always {@code id}.
 *
 * @param record the class of a published fact, null for rows
 * @param about the kind of subject, null where no rule can be about it
 * @param layer where the scheme file holds such facts; for rows: where the pack holds them
 */
record FactType(String name, Class<?> record, Subject.Kind about, Text label, String layer, List<Property> properties) {
    /** Types of value; TERMS can only be passed on as a bound. */
    enum Kind {
        STRING("文字", "text"),
        NUMBER("数", "number"),
        BOOLEAN("是否", "true/false"),
        TERMS("代码集", "set of codes");

        private final Text title;

        Kind(String zh, String en) {
            this.title = new Text(zh, en);
        }

        Text title() {
            return title;
        }
    }

    /** {@code words}: the only words that the property can hold, empty where any are possible; {@code unit} may be empty. */
    record Property(String name, Kind kind, String unit, Text label, Set<String> words) {}

    boolean isRow() {
        return record == null;
    }

    /** Index of a property, −1 where there is none. */
    int indexOf(String property) {
        for (int i = 0; i < properties.size(); i++) {
            if (properties.get(i).name().equals(property)) {
                return i;
            }
        }
        return -1;
    }

    /** Names are unique in one program. */
    @Override
    public boolean equals(Object other) {
        return other instanceof FactType that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
