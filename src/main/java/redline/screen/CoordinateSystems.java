package redline.screen;

import java.util.ArrayList;
import java.util.List;
import redline.quantity.Language;

/** Coordinate systems to choose from: CGCS2000, Gauss–Krüger in zones of 3°, EPSG:4513–4554 (domain F.7). */
public final class CoordinateSystems {
    private static final int PREFIXED = 4513;
    private static final int PLAIN = 4534;
    private static final int FIRST_ZONE = 25;
    private static final int ZONES = 21;

    private CoordinateSystems() {}

    public record Line(String code, String title) {}

    /** Those without the zone number in their eastings first: drawings rarely have it. */
    public static List<Line> lines(Language language) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < ZONES; i++) {
            lines.add(line(PLAIN + i, FIRST_ZONE + i, false, language));
        }
        for (int i = 0; i < ZONES; i++) {
            lines.add(line(PREFIXED + i, FIRST_ZONE + i, true, language));
        }
        return lines;
    }

    public static boolean knows(String code) {
        return lines(Language.ZH).stream().anyMatch(line -> line.code().equals(code));
    }

    private static Line line(int epsg, int zone, boolean prefixed, Language language) {
        String code = "EPSG:" + epsg;
        return new Line(
                code,
                language == Language.ZH
                        ? code + " 中央经线 " + 3 * zone + "°" + (prefixed ? "，带号 " + zone : "，不带带号")
                        : code + " meridian " + 3 * zone + "°E" + (prefixed ? ", zone number " + zone : ""));
    }
}
