package redline.measure;

import java.math.BigDecimal;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Shapes of the scheme, taken as unknown where there is nothing in them. */
final class Shapes {
    private Shapes() {}

    /** Exact plane area of an outline of {@code place}. */
    static Trace<BigDecimal> area(Polygon outline, Place place) {
        return outline(outline, place).map(Frame::area);
    }

    static Trace<Polygon> outline(Polygon outline, Place place) {
        return Trace.of(outline == null || outline.isEmpty() ? null : outline, place.lacks("outline", "轮廓", "outline"));
    }

    /** One geometry of several for evidence; null where there are none. */
    static Geometry together(List<? extends Geometry> shapes) {
        return shapes.isEmpty() ? null : shapes.get(0).getFactory().buildGeometry(shapes);
    }
}
