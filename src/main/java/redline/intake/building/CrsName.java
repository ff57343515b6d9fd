package redline.intake.building;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reference systems as city models name them: a URL, a URN, a compound of plan and height. */
final class CrsName {
    /** {@code EPSG:4549}, {@code EPSG::4549}, {@code EPSG:6.12:3068}, {@code …/EPSG/0/7415}. */
    private static final Pattern EPSG =
            Pattern.compile("EPSG(?:/[\\d.]*/|:[\\d.]*:|[:#/]|\\.xml#)(\\d{4,6})", Pattern.CASE_INSENSITIVE);

    /** Those in degrees that models come in. */
    private static final Set<String> DEGREES = Set.of(
            "EPSG:4326",
            "EPSG:4979",
            "EPSG:4490",
            "EPSG:4480",
            "EPSG:4214",
            "EPSG:4555",
            "EPSG:4610",
            "EPSG:4258",
            "EPSG:4937",
            "EPSG:4269",
            "EPSG:4612",
            "EPSG:6668",
            "EPSG:6697",
            "EPSG:7844");

    private CrsName() {}

    /** {@code EPSG:3068}; of a compound the first, which is the plan's; null where the text names none. */
    static String epsg(String text) {
        if (text == null || text.length() > 500) {
            return null;
        }
        Matcher matcher = EPSG.matcher(text);
        return matcher.find() ? "EPSG:" + matcher.group(1) : null;
    }

    static boolean inDegrees(String crs) {
        return crs != null && DEGREES.contains(crs);
    }
}
