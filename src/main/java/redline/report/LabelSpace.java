package redline.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Places taken by labels on a sheet, so that none is printed over another; kept in cells, so that many labels stay quick. */
final class LabelSpace {
    private static final int CELL = 64;
    private static final int RING = 12;

    private final Envelope sheet;
    private final Map<Long, List<Envelope>> taken = new HashMap<>();

    LabelSpace(int width, int height) {
        this.sheet = new Envelope(2, width - 2.0, 2, height - 2.0);
    }

    boolean free(Envelope box) {
        if (!sheet.contains(box)) {
            return false;
        }
        for (long cell : cells(box)) {
            for (Envelope other : taken.getOrDefault(cell, List.of())) {
                if (box.intersects(other)) {
                    return false;
                }
            }
        }
        return true;
    }

    void take(Envelope box) {
        for (long cell : cells(box)) {
            taken.computeIfAbsent(cell, key -> new ArrayList<>()).add(box);
        }
    }

    /** The free place for a level line of text that is nearest to (x, y), in rings around it; null where the sheet is full. */
    Coordinate nearest(String text, double size, double x, double y) {
        double farthest = Math.max(sheet.getWidth(), sheet.getHeight());
        for (double reach = RING; reach < farthest; reach += RING) {
            int steps = (int) Math.max(8, Math.min(48, reach / 4));
            for (int i = 0; i < steps; i++) {
                double turn = 2 * Math.PI * i / steps;
                double atX = x + reach * Math.cos(turn);
                double atY = y + reach * Math.sin(turn);
                if (free(box(text, size, atX, atY, 0))) {
                    return new Coordinate(atX, atY);
                }
            }
        }
        return null;
    }

    private static List<Long> cells(Envelope box) {
        List<Long> cells = new ArrayList<>();
        for (int column = cell(box.getMinX()); column <= cell(box.getMaxX()); column++) {
            for (int row = cell(box.getMinY()); row <= cell(box.getMaxY()); row++) {
                cells.add(((long) column << 32) ^ (row & 0xffffffffL));
            }
        }
        return cells;
    }

    private static int cell(double at) {
        return (int) Math.floor(at / CELL);
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
