package redline.report;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Ways to fill an area with thin lines, told apart without colour. The lines are drawn, not an SVG pattern: a PDF would hold a picture of that.
 */
enum Hatch {
    RISING(true, false, false, false, ""),
    FALLING(false, true, false, false, ""),
    CROSSED(true, true, false, false, ""),
    LEVEL(false, false, true, false, ""),
    UPRIGHT(false, false, false, true, ""),
    BROKEN(true, false, false, false, " stroke-dasharray=\"4 3\"");

    /** Between two lines, px of the sheet. */
    private static final double STEP = 9;

    private static final String STROKE = "fill=\"none\" stroke=\"#7d8c3a\" stroke-width=\"0.45\"";

    private final boolean rising;
    private final boolean falling;
    private final boolean level;
    private final boolean upright;
    private final String dashes;

    Hatch(boolean rising, boolean falling, boolean level, boolean upright, String dashes) {
        this.rising = rising;
        this.falling = falling;
        this.level = level;
        this.upright = upright;
        this.dashes = dashes;
    }

    /** Over an area of the scheme. */
    String over(Geometry area, Frame frame) {
        Envelope box = area.getEnvelopeInternal();
        Geometry lines = lines(box, STEP / frame.scale(), area.getFactory());
        Geometry inside = OverlayNGRobust.overlay(lines, area, OverlayNG.INTERSECTION);
        return inside.isEmpty()
                ? ""
                : "<path class=\"hatch\" d=\"" + frame.path(inside) + "\" " + STROKE + dashes + "/>";
    }

    /** In a box of the sheet. */
    String in(double x, double y, double width, double height) {
        Envelope box = new Envelope(x, x + width, -y - height, -y);
        GeometryFactory factory = new GeometryFactory();
        Geometry inside = lines(box, STEP * 0.7, factory).intersection(factory.toGeometry(box));
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < inside.getNumGeometries(); i++) {
            Coordinate[] ends = inside.getGeometryN(i).getCoordinates();
            if (ends.length == 2) {
                path.append('M').append(Frame.n(ends[0].x)).append(' ').append(Frame.n(-ends[0].y));
                path.append('L').append(Frame.n(ends[1].x)).append(' ').append(Frame.n(-ends[1].y));
            }
        }
        return "<path class=\"hatch\" d=\"" + path + "\" " + STROKE + dashes + "/>";
    }

    private Geometry lines(Envelope box, double step, GeometryFactory factory) {
        List<LineString> lines = new ArrayList<>();
        double west = box.getMinX();
        double south = box.getMinY();
        double width = box.getWidth();
        double height = box.getHeight();
        double slanted = step * Math.sqrt(2);
        for (double at = Math.floor((west - south - height) / slanted) * slanted;
                rising && at < west + width - south;
                at += slanted) {
            lines.add(line(factory, at + south, south, at + south + height, south + height));
        }
        for (double at = Math.floor((west + south) / slanted) * slanted;
                falling && at < west + width + south + height;
                at += slanted) {
            lines.add(line(factory, at - south, south, at - south - height, south + height));
        }
        for (double at = Math.floor(south / step) * step; level && at < south + height; at += step) {
            lines.add(line(factory, west, at, west + width, at));
        }
        for (double at = Math.floor(west / step) * step; upright && at < west + width; at += step) {
            lines.add(line(factory, at, south, at, south + height));
        }
        return factory.createMultiLineString(lines.toArray(new LineString[0]));
    }

    private static LineString line(GeometryFactory factory, double x1, double y1, double x2, double y2) {
        return factory.createLineString(new Coordinate[] {new Coordinate(x1, y1), new Coordinate(x2, y2)});
    }
}
