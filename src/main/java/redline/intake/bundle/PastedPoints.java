package redline.intake.bundle;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import redline.intake.Complaint;
import redline.quantity.Text;

/**
 * A table of boundary points as people paste it: copied from a workbook (tabs), a text or a PDF (spaces), a CSV file (commas), in half or
 * full width. One line is one point: its name, X, Y; what stands beside them (a serial number, the length of a side) is not used. Headings
 * and lines of side lengths are passed over; what looks like a point and is none is complained of.
 *
 * @param points line in the text, from 1, to the point in it
 */
public record PastedPoints(Map<Integer, Point> points, List<Complaint> complaints) {
    /** Characters; a thousand points are some 40 000. */
    public static final int LONGEST = 200_000;

    private static final int MOST_COMPLAINTS = 20;
    private static final BigDecimal LEAST_COORDINATE = BigDecimal.valueOf(10_000);
    private static final Pattern NAME = Pattern.compile("[Jj]\\d{1,5}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,12}(\\.\\d{0,9})?");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}([, ]\\d{3}){1,3}(\\.\\d{0,9})?");
    private static final Pattern ALMOST_A_NUMBER = Pattern.compile("\\d{2,}[\\dA-Za-z.,]{3,30}");

    /** X is north, Y east, as they stand in the text. */
    public record Point(String name, BigDecimal x, BigDecimal y) {}

    /** @param file what the text is called in complaints */
    public static PastedPoints of(String text, String file) {
        if (text.length() > LONGEST) {
            return refused(
                    file,
                    0,
                    new Text("界址点的文字太长", "The text of boundary points is too long"),
                    new Text("请只粘贴界址点成果表", "Paste only the table of boundary points"));
        }
        Reader reader = new Reader(file);
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            reader.read(i + 1, lines[i]);
        }
        if (reader.complaints.isEmpty() && reader.points.size() < 3) {
            return refused(
                    file,
                    0,
                    new Text(
                            "只读到 " + reader.points.size() + " 个界址点，至少要 3 个",
                            "Only " + reader.points.size() + " boundary points were read; there must be three"),
                    form());
        }
        return new PastedPoints(reader.points, List.copyOf(reader.complaints));
    }

    private static PastedPoints refused(String file, int line, Text what, Text remedy) {
        return new PastedPoints(Map.of(), List.of(new Complaint(file, line, "", what, remedy)));
    }

    private static Text form() {
        return new Text(
                "每行写点号、X、Y，例如 J1 3390087.512 553688.200", "Write name, X, Y in a line: J1 3390087.512 553688.200");
    }

    /** The same as a CSV file; each point stands in the row that was its line. */
    public byte[] csv() {
        StringBuilder csv = new StringBuilder();
        int row = 1;
        // What the table is, so that points of any name are taken for such.
        String said = ",界址点\n";
        for (Map.Entry<Integer, Point> each : points.entrySet()) {
            csv.append("\n".repeat(each.getKey() - row));
            Point point = each.getValue();
            csv.append('"')
                    .append(point.name().replace("\"", "\"\""))
                    .append("\",")
                    .append(point.x().toPlainString());
            csv.append(',').append(point.y().toPlainString());
            csv.append(said);
            said = "\n";
            row = each.getKey() + 1;
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static final class Reader {
        private final String file;
        private final Map<Integer, Point> points = new LinkedHashMap<>();
        private final Map<String, Integer> lines = new HashMap<>();
        private final List<Complaint> complaints = new ArrayList<>();

        Reader(String file) {
            this.file = file;
        }

        void read(int line, String text) {
            List<String> words = words(text);
            List<BigDecimal> coordinates = words.stream()
                    .map(PastedPoints::number)
                    .filter(number -> number != null && number.abs().compareTo(LEAST_COORDINATE) > 0)
                    .toList();
            if (coordinates.size() == 2) {
                put(line, new Point(name(words), coordinates.get(0), coordinates.get(1)));
            } else if (coordinates.size() > 2) {
                complain(
                        line,
                        new Text(
                                "有 " + coordinates.size() + " 个坐标", "There are " + coordinates.size() + " coordinates"),
                        new Text("一行只写一个点：点号、X、Y", "One point in a line: name, X, Y"));
            } else if (coordinates.size() == 1 || isOfAPoint(words)) {
                complain(line, words, coordinates.size());
            }
        }

        private void put(int line, Point point) {
            int before = lines.getOrDefault(point.name().toUpperCase(Locale.ROOT), 0);
            Point other = points.get(before);
            boolean same = other == null
                    || other.x().compareTo(point.x()) == 0 && other.y().compareTo(point.y()) == 0;
            if (!same) {
                complain(
                        line,
                        new Text(
                                "点号 " + point.name() + " 与第 " + before + " 行的相同，坐标不同",
                                "Point " + point.name() + " has the name of the one in line " + before
                                        + " and other coordinates"),
                        new Text("请改正点号；有几个地块的，一次只贴一个", "Mend the name; of several parcels paste one at a time"));
                return;
            }
            lines.put(point.name().toUpperCase(Locale.ROOT), line);
            points.put(line, point);
        }

        private String name(List<String> words) {
            String before = "";
            for (String word : words) {
                if (NAME.matcher(word).matches()) {
                    return word;
                }
                BigDecimal number = number(word);
                if (number != null && number.abs().compareTo(LEAST_COORDINATE) > 0) {
                    break;
                }
                before = word;
            }
            return before.isEmpty()
                    ? String.valueOf(points.size() + 1)
                    : before.substring(0, Math.min(30, before.length()));
        }

        private static boolean isOfAPoint(List<String> words) {
            return words.size() > 1 && NAME.matcher(words.get(0)).matches()
                    || words.size() == 3
                            && words.stream().skip(1).allMatch(word -> number(word) != null && word.contains("."));
        }

        private void complain(int line, List<String> words, int coordinates) {
            List<BigDecimal> numbers = words.stream()
                    .map(PastedPoints::number)
                    .filter(number -> number != null && number.scale() > 0)
                    .toList();
            String odd = words.stream()
                    .skip(1)
                    .filter(word -> number(word) == null
                            && ALMOST_A_NUMBER.matcher(word).matches())
                    .findFirst()
                    .orElse(null);
            if (odd != null) {
                complain(line, new Text("“" + odd + "”不是数", "\"" + odd + "\" is no number"), form());
            } else if (coordinates == 0 && numbers.size() == 2) {
                boolean degrees =
                        numbers.stream().allMatch(number -> number.abs().doubleValue() <= 180);
                complain(
                        line,
                        degrees
                                ? new Text("像是经纬度", "These look like degrees")
                                : new Text(
                                        "坐标小于 10 000，不是 CGCS2000 平面坐标",
                                        "Below 10 000: no plane coordinates of CGCS2000"),
                        new Text("请用平面坐标，单位米", "Use plane coordinates in metres"));
            } else {
                complain(line, new Text("没有读到 X、Y 两个坐标", "X and Y were not both found"), form());
            }
        }

        private void complain(int line, Text what, Text remedy) {
            if (complaints.size() < MOST_COMPLAINTS) {
                complaints.add(new Complaint(file, line, "", what, remedy));
            }
        }
    }

    /** The words of a line. Commas and spaces are between words, or between the thousands of a number. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        for (String cell : halfWidth(line).split("[\\t;|]")) {
            String stripped = cell.strip();
            if (GROUPED.matcher(stripped).matches()) {
                words.add(stripped);
                continue;
            }
            for (String part : stripped.split("\\s+")) {
                String word = part.replaceAll("^,+|,+$", "");
                words.addAll(GROUPED.matcher(word).matches() ? List.of(word) : List.of(word.split(",+")));
            }
        }
        words.removeIf(String::isEmpty);
        return words;
    }

    /** Full-width digits, letters, signs and spaces as half-width ones; marks that nobody sees left out. */
    private static String halfWidth(String text) {
        return text.chars()
                .filter(c -> c != '\uFEFF' && c != '\u200B' && c != '"')
                .mapToObj(c -> String.valueOf(
                        c >= '\uFF01' && c <= '\uFF5E'
                                ? (char) (c - 0xFEE0)
                                : switch (c) {
                                    case '\u3000', '\u00A0', '\u2007', '\u202F', '\u2009' -> ' ';
                                    case '、' -> ',';
                                    case '\u2212' -> '-';
                                    default -> (char) c;
                                }))
                .collect(Collectors.joining());
    }

    private static BigDecimal number(String word) {
        String plain = word.replaceAll("(?<=\\d)(m|米)$", "");
        if (GROUPED.matcher(plain).matches()) {
            plain = plain.replaceAll("[, ]", "");
        }
        return NUMBER.matcher(plain).matches() ? new BigDecimal(plain) : null;
    }
}
