package redline.report;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/** Places taken by labels on a sheet, so that none is printed over another. */
final class LabelSpace {
    private final Envelope sheet;
    private final List<Envelope> taken = new ArrayList<>();

    LabelSpace(int width, int height) {
        this.sheet = new Envelope(2, width - 2.0, 2, height - 2.0);
    }

    boolean free(Envelope box) {
        return sheet.contains(box) && taken.stream().noneMatch(box::intersects);
    }

    void take(Envelope box) {
        taken.add(box);
    }

    /** Box of a line of text with its middle at (x, y), turned by {@code angle} degrees. */
    static Envelope box(String text, double size, double x, double y, double angle) {
        double width = width(text, size) + 4;
        double height = size * 1.25;
        double turn = Math.toRadians(angle);
        double w = Math.abs(width * Math.cos(turn)) + Math.abs(height * Math.sin(turn));
        double h = Math.abs(width * Math.sin(turn)) + Math.abs(height * Math.cos(turn));
        return new Envelope(x - w / 2, x + w / 2, y - h / 2, y + h / 2);
    }

    /** Width of a line of text, near enough for placing: wide characters one em, others 0.57. */
    static double width(String text, double size) {
        return text.codePoints()
                        .mapToDouble(c -> TextTable.width(Character.toString(c)) == 2 ? 1.0 : 0.57)
                        .sum()
                * size;
    }
}
