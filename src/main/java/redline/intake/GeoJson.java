package redline.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import redline.quantity.Text;

/** GeoJSON geometry objects (RFC 7946 §3.1), in the scheme's own coordinates. */
final class GeoJson {
    private GeoJson() {}

    static Shape read(Node.Table table) throws Malformed {
        for (String key : table.entries().keySet()) {
            if (!List.of("type", "coordinates").contains(key)) {
                throw malformed("不认识的键“" + key + "”", "unknown key \"" + key + "\"");
            }
        }
        Node.Entry type = table.entries().get("type");
        Node.Entry coordinates = table.entries().get("coordinates");
        if (type == null || !(type.value() instanceof Node.Scalar name) || coordinates == null) {
            throw malformed("缺 type 或 coordinates", "type or coordinates is missing");
        }
        Node at = coordinates.value();
        if (at instanceof Node.Sequence none && none.items().isEmpty()) {
            return new Shape(name.text().toUpperCase(Locale.ROOT), List.of());
        }
        List<List<List<Coordinate>>> parts = switch (name.text()) {
            case "Point" -> List.of(List.of(List.of(corner(at))));
            case "LineString" -> List.of(List.of(run(at)));
            case "Polygon" -> List.of(runs(at));
            case "MultiLineString" -> runs(at).stream().map(List::of).toList();
            case "MultiPolygon" -> parts(at);
            case "MultiPoint", "GeometryCollection" -> List.of(List.of(List.of(new Coordinate())));
            default -> throw malformed("不认识的类型“" + name.text() + "”", "unknown type \"" + name.text() + "\"");
        };
        return new Shape(name.text().toUpperCase(Locale.ROOT), parts);
    }

    private static List<List<List<Coordinate>>> parts(Node node) throws Malformed {
        List<List<List<Coordinate>>> parts = new ArrayList<>();
        for (Node item : items(node)) {
            parts.add(runs(item));
        }
        return parts;
    }

    private static List<List<Coordinate>> runs(Node node) throws Malformed {
        List<List<Coordinate>> runs = new ArrayList<>();
        for (Node item : items(node)) {
            runs.add(run(item));
        }
        return runs;
    }

    private static List<Coordinate> run(Node node) throws Malformed {
        List<Coordinate> run = new ArrayList<>();
        for (Node item : items(node)) {
            run.add(corner(item));
        }
        return run;
    }

    private static Coordinate corner(Node node) throws Malformed {
        List<Node> numbers = items(node);
        if (numbers.size() == 3) {
            throw Wkt.flat();
        }
        if (numbers.size() != 2) {
            throw malformed(
                    "第 " + node.line() + " 行的坐标不是两个数", "a position on line " + node.line() + " is not two numbers");
        }
        return new Coordinate(number(numbers.get(0)), number(numbers.get(1)));
    }

    private static double number(Node node) throws Malformed {
        if (node instanceof Node.Scalar scalar && scalar.style() == Node.Style.NUMBER) {
            try {
                double value = Double.parseDouble(scalar.text());
                if (Double.isFinite(value)) {
                    return value;
                }
            } catch (NumberFormatException notFinite) {
                throw notFinite(scalar).because(notFinite);
            }
            throw notFinite(scalar);
        }
        throw malformed("第 " + node.line() + " 行的坐标不是数", "a coordinate on line " + node.line() + " is not a number");
    }

    private static Malformed notFinite(Node.Scalar scalar) {
        return new Malformed(
                new Text(
                        "坐标“" + scalar.text() + "”不是有限的数",
                        "The coordinate \"" + scalar.text() + "\" is not a finite number"),
                new Text("请写实际坐标", "Write the coordinate"));
    }

    private static List<Node> items(Node node) throws Malformed {
        if (node instanceof Node.Sequence sequence) {
            return sequence.items();
        }
        throw malformed("coordinates 的括号层数不对", "the brackets of coordinates are not nested as the type asks");
    }

    private static Malformed malformed(String zh, String en) {
        return new Malformed(
                new Text("GeoJSON 写法不对:" + zh, "Malformed GeoJSON: " + en),
                new Text(
                        "请写成例如 {\"type\": \"Polygon\", \"coordinates\": [[[x1, y1], [x2, y2], [x3, y3], [x1, y1]]]}",
                        "Write for example {\"type\": \"Polygon\", \"coordinates\": [[[x1, y1], [x2, y2], [x3, y3], [x1, y1]]]}"));
    }
}
