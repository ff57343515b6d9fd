package redline.workshop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import redline.finding.Verdict;
import redline.quantity.Language;
import redline.quantity.Text;
import redline.report.Xml;

/**
 * Where answers turn, as an SVG without a base map: one mark a flip at the place where it was measured, colour and shape by the
 * answer of the draft, the same scale both ways, north of the grid up. Places of the coordinate system that most flips have are
 * drawn; the others, and flips without a place, are counted below.
 */
public final class FlipMap {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 640;
    private static final int MARGIN = 40;
    private static final int FOOT = 120;
    private static final int MARK = 6;
    /** Nothing is drawn wider apart than this many pixels a metre. */
    private static final double LARGEST_SCALE = 1;

    private static final Text NO_ANSWER = new Text("无此项", "no answer");

    private final Language language;
    private final StringBuilder svg = new StringBuilder();
    private final List<Flip> drawn;
    private final double west;
    private final double north;
    private final double scale;

    private FlipMap(Language language, List<Flip> drawn) {
        this.language = language;
        this.drawn = drawn;
        double east = drawn.stream().mapToDouble(f -> f.place().east()).max().orElse(0);
        double south = drawn.stream().mapToDouble(f -> f.place().north()).min().orElse(0);
        double mostWest =
                drawn.stream().mapToDouble(f -> f.place().east()).min().orElse(0);
        double mostNorth =
                drawn.stream().mapToDouble(f -> f.place().north()).max().orElse(0);
        double room = Math.min(
                (WIDTH - 2.0 * MARGIN) / Math.max(east - mostWest, 1e-9),
                (HEIGHT - 2.0 * MARGIN - FOOT) / Math.max(mostNorth - south, 1e-9));
        this.scale = Math.min(room, LARGEST_SCALE);
        // What is smaller than the picture stands in its middle.
        this.west = (mostWest + east) / 2 - (WIDTH / 2.0 - MARGIN) / scale;
        this.north = (mostNorth + south) / 2 + ((HEIGHT - FOOT) / 2.0 - MARGIN) / scale;
    }

    /** Null stands for no answer. */
    static Text said(Verdict verdict) {
        return verdict == null ? NO_ANSWER : verdict.title();
    }

    /** Of the flips that are kept; equal flips give the same text. */
    public static String svg(List<Flip> flips, Language language) {
        Map<String, Integer> systems = new TreeMap<>();
        flips.stream()
                .filter(flip -> flip.place() != null)
                .forEach(flip -> systems.merge(flip.place().crs(), 1, Integer::sum));
        String system = systems.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(null);
        List<Flip> drawn = flips.stream()
                .filter(flip -> flip.place() != null && flip.place().crs().equals(system))
                .toList();
        long elsewhere = systems.values().stream().mapToLong(Integer::longValue).sum() - drawn.size();
        long nowhere = flips.stream().filter(flip -> flip.place() == null).count();
        return new FlipMap(language, drawn).whole(system, elsewhere, nowhere);
    }

    private String whole(String system, long elsewhere, long nowhere) {
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(HEIGHT)
                .append("\" font-size=\"13\" role=\"img\" aria-label=\"")
                .append(said("结论改变的位置图", "map of changed answers"))
                .append("\">\n");
        svg.append("<rect x=\"0.5\" y=\"0.5\" width=\"")
                .append(WIDTH - 1)
                .append("\" height=\"")
                .append(HEIGHT - FOOT)
                .append("\" fill=\"#ffffff\" stroke=\"#57606a\"/>\n");
        drawn.forEach(this::mark);
        if (drawn.isEmpty()) {
            label(WIDTH / 2.0 - 60, (HEIGHT - FOOT) / 2.0, said("没有可画的位置", "nothing to draw"));
        } else {
            scaleBar();
            northArrow();
        }
        legend(system, elsewhere, nowhere);
        return svg.append("</svg>\n").toString();
    }

    private void mark(Flip flip) {
        double x = MARGIN + (flip.place().east() - west) * scale;
        double y = MARGIN + (north - flip.place().north()) * scale;
        svg.append("<g>");
        shape(flip.after(), x, y);
        svg.append("<title>")
                .append(Xml.escape(flip.caseNumber() + " · " + flip.ruleTitle().in(language) + " · "
                        + flip.subject().name().in(language) + " · "
                        + said(flip.before()).in(language) + " → "
                        + said(flip.after()).in(language)))
                .append("</title></g>\n");
    }

    /** ▲ 不符合, ◆ 待核实, ● 符合, ■ 不涉及 or no answer. */
    private void shape(Verdict verdict, double x, double y) {
        String points = switch (verdict == null ? Verdict.NOT_APPLICABLE : verdict) {
            case VIOLATION -> polygon(x, y, 0, -MARK, MARK, MARK, -MARK, MARK);
            case UNDETERMINED -> polygon(x, y, 0, -MARK, MARK, 0, 0, MARK, -MARK, 0);
            case PASS -> null;
            case NOT_APPLICABLE -> polygon(x, y, -5, -5, 5, -5, 5, 5, -5, 5);
        };
        String colour = switch (verdict == null ? Verdict.NOT_APPLICABLE : verdict) {
            case VIOLATION -> "#b3202a";
            case UNDETERMINED -> "#9a5b00";
            case PASS -> "#1a7f37";
            case NOT_APPLICABLE -> "#57606a";
        };
        if (points == null) {
            svg.append("<circle cx=\"").append(pixel(x)).append("\" cy=\"").append(pixel(y));
            svg.append("\" r=\"").append(MARK - 1);
        } else {
            svg.append("<polygon points=\"").append(points);
        }
        svg.append("\" fill=\"").append(colour).append("\" stroke=\"#ffffff\"/>");
    }

    private static String polygon(double x, double y, int... offsets) {
        List<String> points = new ArrayList<>();
        for (int i = 0; i < offsets.length; i += 2) {
            points.add(pixel(x + offsets[i]) + "," + pixel(y + offsets[i + 1]));
        }
        return String.join(" ", points);
    }

    /** 1, 2 or 5 times a power of ten metres, no longer than a quarter of the picture. */
    private void scaleBar() {
        double longest = WIDTH / 4.0 / scale;
        double power = Math.pow(10, Math.floor(Math.log10(longest)));
        double metres = longest >= 5 * power ? 5 * power : longest >= 2 * power ? 2 * power : power;
        double y = HEIGHT - FOOT - 14;
        double end = MARGIN + metres * scale;
        svg.append("<path d=\"M").append(MARGIN).append(' ').append(pixel(y - 5));
        svg.append("V")
                .append(pixel(y))
                .append("H")
                .append(pixel(end))
                .append("V")
                .append(pixel(y - 5));
        svg.append("\" fill=\"none\" stroke=\"#1f2328\"/>\n");
        String length = metres >= 1000
                ? String.format(Locale.ROOT, "%.0f km", metres / 1000)
                : String.format(Locale.ROOT, "%.0f m", metres);
        label(end + 6, y, length);
    }

    private void northArrow() {
        int x = WIDTH - 30;
        svg.append("<path d=\"M")
                .append(x)
                .append(" 44V18M")
                .append(x - 5)
                .append(" 26L")
                .append(x);
        svg.append(" 16L").append(x + 5).append(" 26\" fill=\"none\" stroke=\"#1f2328\"/>\n");
        label(x - 6, 58, said("北", "N"));
    }

    private void legend(String system, long elsewhere, long nowhere) {
        Map<Flip.Kind, Integer> kinds = new TreeMap<>();
        drawn.forEach(flip -> kinds.merge(flip.kind(), 1, Integer::sum));
        int line = 0;
        for (Map.Entry<Flip.Kind, Integer> entry : kinds.entrySet()) {
            int column = line / 4;
            double x = MARGIN + column * 220.0;
            double y = HEIGHT - FOOT + 22 + line % 4 * 20.0;
            shape(entry.getKey().after(), x, y - 4);
            label(
                    x + 14,
                    y,
                    said(entry.getKey().before()).in(language) + " → "
                            + said(entry.getKey().after()).in(language) + ":" + entry.getValue());
            line++;
        }
        List<String> foot = new ArrayList<>();
        if (system != null) {
            foot.add(said("坐标系 ", "CRS ") + system);
        }
        if (elsewhere > 0) {
            foot.add(said("其他坐标系,未画:", "in other systems, not drawn: ") + elsewhere);
        }
        if (nowhere > 0) {
            foot.add(said("没有位置,未画:", "without a place, not drawn: ") + nowhere);
        }
        label(MARGIN, HEIGHT - 10, String.join(" · ", foot));
    }

    private void label(double x, double y, String text) {
        svg.append("<text x=\"").append(pixel(x)).append("\" y=\"").append(pixel(y));
        svg.append("\" fill=\"#1f2328\">").append(Xml.escape(text)).append("</text>\n");
    }

    private String said(String zh, String en) {
        return new Text(zh, en).in(language);
    }

    private static String pixel(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
