package redline.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import redline.quantity.Text;

/** Well-known text of plane points, lines and areas. Own parser: JTS takes NaN and nests without end. */
final class Wkt {
    private static final Pattern TOKEN = Pattern.compile("\\s*([A-Za-z]+|[-+.0-9][-+.0-9eE]*|[(),])");

    private final String text;
    private final Matcher matcher;
    private int position;
    private String token;
    private int corners;

    private Wkt(String text) {
        this.text = text;
        this.matcher = TOKEN.matcher(text);
    }

    static Shape read(String text) throws Malformed {
        if (text.isBlank()) {
            return new Shape("", List.of());
        }
        String ascii = Numbers.halfWidth(text);
        if (!ascii.equals(text)) {
            throw new Malformed(
                    new Text("WKT 含有全角字符", "The WKT holds full-width characters"),
                    new Text("括号、逗号和数字请用半角", "Use ASCII brackets, commas and digits"));
        }
        return new Wkt(text).shape();
    }

    private Shape shape() throws Malformed {
        advance();
        String type = token == null ? "" : token.toUpperCase(Locale.ROOT);
        if (!type.matches("(MULTI)?(POINT|LINESTRING|POLYGON)|GEOMETRYCOLLECTION")) {
            throw malformed();
        }
        advance();
        if (token != null && token.toUpperCase(Locale.ROOT).matches("Z|M|ZM")) {
            throw flat();
        }
        if (token != null && token.toUpperCase(Locale.ROOT).equals("EMPTY")) {
            return new Shape(type, List.of());
        }
        List<List<List<Coordinate>>> parts = switch (type) {
            case "POINT", "LINESTRING" -> List.of(List.of(run()));
            case "POLYGON" -> List.of(listOf(this::run));
            case "MULTILINESTRING" -> listOf(() -> List.of(run()));
            case "MULTIPOLYGON" -> listOf(() -> listOf(this::run));
            default -> null;
        };
        if (parts == null) {
            return new Shape(type, List.of(List.of(List.of(new Coordinate()))));
        }
        if (token != null || position < text.stripTrailing().length()) {
            throw malformed();
        }
        return new Shape(type, parts);
    }

    private interface Item<T> {
        T read() throws Malformed;
    }

    private <T> List<T> listOf(Item<T> item) throws Malformed {
        expect("(");
        List<T> items = new ArrayList<>();
        items.add(item.read());
        while (",".equals(token)) {
            advance();
            items.add(item.read());
        }
        expect(")");
        return items;
    }

    private List<Coordinate> run() throws Malformed {
        return listOf(this::corner);
    }

    private Coordinate corner() throws Malformed {
        if (++corners > Limits.CORNERS) {
            throw Limits.tooManyCorners();
        }
        double x = number();
        double y = number();
        if (token != null && !",".equals(token) && !")".equals(token)) {
            number();
            throw flat();
        }
        return new Coordinate(x, y);
    }

    private double number() throws Malformed {
        String written = token;
        if (written != null && written.toLowerCase(Locale.ROOT).matches("nan|inf|infinity")) {
            throw new Malformed(
                    new Text("坐标“" + written + "”不是有限的数", "The coordinate \"" + written + "\" is not a finite number"),
                    new Text("请写实际坐标", "Write the coordinate"));
        }
        try {
            double value = Double.parseDouble(written == null ? "" : written);
            advance();
            return value;
        } catch (NumberFormatException notANumber) {
            throw malformed().because(notANumber);
        }
    }

    private void expect(String wanted) throws Malformed {
        if (!wanted.equals(token)) {
            throw malformed();
        }
        advance();
    }

    private void advance() {
        if (matcher.region(position, text.length()).lookingAt()) {
            token = matcher.group(1);
            position = matcher.end();
        } else {
            token = null;
        }
    }

    static Malformed flat() {
        return new Malformed(
                new Text("坐标带有高程(第三个数)", "Coordinates carry an elevation (a third number)"),
                new Text("只写平面坐标:x(东)y(北)", "Write plane coordinates only: x (east) y (north)"));
    }

    private Malformed malformed() {
        int from = Math.max(0, position - (token == null ? 0 : token.length()));
        String near = text.substring(from, Math.min(text.length(), from + 20)).strip();
        String rest = near.isEmpty() ? "" : near;
        return new Malformed(
                rest.isEmpty()
                        ? new Text("WKT 不完整", "The WKT is incomplete")
                        : new Text("WKT 在“" + rest + "”处写法不对", "The WKT goes wrong at \"" + rest + "\""),
                new Text(
                        "请写成例如 POLYGON ((x1 y1, x2 y2, x3 y3, x1 y1))",
                        "Write for example POLYGON ((x1 y1, x2 y2, x3 y3, x1 y1))"));
    }
}
