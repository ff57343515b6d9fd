package redline.intake.bundle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import redline.quantity.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A scheme file in the making. Of two different values for one key none is kept, and both places are told. */
final class Assembly {
    /** m; outlines nearer than this are the same. */
    private static final double SAME = 0.001;

    private static final int MOST_UNNAMED = 10_000;
    /** Steps of a path; no path of a scheme has more than half as many. */
    private static final int DEEPEST = 16;

    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final Map<String, Origin> origins = new LinkedHashMap<>();
    private final List<Clash> clashes = new ArrayList<>();
    private final Set<String> clashed = new TreeSet<>();
    /** Elements of each list by what tells them apart. */
    private final IdentityHashMap<ArrayNode, Map<String, ObjectNode>> named = new IdentityHashMap<>();

    /** Two places that say different things. */
    record Clash(String path, String first, Origin firstAt, String second, Origin secondAt) {
        Text what() {
            return new Text(
                    "两处不一致：“" + first + "”(" + at(firstAt) + ")与“" + second + "”(" + at(secondAt) + ")，都没有采用",
                    "Two places differ: \"" + first + "\" (" + at(firstAt) + ") and \"" + second + "\" (" + at(secondAt)
                            + "); neither is used");
        }

        private static String at(Origin origin) {
            return origin.file() + (origin.place().isEmpty() ? "" : " " + origin.place());
        }
    }

    ObjectNode root() {
        return root;
    }

    Map<String, Origin> origins() {
        return origins;
    }

    List<Clash> clashes() {
        return clashes;
    }

    Element top() {
        return new Element(root, "");
    }

    private static final Pattern STEP = Pattern.compile("([^.\\[]+)(?:\\[([^\\]]*)\\])?\\.?");

    /** What stands at a path as complaints name it. */
    Optional<JsonNode> at(String path) {
        JsonNode node = root;
        Matcher step = STEP.matcher(path);
        while (step.find() && node != null) {
            node = node.get(step.group(1));
            if (step.group(2) != null) {
                node = node instanceof ArrayNode list
                        ? named(step.group(1), list).get(step.group(2))
                        : null;
            }
        }
        return Optional.ofNullable(node);
    }

    private Map<String, ObjectNode> named(String key, ArrayNode list) {
        return named.computeIfAbsent(list, all -> {
            Map<String, ObjectNode> byName = new HashMap<>();
            for (JsonNode one : all) {
                if (one instanceof ObjectNode element) {
                    byName.putIfAbsent(element.path(identity(key)).asString(""), element);
                }
            }
            return byName;
        });
    }

    /** The key by which the elements of a list are told apart. */
    static String identity(String list) {
        return list.equals("declared") || list.equals("figures") ? "site" : "id";
    }

    /** Puts the value at a full path, making the elements on the way; an empty value makes the element only. */
    void put(String path, JsonNode value, Origin origin) {
        if (STEP.matcher(path).results().limit(DEEPEST + 1).count() > DEEPEST) {
            top().put(path, value, origin); // a key that no scheme has: the reader of schemes will say so
            return;
        }
        Element element = top();
        Matcher step = STEP.matcher(path);
        while (step.find()) {
            boolean last = step.end() == path.length();
            if (step.group(2) != null) {
                element = element.in(step.group(1), step.group(2), origin);
            } else if (last) {
                element.put(step.group(1), value, origin);
            } else {
                element = element.table(step.group(1));
            }
        }
    }

    /** A table of the scheme, and its path as complaints name it. */
    final class Element {
        private final ObjectNode node;
        private final String path;

        private Element(ObjectNode node, String path) {
            this.node = node;
            this.path = path;
        }

        String path() {
            return path;
        }

        String text(String key) {
            JsonNode value = node.get(key);
            return value == null || value.isNull() ? null : value.asString("");
        }

        boolean has(String key) {
            return node.has(key);
        }

        private String at(String key) {
            return path.isEmpty() ? key : path + "." + key;
        }

        /** A number or a text, as written. */
        void put(String key, String value, Origin origin) {
            put(key, JsonNodeFactory.instance.stringNode(value), origin);
        }

        void put(String key, Geometry shape, Origin origin) {
            put(key, JsonNodeFactory.instance.stringNode(PlainWkt.of(shape)), origin);
        }

        void put(String key, JsonNode value, Origin origin) {
            String at = at(key);
            JsonNode before = node.get(key);
            if (before != null && !before.isNull() && !same(before, value)) {
                clashes.add(new Clash(at, brief(before), firstAt(at, origin), brief(value), origin));
                clashed.add(at);
                node.putNull(key);
                return;
            }
            if (clashed.contains(at) || before != null && !before.isNull()) {
                return;
            }
            node.set(key, value);
            origins.put(at, origin);
            if (key.equals("id") || key.equals("site")) {
                named.clear(); // an element has got its name
            }
        }

        /** Of a list or a table it is where its first value stood. */
        private Origin firstAt(String at, Origin otherwise) {
            Origin own = origins.get(at);
            return own != null
                    ? own
                    : origins.entrySet().stream()
                            .filter(entry -> entry.getKey().startsWith(at + "[")
                                    || entry.getKey().startsWith(at + "."))
                            .map(Map.Entry::getValue)
                            .findFirst()
                            .orElse(otherwise);
        }

        /** The element of that id in a list below, made where there is none. */
        Element in(String list, String id, Origin origin) {
            ArrayNode all = node.get(list) instanceof ArrayNode known ? known : node.putArray(list);
            String at = at(list) + "[" + id + "]";
            if (id.matches("@\\d{1,6}")) {
                int ordinal = Math.max(1, Math.min(MOST_UNNAMED, Integer.parseInt(id.substring(1))));
                while (all.size() < ordinal) {
                    all.addObject();
                }
                return new Element(all.get(ordinal - 1) instanceof ObjectNode one ? one : all.addObject(), at);
            }
            ObjectNode there = named(list, all).get(id);
            if (there != null) {
                return new Element(there, at);
            }
            ObjectNode made = all.addObject();
            made.put(identity(list), id);
            named(list, all).put(id, made);
            origins.put(at, origin);
            return new Element(made, at);
        }

        /** The table under a key, made where there is none. */
        Element table(String key) {
            ObjectNode inner = node.get(key) instanceof ObjectNode there ? there : node.putObject(key);
            return new Element(inner, at(key));
        }

        /** Says that the list has been looked for, and is empty where nothing was found. */
        void list(String key) {
            if (!(node.get(key) instanceof ArrayNode)) {
                node.putArray(key);
            }
        }

        int count(String list) {
            return node.get(list) instanceof ArrayNode there ? there.size() : 0;
        }

        List<Element> all(String list) {
            List<Element> all = new ArrayList<>();
            if (node.get(list) instanceof ArrayNode there) {
                for (JsonNode one : there) {
                    if (one instanceof ObjectNode element) {
                        String id =
                                element.path("id").asString(element.path("site").asString(""));
                        all.add(new Element(element, at(list) + "[" + id + "]"));
                    }
                }
            }
            return all;
        }
    }

    private static String brief(JsonNode value) {
        String text = value.isString() ? value.asString() : value.toString();
        return text.length() > 60 ? text.substring(0, 57) + "…" : text;
    }

    private static boolean same(JsonNode a, JsonNode b) {
        if (a.equals(b)) {
            return true;
        }
        String one = a.asString("").strip();
        String other = b.asString("").strip();
        if (one.startsWith("POLYGON") || one.startsWith("LINESTRING")) {
            return sameShape(one, other);
        }
        try {
            return new BigDecimal(bare(one)).compareTo(new BigDecimal(bare(other))) == 0;
        } catch (NumberFormatException notNumbers) {
            return one.equals(other) && !one.isEmpty();
        }
    }

    private static String bare(String number) {
        return number.replaceAll("\\s*(m²|m2|㎡|m|米|平方米)$", "");
    }

    private static boolean sameShape(String one, String other) {
        try {
            Geometry a = new WKTReader().read(one);
            Geometry b = new WKTReader().read(other);
            return a.norm().equalsExact(b.norm(), SAME);
        } catch (ParseException | IllegalArgumentException noShapes) {
            return false;
        }
    }
}
