package redline.schemes;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A scheme file as the plain tree it is written as: {@code Map}, {@code List}, {@code String} (quoted or a word) and
 * {@link Literal} (number, boolean, null). Tests read and change it here, apart from the product's own reader; a changed tree is
 * written as JSON.
 */
final class SchemeTree {
    /** Written without quotes: a number, {@code true}, {@code false} or {@code null}. */
    record Literal(String text) {}

    /** One attribute or layer, made unknown. */
    record Blank(List<Object> path, boolean removed) {
        /** The path without indices: {@code buildings[].volumes[].top}. */
        String kind() {
            StringBuilder kind = new StringBuilder();
            for (Object step : path) {
                kind.append(step instanceof Integer ? "[]" : (kind.isEmpty() ? "" : ".") + step);
            }
            return kind.toString();
        }

        @Override
        public String toString() {
            return path + (removed ? " removed" : " = null");
        }
    }

    /** All findings of the housing scheme with their evidence are more than the parser takes unasked. */
    private static final int LARGEST = 20_000_000;

    private static final Literal NULL = new Literal("null");
    private static final Pattern LITERAL = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?|true|false|null");
    private static final Pattern COORDINATES = Pattern.compile("(-?\\d+(?:\\.\\d+)?) (-?\\d+(?:\\.\\d+)?)");

    private final Map<String, Object> root;

    private SchemeTree(Map<String, Object> root) {
        this.root = root;
    }

    @SuppressWarnings("unchecked")
    static SchemeTree of(String yaml) {
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(LARGEST).build();
        Node node = new Compose(settings).composeString(yaml).orElseThrow();
        return new SchemeTree((Map<String, Object>) plain(node));
    }

    private static Object plain(Node node) {
        if (node instanceof MappingNode mapping) {
            Map<String, Object> table = new LinkedHashMap<>();
            for (NodeTuple tuple : mapping.getValue()) {
                table.put(((ScalarNode) tuple.getKeyNode()).getValue(), plain(tuple.getValueNode()));
            }
            return table;
        }
        if (node instanceof SequenceNode sequence) {
            List<Object> list = new ArrayList<>();
            sequence.getValue().forEach(item -> list.add(plain(item)));
            return list;
        }
        ScalarNode scalar = (ScalarNode) node;
        boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
        return plain && LITERAL.matcher(scalar.getValue()).matches()
                ? new Literal(scalar.getValue())
                : scalar.getValue();
    }

    Map<String, Object> root() {
        return root;
    }

    /** Rows of a layer, empty where there is none. */
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> rows(Map<String, Object> owner, String layer) {
        return owner.get(layer) instanceof List<?> list ? (List<Map<String, Object>>) (List<?>) list : List.of();
    }

    /** Every key of every table: first set to null, then left out. */
    List<Blank> blanks() {
        List<Blank> blanks = new ArrayList<>();
        collect(root, List.of(), blanks);
        return blanks;
    }

    private static void collect(Object value, List<Object> path, List<Blank> blanks) {
        if (value instanceof Map<?, ?> table) {
            table.forEach((key, inner) -> {
                List<Object> there = join(path, key);
                blanks.add(new Blank(there, false));
                blanks.add(new Blank(there, true));
                collect(inner, there, blanks);
            });
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                collect(list.get(i), join(path, i), blanks);
            }
        }
    }

    private static List<Object> join(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return List.copyOf(longer);
    }

    Object at(List<Object> path) {
        Object value = root;
        for (Object step : path) {
            value = step instanceof Integer index ? ((List<?>) value).get(index) : ((Map<?, ?>) value).get(step);
        }
        return value;
    }

    SchemeTree without(Blank blank) {
        return changed(blank.path(), value -> blank.removed() ? null : NULL);
    }

    /** The value at the path replaced; a change to null leaves the key out. */
    SchemeTree with(List<Object> path, Object value) {
        return changed(path, old -> value);
    }

    @SuppressWarnings("unchecked")
    private SchemeTree changed(List<Object> path, UnaryOperator<Object> change) {
        return new SchemeTree((Map<String, Object>) changed(root, path, change));
    }

    private static Object changed(Object at, List<Object> path, UnaryOperator<Object> change) {
        if (path.isEmpty()) {
            return change.apply(at);
        }
        List<Object> rest = path.subList(1, path.size());
        if (at instanceof Map<?, ?> table) {
            Map<Object, Object> copy = new LinkedHashMap<>(table);
            Object value = changed(table.get(path.get(0)), rest, change);
            if (value == null) {
                copy.remove(path.get(0));
            } else {
                copy.put(path.get(0), value);
            }
            return copy;
        }
        List<Object> copy = new ArrayList<>((List<?>) at);
        int index = (Integer) path.get(0);
        copy.set(index, changed(copy.get(index), rest, change));
        return copy;
    }

    /** Every coordinate moved, in exact decimals. */
    @SuppressWarnings("unchecked")
    SchemeTree moved(BigDecimal east, BigDecimal north) {
        return new SchemeTree((Map<String, Object>) moved((Object) root, east, north));
    }

    private static Object moved(Object value, BigDecimal east, BigDecimal north) {
        if (value instanceof Map<?, ?> table) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            table.forEach((key, inner) -> copy.put(key, moved(inner, east, north)));
            return copy;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(inner -> moved(inner, east, north)).toList();
        }
        boolean shape = value instanceof String text && text.matches("(POLYGON|LINESTRING|POINT)\\s*\\(.*");
        return shape ? moved((String) value, east, north) : value;
    }

    private static String moved(String wkt, BigDecimal east, BigDecimal north) {
        Matcher pairs = COORDINATES.matcher(wkt);
        return pairs.replaceAll(pair -> new BigDecimal(pair.group(1)).add(east).toPlainString() + " "
                + new BigDecimal(pair.group(2)).add(north).toPlainString());
    }

    /** Every list in the opposite order. */
    @SuppressWarnings("unchecked")
    SchemeTree reversed() {
        return new SchemeTree((Map<String, Object>) reversed(root));
    }

    private static Object reversed(Object value) {
        if (value instanceof Map<?, ?> table) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            table.forEach((key, inner) -> copy.put(key, reversed(inner)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(inner -> copy.add(0, reversed(inner)));
            return copy;
        }
        return value;
    }

    String json() {
        StringBuilder json = new StringBuilder();
        write(root, json);
        return json.toString();
    }

    private static void write(Object value, StringBuilder json) {
        if (value instanceof Map<?, ?> table) {
            String separator = "{";
            for (Map.Entry<?, ?> entry : table.entrySet()) {
                json.append(separator);
                write(entry.getKey(), json);
                write(entry.getValue(), json.append(':'));
                separator = ",";
            }
            json.append(table.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> list) {
            String separator = "[";
            for (Object item : list) {
                write(item, json.append(separator));
                separator = ",";
            }
            json.append(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof Literal literal) {
            json.append(literal.text());
        } else {
            String text = (String) value;
            json.append('"')
                    .append(text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"))
                    .append('"');
        }
    }
}
