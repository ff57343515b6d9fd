package redline.rulepack;

import java.util.List;
import java.util.Map;
import redline.requirement.Citation;

/**
 * One row of a table, or one parameter, as a fact of type {@code type} (a table's file name in CamelCase; parameters are of type
 * {@code Parameter} with {@code name} and {@code value}). Values are String, Double or Boolean; a parameter that is not set has a
 * null {@code value} and is missing as BASIS.
 */
record Row(String type, String id, Map<String, Object> values, Citation citation) {
    /** A table's columns: name and type of value. */
    record Type(String name, List<Column> columns) {}

    /** {@code unit} as the header writes it, empty where it has none; percentages stand as fractions. */
    record Column(String name, Class<?> type, String unit) {
        Column(String name, Class<?> type) {
            this(name, type, "");
        }
    }
}
