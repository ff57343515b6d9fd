package redline.rulepack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the rules in force can see: facts of one scheme, rows of tables and parameters; only of the types that they read. */
record World(Map<FactType, Table> tables) {
    private static final Table EMPTY = new Table(PublishedFacts.rows(PublishedFacts.parameters()), List.of());

    Table table(FactType type) {
        return tables.getOrDefault(type, EMPTY);
    }

    /** @param rows of every type, those that are not read among them */
    static World of(SchemeFacts facts, Set<FactType> read, Map<FactType, Table> rows) {
        Map<FactType, Table> tables = new HashMap<>(2 * read.size());
        for (FactType type : read) {
            Table table = type.isRow() ? rows.get(type) : facts.table(type);
            if (table != null) {
                tables.put(type, table);
            }
        }
        return new World(tables);
    }

    /**
     * Rows as facts. A table without rows, and a parameter in {@code parameters} without a row, is there as unknown: it was not
     * supplied, which is not the same as none. {@code rules} null: nothing is for Drools.
     */
    static Map<FactType, Table> rows(List<Row> rows, Collection<FactType> types, Set<String> parameters) {
        Map<String, List<Instance>> byType = new HashMap<>();
        Map<String, FactType> named = new HashMap<>();
        for (FactType type : types) {
            named.put(type.name(), type);
            byType.put(type.name(), new ArrayList<>());
        }
        Set<Object> present = new HashSet<>();
        for (Row row : rows) {
            FactType type = named.get(row.type());
            if (type != null) {
                Object[] values = new Object[type.properties().size()];
                for (int i = 1; i < values.length; i++) {
                    values[i] = row.values().get(type.properties().get(i).name());
                }
                values[0] = row.id();
                present.add(row.type().equals(PublishedFacts.PARAMETER) ? values[1] : row.id());
                byType.get(row.type()).add(instance(type, values, row));
            }
        }
        for (FactType type : types) {
            if (type.name().equals(PublishedFacts.PARAMETER)) {
                for (String name : parameters) {
                    if (!present.contains(name)) {
                        Object[] values = {PublishedFacts.PARAMETER + "/" + name, name, null, null};
                        byType.get(type.name()).add(instance(type, values, null));
                    }
                }
            } else if (byType.get(type.name()).isEmpty()) {
                Object[] values = new Object[type.properties().size()];
                byType.get(type.name()).add(instance(type, values, null));
            }
        }
        Map<FactType, Table> tables = new HashMap<>();
        types.forEach(type -> tables.put(type, new Table(type, byType.get(type.name()))));
        return tables;
    }

    private static Instance instance(FactType type, Object[] values, Row row) {
        return new Instance(type, values, null, row, type.name() + "/" + values[0], null);
    }

    /** The facts of the scheme of these types, as Drools takes them; rows are made by the unit that reads them. */
    List<Object> facts(Set<FactType> types) {
        List<Object> facts = new ArrayList<>();
        for (FactType type : types) {
            if (!type.isRow() && tables.containsKey(type)) {
                tables.get(type).instances().forEach(instance -> facts.add(instance.source()));
            }
        }
        return facts;
    }
}
