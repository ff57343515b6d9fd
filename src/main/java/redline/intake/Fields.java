package redline.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import redline.quantity.Text;

/**
 * Reads one table of the file. Every key that is asked for is known; {@link #close} complains of the others. What cannot be read
 * becomes null beside its complaint; an absent key and a written null are null without one.
 */
final class Fields {
    private final Session session;
    private final String type;
    private final Node.Table table;
    private final String path;
    /** Keys asked for, with the name of what they hold in the published schema. */
    private final Map<String, String> known = new LinkedHashMap<>();

    private final Set<String> required = new HashSet<>();

    Fields(Session session, String type, Node.Table table, String path) {
        this.session = session;
        this.type = type;
        this.table = table;
        this.path = path;
    }

    Session session() {
        return session;
    }

    int line() {
        return table.line();
    }

    String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** Whether the key is written at all, be it as null. */
    boolean has(String key) {
        return table.entries().containsKey(key);
    }

    /** Whether something other than null is written. */
    boolean written(String key) {
        Node.Entry entry = table.entries().get(key);
        return entry != null && !entry.value().absent();
    }

    int line(String key) {
        Node.Entry entry = table.entries().get(key);
        return entry == null ? line() : entry.value().line();
    }

    void complain(String key, Text what, Text remedy) {
        session.complaints.add(line(key), path(key), what, remedy);
    }

    /** Complains where a key that must be there is not. */
    void require(String key) {
        required.add(key);
        if (!written(key)) {
            complain(key, new Text("缺“" + key + "”", "\"" + key + "\" is missing"), Remedies.required(key));
        }
    }

    /** The value as a node, or null where it is absent. */
    Node node(String key, String kind) {
        known.put(key, kind);
        Node.Entry entry = table.entries().get(key);
        return entry == null || entry.value().absent() ? null : entry.value();
    }

    private interface Parser<T> {
        T parse(Node node) throws Malformed;
    }

    /** Null beside a complaint where the value is malformed. */
    private <T> T parse(Node node, String at, Parser<T> parser) {
        try {
            return node == null ? null : parser.parse(node);
        } catch (Malformed malformed) {
            session.complaints.add(node.line(), at, malformed.what(), malformed.remedy());
            return null;
        }
    }

    private <T> T value(String key, String kind, Parser<T> parser) {
        return parse(node(key, kind), path(key), parser);
    }

    private void wrongType(Node node, String at, String kind) {
        session.complaints.add(node.line(), at, Remedies.found(node), Remedies.asked(kind));
    }

    String text(String key) {
        return value(key, "text", Values::text);
    }

    /** The obligatory id of an element. {@code used} holds those of its layer so far. */
    String id(Set<String> used) {
        String id = value("id", "id", Values::id);
        require("id");
        if (id != null && !used.add(id)) {
            complain(
                    "id",
                    new Text("编号“" + id + "”重复", "The id \"" + id + "\" is used twice"),
                    new Text("同类要素的编号各不相同", "Give each element of a kind its own id"));
        }
        return id;
    }

    String reference(String key, Session.Named named) {
        return reference(key, List.of(named));
    }

    /** An id that must name something read before. */
    String reference(String key, List<Session.Named> named) {
        String id = value(key, "id", Values::reference);
        checkReference(key, id, named);
        return id;
    }

    /** An id that must name something that may be read later. */
    String referenceAhead(String key, Session.Named named) {
        String id = value(key, "id", Values::reference);
        session.later(() -> checkReference(key, id, List.of(named)));
        return id;
    }

    private void checkReference(String key, String id, List<Session.Named> named) {
        if (id == null || named.stream().anyMatch(one -> session.names(one, id))) {
            return;
        }
        List<String> candidates =
                named.stream().flatMap(one -> session.all(one).stream()).toList();
        String nearest = Nearest.of(id, candidates);
        Text title = named.size() == 1 ? named.get(0).title : new Text("地块或分区", "parcel or zone");
        complain(
                key,
                new Text(
                        "没有编号为“" + Remedies.brief(id) + "”的" + title.zh(),
                        "There is no " + title.en() + " with the id \"" + Remedies.brief(id) + "\""),
                nearest == null ? Remedies.candidates(candidates) : Remedies.didYouMean(nearest));
    }

    <E extends Enum<E>> E word(String key, Class<E> words) {
        String word = word(key, Remedies.names(words));
        return word == null ? null : Enum.valueOf(words, word);
    }

    /** One of a few words, written as listed. */
    String word(String key, List<String> words) {
        return value(key, "word " + String.join("|", words), node -> Values.word(node, words));
    }

    /** A list of words, or one word in its place; null when absent. An empty list is a complaint. */
    List<String> words(String key, List<String> words) {
        return words(key, words, "words " + String.join("|", words));
    }

    /** {@code kind}: the key's name in the published schema, where that does not depend on the words. */
    List<String> words(String key, List<String> words, String kind) {
        return some(key, kind, node -> Values.word(node, words));
    }

    /** Land-use codes, likewise. */
    List<String> codes(String key, String kind) {
        return some(key, kind, Values::code);
    }

    private List<String> some(String key, String kind, Parser<String> item) {
        Node node = node(key, kind);
        if (node == null) {
            return null;
        }
        List<Node> items = node instanceof Node.Sequence sequence ? sequence.items() : List.of(node);
        if (items.isEmpty()) {
            complain(
                    key,
                    new Text("列表是空的", "The list is empty"),
                    new Text("不知道就写 null", "Where it is not known write null"));
            return null;
        }
        Set<String> read = new LinkedHashSet<>();
        for (Node one : items) {
            String word = parse(one, path(key), item);
            if (word != null) {
                read.add(word);
            }
        }
        return List.copyOf(read);
    }

    /** A land-use code. */
    String code(String key) {
        return value(key, "code", Values::code);
    }

    /** A land-use code, or ANY. */
    String codeOrAny(String key) {
        return value(
                key,
                "codeOrAny",
                node -> node instanceof Node.Scalar scalar && scalar.text().equals("ANY") ? "ANY" : Values.code(node));
    }

    Boolean truth(String key) {
        return value(key, "truth", Values::truth);
    }

    LocalDate date(String key) {
        return value(key, "date", Values::date);
    }

    BigDecimal number(String key, Magnitude magnitude) {
        return number(key, magnitude, magnitude.definition());
    }

    BigDecimal number(String key, Magnitude magnitude, String kind) {
        return value(key, kind, node -> Numbers.read(Values.scalar(node, kind), magnitude));
    }

    /** A number above 0. */
    BigDecimal positive(String key, Magnitude magnitude) {
        return value(
                key,
                magnitude.definition(),
                node -> Numbers.positive(Values.scalar(node, magnitude.definition()), magnitude));
    }

    /** A whole number within {@code least} and {@code most}. */
    Integer whole(String key, int least, int most) {
        return value(key, "count", node -> Numbers.whole(Values.scalar(node, "count"), least, most));
    }

    Polygon polygon(String key) {
        return (Polygon) geometry(key, "polygon", List.of("POLYGON"));
    }

    LineString lineString(String key) {
        return (LineString) geometry(key, "lineString", List.of("LINESTRING"));
    }

    Point point(String key) {
        return (Point) geometry(key, "point", List.of("POINT"));
    }

    /** Lines or areas, one or several. */
    Geometry linesOrAreas(String key) {
        return geometry(key, "linesOrAreas", List.of("LINESTRING", "POLYGON", "MULTILINESTRING", "MULTIPOLYGON"));
    }

    private Geometry geometry(String key, String kind, List<String> types) {
        return value(key, kind, node -> {
            session.drawn = true;
            Shape shape = Shape.read(node, kind);
            session.draw(shape.corners());
            return Outlines.of(shape, types, session.crs);
        });
    }

    /** The elements of a layer: null when absent, empty when said to be none. */
    <T> List<T> list(String key, String elements, Function<Fields, T> reader) {
        Node node = node(key, "list " + elements);
        if (node == null) {
            return null;
        }
        if (!(node instanceof Node.Sequence sequence)) {
            wrongType(node, path(key), "list " + elements);
            return null;
        }
        List<T> read = new ArrayList<>();
        int ordinal = 0;
        for (Node item : sequence.items()) {
            ordinal++;
            String at = path(key) + "[" + Node.nameOf(item, ordinal) + "]";
            if (item instanceof Node.Table element) {
                Fields fields = new Fields(session, elements, element, at);
                read.add(reader.apply(fields));
                fields.close();
            } else {
                wrongType(item, at, elements);
            }
        }
        return List.copyOf(read);
    }

    /** A table of its own under a key; null when absent. */
    <T> T table(String key, String tableType, Function<Fields, T> reader) {
        Node node = node(key, tableType);
        if (node == null) {
            return null;
        }
        if (!(node instanceof Node.Table inner)) {
            wrongType(node, path(key), tableType);
            return null;
        }
        Fields fields = new Fields(session, tableType, inner, path(key));
        T read = reader.apply(fields);
        fields.close();
        return read;
    }

    /** Complains of every key that nobody asked for. */
    void close() {
        session.vocabulary(type, known, required);
        Set<String> unknown = new HashSet<>(table.entries().keySet());
        unknown.removeAll(known.keySet());
        for (Map.Entry<String, Node.Entry> entry : table.entries().entrySet()) {
            if (unknown.contains(entry.getKey())) {
                String key = Remedies.brief(entry.getKey());
                String nearest = Nearest.of(entry.getKey(), known.keySet());
                session.complaints.add(
                        entry.getValue().keyLine(),
                        path(key),
                        new Text("不认识的键“" + key + "”", "Unknown key \"" + key + "\""),
                        entry.getKey().matches("\\d+(\\.\\d+)?")
                                ? new Text(
                                        "数里的逗号把它分成了两项:小数点用“.”,千分位不写",
                                        "A comma split a number in two: use \".\" for decimals and no thousands separator")
                                : nearest == null ? Remedies.candidates(known.keySet()) : Remedies.didYouMean(nearest));
            }
        }
    }
}
