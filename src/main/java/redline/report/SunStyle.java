package redline.report;

import java.util.List;

/**
 * Colours and numbers of the sun pictures. The classes of hours go from dark blue to pale yellow with even steps of lightness, so
 * that they keep their order for every kind of colour blindness and in a grey print.
 */
final class SunStyle {
    /** Hours at which a class ends and the next begins. */
    static final List<Integer> BOUNDS = List.of(1, 2, 3, 4);

    private static final List<String> CLASSES = List.of("#2b3a67", "#5f7499", "#9aa9ae", "#dcc98a", "#fff6d1");
    private static final List<String> ON_CLASSES = List.of("#ffffff", "#ffffff", "#1f2328", "#1f2328", "#1f2328");

    static final String ADDED = "#8a3ffc";
    static final String ADDED_FILL = "fill=\"#e4d4fb\" stroke=\"#6929c4\" stroke-width=\"1.8\"";
    static final String OTHER_FILL = "fill=\"#e6e9ed\" stroke=\"#57606a\" stroke-width=\"1\"";
    static final String WINDOW = "fill=\"none\" stroke=\"#0b6e6e\" stroke-width=\"3\"";

    private SunStyle() {}

    /** The class of an hour count, 0 to {@code BOUNDS.size()}. */
    static int classOf(double hours) {
        int of = 0;
        while (of < BOUNDS.size() && hours >= BOUNDS.get(of)) {
            of++;
        }
        return of;
    }

    static String fill(int hourClass) {
        return CLASSES.get(hourClass);
    }

    static String ink(int hourClass) {
        return ON_CLASSES.get(hourClass);
    }

    static String title(int hourClass) {
        int last = BOUNDS.size();
        return hourClass == last
                ? "≥ " + BOUNDS.get(last - 1) + " h"
                : (hourClass == 0 ? 0 : BOUNDS.get(hourClass - 1)) + "–" + BOUNDS.get(hourClass) + " h";
    }

    /** Morning blue, noon dark, afternoon orange. */
    static String hour(int hour) {
        List<String> colours = List.of(
                "#0b4f9e", "#1f6fb5", "#4a8fb8", "#5e8f99", "#3d444d", "#8a7a4a", "#b8873a", "#c46a1b", "#a8480c");
        return colours.get(Math.max(0, Math.min(colours.size() - 1, hour - 8)));
    }
}
