package redline.intake.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Elements of the scheme by the areas they take up: in which one does a smaller outline lie? */
final class Around {
    /** m; an outline that lies on the edge is inside. */
    private static final double EDGE = 0.01;

    private final List<Area> areas = new ArrayList<>();

    private record Area(PreparedGeometry shape, Assembly.Element element) {}

    /** @param wkt of the area; nothing is added where it is none */
    void add(String wkt, Assembly.Element element) {
        Geometry shape = Shapes.read(wkt);
        if (shape != null) {
            areas.add(new Area(PreparedGeometryFactory.prepare(shape.buffer(EDGE)), element));
        }
    }

    /** The first that was added of those around it. */
    Optional<Assembly.Element> of(Polygon outline) {
        Point inside = outline.getInteriorPoint();
        return areas.stream()
                .filter(area -> area.shape().contains(inside))
                .map(Area::element)
                .findFirst();
    }
}
