package redline.rulepack;

import redline.scheme.Subject;

/**
 * One fact as the interpreter sees it.
 *
 * @param values by the type's properties; null = unknown
 * @param source what Drools sees of a fact of the scheme; of a row null: each unit makes its own
 * @param row the row that it was made of, null for a fact of the scheme and for a table or parameter without a row
 * @param key under which the scheme record keeps why its properties are unknown
 * @param subject of a fact that rules can be about, else null
 */
record Instance(FactType type, Object[] values, Object source, Row row, String key, Subject subject) {
    /** Stands for something that was not supplied. */
    boolean absent() {
        return values[0] == null;
    }

    String id() {
        return (String) values[0];
    }

    @Override
    public String toString() {
        return type.name() + "/" + values[0];
    }
}
