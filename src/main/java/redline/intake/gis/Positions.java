package redline.intake.gis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import redline.quantity.Text;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** What stands in {@code coordinates}, whatever its depth: read before the type is known, since keys come in any order. */
sealed interface Positions {
    /** Deeper than any geometry. */
    int DEEPEST = 5;

    /** x, y; further numbers of a position (heights) are passed over. */
    record One(double x, double y) implements Positions {}

    /** @param xy x, y, x, y … */
    record Run(double[] xy) implements Positions {
        int size() {
            return xy.length / 2;
        }

        PackedCoordinateSequence.Double sequence() {
            return new PackedCoordinateSequence.Double(xy, 2, 0);
        }
    }

    record Nest(List<Positions> parts) implements Positions {}

    /**
     * @param parser at the opening bracket, afterwards at the closing one, also where a fault was found
     * @param budget how many positions the whole file may still have
     */
    static Positions read(JsonParser parser, Budget budget) throws GisFault {
        int outside = parser.streamReadContext().getNestingDepth() - 1;
        try {
            return read(parser, budget, 1);
        } catch (GisFault fault) {
            while (parser.streamReadContext().getNestingDepth() > outside) {
                parser.nextToken();
            }
            throw fault;
        }
    }

    private static Positions read(JsonParser parser, Budget budget, int depth) throws GisFault {
        JsonToken first = parser.nextToken();
        if (first == JsonToken.END_ARRAY) {
            return new Nest(List.of());
        }
        if (first == JsonToken.VALUE_NUMBER_INT || first == JsonToken.VALUE_NUMBER_FLOAT) {
            double x = number(parser);
            parser.nextToken();
            double y = number(parser);
            close(parser);
            budget.position();
            return new One(x, y);
        }
        if (first != JsonToken.START_ARRAY || depth >= DEEPEST) {
            throw malformed();
        }
        Positions child = read(parser, budget, depth + 1);
        return child instanceof One one ? run(parser, budget, one) : nest(parser, budget, depth, child);
    }

    private static Nest nest(JsonParser parser, Budget budget, int depth, Positions first) throws GisFault {
        List<Positions> parts = new ArrayList<>();
        parts.add(first);
        JsonToken next = parser.nextToken();
        while (next == JsonToken.START_ARRAY) {
            parts.add(read(parser, budget, depth + 1));
            next = parser.nextToken();
        }
        if (next != JsonToken.END_ARRAY) {
            throw malformed();
        }
        return new Nest(parts);
    }

    private static Run run(JsonParser parser, Budget budget, One first) throws GisFault {
        double[] xy = new double[16];
        xy[0] = first.x;
        xy[1] = first.y;
        int n = 2;
        JsonToken next = parser.nextToken();
        while (next == JsonToken.START_ARRAY) {
            if (n == xy.length) {
                xy = Arrays.copyOf(xy, n * 2);
            }
            parser.nextToken();
            xy[n] = number(parser);
            parser.nextToken();
            xy[n + 1] = number(parser);
            n += 2;
            close(parser);
            budget.position();
            next = parser.nextToken();
        }
        if (next != JsonToken.END_ARRAY) {
            throw malformed();
        }
        return new Run(n == xy.length ? xy : Arrays.copyOf(xy, n));
    }

    private static void close(JsonParser parser) throws GisFault {
        JsonToken next = parser.nextToken();
        while (next == JsonToken.VALUE_NUMBER_INT
                || next == JsonToken.VALUE_NUMBER_FLOAT
                || next == JsonToken.VALUE_NULL) {
            next = parser.nextToken();
        }
        if (next != JsonToken.END_ARRAY) {
            throw malformed();
        }
    }

    private static double number(JsonParser parser) throws GisFault {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
            throw malformed();
        }
        double value = parser.getDoubleValue();
        if (!Plane.holds(value, 0)) {
            throw new GisFault(
                    new Text(
                            "坐标“" + shorten(parser.getString()) + "”大得不成立",
                            "The coordinate \"" + shorten(parser.getString()) + "\" is too large to be one"),
                    new Text("请写实际坐标", "Write the coordinate"));
        }
        return value;
    }

    private static String shorten(String text) {
        return text.length() <= 30 ? text : text.substring(0, 30) + "…";
    }

    static GisFault malformed() {
        return new GisFault(
                new Text(
                        "coordinates 的写法不对：括号层数不合类型，或有的位置不是两个数",
                        "coordinates are malformed: brackets that do not fit the type, or positions that are not two numbers"),
                new Text(
                        "请写成例如 [[[x1, y1], [x2, y2], [x3, y3], [x1, y1]]]",
                        "Write for example [[[x1, y1], [x2, y2], [x3, y3], [x1, y1]]]"));
    }
}
