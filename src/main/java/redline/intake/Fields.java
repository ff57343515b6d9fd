package redline.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final Pattern ID =
            Pattern.compile("[^\\s/?|\\[\\]\\p{Cntrl}]([^/?|\\[\\]\\p{Cntrl}]{0,62}[^\\s/?|\\[\\]\\p{Cntrl}])?");
    private static final Pattern ALMOST_DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final int LONGEST_TEXT = 2_000;

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

    String path() {
        return path;
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

    private Node.Scalar scalar(String key, String kind) {
        return scalar(node(key, kind), path(key), kind);
    }

    private Node.Scalar scalar(Node node, String at, String kind) {
        if (node == null || node instanceof Node.Scalar) {
            return (Node.Scalar) node;
        }
        wrongType(node, at, kind);
        return null;
    }

    void wrongType(Node node, String at, String kind) {
        session.complaints.add(node.line(), at, Remedies.found(node), Remedies.asked(kind));
    }

    String text(String key) {
        return text(key, "text");
    }

    private String text(String key, String kind) {
        return text(node(key, kind), path(key), kind);
    }

    private String text(Node node, String at, String kind) {
        Node.Scalar scalar = scalar(node, at, kind);
        if (scalar == null) {
            return null;
        }
        boolean number = scalar.style() == Node.Style.NUMBER && kind.equals("id");
        if (scalar.style() != Node.Style.TEXT && !scalar.unquoted() && !number) {
            wrongType(scalar, at, kind);
            return null;
        }
        String text = scalar.text().strip();
        if (text.isEmpty() || text.length() > LONGEST_TEXT) {
            session.complaints.add(
                    scalar.line(),
                    at,
                    text.isEmpty()
                            ? new Text("文字是空的", "The text is empty")
                            : new Text(
                                    "文字超过 " + LONGEST_TEXT + " 字",
                                    "The text is longer than " + LONGEST_TEXT + " characters"),
                    new Text("不知道就删去此项或写 null", "Where it is not known leave it out or write null"));
            return null;
        }
        return text;
    }

    /** The obligatory id of an element. {@code used} holds those of its layer so far. */
    String id(Set<String> used) {
        known.put("id", "id");
        require("id");
        String id = text("id", "id");
        if (id != null && !ID.matcher(id).matches()) {
            complain(
                    "id",
                    new Text(
                            "编号“" + Remedies.brief(id) + "”不能用",
                            "The id \"" + Remedies.brief(id) + "\" cannot be used"),
                    new Text(
                            "编号不超过 64 字,不含 / ? | [ ] 和换行",
                            "An id has at most 64 characters, none of / ? | [ ] and no line break"));
        } else if (id != null && !used.add(id)) {
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
        String id = text(key, "id");
        if (id == null || named.stream().anyMatch(one -> session.names(one, id))) {
            return id;
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
        return id;
    }

    <E extends Enum<E>> E word(String key, Class<E> words) {
        String word = word(key, Remedies.names(words));
        return word == null ? null : Enum.valueOf(words, word);
    }

    /** One of a few words, in capitals as listed. */
    String word(String key, List<String> words) {
        String kind = "word " + String.join("|", words);
        return word(node(key, kind), path(key), words);
    }

    private String word(Node node, String at, List<String> words) {
        String word = text(node, at, "word " + String.join("|", words));
        if (word == null || words.contains(word)) {
            return word;
        }
        String nearest = Nearest.of(word, words);
        session.complaints.add(
                node.line(),
                at,
                new Text("不认识“" + Remedies.brief(word) + "”", "\"" + Remedies.brief(word) + "\" is not known"),
                nearest == null ? Remedies.candidates(words) : Remedies.didYouMean(nearest));
        return null;
    }

    /** A list of words, or one word in its place; null when absent. An empty list is a complaint. */
    List<String> words(String key, List<String> words) {
        return words(key, words, "words " + String.join("|", words));
    }

    /** {@code kind}: the key's name in the published schema, where that does not depend on the words. */
    List<String> words(String key, List<String> words, String kind) {
        return some(key, kind, (node, at) -> word(node, at, words));
    }

    /** Land-use codes, likewise. */
    List<String> codes(String key, String kind) {
        return some(key, kind, this::code);
    }

    private interface Item {
        String read(Node node, String at);
    }

    private List<String> some(String key, String kind, Item item) {
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
        List<String> read = new ArrayList<>();
        for (Node one : items) {
            String word = one.absent() ? null : item.read(one, path(key));
            if (one.absent()) {
                wrongType(one, path(key), kind);
            }
            if (word != null && !read.contains(word)) {
                read.add(word);
            }
        }
        return List.copyOf(read);
    }

    /** A land-use code. */
    String code(String key) {
        return code(node(key, "code"), path(key));
    }

    /** A land-use code, or ANY. */
    String codeOrAny(String key) {
        Node node = node(key, "codeOrAny");
        return node instanceof Node.Scalar scalar && scalar.text().equals("ANY") ? "ANY" : code(node, path(key));
    }

    private String code(Node node, String at) {
        String code = node instanceof Node.Scalar scalar && scalar.style() == Node.Style.NUMBER
                ? scalar.text()
                : text(node, at, "code");
        if (code == null || LandUseCodes.known(code)) {
            return code;
        }
        session.complaints.add(
                node.line(),
                at,
                new Text(
                        "没有用地代码“" + Remedies.brief(code) + "”",
                        "There is no land-use code \"" + Remedies.brief(code) + "\""),
                LandUseCodes.instead(code));
        return null;
    }

    Boolean truth(String key) {
        Node.Scalar scalar = scalar(key, "truth");
        if (scalar == null) {
            return null;
        }
        if (scalar.style() != Node.Style.BOOLEAN) {
            wrongType(scalar, path(key), "truth");
            return null;
        }
        return scalar.text().equalsIgnoreCase("true");
    }

    BigDecimal number(String key, Magnitude magnitude) {
        return number(key, magnitude, magnitude.definition());
    }

    BigDecimal number(String key, Magnitude magnitude, String kind) {
        Node.Scalar scalar = scalar(key, kind);
        if (scalar == null) {
            return null;
        }
        Numbers.Outcome outcome = Numbers.read(scalar, magnitude);
        if (outcome instanceof Numbers.Outcome.Wrong wrong) {
            complain(key, wrong.what(), wrong.remedy());
            return null;
        }
        return ((Numbers.Outcome.Number) outcome).value();
    }

    /** A number above 0. */
    BigDecimal positive(String key, Magnitude magnitude) {
        BigDecimal number = number(key, magnitude);
        if (number != null && number.signum() == 0) {
            complain(
                    key,
                    new Text("不能为 0", "It cannot be 0"),
                    new Text("请核对;不知道就写 null", "Check it; where it is not known write null"));
            return null;
        }
        return number;
    }

    /** A whole number within {@code least} and {@code most}. */
    Integer whole(String key, int least, int most) {
        BigDecimal number = number(key, Magnitude.COUNT);
        if (number == null) {
            return null;
        }
        if (number.compareTo(BigDecimal.valueOf(least)) < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            complain(
                    key,
                    new Text(
                            "“" + number.toPlainString() + "”不在 " + least + "–" + most + " 之内",
                            "\"" + number.toPlainString() + "\" is not within " + least + " to " + most),
                    new Text("请核对数值", "Check the number"));
            return null;
        }
        return number.intValueExact();
    }

    LocalDate date(String key) {
        String written = text(key, "date");
        if (written == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(written);
            if (date.getYear() >= 1949 && date.getYear() < 2200) {
                return date;
            }
        } catch (DateTimeParseException notIso) {
            return notADate(key, written);
        }
        return notADate(key, written);
    }

    private LocalDate notADate(String key, String written) {
        Matcher parts = ALMOST_DATE.matcher(Numbers.halfWidth(written));
        String iso = parts.matches()
                ? String.format(
                        "%s-%02d-%02d",
                        parts.group(1), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)))
                : "";
        boolean exists = !iso.isEmpty() && !iso.equals(written);
        complain(
                key,
                new Text("“" + Remedies.brief(written) + "”不是日期", "\"" + Remedies.brief(written) + "\" is not a date"),
                exists
                        ? new Text("请写成 " + iso, "Write " + iso)
                        : new Text(
                                "请写实际存在的日期,格式 年-月-日,例如 2025-06-01",
                                "Write a real date as year-month-day, for example 2025-06-01"));
        return null;
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
        Node node = node(key, kind);
        if (node == null) {
            return null;
        }
        session.drawn = true;
        try {
            Shape shape = node instanceof Node.Table geoJson
                    ? GeoJson.read(geoJson)
                    : node instanceof Node.Scalar wkt && wkt.style() == Node.Style.TEXT ? Wkt.read(wkt.text()) : null;
            if (shape == null) {
                wrongType(node, path(key), kind);
                return null;
            }
            if (!session.mayDraw(shape.corners())) {
                throw new Wkt.Malformed(
                        new Text(
                                "全部图形超过 " + Limits.ELEMENTS + " 个顶点",
                                "All shapes together have more than " + Limits.ELEMENTS + " corners"),
                        new Text("请简化图形", "Simplify them"));
            }
            return Outlines.of(shape, types, session.crs);
        } catch (Wkt.Malformed malformed) {
            complain(key, malformed.what, malformed.remedy);
            return null;
        }
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
