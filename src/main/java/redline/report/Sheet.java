package redline.report;

import org.locationtech.jts.geom.Envelope;

/**
 * Paper (landscape) and scale of a plan: the largest scale at which the site is held by a sheet of at most A1; above 1:2000 on A1
 * also A0, and for what is larger than that the next round scale. A CSS px is 1/96 inch, so a drawing of so many px is true on paper.
 *
 * @param denominator the N of 1:N
 */
record Sheet(Paper paper, int denominator) {
    /** Sizes in mm. */
    enum Paper {
        A3(420, 297),
        A2(594, 420),
        A1(841, 594),
        A0(1189, 841);

        private final int width;
        private final int height;

        Paper(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    static final double PX_PER_MM = 96 / 25.4;
    /** Beside the drawing: legend, north and title block. */
    static final int COLUMN = 236;
    /** Around what is fitted: distances and names outside the site need room. */
    private static final int MARGIN = 44;
    /** Left and right margins of the page, mm. */
    private static final int ASIDE = 28;
    /** Margins of the page, heading and the lines below the drawing, mm. */
    private static final int ABOVE_AND_BELOW = 72;

    private static final int[] SCALES = {500, 1000, 2000};
    private static final int[] BEYOND = {5000, 10_000, 20_000, 50_000, 100_000};

    /** The sheet that holds {@code shown} (m). */
    static Sheet of(Envelope shown) {
        for (int denominator : SCALES) {
            for (Paper paper : Paper.values()) {
                Sheet sheet = new Sheet(paper, denominator);
                boolean handy = paper != Paper.A0 || denominator == SCALES[SCALES.length - 1];
                if (handy && sheet.holds(shown)) {
                    return sheet;
                }
            }
        }
        for (int denominator : BEYOND) {
            Sheet sheet = new Sheet(Paper.A0, denominator);
            if (sheet.holds(shown)) {
                return sheet;
            }
        }
        return new Sheet(Paper.A0, BEYOND[BEYOND.length - 1]);
    }

    private boolean holds(Envelope shown) {
        return shown.getWidth() * scale() <= width() - COLUMN - 2.0 * MARGIN
                && shown.getHeight() * scale() <= height() - 2.0 * MARGIN;
    }

    /** Of the drawing with its column, px. */
    int width() {
        return (int) Math.floor((paper.width - ASIDE) * PX_PER_MM);
    }

    /** Of the drawing, px. */
    int height() {
        return (int) Math.floor((paper.height - ABOVE_AND_BELOW) * PX_PER_MM);
    }

    /** Px to the metre. */
    double scale() {
        return scale(denominator);
    }

    static double scale(int denominator) {
        return 1000 * PX_PER_MM / denominator;
    }

    /** {@code 1:500}. */
    String ratio() {
        return "1:" + denominator;
    }
}
